'use client'
import { useSyncExternalStore } from 'react'
import { areMarksOff, onDisplay, switchDisplay } from '@/app/_components/frame/display-on-device'
import type { Language } from '@/messages/language'
import { reading } from '@/messages/reading'

/**
 * Hides everything in the text that is not the text: numbers, counts, the ways into discussions. Their room stays, so
 * that no line moves. Without JavaScript the marks are simply there.
 */
export function MarksSwitch({ language }: { language: Language }) {
  const t = reading[language]
  const hidden = useSyncExternalStore<boolean | null>(onDisplay, areMarksOff, () => null)
  if (hidden === null) return null
  return (
    <button
      type="button"
      aria-pressed={hidden}
      onClick={() => switchDisplay({ marks: hidden ? 'on' : 'off' })}
      className="py-1 text-ink-3 underline decoration-dotted underline-offset-4 hover:text-ink print:hidden"
    >
      {t.hideMarks}
    </button>
  )
}
