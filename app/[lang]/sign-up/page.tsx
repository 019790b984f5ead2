import { redirect } from 'next/navigation'
import { AccountPage } from '@/app/_components/people/account-page'
import { SignUpForm } from '@/app/_components/people/sign-up-form'
import { TextLink } from '@/app/_components/people/text-link'
import { inLanguage } from '@/app/_web/address'
import { asked, type PageProps, privatePage } from '@/app/_web/asked'
import { keptForm, wordsWait } from '@/app/_web/kept'
import { thenPath, withThen } from '@/app/_web/then'
import { viewer } from '@/app/_web/viewer'
import { account } from '@/messages/account'
import { Notice } from '@/ui/notice'

export const dynamic = 'force-dynamic'
export const generateMetadata = privatePage((language) => account[language].signUp)

export default async function SignUpPage(props: PageProps) {
  const { language, query } = await asked(props)
  const t = account[language]
  const then = thenPath(query.then)
  if ((await viewer()).role !== 'guest') redirect(then === '/' ? inLanguage(language, '/') : then)
  return (
    <AccountPage title={t.signUp}>
      {(await wordsWait(then)) ? <Notice>{t.textKept}</Notice> : null}
      <SignUpForm language={language} then={then} kept={await keptForm('sign-up', query.kept)} />
      <p>
        {t.haveAccount} <TextLink href={inLanguage(language, withThen('/sign-in', then))}>{t.signIn}</TextLink>
      </p>
    </AccountPage>
  )
}
