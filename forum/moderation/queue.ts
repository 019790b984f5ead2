import { allow } from '@/forum/policy'
import type { Viewer } from '@/forum/viewer'
import { db, Prisma } from '@/lib/db'
import { readCursor, writeCursor } from './cursor'
import type { FlagReason } from './input'

const PAGE = 30
/** Characters of a comment in the list: two lines. */
const EXCERPT = 200
export type QueueState = 'open' | 'done'

type LineRow = {
  id: string
  at: Date
  openedAt: Date
  excerpt: string
  status: 'published' | 'held' | 'removed' | 'deleted'
  by: string
  essay: string
  paragraph: number | null
  reasons: { reason: FlagReason; count: number }[] | null
  act: 'approve' | 'remove' | null
}

export type QueueLine = Awaited<ReturnType<typeof readQueue>>['cases'][number]

/**
 * The left column: cases waiting (oldest first) or done (latest first). One statement; the page is cut from an index
 * before anything else is looked up, and the place where it ends is a value, not a row: a case that is decided while
 * somebody turns the page takes no other with it.
 */
export async function readQueue(viewer: Viewer, page: { state: QueueState; after?: string | undefined }) {
  allow('desk.enter', viewer)
  const rows = await db.$queryRaw<LineRow[]>`
    WITH page AS MATERIALIZED (${cut(page.state, page.after)})
    SELECT p."id", p."at", p."openedAt", left(c."body", ${EXCERPT}) AS "excerpt", c."status"::text AS "status",
      a."handle" AS "by", e."title" AS "essay", w."ordinal" AS "paragraph", f."reasons", d."act"
    FROM page p
    JOIN "Comment" c ON c."id" = p."commentId"
    JOIN "Person" a ON a."id" = c."authorId"
    JOIN "Essay" e ON e."id" = p."essayId"
    LEFT JOIN LATERAL (
      SELECT w."ordinal" FROM "Wording" w JOIN "Revision" r ON r."id" = w."revisionId"
      WHERE w."paragraphId" = c."paragraphId" ORDER BY r."number" DESC LIMIT 1
    ) w ON TRUE
    LEFT JOIN LATERAL (
      SELECT json_agg(json_build_object('reason', n."reason", 'count', n."count") ORDER BY n."count" DESC, n."reason")
        AS "reasons"
      FROM (SELECT "reason", count(*)::int AS "count" FROM "Flag" WHERE "caseId" = p."id" GROUP BY "reason") n
    ) f ON TRUE
    LEFT JOIN LATERAL (
      SELECT "act"::text AS "act" FROM "Decision" WHERE "caseId" = p."id" ORDER BY "createdAt" DESC LIMIT 1
    ) d ON TRUE
    ORDER BY ${page.state === 'open' ? Prisma.sql`p."at", p."id"` : Prisma.sql`p."at" DESC, p."id" DESC`}`
  const shown = rows.slice(0, PAGE)
  const last = shown.at(-1)
  return {
    cases: shown.map(({ at: _, ...row }) => ({
      ...row,
      state: page.state,
      openedAt: row.openedAt.toISOString(),
      reasons: row.reasons ?? [],
    })),
    after: rows.length > PAGE && last ? writeCursor(last) : null,
  }
}

/** The next case this viewer can decide, the oldest after the given one or else the oldest of all; null when none waits. */
export async function nextOpenCase(viewer: Viewer, afterId: string): Promise<string | null> {
  allow('desk.enter', viewer)
  const [next] = await db.$queryRaw<{ id: string }[]>`
    WITH here AS (SELECT "openedAt", "id" FROM "Case" WHERE "id" = ${afterId}::uuid),
    later AS (
      SELECT k."id" FROM "Case" k JOIN "Comment" c ON c."id" = k."commentId"
      WHERE k."state" = 'open' AND c."authorId" <> ${viewer.id}::uuid
        AND (k."openedAt", k."id") > ((SELECT "openedAt" FROM here), (SELECT "id" FROM here))
      ORDER BY k."openedAt", k."id" LIMIT 1
    ), first AS (
      SELECT k."id" FROM "Case" k JOIN "Comment" c ON c."id" = k."commentId"
      WHERE k."state" = 'open' AND c."authorId" <> ${viewer.id}::uuid
      ORDER BY k."openedAt", k."id" LIMIT 1
    )
    SELECT coalesce((SELECT "id" FROM later), (SELECT "id" FROM first)) AS "id"`
  return next?.id ?? null
}

/** The line above the columns. Undone decisions and plots belong to the desk's later size. */
export async function readDeskFigures(viewer: Viewer) {
  allow('desk.enter', viewer)
  const [[waiting], [decided]] = await Promise.all([
    db.$queryRaw<{ open: number; oldest: Date | null }[]>`
      SELECT (SELECT count(*)::int FROM "Case" WHERE "state" = 'open') AS "open",
        (SELECT "openedAt" FROM "Case" WHERE "state" = 'open' ORDER BY "openedAt", "id" LIMIT 1) AS "oldest"`,
    db.$queryRaw<{ decisions: number; medianSeconds: number | null }[]>`
      SELECT count(*)::int AS "decisions",
        percentile_cont(0.5) WITHIN GROUP (ORDER BY extract(epoch FROM d."createdAt" - k."openedAt"))::float AS "medianSeconds"
      FROM "Decision" d JOIN "Case" k ON k."id" = d."caseId" WHERE d."createdAt" > now() - interval '7 days'`,
  ])
  return {
    open: waiting?.open ?? 0,
    oldest: waiting?.oldest?.toISOString() ?? null,
    decisions: decided?.decisions ?? 0,
    medianSeconds: decided?.medianSeconds ?? null,
  }
}

/** One page of bare cases, straight from an index: (state, openedAt, id), and (closedAt, id) of those done. */
function cut(state: QueueState, cursor: string | undefined): Prisma.Sql {
  const after = readCursor(cursor)
  if (state === 'open')
    return Prisma.sql`
      SELECT k."id", k."openedAt" AS "at", k."openedAt", k."commentId", k."essayId" FROM "Case" k
      WHERE k."state" = 'open' AND ${after ? Prisma.sql`(k."openedAt", k."id") > (${after.at}::timestamptz, ${after.id}::uuid)` : Prisma.sql`TRUE`}
      ORDER BY k."openedAt", k."id" LIMIT ${PAGE + 1}`
  return Prisma.sql`
      SELECT k."id", k."closedAt" AS "at", k."openedAt", k."commentId", k."essayId" FROM "Case" k
      WHERE k."state" = 'done' AND ${after ? Prisma.sql`(k."closedAt", k."id") < (${after.at}::timestamptz, ${after.id}::uuid)` : Prisma.sql`TRUE`}
      ORDER BY k."closedAt" DESC, k."id" DESC LIMIT ${PAGE + 1}`
}
