'use client'
import { useEffect, useState } from 'react'
import type { Language } from '@/messages/language'
import { reading } from '@/messages/reading'

const KEY = 'marginalia:marks'

/**
 * Hides everything in the text that is not the text: numbers, counts, the ways into discussions. Their room stays, so
 * that no line moves; kept on this device. Without JavaScript the marks are simply there.
 */
export function MarksSwitch({ language }: { language: Language }) {
  const t = reading[language]
  const [hidden, setHidden] = useState<boolean>()
  useEffect(() => setHidden(read()), [])
  useEffect(() => {
    document.documentElement.toggleAttribute('data-no-marks', hidden === true)
  }, [hidden])
  if (hidden === undefined) return null
  return (
    <button
      type="button"
      aria-pressed={hidden}
      onClick={() => {
        write(!hidden)
        setHidden(!hidden)
      }}
      className="py-1 text-ink-3 underline decoration-dotted underline-offset-4 hover:text-ink print:hidden"
    >
      {t.hideMarks}
    </button>
  )
}

function read(): boolean {
  try {
    return localStorage.getItem(KEY) === 'off'
  } catch {
    return false
  }
}

function write(hidden: boolean) {
  try {
    if (hidden) localStorage.setItem(KEY, 'off')
    else localStorage.removeItem(KEY)
  } catch {
    // For this page only, then.
  }
}
