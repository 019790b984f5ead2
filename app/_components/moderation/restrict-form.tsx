import { AccountForm } from '@/app/_components/people/account-form'
import { fieldProblem } from '@/app/_components/people/problem-sentence'
import type { KeptForm } from '@/forum/forms/kept'
import { REASON_MAX, REASON_MIN, SUSPENSION_DAYS } from '@/forum/moderation/input'
import type { PersonRecord } from '@/forum/moderation/record'
import type { Language } from '@/messages/language'
import { moderation } from '@/messages/moderation'
import { record } from '@/messages/record'
import { button } from '@/ui/button'
import { FIELD, Field } from '@/ui/field'

type Props = {
  handle: string
  where: NonNullable<PersonRecord['can']['restrict']>
  kept: KeptForm | undefined
  language: Language
}

/** Everything the person writes is read first: for some days, in one essay or in all. Folded up until it is wanted, or has to be mended. */
export function RestrictForm({ handle, where, kept, language }: Props) {
  const t = record[language]
  return (
    <details className="text-sm" open={kept !== undefined}>
      <summary className="py-1.5 text-ink-2 hover:text-ink pointer-coarse:py-3">{t.restrict}</summary>
      <AccountForm
        action="/do/moderation/restrict"
        language={language}
        kept={kept}
        hidden={{ handle }}
        className="mt-2 grid gap-3"
      >
        <p className="text-[0.8125rem] text-ink-3">{t.restrictHint}</p>
        <div className="grid gap-3 mid:grid-cols-[auto_minmax(0,1fr)]">
          <div className="grid content-start gap-1">
            <label htmlFor="restrict-days" className="font-semibold">
              {moderation[language].days}
            </label>
            <select id="restrict-days" name="days" defaultValue={kept?.fields.days ?? '7'} className={FIELD}>
              {SUSPENSION_DAYS.map((days) => (
                <option key={days} value={days}>
                  {moderation[language].dayCount(days)}
                </option>
              ))}
            </select>
          </div>
          <div className="grid min-w-0 content-start gap-1">
            <label htmlFor="restrict-essay" className="font-semibold">
              {t.where}
            </label>
            <select id="restrict-essay" name="essay" defaultValue={kept?.fields.essay} className={`${FIELD} min-w-0`}>
              {where.everywhere ? <option value="">{t.everywhere}</option> : null}
              {where.essays.map((essay) => (
                <option key={essay.slug} value={essay.slug} lang={essay.language}>
                  {essay.title}
                </option>
              ))}
            </select>
          </div>
        </div>
        <Field
          id="restrict-reason"
          name="reason"
          label={t.reason}
          error={fieldProblem(kept, 'reason', language)}
          required
          minLength={REASON_MIN}
          maxLength={REASON_MAX}
          defaultValue={kept?.fields.reason}
          autoComplete="off"
        />
        <div>
          <button type="submit" className={button('plain', 'min-h-11')}>
            {t.restrictNow}
          </button>
        </div>
      </AccountForm>
    </details>
  )
}
