'use client'
import { type ComponentType, useEffect, useState } from 'react'
import { areKeysOff } from '@/app/_components/frame/display-on-device'
import type { Language } from '@/messages/language'
import { Said } from '@/ui/said'

const KEYS = new Set(['j', 'k', 'o', 'c', 'n', 'p', 's', '/', '?'])

/** The keys of PRODUCT.md. What they do and the sheet that lists them come with the first one that is pressed. */
export function Keys({ language }: { language: Language }) {
  const [Help, setHelp] = useState<ComponentType<{ language: Language; onClose: () => void }>>()
  const [said, setSaid] = useState('')
  useEffect(() => {
    async function answer(key: string) {
      if (key === '?') {
        const { KeyHelp } = await import('./key-help')
        setHelp(() => KeyHelp)
        return
      }
      const { act } = await import('./key-acts')
      setSaid(act(key, language) ?? '')
    }
    function onKeyDown(event: KeyboardEvent) {
      if (!KEYS.has(event.key) || isTaken(event) || areKeysOff()) return
      event.preventDefault()
      void answer(event.key)
    }
    document.addEventListener('keydown', onKeyDown)
    return () => document.removeEventListener('keydown', onKeyDown)
  }, [language])
  return (
    <>
      <Said>{said}</Said>
      {Help ? <Help language={language} onClose={() => setHelp(undefined)} /> : null}
    </>
  )
}

/** Somebody types, an input method is at work, it is a browser's own shortcut, or a dialog is open. */
function isTaken(event: KeyboardEvent): boolean {
  if (event.defaultPrevented || event.isComposing || event.ctrlKey || event.metaKey || event.altKey) return true
  const target = event.target instanceof Element ? event.target : null
  if (target?.closest('input, textarea, select, [contenteditable]')) return true
  return document.querySelector('dialog[open]') !== null
}
