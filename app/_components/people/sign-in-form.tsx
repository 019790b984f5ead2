import type { KeptForm } from '@/forum/forms/kept'
import { account } from '@/messages/account'
import type { Language } from '@/messages/language'
import { button } from '@/ui/button'
import { Field } from '@/ui/field'
import { AccountForm } from './account-form'
import { fieldProblem } from './problem-sentence'

type Props = { language: Language; then: string; kept: KeptForm | undefined }

export function SignInForm({ language, then, kept }: Props) {
  const t = account[language]
  return (
    <AccountForm action="/do/people/sign-in" language={language} kept={kept} hidden={{ back: then }}>
      <Field
        name="email"
        type="email"
        label={t.email}
        autoComplete="username"
        defaultValue={kept?.fields.email}
        error={fieldProblem(kept, 'email', language)}
        required
      />
      <Field
        name="password"
        type="password"
        label={t.password}
        autoComplete="current-password"
        error={fieldProblem(kept, 'password', language)}
        required
      />
      <button type="submit" className={button('primary', 'min-h-11')}>
        {t.signIn}
      </button>
    </AccountForm>
  )
}
