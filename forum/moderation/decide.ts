import { lockComment } from '@/forum/comments/mutations'
import { enqueue } from '@/forum/job'
import { allow } from '@/forum/policy'
import { Refusal } from '@/forum/refusal'
import type { SignedIn, Viewer } from '@/forum/viewer'
import { db, type Tx } from '@/lib/db'
import { newId } from '@/lib/id'
import { leaves } from './acts'
import { applyDecision } from './effect'
import type { DecideCase } from './input'
import { closedBy, lockCase, requireLease } from './leases'

/** How long a decision waits before it takes effect, for everybody who may take it back. */
export const UNDO_MS = 15_000

const VERSION_MAX = 2 ** 31 - 1

/**
 * Takes a decision, which takes effect after UNDO_MS unless it is taken back. Bound to what the moderator saw: if the case or
 * the comment changed since, nothing happens and the page shows the new state. The same decision sent twice by the same
 * moderator is one decision.
 * @throws Refusal not-found, suspended, own-comment, own-decision, not-allowed, act-unfit, case-closed, case-changed, case-claimed
 */
export async function takeDecision(
  viewer: Viewer,
  caseId: string,
  input: DecideCase,
  batchId: string | null = null,
): Promise<{ id: string }> {
  allow('desk.enter', viewer)
  const found = await findDecidable(viewer, caseId, input)
  return db.$transaction(async (tx) => {
    // Comment before case, as everywhere. The case first says whether there is anything left to decide: a comment
    // whose author took it back may be out of sight by now.
    await tx.$queryRaw`SELECT 1 FROM "Comment" WHERE "id" = ${found.commentId}::uuid FOR UPDATE`
    await lockCase(tx, caseId)
    const item = await tx.case.findUniqueOrThrow({ where: { id: caseId }, select: { state: true, version: true } })
    const same = await findSame(tx, viewer.id, caseId, input)
    if (same) return same
    if (item.state !== 'open') throw await closedBy(tx, caseId)
    const comment = await lockComment(tx, viewer, found.commentId)
    if (item.version !== input.version || comment.revision !== input.commentRevision) throw new Refusal('case-changed')
    await requireLease(tx, caseId, viewer.id, input.fence)
    // Nothing said about words that wait for somebody to say something.
    if (leaves(input.act) && comment.status === 'held') throw new Refusal('act-unfit')
    const effectAt = new Date(Date.now() + UNDO_MS)
    const { id } = await writeDecision(tx, viewer, { caseId, comment, input, batchId })
    await tx.case.update({
      where: { id: caseId },
      data: { state: 'decided', effectAt, version: { increment: 1 } },
      select: { id: true },
    })
    await enqueue(tx, 'decision.effect', { caseId }, { at: effectAt })
    return { id }
  })
}

/** Takes a decision that nobody is going to take back: of a scenario, which is played without pauses. @throws as takeDecision */
export async function decideCase(viewer: Viewer, caseId: string, input: DecideCase): Promise<{ id: string }> {
  const decision = await takeDecision(viewer, caseId, input)
  await applyDecision(caseId, new Date(Date.now() + UNDO_MS))
  return decision
}

async function findDecidable(viewer: SignedIn, caseId: string, { act }: DecideCase) {
  const found = await db.case.findUnique({
    where: { id: caseId },
    select: {
      essayId: true,
      commentId: true,
      queue: true,
      comment: { select: { authorId: true, author: { select: { id: true, role: true } } } },
      appeals: { where: { answerId: null }, select: { decision: { select: { byId: true } } } },
    },
  })
  if (!found) throw new Refusal('not-found')
  const judged = found.appeals.map(({ decision }) => decision.byId)
  const { essayId, queue, comment } = found
  allow('case.decide', viewer, { essayId, authorId: comment.authorId, escalated: queue === 'escalated', judged })
  if (act === 'warn') allow('person.warn', viewer, comment.author)
  if (act === 'suspend' || act === 'ban') allow('person.suspend', viewer, comment.author)
  return found
}

type Made = {
  caseId: string
  comment: { id: string; essayId: string; revision: number }
  input: DecideCase
  batchId: string | null
}

async function writeDecision(tx: Tx, viewer: SignedIn, { caseId, comment, input, batchId }: Made) {
  const revision = await tx.revision.findFirstOrThrow({
    where: { essayId: comment.essayId },
    orderBy: { number: 'desc' },
    select: { id: true },
  })
  return tx.decision.create({
    data: {
      id: newId(),
      essayId: comment.essayId,
      caseId,
      commentId: comment.id,
      commentRevision: comment.revision,
      revisionId: revision.id,
      act: input.act,
      reason: input.reason,
      basis: input.basis ?? null,
      days: daysOf(input),
      slowSeconds: input.act === 'slow' ? (input.slowSeconds ?? 600) : null,
      batchId,
      byId: viewer.id,
    },
    select: { id: true },
  })
}

function daysOf({ act, days }: DecideCase): number | null {
  if (act === 'suspend') return days ?? 7
  return act === 'slow' ? (days ?? 1) : null
}

/** A second click, or the answer to the first one lost on the way: the decision stands, and that is what was wanted. */
async function findSame(tx: Tx, byId: string, caseId: string, input: DecideCase) {
  return tx.decision.findFirst({
    where: {
      caseId,
      byId,
      act: input.act,
      reason: input.reason,
      commentRevision: input.commentRevision,
      // One more when it was taken, another when it took effect. (As many as the column holds.)
      case: { version: { in: [input.version + 1, Math.min(input.version + 2, VERSION_MAX)] } },
      OR: [{ outcome: null }, { outcome: { kind: { not: 'cancelled' } } }],
    },
    select: { id: true },
  })
}
