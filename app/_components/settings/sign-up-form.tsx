import { AccountForm } from '@/app/_components/people/account-form'
import { fieldProblem } from '@/app/_components/people/problem-sentence'
import { SIGN_UP_WAYS } from '@/forum/admission/ways'
import type { KeptForm } from '@/forum/forms/kept'
import type { ModerationSettings } from '@/forum/settings/queries'
import { admission } from '@/messages/admission'
import type { Language } from '@/messages/language'
import { settings } from '@/messages/settings'
import { button } from '@/ui/button'
import { FIELD } from '@/ui/field'
import { SettingBox } from './setting-box'

type Props = { now: ModerationSettings['signUp']; kept: KeptForm | undefined; language: Language }

/** Who can create an account and write. */
export function SignUpForm({ now, kept, language }: Props) {
  const t = admission[language]
  const chosen = kept?.fields.way ?? now.way
  const wrong = fieldProblem(kept, 'domains', language)
  return (
    <AccountForm action="/do/moderation/sign-up" language={language} kept={kept} className="grid max-w-xl gap-6">
      <fieldset className="grid gap-1">
        <legend className="mb-1 font-semibold">{t.way}</legend>
        {SIGN_UP_WAYS.map((way) => (
          <label key={way} className="flex min-h-11 items-center gap-3">
            <input
              type="radio"
              name="way"
              value={way}
              defaultChecked={way === chosen}
              required
              className="size-4 flex-none accent-rubric"
            />
            {t.ways[way]}
          </label>
        ))}
        <p className="text-[0.8125rem] text-ink-3">{t.wayHint}</p>
      </fieldset>
      <div className="grid gap-1">
        <label htmlFor="domains" className="text-sm font-semibold">
          {t.domains}
        </label>
        <textarea
          id="domains"
          name="domains"
          rows={3}
          defaultValue={kept?.fields.domains ?? now.domains.join('\n')}
          dir="ltr"
          autoCapitalize="none"
          spellCheck={false}
          aria-invalid={wrong ? true : undefined}
          aria-describedby={wrong ? 'domains-hint domains-error' : 'domains-hint'}
          className={`${FIELD} font-mono text-sm`}
        />
        <p id="domains-hint" className="text-[0.8125rem] text-ink-3">
          {t.domainsHint}
        </p>
        {wrong ? (
          <p id="domains-error" className="text-[0.8125rem] text-rubric-ink">
            {wrong}
          </p>
        ) : null}
      </div>
      <fieldset className="grid gap-1">
        <legend className="mb-1 font-semibold">{t.against}</legend>
        <SettingBox
          name="refuseDisposable"
          checked={kept ? kept.fields.refuseDisposable === 'on' : now.refuseDisposable}
          hint={t.refuseDisposableHint}
        >
          {t.refuseDisposable}
        </SettingBox>
        <SettingBox
          name="proofOfWork"
          checked={kept ? kept.fields.proofOfWork === 'on' : now.proofOfWork}
          hint={t.proofOfWorkHint}
        >
          {t.proofOfWork}
        </SettingBox>
      </fieldset>
      <div>
        <button type="submit" className={button('primary', 'min-h-11')}>
          {settings[language].saveSignUp}
        </button>
      </div>
    </AccountForm>
  )
}
