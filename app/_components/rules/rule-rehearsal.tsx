import { AccountForm } from '@/app/_components/people/account-form'
import { commentPath, inLanguage } from '@/app/_web/address'
import type { RuleView } from '@/forum/rules/queries'
import { type Language, LOCALE } from '@/messages/language'
import { rules } from '@/messages/rules'
import { button } from '@/ui/button'

/** What a version would have caught of all that was written, and the way to find out. */
export function RuleRehearsal({ rule, language }: { rule: RuleView; language: Language }) {
  const t = rules[language]
  const last = rule.rehearsal
  const number = (count: number) => count.toLocaleString(LOCALE[language])
  return (
    <section id="rehearsal" aria-labelledby="rehearsal-title" className="grid gap-2">
      <h3 id="rehearsal-title" className="font-semibold">
        {t.rehearsal}
      </h3>
      <p className="text-sm text-ink-2">{t.rehearsalHint}</p>
      {last ? (
        <div role="status" className="grid gap-1 rounded-md bg-sunk px-4 py-3 text-sm">
          <p>
            {t.ofVersion(last.version)} {last.isDone ? null : t.progress(number(last.seen), number(last.total))}
          </p>
          {last.isDone ? null : <progress aria-label={t.rehearsal} value={last.seen} max={Math.max(1, last.total)} />}
          <p>{t.result(number(last.hits), number(last.seen), last.people)}</p>
          <p>{t.overlap(number(last.removed), number(last.approved))}</p>
        </div>
      ) : null}
      {last && last.examples.length > 0 ? (
        <details>
          <summary className="w-fit py-1 text-sm text-rubric-ink">{t.examples}</summary>
          <ul className="grid gap-2 pt-2 text-sm">
            {last.examples.map((one) => (
              <li key={one.id} className="border-s-2 border-rule-strong ps-3 wrap-anywhere">
                <a
                  href={inLanguage(language, commentPath(one.id))}
                  className="inline-block py-0.5 font-semibold hover:underline"
                >
                  {one.by}
                </a>{' '}
                <span dir="auto" className="text-ink-2">
                  {one.excerpt}
                </span>
              </li>
            ))}
          </ul>
        </details>
      ) : null}
      {last && !last.isDone ? null : (
        <AccountForm action="/do/rules/rehearse" language={language} hidden={{ ruleId: rule.id }}>
          <div>
            <button type="submit" className={button('plain', 'min-h-11')}>
              {t.rehearse}
            </button>
          </div>
        </AccountForm>
      )}
    </section>
  )
}
