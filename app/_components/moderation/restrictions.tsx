import type { KeptForm } from '@/forum/forms/kept'
import type { PersonRecord } from '@/forum/moderation/record'
import type { Language } from '@/messages/language'
import { record } from '@/messages/record'
import { ReasonForm } from './reason-form'
import { dateTime } from './when'

type Props = { of: PersonRecord; kept: KeptForm | undefined; language: Language }

/** What a person may not do, or might not: the latest first. What can be ended has its form, folded up. */
export function Restrictions({ of: { person, restrictions }, kept, language }: Props) {
  const t = record[language]
  if (restrictions.length === 0) return <p className="text-ink-2">{t.noRestrictions}</p>
  return (
    <ul className="divide-y divide-rule border-y border-rule text-sm">
      {restrictions.map((one) => {
        const wrong = kept?.fields.restrictionId === one.id ? kept : undefined
        const until = dateTime(one.endsAt, language)
        return (
          <li key={one.id} className="grid gap-0.5 py-2.5">
            <p>
              {t.kinds[one.kind]}
              {one.essay ? (
                <>
                  {' '}
                  <span lang={one.essay.language}>{t.inEssay(one.essay.title)}</span>
                </>
              ) : null}
            </p>
            <p className="text-ink-2">
              {t.span(dateTime(one.startsAt, language), until)} · {t.by(one.by.handle)}
              {one.liftedAt ? ` · ${t.lifted(dateTime(one.liftedAt, language))}` : ''}
            </p>
            <p dir="auto" className="wrap-anywhere">
              {one.reason}
            </p>
            {one.can.end ? (
              <details className="mt-1" open={wrong !== undefined}>
                <summary
                  aria-label={t.endOf(t.kinds[one.kind], until)}
                  className="py-1 text-ink-2 hover:text-ink pointer-coarse:py-3"
                >
                  {t.end}
                </summary>
                <ReasonForm
                  id={`end-${one.id}`}
                  action="/do/moderation/unrestrict"
                  hidden={{ restrictionId: one.id, handle: person.handle }}
                  label={t.reason}
                  hint={t.endHint}
                  act={t.endNow}
                  kept={wrong}
                  language={language}
                  className="mt-1 grid gap-2"
                />
              </details>
            ) : null}
          </li>
        )
      })}
    </ul>
  )
}
