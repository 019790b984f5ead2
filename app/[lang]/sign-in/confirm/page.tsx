import { AccountForm } from '@/app/_components/people/account-form'
import { AccountPage } from '@/app/_components/people/account-page'
import { DeadLink } from '@/app/_components/people/dead-link'
import { asked, type PageProps, privatePage } from '@/app/_web/asked'
import { magicLinkHash } from '@/app/_web/auth/magic-link-hash'
import { keptForm } from '@/app/_web/kept'
import { linkOrNull } from '@/app/_web/link-or-null'
import { thenPath } from '@/app/_web/then'
import { readMagicLink } from '@/forum/people/magic-links'
import { account } from '@/messages/account'
import { button } from '@/ui/button'
import { Notice } from '@/ui/notice'

export const dynamic = 'force-dynamic'
export const generateMetadata = privatePage((language) => account[language].confirmTitle)

/** Where the link of a mail leads. Opening it changes nothing, however often a mail scanner does; the button signs in. */
export default async function ConfirmPage(props: PageProps) {
  const { language, query } = await asked(props)
  const t = account[language]
  const token = query.token ?? ''
  const link = await linkOrNull(readMagicLink(magicLinkHash(token)))
  if (!link) return <DeadLink language={language} />
  return (
    <AccountPage title={t.confirmTitle}>
      <p className="wrap-anywhere">{t.confirmAs(link.email)}</p>
      {link.first ? <Notice>{t.confirmFirst}</Notice> : null}
      <AccountForm
        action="/do/people/confirm-link"
        language={language}
        kept={await keptForm('confirm-link', query.kept)}
        hidden={{
          secret: token,
          back: thenPath(query.then),
          ...(query.invitation ? { invitation: query.invitation } : {}),
        }}
      >
        <button type="submit" className={button('primary', 'min-h-11')}>
          {t.signIn}
        </button>
      </AccountForm>
    </AccountPage>
  )
}
