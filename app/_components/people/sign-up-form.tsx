import type { KeptForm } from '@/forum/forms/kept'
import { PASSWORD_MIN } from '@/forum/people/input'
import { account } from '@/messages/account'
import type { Language } from '@/messages/language'
import { button } from '@/ui/button'
import { Field } from '@/ui/field'
import { AccountForm } from './account-form'
import { fieldProblem } from './problem-sentence'

type Props = { language: Language; then: string; kept: KeptForm | undefined }

export function SignUpForm({ language, then, kept }: Props) {
  const t = account[language]
  return (
    <AccountForm action="/do/people/sign-up" language={language} kept={kept} hidden={{ back: then }}>
      <Field
        name="handle"
        label={t.name}
        hint={t.nameHint}
        autoComplete="nickname"
        autoCapitalize="none"
        spellCheck={false}
        defaultValue={kept?.fields.handle}
        error={fieldProblem(kept, 'handle', language)}
        required
      />
      <Field
        name="email"
        type="email"
        label={t.email}
        hint={t.emailHint}
        autoComplete="username"
        defaultValue={kept?.fields.email}
        error={fieldProblem(kept, 'email', language)}
        required
      />
      <Field
        name="password"
        type="password"
        label={t.password}
        hint={t.passwordHint}
        autoComplete="new-password"
        minLength={PASSWORD_MIN}
        error={fieldProblem(kept, 'password', language)}
        required
      />
      <button type="submit" className={button('primary', 'min-h-11')}>
        {t.signUp}
      </button>
      <p className="text-[0.8125rem] text-ink-3">{t.whatIsKept}</p>
    </AccountForm>
  )
}
