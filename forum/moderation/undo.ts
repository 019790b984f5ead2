import { allow } from '@/forum/policy'
import { Refusal } from '@/forum/refusal'
import type { Viewer } from '@/forum/viewer'
import { moderatedIn } from '@/forum/visibility'
import { db, type Tx } from '@/lib/db'
import { openCase } from './cases'
import { findWaiting } from './effect'
import { lockCase } from './leases'

/**
 * Takes a decision back before it takes effect, with all of its batch: the cases are open again as they were. Whoever took it
 * may, and who ranks above them. Sent twice it is the same.
 * @throws Refusal not-found, not-allowed, suspended, too-late
 */
export async function undoDecision(viewer: Viewer, decisionId: string): Promise<{ caseId: string; undone: number }> {
  allow('desk.enter', viewer)
  const found = await db.decision.findUnique({
    where: { id: decisionId },
    select: { caseId: true, batchId: true, essayId: true, by: { select: { id: true, role: true } } },
  })
  if (!found) throw new Refusal('not-found')
  allow('decision.undo', viewer, found)
  const batch = found.batchId
    ? await db.decision.findMany({
        where: { batchId: found.batchId, ...moderatedIn(viewer) },
        orderBy: { id: 'asc' },
        select: { id: true, caseId: true },
      })
    : [{ id: decisionId, caseId: found.caseId }]
  let undone = 0
  for (const one of batch) if (await cancel(one, viewer.id)) undone += 1
  if (undone === 0) throw new Refusal('too-late')
  return { caseId: found.caseId, undone }
}

/** @returns whether it is taken back, now or before */
async function cancel(decision: { id: string; caseId: string }, byId: string): Promise<boolean> {
  return db.$transaction(async (tx) => {
    await lockCase(tx, decision.caseId)
    const outcome = await tx.decisionOutcome.findUnique({
      where: { decisionId: decision.id },
      select: { kind: true },
    })
    if (outcome) return outcome.kind === 'cancelled'
    const waiting = await findWaiting(tx, decision.caseId)
    const item = await tx.case.findUniqueOrThrow({ where: { id: decision.caseId }, select: { effectAt: true } })
    // Its moment is over, although nothing has acted on it yet: undoing must not depend on how late a job runs.
    if (waiting?.id !== decision.id || !item.effectAt || item.effectAt <= new Date()) return false
    await tx.decisionOutcome.create({
      data: { decisionId: decision.id, kind: 'cancelled', byId },
      select: { decisionId: true },
    })
    await tx.case.update({
      where: { id: decision.caseId },
      data: { state: 'open', effectAt: null, version: { increment: 1 } },
      select: { id: true },
    })
    return true
  })
}

/**
 * Opens a case that is done once more, so that another decision can make good for the first one. The comment's open case when
 * there is one already.
 * @throws Refusal not-found, own-comment, suspended
 */
export async function reopenCase(viewer: Viewer, caseId: string): Promise<{ id: string }> {
  allow('desk.enter', viewer)
  const found = await db.case.findUnique({
    where: { id: caseId },
    select: { comment: { select: { id: true, essayId: true, authorId: true } } },
  })
  if (!found) throw new Refusal('not-found')
  const { comment } = found
  allow('case.decide', viewer, { ...comment, escalated: false, judged: [] })
  return db.$transaction(async (tx) => {
    await tx.$queryRaw`SELECT 1 FROM "Comment" WHERE "id" = ${comment.id}::uuid FOR UPDATE`
    return (await findOpen(tx, comment.id)) ?? openAgain(tx, comment)
  })
}

function findOpen(tx: Tx, commentId: string) {
  return tx.case.findFirst({ where: { commentId, state: { not: 'done' } }, select: { id: true } })
}

async function openAgain(tx: Tx, comment: { id: string; essayId: string }) {
  const { id } = await openCase(tx, {
    comment,
    reasons: [{ source: 'moderator', code: 'again', points: 0 }],
  })
  return { id }
}
