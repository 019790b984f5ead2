import { redirect } from 'next/navigation'
import { paragraphAnchor } from '@/app/_components/essay/anchors'
import { essayPath, inLanguage, threadPath } from '@/app/_web/address'
import { ById } from '@/app/_web/addressed'
import { orNotFound, pageLanguage, parsed } from '@/app/_web/page'
import { locateParagraph } from '@/forum/essay/queries'

/** Where it stands now; tomorrow it may be elsewhere, so nothing of this is kept. */
export const dynamic = 'force-dynamic'

/** A paragraph's permanent address: leads to where it stands now. */
export default async function ParagraphAddress({ params }: { params: Promise<{ lang: string; id: string }> }) {
  const { lang, ...address } = await params
  const language = pageLanguage(lang)
  const { essay, ordinal, retired } = await orNotFound(locateParagraph(parsed(ById, address).id))
  if (retired) redirect(inLanguage(language, essayPath(essay.slug)))
  // The mark brings a paragraph far down into sight, also without JavaScript.
  redirect(`${inLanguage(language, threadPath(essay.slug, ordinal))}#${paragraphAnchor(ordinal)}`)
}
