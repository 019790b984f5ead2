import { AccountForm } from '@/app/_components/people/account-form'
import { fieldProblem } from '@/app/_components/people/problem-sentence'
import type { KeptForm } from '@/forum/forms/kept'
import { REASON_MAX, REASON_MIN } from '@/forum/moderation/input'
import { cooling } from '@/messages/cooling'
import type { Language } from '@/messages/language'
import { button } from '@/ui/button'
import { Field } from '@/ui/field'
import { SlowFields } from './slow-fields'

type Props = { paragraphId: string; isCooled: boolean; kept: KeptForm | undefined; language: Language }

/** A reason, and three things to do for it. */
export function CoolForm({ paragraphId, isCooled, kept, language }: Props) {
  const t = cooling[language]
  const act = (name: string, label: string) => (
    <button type="submit" name="act" value={name} className={button('plain', 'min-h-11')}>
      {label}
    </button>
  )
  return (
    <AccountForm action="/do/moderation/cool" language={language} kept={kept} hidden={{ paragraphId }}>
      {/* Enter in the field does nothing by itself: the form is shown again. */}
      <button type="submit" name="act" value="" hidden />
      <Field
        name="reason"
        label={t.reason}
        error={fieldProblem(kept, 'reason', language)}
        defaultValue={kept?.fields.reason ?? ''}
        required
        minLength={REASON_MIN}
        maxLength={REASON_MAX}
        autoComplete="off"
      />
      <div className="flex flex-wrap items-center gap-2">
        {act('slow', t.slow)}
        <SlowFields seconds={kept?.fields.slowSeconds} days={kept?.fields.slowDays} language={language} />
      </div>
      <div className="flex flex-wrap gap-2">
        {act('lock', t.lock)}
        {isCooled ? act('open', t.openAgain) : null}
      </div>
    </AccountForm>
  )
}
