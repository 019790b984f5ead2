import type { DeskCase } from '@/forum/moderation/queries'
import { desk } from '@/messages/desk'
import type { Language } from '@/messages/language'
import { moderation } from '@/messages/moderation'
import { When } from './when'

/** What was decided in this case, with reasons. */
export function DecisionList({ decisions, language }: { decisions: DeskCase['decisions']; language: Language }) {
  const t = moderation[language]
  const words = desk[language]
  if (decisions.length === 0) return null
  return (
    <section aria-labelledby="decided" className="mt-5">
      <h3 id="decided" className="mb-1.5 text-[0.8125rem] text-ink-3">
        {t.decided}
      </h3>
      <ul className="grid gap-2">
        {decisions.map((decision) => (
          <li key={decision.id} className="min-w-0 text-sm text-ink-2">
            <p>
              <b className="font-semibold wrap-anywhere text-ink">{decision.by.handle}</b>: {words.acts[decision.act]}
              <span className="text-ink-3">
                {' · '}
                {decision.outcome ? words.outcome[decision.outcome.kind] : words.waiting}
              </span>
              <span className="text-ink-3">
                {' · '}
                <When at={decision.createdAt} language={language} />
              </span>
            </p>
            <p dir="auto" className="wrap-anywhere">
              {decision.reason}
            </p>
          </li>
        ))}
      </ul>
    </section>
  )
}
