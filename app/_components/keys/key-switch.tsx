'use client'
import { useEffect, useState } from 'react'
import { keys } from '@/messages/keys'
import type { Language } from '@/messages/language'
import { button } from '@/ui/button'
import { areKeysOff, switchKeys } from './switched-off'

/** Says whether the keys are on, and turns them off or on, for this device. */
export function KeySwitch({ language }: { language: Language }) {
  const t = keys[language]
  const [off, setOff] = useState<boolean>()
  useEffect(() => setOff(areKeysOff()), [])
  if (off === undefined) return null
  return (
    <p className="flex flex-wrap items-center gap-3 text-sm text-ink-2">
      <span role="status">{off ? t.off : t.on}</span>
      <button
        type="button"
        className={button('quiet')}
        onClick={() => {
          switchKeys(off)
          setOff(areKeysOff())
        }}
      >
        {off ? t.turnOn : t.turnOff}
      </button>
    </p>
  )
}
