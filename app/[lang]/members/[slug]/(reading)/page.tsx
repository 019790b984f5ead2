import { essayPath } from '@/app/_web/address'
import { memberEssay } from '@/app/_web/member-pages'
import { orNotFound, pageLanguage } from '@/app/_web/page'

export const dynamic = 'force-dynamic'

type Params = Promise<{ lang: string; slug: string }>

/** The layout shows the text. */
export default async function MemberEssayPage({ params }: { params: Params }) {
  const { lang, slug } = await params
  const name = decodeURIComponent(slug)
  await orNotFound(memberEssay(name), { language: pageLanguage(lang), path: essayPath(name) })
  return null
}
