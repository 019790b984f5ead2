import { AccountPage } from '@/app/_components/people/account-page'
import { TextLink } from '@/app/_components/people/text-link'
import { inLanguage } from '@/app/_web/address'
import { asked, type PageProps, privatePage } from '@/app/_web/asked'
import { thenPath, withThen } from '@/app/_web/then'
import { account } from '@/messages/account'
import { security } from '@/messages/security'

export const dynamic = 'force-dynamic'
export const generateMetadata = privatePage((language) => account[language].mailSentTitle)

/** After asking for a link: the same for every address. */
export default async function MailSentPage(props: PageProps) {
  const { language, query } = await asked(props)
  const t = account[language]
  const forPassword = query.for === 'password'
  const back = forPassword ? '/sign-in/forgotten' : withThen('/sign-in', thenPath(query.then))
  return (
    <AccountPage title={t.mailSentTitle}>
      <p>{forPassword ? security[language].forgottenSent : t.mailSent}</p>
      <p className="text-ink-2">{t.mailLate}</p>
      <p>
        <TextLink href={inLanguage(language, back)}>{t.anotherLink}</TextLink>
      </p>
    </AccountPage>
  )
}
