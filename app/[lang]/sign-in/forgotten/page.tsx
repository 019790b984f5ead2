import { notFound } from 'next/navigation'
import { AccountPage } from '@/app/_components/people/account-page'
import { EntryForm } from '@/app/_components/people/entry-form'
import { asked, type PageProps, privatePage } from '@/app/_web/asked'
import { keptForm } from '@/app/_web/kept'
import { canMail } from '@/lib/mail'
import { account } from '@/messages/account'
import { security } from '@/messages/security'

export const dynamic = 'force-dynamic'
export const generateMetadata = privatePage((language) => security[language].forgotten)

export default async function ForgottenPage(props: PageProps) {
  const { language, query } = await asked(props)
  if (!canMail()) notFound()
  const t = security[language]
  const fields = [{ name: 'email', type: 'email', label: account[language].email, autoComplete: 'username' }]
  return (
    <AccountPage title={t.forgotten}>
      <p>{t.forgottenWhat}</p>
      <EntryForm
        door="forgotten"
        fields={fields}
        submit={t.forgottenSend}
        language={language}
        kept={await keptForm('forgotten', query.kept)}
      />
    </AccountPage>
  )
}
