import { readThread, SHORT_THREAD } from '@/forum/comments/queries'
import { listEssays, readEssay } from '@/forum/essay/queries'
import { Refusal } from '@/forum/refusal'
import { GUEST } from '@/forum/viewer'
import { cached } from '@/lib/cached'
import { ESSAYS, essayTag, threadTag } from '@/lib/pages'

// What the prerendered pages read: always as a guest sees it.

/** Up to this many comments the first page shows the best three; beyond it, twenty (PRODUCT, "How it looks"). */
const MIDDLE_THREAD = 50

export const sharedEssays = () => cached(['essays'], [ESSAYS], listEssays)

/** @throws Refusal not-found */
export async function sharedEssay(slug: string) {
  const known = (await sharedEssays()).find((essay) => essay.slug === slug)
  if (!known) throw new Refusal('not-found')
  return cached(['essay', known.id], [ESSAYS, essayTag(known.id)], () => readEssay(slug))
}

/** A paragraph of the essay by its place, and the first page of its thread. @throws Refusal not-found */
export async function sharedThread(slug: string, ordinal: string) {
  const essay = await sharedEssay(slug)
  const paragraph = essay.paragraphs.find((one) => String(one.ordinal) === ordinal)
  if (!paragraph) throw new Refusal('not-found')
  const page = firstPage(paragraph.commentCount)
  const tags = [essayTag(essay.id), threadTag(paragraph.id)]
  const thread = await cached(['thread', paragraph.id, page.sort, String(page.limit)], tags, () =>
    readThread(GUEST, paragraph.id, page),
  )
  return { essay, paragraph, sort: page.sort, ...thread }
}

function firstPage(commentCount: number) {
  if (commentCount <= SHORT_THREAD) return { sort: 'oldest', limit: SHORT_THREAD } as const
  return { sort: 'best', limit: commentCount <= MIDDLE_THREAD ? 3 : 20 } as const
}
