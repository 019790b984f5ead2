import { AccountPage } from '@/app/_components/people/account-page'
import { Connected } from '@/app/_components/security/connected'
import { EmailForm } from '@/app/_components/security/email-form'
import { Passkeys } from '@/app/_components/security/passkeys'
import { PasswordForm } from '@/app/_components/security/password-form'
import { RecoveryCodes } from '@/app/_components/security/recovery-codes'
import { SecondStep } from '@/app/_components/security/second-step'
import { Section } from '@/app/_components/security/section'
import { SessionList } from '@/app/_components/security/session-list'
import { SECURITY } from '@/app/_web/address'
import { asked, type PageProps, privatePage } from '@/app/_web/asked'
import { oauthProviders } from '@/app/_web/auth/providers'
import { seatHere } from '@/app/_web/auth/seat'
import { currentSession } from '@/app/_web/auth/session'
import { carriedCodes } from '@/app/_web/auth/shown-codes'
import { keptForm } from '@/app/_web/kept'
import { orNotFound } from '@/app/_web/page'
import { viewer } from '@/app/_web/viewer'
import { listSessions, readWaysIn } from '@/forum/security/queries'
import { readBegunApp } from '@/forum/security/second-step'
import { env } from '@/lib/env'
import { canMail } from '@/lib/mail'
import { oneTimeAddress } from '@/lib/one-time-password'
import { refusals } from '@/messages/refusals'
import { security } from '@/messages/security'
import { Notice } from '@/ui/notice'

export const dynamic = 'force-dynamic'
export const generateMetadata = privatePage((language) => security[language].title)

export default async function SecurityPage(props: PageProps) {
  const { language, query } = await asked(props)
  const t = security[language]
  const here = { language, path: SECURITY }
  const who = await viewer()
  const waysIn = await orNotFound(readWaysIn(who), here)
  const { id: sessionId } = await orNotFound(currentSession(), here)
  const { network } = await seatHere()
  const sessions = await listSessions(who, { sessionId, network: network ?? '' })
  const secret = await readBegunApp(who)
  return (
    <AccountPage title={t.title}>
      {query.required && who.role !== 'guest' && who.owesSecondStep ? (
        <Notice look="note">{refusals[language]['second-step-required']({})}</Notice>
      ) : null}
      <DoneNotice done={query.done} sentences={t.done} />
      <RecoveryCodes language={language} codes={await carriedCodes(who.id ?? '')} />
      <Section title={t.password} id="password">
        <PasswordForm
          language={language}
          hasPassword={waysIn.hasPassword}
          kept={await keptForm('password', query.kept)}
        />
      </Section>
      <Section title={t.second} id="second">
        <SecondStep
          language={language}
          twoSteps={waysIn.twoSteps}
          hasApp={waysIn.hasApp}
          hasPasskeys={waysIn.passkeys.length > 0}
          codesLeft={waysIn.codesLeft}
          begun={
            secret === null ? null : { secret, address: oneTimeAddress(secret, env().FORUM_NAME, who.handle ?? '') }
          }
          kept={{
            confirm: await keptForm('app-confirm', query.kept),
            twoSteps: await keptForm('two-steps', query.kept),
          }}
        />
      </Section>
      <Section title={t.passkeys} id="passkeys">
        <Passkeys
          language={language}
          passkeys={waysIn.passkeys}
          kept={{
            add: await keptForm('passkey-add', query.kept),
            remove: await keptForm('passkey-remove', query.kept),
          }}
        />
      </Section>
      {oauthProviders().length > 0 || waysIn.accounts.length > 0 ? (
        <Section title={t.connected} id="connected">
          <Connected
            language={language}
            accounts={waysIn.accounts}
            kept={{ link: await keptForm('link', query.kept), unlink: await keptForm('unlink', query.kept) }}
          />
        </Section>
      ) : null}
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
