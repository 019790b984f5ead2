import { AccountPage } from '@/app/_components/people/account-page'
import { TextLink } from '@/app/_components/people/text-link'
import { DeleteForm } from '@/app/_components/privacy/delete-form'
import { ExportState } from '@/app/_components/privacy/export-state'
import { Section } from '@/app/_components/security/section'
import { inLanguage } from '@/app/_web/address'
import { asked, type PageProps, privatePage } from '@/app/_web/asked'
import { keptForm } from '@/app/_web/kept'
import { orNotFound } from '@/app/_web/page'
import { viewer } from '@/app/_web/viewer'
import { readExport } from '@/forum/privacy/exports'
import { readWaysIn } from '@/forum/security/queries'
import { privacy } from '@/messages/privacy'

export const dynamic = 'force-dynamic'
export const generateMetadata = privatePage((language) => privacy[language].ownTitle)

export default async function DataPage(props: PageProps) {
  const { language, query } = await asked(props)
  const t = privacy[language]
  const who = await viewer()
  const { hasPassword } = await orNotFound(readWaysIn(who), { language, path: '/settings/data' })
  return (
    <AccountPage title={t.ownTitle}>
      <p>
        <TextLink href={inLanguage(language, '/privacy')}>{t.title}</TextLink>
      </p>
      <Section title={t.exportTitle} id="export">
        <ExportState language={language} copy={await readExport(who)} kept={await keptForm('export', query.kept)} />
      </Section>
      <Section title={t.deleteTitle} id="delete">
        <DeleteForm language={language} hasPassword={hasPassword} kept={await keptForm('delete-account', query.kept)} />
      </Section>
    </AccountPage>
  )
}
