import { change } from '@/forum/change'
import { countShown, shownOf } from '@/forum/comments/counters'
import { lockComment } from '@/forum/comments/mutations'
import { findComment } from '@/forum/comments/queries'
import { renderBody } from '@/forum/comments/render'
import { writeLog } from '@/forum/log/mutations'
import { notifyDecision, notifyPosted } from '@/forum/notifications/mutations'
import { refuseTooFast } from '@/forum/people/pace'
import { activeSuspension } from '@/forum/people/suspension'
import { allow } from '@/forum/policy'
import { Refusal } from '@/forum/refusal'
import { readSetting } from '@/forum/settings/settings'
import type { Viewer } from '@/forum/viewer'
import { db, sqlState, type Tx } from '@/lib/db'
import { newId } from '@/lib/id'
import { openCase } from './cases'
import { hideWhenHeavy } from './hiding'
import { type DecideCase, type FlagComment, type LiftSuspension, STORED_REASON, type SuspendPerson } from './input'
import { weightOf } from './reporters'

const FLAGGING = { name: 'flag', points: 20, seconds: 24 * 60 * 60 }
/** A second click, or a form sent again because its answer got lost. */
const TWIN_MS = 60_000

/**
 * A reader's report. It joins the comment's open case or opens one. What it weighs is in forum/moderation/reporters.ts; enough
 * weight hides the comment until a moderator has looked.
 * @throws Refusal not-found, sign-in-required, suspended, own-comment, not-allowed, already-flagged, too-fast
 */
export async function flagComment(viewer: Viewer, commentId: string, input: FlagComment): Promise<{ id: string }> {
  const comment = await findComment(viewer, commentId)
  allow('comment.flag', viewer, comment)
  const before = await db.flag.findUnique({
    where: { commentId_personId: { commentId, personId: viewer.id } },
    select: { id: true },
  })
  if (before) throw new Refusal('already-flagged')
  await refuseTooFast(FLAGGING, viewer.id)
  const { reasons } = await readSetting('flags')
  if (!reasons.includes(input.reason) && input.reason !== 'other') throw new Refusal('bad-input', { field: 'reason' })
  const weight = await weightOf(viewer.id)
  const id = newId()
  try {
    return await change(
      async (tx, tell) => {
        // Under the comment's lock the case can neither be decided nor opened twice while we look.
        const now = await lockComment(tx, viewer, commentId)
        allow('comment.flag', viewer, now)
        const { id: caseId } = await openCase(tx, {
          comment: now,
          reasons: [{ source: 'flag', code: input.reason, points: weight }],
        })
        await tx.flag.create({
          data: {
            id,
            essayId: now.essayId,
            commentId,
            // The words that were reported: the author may have changed them while the report was written.
            commentRevision: Math.min(input.revision ?? now.revision, now.revision),
            personId: viewer.id,
            caseId,
            reason: STORED_REASON[input.reason],
            note: input.note?.trim() || null,
          },
          select: { id: true },
        })
        if (await hideWhenHeavy(tx, now, caseId))
          tell({
            topic: 'comment.changed',
            essayId: now.essayId,
            paragraphId: now.paragraphId,
            subjectId: commentId,
          })
        return { id }
      },
      { log: true },
    )
  } catch (error) {
    if (sqlState(error) === '23505') throw new Refusal('already-flagged')
    throw error
  }
}

/**
 * Approves or removes the comment of a case. Bound to what the moderator saw: if the case or the comment changed since,
 * nothing happens and the page shows the new state. The same decision sent twice by the same moderator is one decision.
 * @throws Refusal not-found, suspended, own-comment, case-closed, case-changed
 */
export async function decideCase(viewer: Viewer, caseId: string, input: DecideCase): Promise<{ id: string }> {
  allow('desk.enter', viewer)
  const found = await db.case.findUnique({
    where: { id: caseId },
    select: { commentId: true, comment: { select: { authorId: true } } },
  })
  if (!found) throw new Refusal('not-found')
  allow('case.decide', viewer, found.comment)
  return change(
    async (tx, tell) => {
      // Comment before case, as everywhere. The case first says whether there is anything left to decide: a comment
      // whose author took it back may be out of sight by now.
      await tx.$queryRaw`SELECT 1 FROM "Comment" WHERE "id" = ${found.commentId}::uuid FOR UPDATE`
      const item = await tx.case.findUniqueOrThrow({ where: { id: caseId }, select: { state: true, version: true } })
      const same = await findSameDecision(tx, viewer.id, caseId, input)
      if (same) return same
      if (item.state === 'done') throw new Refusal('case-closed')
      const comment = await lockComment(tx, viewer, found.commentId)
      if (item.version !== input.version || comment.revision !== input.commentRevision)
        throw new Refusal('case-changed')
      const id = newId()
      await tx.decision.create({
        data: {
          id,
          essayId: comment.essayId,
          caseId,
          commentId: comment.id,
          commentRevision: comment.revision,
          revisionId: await currentRevisionId(tx, comment.essayId),
          act: input.act,
          reason: input.reason,
          byId: viewer.id,
        },
        select: { id: true },
      })
      if (input.act === 'remove') await removeComment(tx, comment)
      else await releaseComment(tx, comment)
      await tx.case.update({
        where: { id: caseId },
        data: { state: 'done', closedAt: new Date(), version: { increment: 1 } },
        select: { id: true },
      })
      await notifyAuthor(tx, { decisionId: id, comment, act: input.act })
      await writeLog(tx, {
        act: `comment.${input.act}`,
        subject: comment.id,
        essayId: comment.essayId,
        byId: viewer.id,
        reason: input.reason,
      })
      tell({
        topic: 'comment.changed',
        essayId: comment.essayId,
        paragraphId: comment.paragraphId,
        subjectId: comment.id,
      })
      return { id }
    },
    { log: true },
  )
}

/**
 * Until the end nothing can be written, voted or flagged by the person; reading stays. The same form sent twice within a
 * minute is one suspension; with another length it is a correction. Of several the one that ends last counts, so that a
 * shorter one takes a lift first.
 * @throws Refusal not-found, suspended, not-allowed
 */
export async function suspendPerson(viewer: Viewer, handle: string, input: SuspendPerson): Promise<{ id: string }> {
  allow('desk.enter', viewer)
  const found = await db.person.findUnique({ where: { handle }, select: { id: true } })
  if (!found) throw new Refusal('not-found')
  const id = newId()
  return change(
    async (tx) => {
      const person = await lockPerson(tx, found.id)
      allow('person.suspend', viewer, person)
      const startsAt = new Date()
      const endsAt = new Date(startsAt.getTime() + input.days * 86_400_000)
      const twin = await tx.restriction.findFirst({
        where: {
          personId: person.id,
          byId: viewer.id,
          reason: input.reason,
          liftedAt: null,
          startsAt: { gt: new Date(startsAt.getTime() - TWIN_MS) },
          endsAt: { gt: new Date(endsAt.getTime() - TWIN_MS), lte: endsAt },
        },
        select: { id: true },
      })
      if (twin) return twin
      await tx.restriction.create({
        data: {
          id,
          personId: person.id,
          kind: 'suspension',
          reason: input.reason,
          startsAt,
          endsAt,
          byId: viewer.id,
        },
        select: { id: true },
      })
      await writeLog(tx, {
        act: 'person.suspend',
        subject: person.id,
        byId: viewer.id,
        reason: input.reason,
        details: { until: endsAt.toISOString() },
      })
      return { id }
    },
    { log: true },
  )
}

/**
 * Ends every suspension of the person now. One that is over or lifted already stays as it is: that is what was wanted.
 * @throws Refusal not-found, suspended, not-allowed
 */
export async function liftSuspension(viewer: Viewer, handle: string, input: LiftSuspension): Promise<{ id: string }> {
  allow('desk.enter', viewer)
  const found = await db.person.findUnique({ where: { handle }, select: { id: true } })
  if (!found) throw new Refusal('not-found')
  return change(
    async (tx) => {
      const person = await lockPerson(tx, found.id)
      allow('person.unsuspend', viewer, person)
      const lifted = await tx.restriction.updateMany({
        where: { ...activeSuspension().where, personId: person.id },
        data: { liftedAt: new Date() },
      })
      if (lifted.count > 0)
        await writeLog(tx, {
          act: 'person.unsuspend',
          subject: person.id,
          byId: viewer.id,
          reason: input.reason,
        })
      return { id: person.id }
    },
    { log: true },
  )
}

/** Whoever is made a moderator at this moment is one before or after, not in between. */
async function lockPerson(tx: Tx, personId: string) {
  await tx.$queryRaw`SELECT 1 FROM "Person" WHERE "id" = ${personId}::uuid FOR NO KEY UPDATE`
  return tx.person.findUniqueOrThrow({ where: { id: personId }, select: { id: true, role: true, handle: true } })
}

/** A second click, or the answer to the first one lost on the way: the decision stands, and that is what was wanted. */
async function findSameDecision(tx: Tx, byId: string, caseId: string, input: DecideCase) {
  return tx.decision.findFirst({
    where: {
      caseId,
      byId,
      act: input.act,
      reason: input.reason,
      commentRevision: input.commentRevision,
      case: { version: input.version + 1 },
    },
    select: { id: true },
  })
}

type Locked = Awaited<ReturnType<typeof lockComment>>

async function removeComment(tx: Tx, comment: Locked) {
  if (comment.status !== 'published' && comment.status !== 'held') return
  await tx.comment.update({ where: { id: comment.id }, data: { status: 'removed' }, select: { id: true } })
  await countShown(tx, comment, shownOf(comment), 'place')
}

/** Approving publishes what was held, and brings back what an earlier decision removed. */
async function releaseComment(tx: Tx, comment: Locked) {
  if (comment.status !== 'held' && comment.status !== 'removed') return
  await tx.comment.update({ where: { id: comment.id }, data: { status: 'published' }, select: { id: true } })
  await countShown(tx, comment, shownOf(comment), 'words')
  await tellAllItConcerns(tx, comment)
}

/** What was held when it was posted is news to all it concerns now; what they were told of already is not told twice. */
async function tellAllItConcerns(tx: Tx, comment: Locked) {
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

/** An author is told when something happened to their words; that a flag came to nothing is no news to them. */
async function notifyAuthor(tx: Tx, made: { decisionId: string; comment: Locked; act: 'approve' | 'remove' }) {
  const { comment } = made
  if (made.act === 'approve' && comment.status === 'published') return
  await notifyDecision(tx, {
    id: made.decisionId,
    essayId: comment.essayId,
    commentId: comment.id,
    to: comment.authorId,
  })
}

async function currentRevisionId(tx: Tx, essayId: string): Promise<string> {
  const revision = await tx.revision.findFirstOrThrow({
    where: { essayId },
    orderBy: { number: 'desc' },
    select: { id: true },
  })
  return revision.id
}
