import type { KeptForm } from '@/forum/forms/kept'
import type { PersonRecord } from '@/forum/moderation/record'
import type { Language } from '@/messages/language'
import { record } from '@/messages/record'
import { FoldedReasonForm } from './folded-reason-form'
import { InEssay } from './in-essay'
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
              <InEssay essay={one.essay} language={language} />
            </p>
            <p className="text-ink-2">
              {t.span(dateTime(one.startsAt, language), until)} · {t.by(one.by.handle)}
              {one.liftedAt ? ` · ${t.lifted(dateTime(one.liftedAt, language))}` : ''}
            </p>
            <p dir="auto" className="wrap-anywhere">
              {one.reason}
            </p>
            {one.can.end ? (
              <FoldedReasonForm
                id={`end-${one.id}`}
                summary={t.end}
                summaryOfWhich={t.endOf(t.kinds[one.kind], until)}
                action="/do/moderation/unrestrict"
                hidden={{ restrictionId: one.id, handle: person.handle }}
                label={t.reason}
                hint={t.endHint}
                act={t.endNow}
                kept={wrong}
                language={language}
                fold="mt-1"
              />
            ) : null}
          </li>
        )
      })}
    </ul>
  )
}
