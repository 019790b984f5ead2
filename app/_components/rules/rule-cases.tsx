import { casePath } from '@/app/_components/moderation/paths'
import { ReasonFields } from '@/app/_components/moderation/reason-fields'
import { AccountForm } from '@/app/_components/people/account-form'
import { inLanguage } from '@/app/_web/address'
import type { KeptForm } from '@/forum/forms/kept'
import { tickOf } from '@/forum/moderation/bulk-input'
import type { CasesOfRule } from '@/forum/moderation/of-rule'
import { desk } from '@/messages/desk'
import type { Language } from '@/messages/language'
import { rules } from '@/messages/rules'
import { button } from '@/ui/button'

type Props = { ruleId: string; found: CasesOfRule; kept: KeptForm | undefined; language: Language }

/** The open cases that a rule brought: which they are, and one decision about all that stay ticked. */
export function RuleCases({ ruleId, found, kept, language }: Props) {
  const t = rules[language]
  const { all, cases } = found
  return (
    <section aria-labelledby="cases" className="grid gap-2">
      <h3 id="cases" className="font-semibold">
        {t.cases}
      </h3>
      <p className="text-sm text-ink-2">{t.casesSaid(all, cases.length)}</p>
      {cases.length === 0 ? null : (
        <AccountForm
          action="/do/moderation/bulk"
          language={language}
          kept={kept}
          hidden={{ rule: ruleId }}
          className="grid max-w-xl gap-2.5"
        >
          {/* Enter decides nothing, as in the form of one case. */}
          <button type="submit" name="act" value="" hidden />
          <details open={cases.length <= 10 || kept !== undefined}>
            <summary className="w-fit py-2 text-sm text-rubric-ink">{t.which}</summary>
            <ul className="max-h-96 overflow-y-auto rounded-md border border-rule">
              {cases.map((one) => {
                const tick = tickOf(one)
                return (
                  <li key={one.id} className="flex gap-3 border-b border-rule px-3 py-2 text-sm last:border-b-0">
                    <input
                      type="checkbox"
                      {...tick}
                      defaultChecked={kept ? tick.name in kept.fields : true}
                      aria-label={desk[language].select(one.by)}
                      className="mt-0.5 size-6 flex-none accent-rubric"
                    />
                    <span className="min-w-0 wrap-anywhere">
                      <a
                        href={inLanguage(language, casePath(one.id))}
                        className="inline-block py-0.5 font-semibold hover:underline"
                      >
                        {one.by}
                      </a>{' '}
                      <span dir="auto" className="text-ink-2">
                        {one.excerpt}
                      </span>
                    </span>
                  </li>
                )
              })}
            </ul>
          </details>
          <ReasonFields kept={kept} language={language} />
          <p className="text-[0.8125rem] text-ink-3">{t.casesHint}</p>
          <p className="flex flex-wrap gap-2.5">
            <button type="submit" name="act" value="approve" className={button('plain', 'min-h-11')}>
              {desk[language].bulkApprove}
            </button>
            <button type="submit" name="act" value="remove" className={button('primary', 'min-h-11')}>
              {desk[language].bulkRemove}
            </button>
          </p>
        </AccountForm>
      )}
    </section>
  )
}
