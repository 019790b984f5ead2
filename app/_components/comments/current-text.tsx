import type { Language } from '@/messages/language'
import { thread } from '@/messages/thread'

/** The comment as it stands, beside an edit that did not begin with it: nobody replaces what they have not seen. */
export function CurrentText({ body, language }: { body: string; language: Language }) {
  const t = thread[language]
  return (
    <section aria-label={t.currentText} className="rounded-md border border-rule bg-sunk px-3 py-2 text-sm text-ink-2">
      <p className="text-[0.8125rem] text-ink-3">{t.currentTextHint}</p>
      <p dir="auto" className="mt-1 max-h-[30dvh] overflow-y-auto wrap-anywhere whitespace-pre-line">
        {body}
      </p>
    </section>
  )
}
