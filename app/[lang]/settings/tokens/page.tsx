import { AccountPage } from '@/app/_components/people/account-page'
import { Section } from '@/app/_components/security/section'
import { TokenForm } from '@/app/_components/tokens/token-form'
import { TokenList } from '@/app/_components/tokens/token-list'
import { asked, type PageProps, privatePage } from '@/app/_web/asked'
import { carriedToken } from '@/app/_web/auth/shown-token'
import { keptForm } from '@/app/_web/kept'
import { orNotFound } from '@/app/_web/page'
import { viewer } from '@/app/_web/viewer'
import { listTokens } from '@/forum/people/token-list'
import { tokens } from '@/messages/tokens'
import { Notice } from '@/ui/notice'

export const dynamic = 'force-dynamic'
export const generateMetadata = privatePage((language) => tokens[language].title)

export default async function TokensPage(props: PageProps) {
  const { language, query } = await asked(props)
  const t = tokens[language]
  const who = await viewer()
  const list = await orNotFound(listTokens(who), { language, path: '/settings/tokens' })
  const made = query.made ? await carriedToken() : undefined
  return (
    <AccountPage title={t.title}>
      <p className="text-ink-2">{t.intro}</p>
      {made ? (
        <Notice look="done">
          {t.made}
          <code className="mt-2 block select-all font-mono wrap-anywhere">{made}</code>
        </Notice>
      ) : null}
      <Section title={t.yours} id="tokens">
        <TokenList language={language} list={list} />
      </Section>
      <Section title={t.make} id="make">
        <TokenForm
          language={language}
          moderates={who.role === 'moderator' || who.role === 'owner'}
          kept={await keptForm('make-token', query.kept)}
        />
      </Section>
    </AccountPage>
  )
}
