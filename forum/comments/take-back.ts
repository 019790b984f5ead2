import type { Tx } from '@/lib/db'
import { countShown, shownOf } from './counters'

type Locked = {
  id: string
  essayId: string
  paragraphId: string
  parentId: string | null
  status: 'published' | 'held' | 'removed' | 'deleted'
  replyCount: number
  placeCount: number
}

/**
 * The author's words go for good, with the earlier ones; the place stays while an answer stands below. The comment's row is
 * locked, and whether this may happen was asked before.
 */
export async function takeBack(tx: Tx, now: Locked): Promise<void> {
  await tx.commentRevision.deleteMany({ where: { commentId: now.id } })
  await tx.comment.update({
    where: { id: now.id },
    // Without its clientId: the same words may be posted anew.
    data: { status: 'deleted', body: '', html: '', quote: null, clientId: null, revision: { increment: 1 } },
    select: { id: true },
  })
  await countShown(tx, now, shownOf(now), shownOf({ ...now, status: 'deleted' }))
  await tx.case.updateMany({
    where: { commentId: now.id, state: 'open' },
    data: { state: 'done', closedAt: new Date(), version: { increment: 1 } },
  })
}
