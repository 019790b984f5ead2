import { AccountForm } from '@/app/_components/people/account-form'
import { fieldProblem } from '@/app/_components/people/problem-sentence'
import type { KeptForm } from '@/forum/forms/kept'
import { OFFERED_REASONS } from '@/forum/settings/input'
import type { ModerationSettings } from '@/forum/settings/queries'
import type { Language } from '@/messages/language'
import { moderation } from '@/messages/moderation'
import { settings } from '@/messages/settings'
import { button } from '@/ui/button'
import { Field } from '@/ui/field'
import { SettingBox } from './setting-box'

type Props = { now: ModerationSettings; kept: KeptForm | undefined; language: Language }

/** What is looked at before it is published, and how readers report. */
export function ModerationForm({ now, kept, language }: Props) {
  const t = settings[language]
  const marked = (name: string, before: boolean) => (kept ? kept.fields[name] === 'on' : before)
  return (
    <AccountForm action="/do/moderation/settings" language={language} kept={kept} className="grid max-w-xl gap-6">
      <fieldset className="grid gap-1">
        <legend className="mb-1 font-semibold">{t.screening}</legend>
        <SettingBox name="holdFirst" checked={marked('holdFirst', now.screening.holdFirst)} hint={t.holdFirstHint}>
          {t.holdFirst}
        </SettingBox>
      </fieldset>
      <fieldset className="grid gap-1">
        <legend className="mb-1 font-semibold">{t.reasons}</legend>
        {OFFERED_REASONS.map((reason) => (
          <SettingBox
            key={reason}
            name={`reason-${reason}`}
            checked={marked(`reason-${reason}`, now.flags.reasons.includes(reason))}
          >
            {moderation[language].flagReasons[reason]}
          </SettingBox>
        ))}
        <p className="text-[0.8125rem] text-ink-3">{t.reasonsHint}</p>
      </fieldset>
      <Field
        name="hideAt"
        type="number"
        min={1}
        max={1000}
        step="any"
        inputMode="decimal"
        label={t.hideAt}
        hint={t.hideAtHint}
        error={fieldProblem(kept, 'hideAt', language)}
        defaultValue={kept ? (kept.fields.hideAt ?? '') : (now.flags.hideAt ?? '')}
        autoComplete="off"
      />
      <fieldset className="grid gap-1">
        <legend className="mb-1 font-semibold">{t.answering}</legend>
        <SettingBox
          name="secondStep"
          checked={marked('secondStep', now.moderators.secondStep)}
          hint={t.secondStepHint}
          error={fieldProblem(kept, 'secondStep', language)}
        >
          {t.secondStep}
        </SettingBox>
      </fieldset>
      <div>
        <button type="submit" className={button('primary', 'min-h-11')}>
          {t.save}
        </button>
      </div>
    </AccountForm>
  )
}
