import { allow } from '@/forum/policy'
import type { Viewer } from '@/forum/viewer'
import { db, type Tx } from '@/lib/db'
import { newId } from '@/lib/id'

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

export async function markAllRead(viewer: Viewer) {
  allow('self.change', viewer)
  await db.notification.updateMany({ where: { personId: viewer.id, readAt: null }, data: { readAt: new Date() } })
}
