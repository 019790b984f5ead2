import { readHeldForOwn } from '@/forum/moderation/held'
import { readReasonsForOwn } from '@/forum/moderation/queries'
import { readUnsentIn } from '@/forum/unsent/queries'
import type { Viewer } from '@/forum/viewer'
import { db } from '@/lib/db'

export type Mine = Awaited<ReturnType<typeof readMine>>

/** What of a thread is the viewer's own and not in the page that everybody gets. */
export async function readMine(viewer: Viewer, paragraphId: string) {
  if (viewer.role === 'guest') return { votes: [], removed: [], unsent: [], held: [] }
  const [votes, removed, unsent, held] = await Promise.all([
    db.vote.findMany({
      where: { personId: viewer.id, comment: { paragraphId } },
      orderBy: { createdAt: 'desc' },
      take: 500,
      select: { commentId: true },
    }),
    readReasonsForOwn(viewer, paragraphId),
    readUnsentIn(viewer, paragraphId),
    readHeldForOwn(viewer, paragraphId),
  ])
  return { votes: votes.map((vote) => vote.commentId), removed, unsent, held }
}
