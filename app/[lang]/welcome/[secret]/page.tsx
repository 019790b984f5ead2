import { ClaimLink } from '@/app/_components/people/claim-link'
import { DeadLink } from '@/app/_components/people/dead-link'
import { SignInLink } from '@/app/_components/people/sign-in-link'
import { asked, type PageProps, privatePage } from '@/app/_web/asked'
import { keptForm } from '@/app/_web/kept'
import { linkOrNull } from '@/app/_web/link-or-null'
import { viewer } from '@/app/_web/viewer'
import { readLink } from '@/forum/people/links'
import { account } from '@/messages/account'

export const dynamic = 'force-dynamic'
export const generateMetadata = privatePage((language) => account[language].linkTitle)

/** What a one-time link does, and the button that does it. */
export default async function WelcomePage(props: PageProps<{ secret: string }>) {
  const { language, params, query } = await asked(props)
  const { secret } = params
  const link = await linkOrNull(readLink(secret))
  if (!link) return <DeadLink language={language} />
  if (link.purpose === 'signIn' && link.handle !== null) {
    const kept = await keptForm('use-link', query.kept)
    return <SignInLink language={language} secret={secret} handle={link.handle} kept={kept} />
  }
  const kept = await keptForm('claim', query.kept)
  return <ClaimLink language={language} secret={secret} handle={(await viewer()).handle} kept={kept} />
}
