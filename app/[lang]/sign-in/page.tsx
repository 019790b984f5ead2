import { redirect } from 'next/navigation'
import { AccountPage } from '@/app/_components/people/account-page'
import { Divider } from '@/app/_components/people/divider'
import { MagicLinkForm } from '@/app/_components/people/magic-link-form'
import { ProviderButtons } from '@/app/_components/people/provider-buttons'
import { SignInForm } from '@/app/_components/people/sign-in-form'
import { TextLink } from '@/app/_components/people/text-link'
import { ShowPasskey } from '@/app/_components/security/show-passkey'
import { inLanguage } from '@/app/_web/address'
import { asked, type PageProps, privatePage } from '@/app/_web/asked'
import { oauthProviders } from '@/app/_web/auth/providers'
import { keptForm, wordsWait } from '@/app/_web/kept'
import { thenPath, withThen } from '@/app/_web/then'
import { viewer } from '@/app/_web/viewer'
import { canMail } from '@/lib/mail'
import { account } from '@/messages/account'
import { security } from '@/messages/security'
import { Notice } from '@/ui/notice'

export const dynamic = 'force-dynamic'
export const generateMetadata = privatePage((language) => account[language].signIn)

export default async function SignInPage(props: PageProps) {
  const { language, query } = await asked(props)
  const t = account[language]
  const then = thenPath(query.then)
  // Who is signed in may have to show it once more.
  if (!query.error && !query.again && (await viewer()).role !== 'guest')
    redirect(then === '/' ? inLanguage(language, '/') : then)
  const form = { language, then }
  const others = oauthProviders().length > 0 || canMail()
  return (
    <AccountPage title={t.signIn}>
      {query.error ? <Notice look="refusal">{errorSentence(query.error, t.errors)}</Notice> : null}
      {query.done === 'password' ? <Notice look="done">{security[language].forgottenDone}</Notice> : null}
      {query.again ? <Notice>{security[language].again}</Notice> : null}
      {query.for === 'members' ? <Notice>{t.forMembers}</Notice> : null}
      {(await wordsWait(then)) ? <Notice>{t.textKept}</Notice> : null}
      <SignInForm {...form} kept={await keptForm('sign-in', query.kept)} />
      {canMail() ? (
        <p className="-mt-3">
          <TextLink href={inLanguage(language, '/sign-in/forgotten')}>{security[language].forgotten}</TextLink>
        </p>
      ) : null}
      <ShowPasskey {...form} kept={await keptForm('passkey', query.kept)} />
      {others ? <Divider word={t.or} /> : null}
      <ProviderButtons {...form} kept={await keptForm('provider', query.kept)} />
      {canMail() ? <MagicLinkForm {...form} kept={await keptForm('magic-link', query.kept)} /> : null}
      <p>
        {t.noAccount} <TextLink href={inLanguage(language, withThen('/sign-up', then))}>{t.signUp}</TextLink>
      </p>
    </AccountPage>
  )
}

/** next-auth's codes; most of them say no more than that it did not work. */
function errorSentence(code: string, sentences: Record<string, string> & { other: string }): string {
  return Object.hasOwn(sentences, code) ? (sentences[code] ?? sentences.other) : sentences.other
}
