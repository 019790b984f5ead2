import { setTimeout as sleep } from 'node:timers/promises'
import { db, Prisma, sqlState, type Tx } from '@/lib/db'

/** A counter that is kept beside what it counts: how to count afresh, and which rows disagree. */
const COUNTERS = {
  'comments of a paragraph': {
    table: Prisma.raw('"Paragraph"'),
    column: Prisma.raw('"commentCount"'),
    counted: Prisma.sql`
      SELECT "paragraphId" AS "id", count(*)::int AS n FROM "Comment" WHERE "status" = 'published' GROUP BY "paragraphId"`,
  },
  'replies to a comment': {
    table: Prisma.raw('"Comment"'),
    column: Prisma.raw('"replyCount"'),
    counted: Prisma.sql`
      SELECT "parentId" AS "id", count(*)::int AS n FROM "Comment"
      WHERE "status" = 'published' AND "parentId" IS NOT NULL GROUP BY "parentId"`,
  },
  'places left below a comment': {
    table: Prisma.raw('"Comment"'),
    column: Prisma.raw('"placeCount"'),
    counted: Prisma.sql`
      SELECT "parentId" AS "id", count(*)::int AS n FROM "Comment"
      WHERE "parentId" IS NOT NULL
        AND ("status" = 'removed' OR ("status" = 'deleted' AND "replyCount" + "placeCount" > 0)) GROUP BY "parentId"`,
  },
  'votes for a comment': {
    table: Prisma.raw('"Comment"'),
    column: Prisma.raw('"score"'),
    counted: Prisma.sql`SELECT "commentId" AS "id", count(*)::int AS n FROM "Vote" GROUP BY "commentId"`,
  },
} as const

export type CounterName = keyof typeof COUNTERS
export const COUNTER_NAMES = Object.keys(COUNTERS) as CounterName[]

/** A scan over everything may take minutes with millions of rows. */
const PATIENCE = { timeout: 1_800_000, maxWait: 30_000 }

/** Rows whose counter differs from a recount. One statement: it sees counter and rows of the same moment. */
export async function countDrift(name: CounterName): Promise<number> {
  const { table, column, counted } = COUNTERS[name]
  const [row] = await db.$transaction(
    (tx) => tx.$queryRaw<{ wrong: number }[]>`
      SELECT count(*)::int AS wrong FROM ${table} t LEFT JOIN (${counted}) c ON c."id" = t."id"
      WHERE t.${column} <> coalesce(c.n, 0)`,
    PATIENCE,
  )
  return row?.wrong ?? 0
}

/** Sets every counter right, while nobody writes. @returns how many rows were changed */
export async function recount(): Promise<number> {
  for (let tries = 1; ; tries++) {
    try {
      return await db.$transaction(recountLocked, PATIENCE)
    } catch (error) {
      if (sqlState(error) !== LOCK_NOT_AVAILABLE || tries === MOST_TRIES) throw error
      await sleep(50)
    }
  }
}

const LOCK_NOT_AVAILABLE = '55P03'
/** Half a minute of a forum where somebody is always just writing. */
const MOST_TRIES = 600

async function recountLocked(tx: Tx): Promise<number> {
  // The statements below must count what they set: writers wait, readers do not. NOWAIT: writers take these tables in
  // either order, and a deadlock might end one of theirs.
  await tx.$executeRaw`LOCK TABLE "Paragraph", "Comment", "Vote" IN SHARE ROW EXCLUSIVE MODE NOWAIT`
  let changed = 0
  for (const name of COUNTER_NAMES) changed += await setRight(tx, name)
  // Whether a deleted comment has a place follows from the counts below it: they rise level by level.
  for (let more = changed; more > 0; changed += more) more = await setRight(tx, 'places left below a comment')
  return changed
}

async function setRight(tx: Tx, name: CounterName): Promise<number> {
  const { table, column, counted } = COUNTERS[name]
  return tx.$executeRaw`
    UPDATE ${table} t SET ${column} = coalesce(c.n, 0)
    FROM ${table} s LEFT JOIN (${counted}) c ON c."id" = s."id"
    WHERE s."id" = t."id" AND t.${column} <> coalesce(c.n, 0)`
}
