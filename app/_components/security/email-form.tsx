import { AccountForm } from '@/app/_components/people/account-form'
import { fieldProblem } from '@/app/_components/people/problem-sentence'
import type { KeptForm } from '@/forum/forms/kept'
import type { Language } from '@/messages/language'
import { security } from '@/messages/security'
import { button } from '@/ui/button'
import { Field } from '@/ui/field'

type Props = { language: Language; email: string | null; proved: boolean; kept: KeptForm | undefined }

/** The address of an account: whether it is shown to be one's own, and another instead. */
export function EmailForm({ language, email, proved, kept }: Props) {
  const t = security[language]
  return (
    <>
      <p className="wrap-anywhere">
        {email === null ? t.emailNone : email}
        {email === null ? null : (
          <span className={proved ? 'text-ok' : 'text-ink-3'}> · {proved ? t.emailProved : t.emailUnproved}</span>
        )}
      </p>
      {email !== null && !proved ? (
        <AccountForm action="/do/security/prove-email" language={language} className="flex">
          <button type="submit" className={button('plain', 'min-h-11 px-5')}>
            {t.emailProve}
          </button>
        </AccountForm>
      ) : null}
      <AccountForm action="/do/security/email" language={language} kept={kept}>
        <Field
          name="email"
          type="email"
          label={t.emailNew}
          hint={t.emailNewHint}
          autoComplete="email"
          defaultValue={kept?.fields.email}
          error={fieldProblem(kept, 'email', language)}
          required
        />
        <button type="submit" className={button('plain', 'min-h-11 justify-self-start px-5')}>
          {t.emailChange}
        </button>
      </AccountForm>
    </>
  )
}
