import { change } from '@/forum/change'
import { lockComment } from '@/forum/comments/mutations'
import { findComment } from '@/forum/comments/queries'
import { writeLog } from '@/forum/log/mutations'
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
import { imposeSuspension } from './impose-suspension'
import { type FlagComment, type LiftSuspension, STORED_REASON, type SuspendPerson } from './input'
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
      await imposeSuspension(tx, {
        id,
        personId: person.id,
        reason: input.reason,
        startsAt,
        endsAt,
        byId: viewer.id,
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

/**
 * Takes away what somebody wrote about themselves; what is not there any more stays away.
 * @throws Refusal not-found, suspended, not-allowed
 */
export async function clearAbout(viewer: Viewer, handle: string, { reason }: { reason: string }): Promise<void> {
  allow('desk.enter', viewer)
  const found = await db.person.findUnique({ where: { handle }, select: { id: true } })
  if (!found) throw new Refusal('not-found')
  await change(
    async (tx) => {
      const person = await lockPerson(tx, found.id)
      allow('person.clear-about', viewer, person)
      const cleared = await tx.person.updateMany({
        where: { id: person.id, about: { not: null } },
        data: { about: null },
      })
      if (cleared.count > 0)
        await writeLog(tx, { act: 'person.clear-about', subject: person.id, byId: viewer.id, reason })
    },
    { log: true },
  )
}

/** Whoever is made a moderator at this moment is one before or after, not in between. */
async function lockPerson(tx: Tx, personId: string) {
  await tx.$queryRaw`SELECT 1 FROM "Person" WHERE "id" = ${personId}::uuid FOR NO KEY UPDATE`
  return tx.person.findUniqueOrThrow({ where: { id: personId }, select: { id: true, role: true, handle: true } })
}
