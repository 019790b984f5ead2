import { readThread, SHORT_PLACES, SHORT_THREAD, type ThreadComment } from '@/forum/comments/queries'
import { findInTree } from '@/forum/comments/tree'
import { readPast } from '@/forum/essay/past'
import { findEssayId, listEssays, readEssay } from '@/forum/essay/queries'
import { Refusal } from '@/forum/refusal'
import { GUEST } from '@/forum/viewer'
import { cached } from '@/lib/cached'
import { ACCESS, accessTag, ESSAYS, essayTag, threadTag } from '@/lib/pages'

// What the prerendered pages read: always as a guest sees it. Of an essay for members there is nothing, and what is kept of a
// page is the way to sign in; its readers get app/[lang]/members.

/** Up to this many comments the first page shows the best three; beyond it, twenty (PRODUCT, "How it looks"). */
const MIDDLE_THREAD = 50

export const sharedEssays = () => cached(['essays'], [ESSAYS, ACCESS], () => listEssays(GUEST))

/** @throws Refusal not-found, sign-in-required */
export async function sharedEssay(slug: string) {
  const id = await cached(['essay-id', slug], [ESSAYS], () => findEssayId(GUEST, slug))
  return cached(['essay', id], [ESSAYS, essayTag(id), accessTag(id)], () => readEssay(GUEST, slug))
}

/** A paragraph of the essay by its place, and the first page of its thread. @throws Refusal not-found, sign-in-required */
export async function sharedThread(slug: string, ordinal: string) {
  const essay = await sharedEssay(slug)
  const paragraph = essay.paragraphs.find((one) => String(one.ordinal) === ordinal)
  if (!paragraph) throw new Refusal('not-found')
  const page = firstPage(paragraph.commentCount)
  const tags = [essayTag(essay.id), threadTag(paragraph.id)]
  const thread = await cached(['thread', paragraph.id, page.sort, String(page.limit)], tags, () =>
    readThread(GUEST, paragraph.id, page),
  )
  const past = await cached(['past', paragraph.id], tags, () => readPast(GUEST, paragraph.id))
  return { essay, paragraph, sort: page.sort, past, ...thread }
}

/**
 * Whether a short thread's page shows a comment with all that is said in answer to it. Otherwise it has a page of its own,
 * as every comment of a longer thread.
 */
export function standsOnFirstPage({ paragraph, comments }: FirstPage, commentId: string): boolean {
  if (paragraph.commentCount > SHORT_THREAD) return false
  const comment = findInTree(comments, commentId)
  return comment !== undefined && published(comment.replies) === comment.replyCount
}

/** What a thread's first page shows, to everybody or to its members. */
type FirstPage = { paragraph: { commentCount: number }; comments: ThreadComment[] }

const published = (comments: ThreadComment[]) => comments.filter(({ status }) => status === 'published').length

/** The order and size of a thread's first page. Removed comments do not count, but stand in it. */
export function firstPage(commentCount: number) {
  if (commentCount <= SHORT_THREAD) return { sort: 'oldest', limit: SHORT_PLACES } as const
  return { sort: 'best', limit: commentCount <= MIDDLE_THREAD ? 3 : 20 } as const
}
