import { redirect } from 'next/navigation'
import { commentAnchor, commentPath, inLanguage, paragraphPath, threadPath } from '@/app/_web/address'
import { ById } from '@/app/_web/addressed'
import { asked, type PageProps } from '@/app/_web/asked'
import { memberThread } from '@/app/_web/member-pages'
import { orNotFound, parsed } from '@/app/_web/page'
import { sharedThread, standsOnFirstPage } from '@/app/_web/shared-pages'
import { viewer } from '@/app/_web/viewer'
import { locateComment } from '@/forum/comments/queries'
import { locateParagraph } from '@/forum/essay/queries'

/** Where it stands now; tomorrow it may be elsewhere, so nothing of this is kept. */
export const dynamic = 'force-dynamic'

/**
 * A comment's permanent address: leads to where it stands now, whatever the thread has become. With `?cursor=` to where its
 * replies go on.
 */
export default async function CommentAddress(props: PageProps<{ id: string }>) {
  const { language, params, query } = await asked(props)
  const { id } = parsed(ById, { id: params.id })
  const who = await viewer()
  const at = {
    language,
    path: `${commentPath(id)}${query.cursor ? `?cursor=${encodeURIComponent(query.cursor)}` : ''}`,
  }
  const comment = await orNotFound(locateComment(who, id), at)
  const { essay, ordinal, retired } = await orNotFound(locateParagraph(who, comment.paragraphId))
  const window = `?${new URLSearchParams({ at: id, ...(query.cursor ? { cursor: query.cursor } : {}) })}`
  const lead = (path: string) => redirect(`${inLanguage(language, path)}#${commentAnchor(id)}`)
  if (retired) lead(`${paragraphPath(comment.paragraphId)}${window}`)
  const thread = threadPath(essay.slug, ordinal)
  // A short thread is on one page, the same for all who read it; in a long one the comment gets its own window.
  const firstPage = () => (essay.forMembers ? memberThread : sharedThread)(essay.slug, String(ordinal))
  const whole = !query.cursor && standsOnFirstPage(await orNotFound(firstPage()), id)
  lead(whole ? thread : `${thread}/comments${window}`)
}
