import { activeSuspension, countsNow } from '@/forum/people/suspension'
import { may } from '@/forum/policy'
import type { SignedIn } from '@/forum/viewer'
import { db } from '@/lib/db'
import { REMOVING } from './acts'

/** Accounts from the same network are named up to this many: a school has one address. */
const NEIGHBOURS_MOST = 10
/** Notes beside a case; the person's own page of the desk has the others. */
const NOTES_BESIDE = 3
const RESTRICTIONS_BESIDE = 5

/**
 * The right column: who wrote the comment of a case.
 * @param commentId the comment of the case, which does not count as "removed before"; none on the person's own page
 */
export async function readPersonBeside(viewer: SignedIn, personId: string, commentId?: string) {
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
  const [approvals, comments, removed, flagsRaised, flagsUpheld, suspensions, notes, noteCount, neighbours] =
    await Promise.all([
      db.restriction.findMany({
        where: { ...countsNow('approval'), personId },
        orderBy: { endsAt: 'desc' },
        take: RESTRICTIONS_BESIDE,
        select: { id: true, endsAt: true, reason: true, essay: { select: { title: true, language: true } } },
      }),
      db.comment.count({ where: { authorId: personId, status: { not: 'deleted' } } }),
      db.comment.count({
        where: { authorId: personId, status: 'removed', ...(commentId ? { id: { not: commentId } } : {}) },
      }),
      db.flag.count({ where: { personId } }),
      db.flag.count({
        where: {
          personId,
          case: { decisions: { some: { act: { in: [...REMOVING] }, outcome: { kind: 'applied' } } } },
        },
      }),
      db.restriction.count({ where: { personId, kind: 'suspension' } }),
      db.personNote.findMany({
        where: { personId },
        orderBy: { at: 'desc' },
        take: NOTES_BESIDE,
        select: { id: true, body: true, at: true, by: { select: { handle: true } } },
      }),
      db.personNote.count({ where: { personId } }),
      readNeighbours(personId),
    ])
  const { restrictions, ...shown } = person
  return {
    ...shown,
    /** Where what they write waits for a moderator. */
    approvals,
    comments,
    removed,
    flagsRaised,
    flagsUpheld,
    suspensions,
    notes,
    noteCount,
    neighbours,
    suspension: restrictions[0] ?? null,
    isSelf: viewer.id === personId,
    can: { suspend: may('person.suspend', viewer, person) },
  }
}

/** Other accounts that signed in from a network of theirs within the days for which its hash is kept. */
async function readNeighbours(personId: string) {
  const rows = await db.$queryRaw<{ handle: string }[]>`
    SELECT DISTINCT p."handle" FROM "Session" mine
    JOIN "Session" other ON other."networkHash" = mine."networkHash" AND other."userId" <> mine."userId"
    JOIN "Person" p ON p."id" = other."userId"
    WHERE mine."userId" = ${personId}::uuid AND p."deletedAt" IS NULL
    ORDER BY p."handle" LIMIT ${NEIGHBOURS_MOST + 1}::int`
  return {
    handles: rows.slice(0, NEIGHBOURS_MOST).map(({ handle }) => handle),
    more: rows.length > NEIGHBOURS_MOST,
  }
}
