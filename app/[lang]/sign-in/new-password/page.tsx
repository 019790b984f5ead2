import { AccountForm } from '@/app/_components/people/account-form'
import { AccountPage } from '@/app/_components/people/account-page'
import { DeadLink } from '@/app/_components/people/dead-link'
import { fieldProblem } from '@/app/_components/people/problem-sentence'
import { asked, type PageProps, privatePage } from '@/app/_web/asked'
import { keptForm } from '@/app/_web/kept'
import { linkOrNull } from '@/app/_web/link-or-null'
import { PASSWORD_MIN } from '@/forum/people/input'
import { readPasswordLink } from '@/forum/security/mail-links'
import { account } from '@/messages/account'
import { security } from '@/messages/security'
import { button } from '@/ui/button'
import { Field } from '@/ui/field'

export const dynamic = 'force-dynamic'
export const generateMetadata = privatePage((language) => security[language].passwordNew)

/** Where the mail's link leads. Opening it changes nothing; the button sets the password. */
export default async function NewPasswordPage(props: PageProps) {
  const { language, query } = await asked(props)
  const t = security[language]
  const token = query.token ?? ''
  const link = await linkOrNull(readPasswordLink(token))
  if (!link) return <DeadLink language={language} />
  const kept = await keptForm('new-password', query.kept)
  return (
    <AccountPage title={t.passwordNew}>
      <p className="wrap-anywhere">{t.passwordOf(link.handle)}</p>
      <AccountForm action="/do/people/new-password" language={language} kept={kept} hidden={{ secret: token }}>
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
        <button type="submit" className={button('primary', 'min-h-11')}>
          {t.passwordSet}
        </button>
      </AccountForm>
    </AccountPage>
  )
}
