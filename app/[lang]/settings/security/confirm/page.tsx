import { AccountForm } from '@/app/_components/people/account-form'
import { AccountPage } from '@/app/_components/people/account-page'
import { DeadLink } from '@/app/_components/people/dead-link'
import { asked, type PageProps, privatePage } from '@/app/_web/asked'
import { keptForm } from '@/app/_web/kept'
import { linkOrNull } from '@/app/_web/link-or-null'
import { orNotFound } from '@/app/_web/page'
import { viewer } from '@/app/_web/viewer'
import { readEmailLink } from '@/forum/security/mail-links'
import { security } from '@/messages/security'
import { button } from '@/ui/button'

export const dynamic = 'force-dynamic'
export const generateMetadata = privatePage((language) => security[language].confirmEmail)

/** Where the mail's link leads: the account that asked confirms, by a button. */
export default async function ConfirmEmailPage(props: PageProps) {
  const { language, query } = await asked(props)
  const t = security[language]
  const token = query.token ?? ''
  const at = { language, path: `/settings/security/confirm?token=${encodeURIComponent(token)}` }
  const who = await viewer()
  const link = await orNotFound(linkOrNull(readEmailLink(who, token)), at)
  if (!link) return <DeadLink language={language} />
  return (
    <AccountPage title={t.confirmEmail}>
      <p className="wrap-anywhere">{t.confirmEmailOf(link.email, who.handle ?? '')}</p>
      <AccountForm
        action="/do/security/confirm-email"
        language={language}
        kept={await keptForm('confirm-email', query.kept)}
        hidden={{ secret: token }}
      >
        <button type="submit" className={button('primary', 'min-h-11')}>
          {t.confirmEmail}
        </button>
      </AccountForm>
    </AccountPage>
  )
}
