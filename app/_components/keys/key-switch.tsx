'use client'
import { useSyncExternalStore } from 'react'
import { areKeysOff, onDisplay, switchDisplay } from '@/app/_components/frame/display-on-device'
import { keys } from '@/messages/keys'
import type { Language } from '@/messages/language'
import { button } from '@/ui/button'

/** Says whether the keys are on, and turns them off or on. */
export function KeySwitch({ language }: { language: Language }) {
  const t = keys[language]
  const off = useSyncExternalStore<boolean | null>(onDisplay, areKeysOff, () => null)
  if (off === null) return null
  return (
    <p className="flex flex-wrap items-center gap-3 text-sm text-ink-2">
      <span role="status">{off ? t.off : t.on}</span>
      <button type="button" className={button('quiet')} onClick={() => switchDisplay({ keys: off ? 'on' : 'off' })}>
        {off ? t.turnOn : t.turnOff}
      </button>
    </p>
  )
}
