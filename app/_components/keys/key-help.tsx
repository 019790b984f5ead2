'use client'
import { useEffect, useRef } from 'react'
import { keys } from '@/messages/keys'
import type { Language } from '@/messages/language'
import { button } from '@/ui/button'
import { KeyList } from './key-list'
import { KeySwitch } from './key-switch'

/** The sheet that `?` opens, above the page; closed, the focus goes back to where it was. */
export function KeyHelp({ language, onClose }: { language: Language; onClose: () => void }) {
  const t = keys[language]
  const dialog = useRef<HTMLDialogElement>(null)
  useEffect(() => dialog.current?.showModal(), [])
  return (
    <dialog
      ref={dialog}
      onClose={onClose}
      // Escape belongs to the sheet: the thread below it stays open.
      onKeyDown={(event) => {
        if (event.key !== 'Escape') return
        event.preventDefault()
        dialog.current?.close()
      }}
      aria-labelledby="keys-title"
      className="m-auto w-[min(40rem,calc(100vw-2rem))] rounded-lg border border-rule bg-leaf p-6 text-ink shadow-[0_1rem_3rem_rgb(0_0_0/0.25)] backdrop:bg-black/40"
    >
      <div className="grid gap-4">
        <div>
          <h1 id="keys-title" className="font-serif text-xl font-semibold">
            {t.title}
          </h1>
          <p className="text-sm text-ink-3">{t.intro}</p>
        </div>
        <KeyList language={language} />
        <KeySwitch language={language} />
        <form method="dialog">
          <button type="submit" className={button()}>
            {t.close}
          </button>
        </form>
      </div>
    </dialog>
  )
}
