import { paragraphAnchor } from '@/app/_components/essay/anchors'
import { essayPath, inLanguage, threadPath } from '@/app/_web/address'
import { ById } from '@/app/_web/addressed'
import { pageLanguage } from '@/app/_web/page'
import { moved, notThere } from '@/app/_web/permanent'
import { locateParagraph } from '@/forum/essay/queries'

/** A paragraph's permanent address: leads to where it stands now. */
export async function GET(_: Request, { params }: { params: Promise<{ lang: string; id: string }> }) {
  const { lang, ...address } = await params
  const language = pageLanguage(lang)
  const { id } = ById.safeParse(address).data ?? {}
  if (!id) return notThere(language)
  try {
    const { essay, ordinal, retired } = await locateParagraph(id)
    if (retired) return moved(inLanguage(language, essayPath(essay.slug)))
    // The mark brings a paragraph far down into sight, also without JavaScript.
    return moved(`${inLanguage(language, threadPath(essay.slug, ordinal))}#${paragraphAnchor(ordinal)}`)
  } catch (error) {
    return notThere(language, error)
  }
}
