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
    return moved(inLanguage(language, retired ? essayPath(essay.slug) : threadPath(essay.slug, ordinal)))
  } catch (error) {
    return notThere(language, error)
  }
}
