import { account } from '@/messages/account'
import { EntryForm, type EntryProps } from './entry-form'

export function MagicLinkForm(props: EntryProps) {
  const t = account[props.language]
  const fields = [
    { id: 'magic-email', name: 'email', type: 'email', label: t.email, hint: t.magicHint, autoComplete: 'email' },
  ]
  return (
    <section aria-labelledby="without-password" className="grid gap-3">
      <h2 id="without-password" className="font-semibold">
        {t.withoutPassword}
      </h2>
      <EntryForm {...props} door="magic-link" fields={fields} submit={t.sendLink} look="plain" />
    </section>
  )
}
