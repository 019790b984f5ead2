import { redirect } from 'next/navigation'
import { PolicyNotice } from '@/app/_components/admission/policy-notice'
import { AccountPage } from '@/app/_components/people/account-page'
import { Divider } from '@/app/_components/people/divider'
import { ProviderButtons } from '@/app/_components/people/provider-buttons'
import { SignUpForm } from '@/app/_components/people/sign-up-form'
import { TextLink } from '@/app/_components/people/text-link'
import { inLanguage } from '@/app/_web/address'
import { asked, type PageProps, privatePage } from '@/app/_web/asked'
import { invitationHere } from '@/app/_web/auth/invitation'
import { oauthProviders } from '@/app/_web/auth/providers'
import { keptForm, wordsWait } from '@/app/_web/kept'
import { thenPath, withThen } from '@/app/_web/then'
import { viewer } from '@/app/_web/viewer'
import { readInvitation } from '@/forum/admission/invitations'
import { askForWork } from '@/forum/admission/proof-of-work'
import { readSignUp } from '@/forum/admission/queries'
import { canMail } from '@/lib/mail'
import { account } from '@/messages/account'
import { admission } from '@/messages/admission'
import { Notice } from '@/ui/notice'

export const dynamic = 'force-dynamic'
export const generateMetadata = privatePage((language) => account[language].signUp)

export default async function SignUpPage(props: PageProps) {
  const { language, query } = await asked(props)
  const t = account[language]
  const then = thenPath(query.then)
  if ((await viewer()).role !== 'guest') redirect(then === '/' ? inLanguage(language, '/') : then)
  const secret = await invitationHere()
  const invitation = secret === null ? null : await readInvitation(secret)
  const policy = await readSignUp()
  const open = invitation !== null || policy.way !== 'invitation'
  const challenge = invitation === null ? await askForWork() : null
  const others = oauthProviders().length > 0 || canMail()
  return (
    <AccountPage title={t.signUp}>
      {invitation ? (
        <Notice look="done">{admission[language].invited(invitation.by)}</Notice>
      ) : (
        <PolicyNotice policy={policy} language={language} />
      )}
      {(await wordsWait(then)) ? <Notice>{t.textKept}</Notice> : null}
      {open ? (
        <>
          <SignUpForm
            language={language}
            then={then}
            kept={await keptForm('sign-up', query.kept)}
            challenge={challenge}
          />
          {others ? <Divider word={t.or} /> : null}
          <ProviderButtons language={language} then={then} kept={undefined} />
          {canMail() ? (
            <p>
              <TextLink href={inLanguage(language, withThen('/sign-in', then))}>
                {admission[language].otherWays}
              </TextLink>
            </p>
          ) : null}
        </>
      ) : null}
      <p>
        {t.haveAccount} <TextLink href={inLanguage(language, withThen('/sign-in', then))}>{t.signIn}</TextLink>
      </p>
    </AccountPage>
  )
}
