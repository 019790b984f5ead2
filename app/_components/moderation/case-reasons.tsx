import { inLanguage, personPath } from '@/app/_web/address'
import type { DeskCase } from '@/forum/moderation/queries'
import type { Language } from '@/messages/language'
import { moderation } from '@/messages/moderation'
import { CasePoints } from './case-points'
import { Tag } from './tag'
import { When } from './when'

/** Why it is here: every report with its reason, its note, who made it and when. */
export function CaseReasons({ item, language }: { item: DeskCase; language: Language }) {
  const t = moderation[language]
  return (
    <section aria-labelledby="why" className="mt-5">
      <h3 id="why" className="mb-1.5 text-[0.8125rem] text-ink-3">
        {t.why}
      </h3>
      <CasePoints item={item} language={language} />
      {item.flags.length === 0 ? <p className="text-sm text-ink-2">{t.noFlags}</p> : null}
      <ul className="grid gap-2.5">
        {item.flags.map((flag) => (
          <li key={flag.id} className="min-w-0 text-sm text-ink-2">
            <p className="flex flex-wrap items-baseline gap-x-2 gap-y-1">
              <Tag look="reason">{t.reasons[flag.reason]}</Tag>
              <span>
                {flag.by ? (
                  <>
                    {t.flaggedBy}{' '}
                    <a
                      href={inLanguage(language, personPath(flag.by))}
                      className="inline-block py-0.5 wrap-anywhere hover:underline"
                    >
                      {flag.by}
                    </a>
                  </>
                ) : (
                  t.aReader
                )}
                <span className="text-ink-3">
                  {' · '}
                  <When at={flag.createdAt} language={language} />
                </span>
              </span>
            </p>
            {flag.note ? (
              <p dir="auto" className="mt-0.5 wrap-anywhere whitespace-pre-line">
                {flag.note}
              </p>
            ) : null}
            {flag.changedSince ? <p className="mt-0.5 text-[0.8125rem] text-warn">{t.changedSince}</p> : null}
          </li>
        ))}
      </ul>
      {item.flags.length === 100 ? <p className="mt-2 text-sm text-ink-3">{t.mostFlags(100)}</p> : null}
    </section>
  )
}
