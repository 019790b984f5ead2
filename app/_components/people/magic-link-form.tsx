import type { KeptForm } from '@/forum/forms/kept'
import { account } from '@/messages/account'
import type { Language } from '@/messages/language'
import { button } from '@/ui/button'
import { Field } from '@/ui/field'
import { AccountForm } from './account-form'
import { fieldProblem } from './problem-sentence'

type Props = { language: Language; then: string; kept: KeptForm | undefined }

export function MagicLinkForm({ language, then, kept }: Props) {
  const t = account[language]
  return (
    <section aria-labelledby="without-password" className="grid gap-3">
      <h2 id="without-password" className="font-semibold">
        {t.withoutPassword}
      </h2>
      <AccountForm action="/do/people/magic-link" language={language} kept={kept} hidden={{ back: then }}>
        <Field
          id="magic-email"
          name="email"
          type="email"
          label={t.email}
          hint={t.magicHint}
          autoComplete="email"
          defaultValue={kept?.fields.email}
          error={fieldProblem(kept, 'email', language)}
          required
        />
        <button type="submit" className={button('plain', 'min-h-11')}>
          {t.sendLink}
        </button>
      </AccountForm>
    </section>
  )
}
