import type { Tx } from '@/lib/db'
import { openCase } from './cases'

/** A held comment whose author was asked to change it is before the moderators again once they have. Under its lock. */
export async function changedAsAsked(tx: Tx, comment: { id: string; essayId: string }): Promise<void> {
  const last = await tx.decision.findFirst({
    where: { commentId: comment.id, outcome: { kind: 'applied' } },
    orderBy: { createdAt: 'desc' },
    select: { act: true },
  })
  if (last?.act === 'askEdit')
    await openCase(tx, { comment, reasons: [{ source: 'author', code: 'changed', points: 0 }] })
}
