import type { Viewer } from '@/forum/viewer'
import { mayReadWords, visibleComments } from '@/forum/visibility'
import { db } from '@/lib/db'
import type { ShownQuery } from './input'
import { findThread, readByIds } from './queries'

export type ShownNow = Awaited<ReturnType<typeof readShown>>

/**
 * What became of comments of a thread that a page shows: those that read otherwise now than the page says, as the viewer may
 * see them, and which of them are gone. What the page does not name is not told of: that it exists may be a secret.
 * @throws Refusal not-found, sign-in-required
 */
export async function readShown(viewer: Viewer, paragraphId: string, { shown }: ShownQuery) {
  const thread = await findThread(viewer, paragraphId)
  const rows = await db.comment.findMany({
    where: { AND: [visibleComments(viewer), { id: { in: shown.map(({ id }) => id) }, paragraphId: thread.id }] },
    select: { id: true, essayId: true, status: true, authorId: true, revision: true, score: true, replyCount: true },
  })
  const now = new Map(rows.map((row) => [row.id, row]))
  const others = shown.filter((was) => {
    const is = now.get(was.id)
    if (!is) return false
    const score = mayReadWords(viewer, is) ? is.score : 0
    return (
      is.status !== was.status ||
      is.revision !== was.revision ||
      score !== was.score ||
      is.replyCount !== was.replyCount
    )
  })
  return {
    changed:
      others.length > 0
        ? await readByIds(
            viewer,
            others.map(({ id }) => id),
          )
        : [],
    gone: shown.filter(({ id }) => !now.has(id)).map(({ id }) => id),
  }
}
