import { AccountPage } from '@/app/_components/people/account-page'
import { EmailForm } from '@/app/_components/security/email-form'
import { PasswordForm } from '@/app/_components/security/password-form'
import { Section } from '@/app/_components/security/section'
import { SessionList } from '@/app/_components/security/session-list'
import { asked, type PageProps, privatePage } from '@/app/_web/asked'
import { seatHere } from '@/app/_web/auth/seat'
import { currentSession } from '@/app/_web/auth/session'
import { keptForm } from '@/app/_web/kept'
import { orNotFound } from '@/app/_web/page'
import { viewer } from '@/app/_web/viewer'
import { listSessions, readWaysIn } from '@/forum/security/queries'
import { canMail } from '@/lib/mail'
import { security } from '@/messages/security'
import { Notice } from '@/ui/notice'

export const dynamic = 'force-dynamic'
export const generateMetadata = privatePage((language) => security[language].title)

export default async function SecurityPage(props: PageProps) {
  const { language, query } = await asked(props)
  const t = security[language]
  const here = { language, path: '/settings/security' }
  const who = await viewer()
  const waysIn = await orNotFound(readWaysIn(who), here)
  const { id: sessionId } = await orNotFound(currentSession(), here)
  const { network } = await seatHere()
  const sessions = await listSessions(who, { sessionId, network: network ?? '' })
  return (
    <AccountPage title={t.title}>
      <DoneNotice done={query.done} sentences={t.done} />
      <Section title={t.password} id="password">
        <PasswordForm
          language={language}
          hasPassword={waysIn.passwordSince !== null}
          kept={await keptForm('password', query.kept)}
        />
      </Section>
      {canMail() ? (
        <Section title={t.email} id="email">
          <EmailForm
            language={language}
            email={waysIn.email}
            proved={waysIn.emailVerified !== null}
            kept={await keptForm('email', query.kept)}
          />
        </Section>
      ) : null}
      <Section title={t.sessions} id="sessions">
        <SessionList language={language} sessions={sessions} />
      </Section>
    </AccountPage>
  )
}

function DoneNotice({ done, sentences }: { done: string | undefined; sentences: Record<string, string> }) {
  const sentence = done !== undefined && Object.hasOwn(sentences, done) ? sentences[done] : undefined
  return sentence === undefined ? null : <Notice look="done">{sentence}</Notice>
}
