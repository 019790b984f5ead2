import { account } from '@/messages/account'
import { EntryForm, type EntryProps } from './entry-form'

export function SignInForm(props: EntryProps) {
  const t = account[props.language]
  const fields = [
    { name: 'email', type: 'email', label: t.email, autoComplete: 'username' },
    { name: 'password', type: 'password', label: t.password, autoComplete: 'current-password' },
  ]
  return <EntryForm {...props} door="sign-in" fields={fields} submit={t.signIn} />
}
