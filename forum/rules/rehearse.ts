import { db, Prisma } from '@/lib/db'
import { matcherOf } from './matcher'

/** Comments that are looked at between two notes of how far it is: some hundred milliseconds of work. */
const STEP = 2_000
const EXAMPLES = 20

type Row = { id: string; body: string; authorId: string; status: string; approved: boolean }

/**
 * Runs a rule's version over every comment with words, removed ones too: those it should have found. Step by step, each
 * noted when it is done; so that it can be watched, and goes on after a crash where it was.
 */
export async function rehearse(rehearsalId: string): Promise<void> {
  const found = await db.rehearsal.findUnique({
    where: { id: rehearsalId },
    select: { ruleId: true, version: true, finishedAt: true },
  })
  if (!found || found.finishedAt) return
  const version = await db.ruleVersion.findUniqueOrThrow({
    where: { ruleId_version: { ruleId: found.ruleId, version: found.version } },
    select: { kind: true, looksFor: true },
  })
  const matches = matcherOf(version)
  while (await step(rehearsalId, matches)) {
    // The next one.
  }
}

/** @returns whether there is more */
async function step(id: string, matches: (text: string) => string | null): Promise<boolean> {
  return db.$transaction(async (tx) => {
    // Two workers after a crash: the second waits for the row, and goes on where the first got to.
    await tx.$queryRaw`SELECT 1 FROM "Rehearsal" WHERE "id" = ${id}::uuid FOR UPDATE`
    const now = await tx.rehearsal.findUnique({ where: { id } })
    if (!now || now.finishedAt) return false
    const after = now.lastId ? Prisma.sql`c."id" > ${now.lastId}::uuid` : Prisma.sql`TRUE`
    const rows = await tx.$queryRaw<Row[]>(Prisma.sql`
      SELECT c."id", c."body", c."authorId", c."status"::text AS "status", EXISTS (
        SELECT 1 FROM "Decision" d WHERE d."commentId" = c."id" AND d."act" = 'approve') AS "approved"
      FROM "Comment" c WHERE ${after} ORDER BY c."id" LIMIT ${STEP}`)
    const hits = rows.filter((row) => matches(row.body) !== null)
    const ended = rows.length < STEP
    const seen = now.seen + rows.length
    await tx.rehearsal.update({
      where: { id },
      data: {
        seen,
        total: ended ? seen : Math.max(now.total, seen),
        lastId: rows.at(-1)?.id ?? now.lastId,
        hits: { increment: hits.length },
        removed: { increment: hits.filter(({ status }) => status === 'removed').length },
        approved: { increment: hits.filter(({ status, approved }) => approved && status !== 'removed').length },
        people: [...new Set([...now.people, ...hits.map(({ authorId }) => authorId)])],
        examples: [...now.examples, ...hits.map((hit) => hit.id)].slice(-EXAMPLES),
        finishedAt: ended ? new Date() : null,
      },
      select: { id: true },
    })
    return !ended
  })
}
