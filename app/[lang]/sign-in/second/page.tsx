import { redirect } from 'next/navigation'
import { AccountPage } from '@/app/_components/people/account-page'
import { EntryForm } from '@/app/_components/people/entry-form'
import { TextLink } from '@/app/_components/people/text-link'
import { ShowPasskey } from '@/app/_components/security/show-passkey'
import { inLanguage } from '@/app/_web/address'
import { asked, type PageProps, privatePage } from '@/app/_web/asked'
import { sessionToken } from '@/app/_web/auth/session'
import { keptForm } from '@/app/_web/kept'
import { thenPath, withThen } from '@/app/_web/then'
import { halfwayOf } from '@/forum/security/queries'
import { security } from '@/messages/security'

export const dynamic = 'force-dynamic'
export const generateMetadata = privatePage((language) => security[language].second)

/** After the password, the link or the provider: what else the account asks for. */
export default async function SecondStepPage(props: PageProps) {
  const { language, query } = await asked(props)
  const t = security[language]
  const then = thenPath(query.then)
  const halfway = await halfwayOf(await sessionToken())
  if (!halfway) redirect(inLanguage(language, withThen('/sign-in', then)))
  const { app, passkeys } = halfway
  const fields = [
    {
      name: 'code',
      label: app ? t.code : t.recoveryCode,
      hint: app ? t.codeHint : t.recoveryHint,
      autoComplete: 'one-time-code',
      autoCapitalize: 'none',
      spellCheck: false,
    },
  ]
  return (
    <AccountPage title={t.second}>
      <p>{passkeys && !app ? t.secondPasskeyWhat : t.secondWhat}</p>
      {passkeys ? <ShowPasskey language={language} then={then} /> : null}
      <EntryForm
        door="second-step"
        fields={fields}
        submit={t.secondGo}
        look={passkeys && !app ? 'plain' : 'primary'}
        language={language}
        then={then}
        kept={await keptForm('second-step', query.kept)}
      />
      <p>
        <TextLink href={inLanguage(language, withThen('/sign-in', then))}>{t.secondOther}</TextLink>
      </p>
    </AccountPage>
  )
}
