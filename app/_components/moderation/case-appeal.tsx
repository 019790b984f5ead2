import type { DeskCase } from '@/forum/moderation/queries'
import { desk } from '@/messages/desk'
import type { Language } from '@/messages/language'
import { dateTime } from './when'

/** What the person says against which decision, and until when they should have an answer. */
export function CaseAppeal({ item: { appeal }, language }: { item: DeskCase; language: Language }) {
  const t = desk[language]
  if (!appeal) return null
  return (
    <section aria-labelledby="appeal" className="mt-5 border-s-3 border-warn ps-3.5 text-sm">
      <h3 id="appeal" className="font-semibold">
        {t.appealAgainst}
      </h3>
      <p className="mt-1 text-ink-2">{t.appealOf(t.acts[appeal.act], appeal.by)}</p>
      <p dir="auto" className="wrap-anywhere text-ink-2">
        {appeal.reason}
      </p>
      <p dir="auto" className="mt-2 text-base wrap-anywhere whitespace-pre-line">
        {appeal.text}
      </p>
      {appeal.answered ? null : (
        <p className="mt-2 text-[0.8125rem] text-ink-3">
          {t.due(`${dateTime(appeal.dueAt, language)} UTC`)} {t.appealHow}
        </p>
      )}
    </section>
  )
}
