'use client'
import { commentAnchor } from '@/app/_web/address'
import type { Language } from '@/messages/language'
import { thread } from '@/messages/thread'
import { showNow } from './shown'

type Props = { id: string; isBack: boolean; language: Language }

/** The words of a comment have changed while it is read: they are shown when the reader asks, in the room above it. */
export function ChangedTag({ id, isBack, language }: Props) {
  const t = thread[language]
  return (
    <button
      type="button"
      className="absolute top-0 end-0 text-[0.6875rem]/[1rem] font-semibold text-rubric-ink underline underline-offset-2 before:absolute before:-inset-x-2 before:-inset-y-1 pointer-coarse:before:-inset-y-3.5 print:hidden"
      onClick={() => {
        showNow(id)
        // The button is gone: whoever pressed it with a key stays here.
        document.getElementById(commentAnchor(id))?.focus({ preventScroll: true })
      }}
    >
      {isBack ? t.restoredNow : t.editedNow}
    </button>
  )
}
