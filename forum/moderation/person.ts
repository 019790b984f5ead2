import { activeSuspension, countsNow } from '@/forum/people/suspension'
import { may } from '@/forum/policy'
import type { SignedIn } from '@/forum/viewer'
import { db, Prisma } from '@/lib/db'
import { REMOVING } from './acts'
import { MOST_COUNTED } from './queue'

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
  const [approvals, history, suspensions, notes, noteCount, neighbours] = await Promise.all([
    db.restriction.findMany({
      where: { ...countsNow('approval'), personId },
      orderBy: { endsAt: 'desc' },
      take: RESTRICTIONS_BESIDE,
      select: { id: true, endsAt: true, reason: true, essay: { select: { title: true, language: true } } },
    }),
    countHistory(personId, commentId),
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
    ...history,
    suspensions,
    notes,
    noteCount,
    neighbours,
    suspension: restrictions[0] ?? null,
    isSelf: viewer.id === personId,
    can: { suspend: may('person.suspend', viewer, person) },
  }
}

/**
 * What a person wrote and reported and what became of it, each counted to a thousand from the latest on and straight from an
 * index: nobody reads more out of the number of somebody who wrote fifty thousand, and every case of theirs would wait for it.
 */
async function countHistory(personId: string, commentId: string | undefined) {
  const other = commentId ? Prisma.sql`AND "id" <> ${commentId}::uuid` : Prisma.empty
  const removing = Prisma.join(REMOVING.map((act) => Prisma.sql`${act}::"DecisionAct"`))
  const [found] = await db.$queryRaw<{ comments: number; removed: number; flagsRaised: number; flagsUpheld: number }[]>`
    WITH flags AS MATERIALIZED (
      SELECT "caseId" FROM "Flag" WHERE "personId" = ${personId}::uuid ORDER BY "createdAt" DESC LIMIT ${MOST_COUNTED}
    )
    SELECT
      (SELECT count(*)::int FROM (SELECT 1 FROM "Comment" WHERE "authorId" = ${personId}::uuid AND "status" <> 'deleted'
        ORDER BY "id" DESC LIMIT ${MOST_COUNTED}) c) AS "comments",
      (SELECT count(*)::int FROM (SELECT 1 FROM "Comment" WHERE "authorId" = ${personId}::uuid AND "status" = 'removed' ${other}
        ORDER BY "paragraphId", "id" LIMIT ${MOST_COUNTED}) c) AS "removed",
      (SELECT count(*)::int FROM flags) AS "flagsRaised",
      (SELECT count(*)::int FROM flags f CROSS JOIN LATERAL (
        SELECT 1 FROM "Decision" d JOIN "DecisionOutcome" o ON o."decisionId" = d."id"
        WHERE d."caseId" = f."caseId" AND d."act" IN (${removing}) AND o."kind" = 'applied' LIMIT 1) upheld) AS "flagsUpheld"`
  return found ?? { comments: 0, removed: 0, flagsRaised: 0, flagsUpheld: 0 }
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
