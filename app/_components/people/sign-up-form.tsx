import { ProofField } from '@/app/_components/admission/proof-field'
import { PASSWORD_MIN } from '@/forum/people/input'
import { account } from '@/messages/account'
import { EntryForm, type EntryProps } from './entry-form'

export function SignUpForm({ challenge, ...props }: EntryProps & { challenge: string | null }) {
  const t = account[props.language]
  const fields = [
    {
      name: 'handle',
      label: t.name,
      hint: t.nameHint,
      autoComplete: 'nickname',
      autoCapitalize: 'none',
      spellCheck: false,
    },
    { name: 'email', type: 'email', label: t.email, hint: t.emailHint, autoComplete: 'username' },
    {
      name: 'password',
      type: 'password',
      label: t.password,
      hint: t.passwordHint,
      autoComplete: 'new-password',
      minLength: PASSWORD_MIN,
    },
  ]
  return (
    <EntryForm {...props} door="sign-up" fields={fields} submit={t.signUp}>
      {challenge ? <ProofField challenge={challenge} language={props.language} /> : null}
      <p className="text-[0.8125rem] text-ink-3">{t.whatIsKept}</p>
    </EntryForm>
  )
}
