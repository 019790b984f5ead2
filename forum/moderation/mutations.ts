import { change } from '@/forum/change'
import { lockComment } from '@/forum/comments/mutations'
import { findComment } from '@/forum/comments/queries'
import { writeLog } from '@/forum/log/mutations'
import { refuseTooFast } from '@/forum/people/pace'
import { allow } from '@/forum/policy'
import { Refusal } from '@/forum/refusal'
import { readSetting } from '@/forum/settings/settings'
import type { Viewer } from '@/forum/viewer'
import { db, sqlState } from '@/lib/db'
import { newId } from '@/lib/id'
import { openCase } from './cases'
import { hideWhenHeavy } from './hiding'
import { type FlagComment, STORED_REASON } from './input'
import { actOnPerson } from './lock-person'
import { weightOf } from './reporters'

const FLAGGING = { name: 'flag', points: 20, seconds: 24 * 60 * 60 }

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
 * Takes away what somebody wrote about themselves; what is not there any more stays away.
 * @throws Refusal not-found, suspended, not-allowed
 */
export async function clearAbout(viewer: Viewer, handle: string, { reason }: { reason: string }): Promise<void> {
  await actOnPerson(viewer, handle, async (tx, person, by) => {
    allow('person.clear-about', by, person)
    const cleared = await tx.person.updateMany({
      where: { id: person.id, about: { not: null } },
      data: { about: null },
    })
    if (cleared.count > 0) await writeLog(tx, { act: 'person.clear-about', subject: person.id, byId: by.id, reason })
  })
}
