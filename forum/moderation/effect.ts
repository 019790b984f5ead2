import { change, type Tell } from '@/forum/change'
import { countShown, shownOf } from '@/forum/comments/counters'
import { renderBody } from '@/forum/comments/render'
import { DECIDED } from '@/forum/log/acts'
import { writeLog } from '@/forum/log/mutations'
import { notifyDecision, notifyPosted, notifyReporters } from '@/forum/notifications/mutations'
import { db, type Prisma, type Tx } from '@/lib/db'
import { newId } from '@/lib/id'
import { lockThread, slowThread } from './cooling'
import { imposeSuspension } from './impose-suspension'
import { lockCase } from './leases'

/** A ban is a suspension whose end nobody waits for. */
const BAN_MS = 100 * 365 * 86_400_000
/** Cases of one round, so that a forum that was down for a day begins to answer soon. */
const ROUND = 200

/** Lets every decision whose moment has come take effect. Safe to run twice, and in several processes at once. */
export async function applyDueDecisions(now = new Date()): Promise<number> {
  const due = await db.case.findMany({
    where: { effectAt: { lte: now } },
    orderBy: { effectAt: 'asc' },
    take: ROUND,
    select: { id: true },
  })
  for (const { id } of due) await applyDecision(id, now)
  return due.length
}

/**
 * Lets the decision of one case take effect, in one transaction with its outcome: whatever stops in between, it has happened
 * once or not at all. Nothing where its moment has not come, where it was taken back, or where it has happened.
 */
export async function applyDecision(caseId: string, now = new Date()): Promise<void> {
  const found = await db.case.findUnique({ where: { id: caseId }, select: { commentId: true, effectAt: true } })
  if (!found?.effectAt || found.effectAt > now) return
  await change(
    async (tx, tell) => {
      await tx.$queryRaw`SELECT 1 FROM "Comment" WHERE "id" = ${found.commentId}::uuid FOR UPDATE`
      await lockCase(tx, caseId)
      const item = await tx.case.findUniqueOrThrow({ where: { id: caseId }, select: CASE })
      const decision = await findWaiting(tx, caseId)
      if (!item.effectAt || item.effectAt > now || !decision) return
      const comment = item.comment
      // Another text than the one that was judged: the case comes back with it.
      const lapsed = comment.revision !== decision.commentRevision && comment.status !== 'deleted'
      if (!lapsed) await takeEffect(tx, tell, decision, comment)
      await tx.decisionOutcome.create({
        data: { decisionId: decision.id, kind: lapsed ? 'lapsed' : 'applied' },
        select: { decisionId: true },
      })
      await closeCase(tx, caseId, lapsed || (await cameMeanwhile(tx, caseId, decision)))
    },
    { log: true },
  )
}

const CASE = { effectAt: true, comment: true } as const satisfies Prisma.CaseSelect
type Comment = Prisma.CaseGetPayload<{ select: typeof CASE }>['comment']
type Decision = NonNullable<Awaited<ReturnType<typeof findWaiting>>>

/** The decision of a case that has no outcome yet. */
export function findWaiting(tx: Tx, caseId: string) {
  return tx.decision.findFirst({ where: { caseId, outcome: null }, orderBy: { createdAt: 'desc' } })
}

/** What arrived between the decision and its effect was not judged by it. Of words that are gone it matters no more. */
async function cameMeanwhile(tx: Tx, caseId: string, decision: Decision): Promise<boolean> {
  if (await tx.appeal.findFirst({ where: { caseId, answerId: null }, select: { id: true } })) return true
  const shown = await tx.comment.findFirst({
    where: { id: decision.commentId, status: { in: ['published', 'held'] } },
    select: { id: true },
  })
  if (!shown) return false
  const late = await tx.caseReason.findFirst({
    where: { caseId, at: { gt: decision.createdAt } },
    select: { id: true },
  })
  return late !== null
}

async function closeCase(tx: Tx, caseId: string, again: boolean) {
  await tx.lease.deleteMany({ where: { caseId } })
  await tx.case.update({
    where: { id: caseId },
    data: {
      effectAt: null,
      version: { increment: 1 },
      ...(again ? { state: 'open' } : { state: 'done', closedAt: new Date() }),
    },
    select: { id: true },
  })
}

async function takeEffect(tx: Tx, tell: Tell, decision: Decision, comment: Comment) {
  const news = await ACTS[decision.act](tx, decision, comment)
  await answerAppeal(tx, decision)
  // That a flag came to nothing is no news to the author; what happened to their words is.
  if (news)
    await notifyDecision(tx, {
      id: decision.id,
      essayId: comment.essayId,
      commentId: comment.id,
      to: comment.authorId,
    })
  await notifyReporters(tx, {
    caseId: decision.caseId,
    essayId: comment.essayId,
    commentId: comment.id,
    byId: decision.byId,
  })
  await writeLog(tx, {
    act: DECIDED[decision.act],
    subject: comment.id,
    essayId: comment.essayId,
    byId: decision.byId,
    reason: decision.reason,
    ...(decision.slowSeconds === null ? {} : { details: { seconds: decision.slowSeconds, days: decision.days ?? 1 } }),
  })
  tell({
    topic: 'comment.changed',
    essayId: comment.essayId,
    paragraphId: comment.paragraphId,
    subjectId: comment.id,
  })
}

/** What each act does. @returns whether the author of the comment is told */
type Effect = (tx: Tx, decision: Decision, comment: Comment) => Promise<boolean>

const ACTS: Record<Decision['act'], Effect> = {
  approve: releaseComment,
  remove: removeComment,
  removeAndClose: async (tx, _, comment) => {
    await tx.comment.update({ where: { id: comment.id }, data: { closedAt: new Date() }, select: { id: true } })
    return removeComment(tx, _, comment)
  },
  askEdit: holdComment,
  warn: async (tx, decision, comment) => {
    await removeComment(tx, decision, comment)
    await tx.warning.create({
      data: { decisionId: decision.id, personId: comment.authorId },
      select: { decisionId: true },
    })
    return true
  },
  suspend: (tx, decision, comment) => restrict(tx, decision, comment, (decision.days ?? 7) * 86_400_000),
  ban: (tx, decision, comment) => restrict(tx, decision, comment, BAN_MS),
  lock: async (tx, decision, comment) => {
    await lockThread(tx, comment.paragraphId, decision.reason)
    return false
  },
  slow: async (tx, { slowSeconds, days, reason }, comment) => {
    await slowThread(tx, { id: comment.paragraphId, seconds: slowSeconds ?? 600, days: days ?? 1, reason })
    return false
  },
  noAction: async () => false,
}

async function removeComment(tx: Tx, _: Decision, comment: Comment): Promise<boolean> {
  if (comment.status !== 'published' && comment.status !== 'held') return comment.status === 'removed'
  await tx.comment.update({ where: { id: comment.id }, data: { status: 'removed' }, select: { id: true } })
  await countShown(tx, comment, shownOf(comment), 'place')
  return true
}

/** Approving publishes what was held, and brings back what an earlier decision removed. */
async function releaseComment(tx: Tx, _: Decision, comment: Comment): Promise<boolean> {
  if (comment.status !== 'held' && comment.status !== 'removed') return false
  await tx.comment.update({
    where: { id: comment.id },
    data: { status: 'published', closedAt: null },
    select: { id: true },
  })
  await countShown(tx, comment, shownOf(comment), 'words')
  await tellAllItConcerns(tx, comment)
  return true
}

async function holdComment(tx: Tx, _: Decision, comment: Comment): Promise<boolean> {
  if (comment.status !== 'published') return comment.status === 'held'
  await tx.comment.update({ where: { id: comment.id }, data: { status: 'held' }, select: { id: true } })
  await countShown(tx, comment, shownOf(comment), 'nothing')
  return true
}

async function restrict(tx: Tx, decision: Decision, comment: Comment, milliseconds: number): Promise<boolean> {
  await removeComment(tx, decision, comment)
  const startsAt = new Date()
  const endsAt = new Date(startsAt.getTime() + milliseconds)
  const { reason, byId } = decision
  await imposeSuspension(tx, { id: newId(), personId: comment.authorId, reason, startsAt, endsAt, byId })
  return true
}

/** The outcome of an appeal stands with the decision it is against: the comment came back, or it did not. */
async function answerAppeal(tx: Tx, decision: Decision) {
  const appeal = await tx.appeal.findFirst({
    where: { caseId: decision.caseId, answerId: null, createdAt: { lt: decision.createdAt } },
    select: { id: true },
  })
  if (!appeal) return
  await tx.appeal.update({
    where: { id: appeal.id },
    data: { answerId: decision.id, overturned: decision.act === 'approve' },
    select: { id: true },
  })
}

/** What was held when it was posted is news to all it concerns now; what they were told of already is not told twice. */
async function tellAllItConcerns(tx: Tx, comment: Comment) {
  const parent =
    comment.parentId === null
      ? null
      : await tx.comment.findUnique({ where: { id: comment.parentId }, select: { authorId: true } })
  const { mentioned } = await renderBody(comment.body)
  const thread = { id: comment.paragraphId, essayId: comment.essayId }
  await notifyPosted(tx, {
    commentId: comment.id,
    thread,
    byId: comment.authorId,
    to: parent?.authorId,
    mentioned,
    isAgain: true,
  })
}
