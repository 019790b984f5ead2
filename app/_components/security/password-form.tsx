import { AccountForm } from '@/app/_components/people/account-form'
import { fieldProblem } from '@/app/_components/people/problem-sentence'
import type { KeptForm } from '@/forum/forms/kept'
import { PASSWORD_MIN } from '@/forum/people/input'
import { account } from '@/messages/account'
import type { Language } from '@/messages/language'
import { security } from '@/messages/security'
import { button } from '@/ui/button'
import { Field } from '@/ui/field'

type Props = { language: Language; hasPassword: boolean; kept: KeptForm | undefined }

export function PasswordForm({ language, hasPassword, kept }: Props) {
  const t = security[language]
  return (
    <AccountForm action="/do/security/password" language={language} kept={kept}>
      {hasPassword ? (
        <Field
          name="password"
          type="password"
          label={t.passwordNow}
          autoComplete="current-password"
          error={fieldProblem(kept, 'password', language)}
          required
        />
      ) : (
        <p className="text-ink-2">{t.passwordNone}</p>
      )}
      <Field
        name="newPassword"
        type="password"
        label={t.passwordNew}
        hint={`${account[language].passwordHint} ${t.passwordEnds}`}
        autoComplete="new-password"
        minLength={PASSWORD_MIN}
        error={fieldProblem(kept, 'newPassword', language)}
        required
      />
      <button type="submit" className={button('plain', 'min-h-11 justify-self-start px-5')}>
        {hasPassword ? t.passwordChange : t.passwordSet}
      </button>
    </AccountForm>
  )
}
