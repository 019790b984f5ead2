import { activeSuspension } from '@/forum/people/suspension'
import { may } from '@/forum/policy'
import type { SignedIn } from '@/forum/viewer'
import { db } from '@/lib/db'
import { REMOVING } from './acts'

/**
 * The right column: who wrote the comment of a case.
 * @param commentId the comment of the case, which does not count as "removed before"
 */
export async function readPersonBeside(viewer: SignedIn, personId: string, commentId: string) {
  const person = await db.person.findUniqueOrThrow({
    where: { id: personId },
    select: {
      id: true,
      handle: true,
      displayName: true,
      role: true,
      createdAt: true,
      restrictions: activeSuspension(),
    },
  })
  const [comments, removed, flagsRaised, flagsUpheld] = await Promise.all([
    db.comment.count({ where: { authorId: personId, status: { not: 'deleted' } } }),
    db.comment.count({ where: { authorId: personId, status: 'removed', id: { not: commentId } } }),
    db.flag.count({ where: { personId } }),
    db.flag.count({
      where: { personId, case: { decisions: { some: { act: { in: [...REMOVING] }, outcome: { kind: 'applied' } } } } },
    }),
  ])
  const { restrictions, ...shown } = person
  return {
    ...shown,
    comments,
    removed,
    flagsRaised,
    flagsUpheld,
    suspension: restrictions[0] ?? null,
    isSelf: viewer.id === personId,
    can: { suspend: may('person.suspend', viewer, person) },
  }
}
