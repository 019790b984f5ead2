import { allow } from '@/forum/policy'
import type { Viewer } from '@/forum/viewer'
import { db, type Tx } from '@/lib/db'
import { newId } from '@/lib/id'
import type { MarkRead } from './input'
import { told } from './told'

/** Tells the author of the comment that was answered; nobody is told of their own deeds. */
export async function notifyReply(
  tx: Tx,
  reply: { commentId: string; thread: { essayId: string }; to: string; by: string },
) {
  if (reply.to === reply.by) return
  await tx.notification.create({
    data: {
      id: newId(),
      personId: reply.to,
      essayId: reply.thread.essayId,
      kind: 'reply',
      commentId: reply.commentId,
    },
    select: { id: true },
  })
}

/** The statement of reasons: the author of a comment learns what was decided about it and why. */
export async function notifyDecision(tx: Tx, decision: { id: string; essayId: string; commentId: string; to: string }) {
  await tx.notification.create({
    data: {
      id: newId(),
      personId: decision.to,
      essayId: decision.essayId,
      kind: 'decision',
      commentId: decision.commentId,
      decisionId: decision.id,
    },
    select: { id: true },
  })
}

/** Everything the viewer could read up to there. A reply that they cannot see is new when it comes back. */
export async function markAllRead(viewer: Viewer, { upTo }: MarkRead) {
  allow('self.change', viewer)
  await db.notification.updateMany({
    where: { ...told(viewer), id: { lte: upTo }, readAt: null },
    data: { readAt: new Date() },
  })
}
