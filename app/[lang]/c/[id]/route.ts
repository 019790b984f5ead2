import { commentAnchor, essayPath, inLanguage, threadPath } from '@/app/_web/address'
import { ById } from '@/app/_web/addressed'
import { pageLanguage } from '@/app/_web/page'
import { moved, notThere } from '@/app/_web/permanent'
import { viewer } from '@/app/_web/viewer'
import { locateComment, SHORT_THREAD } from '@/forum/comments/queries'
import { locateParagraph } from '@/forum/essay/queries'

/** A comment's permanent address: leads to where it stands now, whatever the thread has become. */
export async function GET(_: Request, { params }: { params: Promise<{ lang: string; id: string }> }) {
  const { lang, ...address } = await params
  const language = pageLanguage(lang)
  const { id } = ById.safeParse(address).data ?? {}
  if (!id) return notThere(language)
  try {
    const comment = await locateComment(await viewer(), id)
    const { essay, ordinal, commentCount, retired } = await locateParagraph(comment.paragraphId)
    if (retired) return moved(inLanguage(language, essayPath(essay.slug)))
    const thread = threadPath(essay.slug, ordinal)
    // A short thread is on one page, the same for everybody; in a long one the comment gets its own window.
    const page = commentCount <= SHORT_THREAD ? thread : `${thread}/comments?at=${id}`
    return moved(`${inLanguage(language, page)}#${commentAnchor(id)}`)
  } catch (error) {
    return notThere(language, error)
  }
}
