import { redirect } from 'next/navigation'
import { commentAnchor, essayPath, inLanguage, threadPath } from '@/app/_web/address'
import { ById } from '@/app/_web/addressed'
import { orNotFound, pageLanguage, parsed } from '@/app/_web/page'
import { viewer } from '@/app/_web/viewer'
import { locateComment, SHORT_THREAD } from '@/forum/comments/queries'
import { locateParagraph } from '@/forum/essay/queries'

/** Where it stands now; tomorrow it may be elsewhere, so nothing of this is kept. */
export const dynamic = 'force-dynamic'

/** A comment's permanent address: leads to where it stands now, whatever the thread has become. */
export default async function CommentAddress({ params }: { params: Promise<{ lang: string; id: string }> }) {
  const { lang, ...address } = await params
  const language = pageLanguage(lang)
  const { id } = parsed(ById, address)
  const comment = await orNotFound(locateComment(await viewer(), id))
  const { essay, ordinal, commentCount, retired } = await orNotFound(locateParagraph(comment.paragraphId))
  if (retired) redirect(inLanguage(language, essayPath(essay.slug)))
  const thread = threadPath(essay.slug, ordinal)
  // A short thread is on one page, the same for everybody; in a long one the comment gets its own window.
  const page = commentCount <= SHORT_THREAD ? thread : `${thread}/comments?at=${id}`
  redirect(`${inLanguage(language, page)}#${commentAnchor(id)}`)
}
