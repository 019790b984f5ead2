import { change } from '@/forum/change'
import { writeLog } from '@/forum/log/mutations'
import { allow } from '@/forum/policy'
import { Refusal } from '@/forum/refusal'
import type { SignedIn, Viewer } from '@/forum/viewer'
import { db, type Tx } from '@/lib/db'
import type { PassCase } from './input'
import { closedBy, giveLease, lockCase, requireLease } from './leases'

/**
 * Hands a case to another moderator, who holds it from now on, or with nobody named to the owners.
 * @throws Refusal not-found, suspended, own-comment, case-closed, case-claimed, nobody-such
 */
export async function passCase(viewer: Viewer, caseId: string, input: PassCase): Promise<{ id: string }> {
  allow('desk.enter', viewer)
  const found = await db.case.findUnique({
    where: { id: caseId },
    select: { essayId: true, commentId: true, comment: { select: { authorId: true } } },
  })
  if (!found) throw new Refusal('not-found')
  const { essayId, comment } = found
  allow('case.decide', viewer, { essayId, authorId: comment.authorId, escalated: false, judged: [] })
  const to = input.to ? await findColleague(viewer, input.to, { essayId, authorId: comment.authorId }) : null
  return change(
    async (tx) => {
      await lockCase(tx, caseId)
      const item = await tx.case.findUniqueOrThrow({ where: { id: caseId }, select: { state: true } })
      if (item.state !== 'open') throw await closedBy(tx, caseId)
      await requireLease(tx, caseId, viewer.id, undefined)
      await tx.case.update({
        where: { id: caseId },
        data: {
          version: { increment: 1 },
          passedById: viewer.id,
          passedNote: input.note,
          ...(to ? {} : { queue: 'escalated' }),
        },
        select: { id: true },
      })
      if (to) await giveLease(tx, caseId, to.id)
      else await tx.lease.deleteMany({ where: { caseId } })
      await tell(tx, viewer, found, to !== null)
      return { id: caseId }
    },
    { log: true },
  )
}

/** The note is between moderators; that a case was passed on is public. */
async function tell(tx: Tx, viewer: SignedIn, item: { commentId: string; essayId: string }, handed: boolean) {
  await writeLog(tx, {
    act: handed ? 'case.hand-over' : 'case.escalate',
    subject: item.commentId,
    essayId: item.essayId,
    byId: viewer.id,
  })
}

/** @throws Refusal nobody-such: no moderator of that name who could decide it */
async function findColleague(viewer: SignedIn, handle: string, item: { essayId: string; authorId: string }) {
  const person = await db.person.findFirst({
    where: {
      handle,
      role: { in: ['moderator', 'owner'] },
      id: { notIn: [viewer.id, item.authorId] },
      OR: [{ essaysOnly: false }, { moderated: { some: { essayId: item.essayId } } }],
    },
    select: { id: true },
  })
  if (!person) throw new Refusal('nobody-such', { field: 'to' })
  return person
}
