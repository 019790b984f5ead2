import { change } from '@/forum/change'
import { lockComment } from '@/forum/comments/mutations'
import { writeLog } from '@/forum/log/mutations'
import { refuseTooFast } from '@/forum/people/pace'
import { allow } from '@/forum/policy'
import { Refusal } from '@/forum/refusal'
import type { Viewer } from '@/forum/viewer'
import { visibleComments } from '@/forum/visibility'
import { db } from '@/lib/db'
import { openCase } from './cases'
import { holdComment } from './holding'
import type { HidePending } from './input'
import { lockPerson } from './lock-person'

/** An author asks for a look; they do not empty their discussion. */
const A_DAY = { name: 'hide-pending', points: 20, seconds: 24 * 60 * 60 }
/** As much as a moderator's rule. */
const POINTS = 2

/** What the policy has to know of a comment that an essay's author would hide. */
export const HIDDEN_BY = {
  authorId: true,
  status: true,
  author: { select: { role: true } },
  essay: { select: { authors: { select: { personId: true } } } },
} as const

type Found = {
  authorId: string
  status: string
  author: { role: 'member' | 'moderator' | 'owner' }
  essay: { authors: { personId: string }[] }
}

export const asHidden = ({ authorId, status, author, essay }: Found) => ({
  authorId,
  status,
  authorRole: author.role,
  authorIds: essay.authors.map(({ personId }) => personId),
})

/**
 * An author takes a comment in their own essay out of sight until a moderator has looked. Its writer reads it still, marked,
 * with the reason; an edit does not bring it back.
 * @throws Refusal not-found, sign-in-required, suspended, not-allowed, own-comment, too-fast
 */
export async function hidePending(
  viewer: Viewer,
  { commentId, reason }: HidePending,
): Promise<{ paragraphId: string }> {
  const found = await db.comment.findFirst({
    where: { AND: [visibleComments(viewer), { id: commentId }] },
    select: HIDDEN_BY,
  })
  if (!found) throw new Refusal('not-found')
  allow('comment.hide', viewer, asHidden(found))
  await refuseTooFast(A_DAY, viewer.id)
  return change(
    async (tx, tell) => {
      const now = await lockComment(tx, viewer, commentId)
      // Whoever is made a moderator at this moment is one before or after, not in between.
      await lockPerson(tx, now.authorId)
      const again = await tx.comment.findUniqueOrThrow({ where: { id: commentId }, select: HIDDEN_BY })
      allow('comment.hide', viewer, asHidden(again))
      await holdComment(tx, now)
      // Hidden for another reason now, it does not come back by an edit.
      await tx.hiding.updateMany({ where: { commentId, broughtBackAt: null }, data: { broughtBackAt: new Date() } })
      await openCase(tx, { comment: now, reasons: [{ source: 'author', code: 'hidden', points: POINTS }] })
      await writeLog(tx, {
        act: 'comment.hide-pending',
        subject: commentId,
        essayId: now.essayId,
        byId: viewer.id,
        reason,
      })
      tell({ topic: 'comment.changed', essayId: now.essayId, paragraphId: now.paragraphId, subjectId: commentId })
      return { paragraphId: now.paragraphId }
    },
    { log: true },
  )
}
