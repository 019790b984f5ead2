import { allow, moderatedEssays } from '@/forum/policy'
import type { Viewer } from '@/forum/viewer'
import { moderatedEssaysSql, moderatedInSql } from '@/forum/visibility'
import { db, Prisma } from '@/lib/db'
import { readCursor, writeCursor } from './cursor'
import type { DecisionAct, FlagReason, QueueState } from './input'

const PAGE = 30
/** Written into the statement: a plan for any number of rows would rather read them all. */
const MOST = Prisma.raw(String(PAGE + 1))
/** Characters of a comment in the list: two lines. */
const EXCERPT = 200

/** More open cases than the number at a tab says exactly. */
export const MOST_COUNTED = 1000

type WaitingQueue = Exclude<QueueState, 'done'>
type Narrow = { essay?: string | undefined; reason?: string | undefined; person?: string | undefined }
export type QueuePage = Narrow & { state: QueueState; sort?: 'age' | 'score' | undefined; after?: string | undefined }

type LineRow = {
  id: string
  at: Date
  openedAt: Date
  score: number
  version: number
  revision: number
  /** Somebody else who is at work on it now. */
  claimedBy: string | null
  excerpt: string
  status: 'published' | 'held' | 'removed' | 'deleted'
  by: string
  essay: string
  paragraph: number | null
  reasons: { reason: FlagReason; count: number }[] | null
  act: DecisionAct | null
}

export type QueueLine = Awaited<ReturnType<typeof readQueue>>['cases'][number]

/**
 * The left column: cases of one list (oldest or highest score first) or done (latest first). One statement; the page is cut from an index
 * before anything else is looked up, and the place where it ends is a value, not a row: a case that is decided while
 * somebody turns the page takes no other with it.
 */
export async function readQueue(viewer: Viewer, page: QueuePage) {
  allow('desk.enter', viewer)
  const some = await narrowed(page)
  const rows = await db.$queryRaw<LineRow[]>`
    WITH page AS MATERIALIZED (${cut(viewer, page, some)})
    SELECT p."id", p."at", p."openedAt", p."score", k."version", c."revision", left(c."body", ${EXCERPT}) AS "excerpt", c."status"::text AS "status",
      a."handle" AS "by", e."title" AS "essay", w."ordinal" AS "paragraph", f."reasons", d."act", l."handle" AS "claimedBy"
    FROM page p
    JOIN "Case" k ON k."id" = p."id"
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
    LEFT JOIN LATERAL (
      SELECT y."handle" FROM "Lease" l JOIN "Person" y ON y."id" = l."personId"
      WHERE l."caseId" = p."id" AND l."expiresAt" > now() AND l."personId" <> ${viewer.id}::uuid
    ) l ON TRUE
    ORDER BY ${orderOf(page)}`
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

/**
 * The next case of the same list, in its order and narrowed as it is, that this viewer can decide: after the given one or else
 * from its beginning; null when none waits.
 */
export async function nextOpenCase(
  viewer: Viewer,
  afterId: string,
  { sort = 'age', ...narrow }: Narrow & Pick<QueuePage, 'sort'> = {},
): Promise<string | null> {
  allow('desk.enter', viewer)
  const some = await narrowed(narrow)
  const decidable = Prisma.sql`${moderatedInSql(viewer, 'k')} AND k."state" = 'open' AND k."queue" = (SELECT "queue" FROM here)
        AND c."authorId" <> ${viewer.id}::uuid
        AND NOT EXISTS (SELECT 1 FROM "Lease" l WHERE l."caseId" = k."id" AND l."personId" <> ${viewer.id}::uuid
          AND l."expiresAt" > now())
        AND NOT EXISTS (SELECT 1 FROM "Appeal" b JOIN "Decision" d ON d."id" = b."decisionId"
          WHERE b."caseId" = k."id" AND b."answerId" IS NULL AND d."byId" = ${viewer.id}::uuid)${some}${ofEssay(narrow.essay)}`
  const { after, order } = NEXT[sort]
  const [next] = await db.$queryRaw<{ id: string }[]>`
    WITH here AS (SELECT "openedAt", "score", "id", "queue" FROM "Case" WHERE "id" = ${afterId}::uuid),
    later AS (
      SELECT k."id" FROM "Case" k JOIN "Comment" c ON c."id" = k."commentId"
      WHERE ${decidable} AND ${after} ORDER BY ${order} LIMIT 1
    ), first AS (
      SELECT k."id" FROM "Case" k JOIN "Comment" c ON c."id" = k."commentId"
      WHERE ${decidable} ORDER BY ${order} LIMIT 1
    )
    SELECT coalesce((SELECT "id" FROM later), (SELECT "id" FROM first)) AS "id"`
  return next?.id ?? null
}

const NEXT = {
  age: {
    after: Prisma.sql`(k."openedAt", k."id") > ((SELECT "openedAt" FROM here), (SELECT "id" FROM here))`,
    order: Prisma.sql`k."openedAt", k."id"`,
  },
  score: {
    after: Prisma.sql`(k."score", k."id") < ((SELECT "score" FROM here), (SELECT "id" FROM here))`,
    order: Prisma.sql`k."score" DESC, k."id" DESC`,
  },
}

/** The line above the columns; counted to a thousand, so that it costs the same however much there is. */
export async function readDeskFigures(viewer: Viewer) {
  allow('desk.enter', viewer)
  const theirs = moderatedInSql(viewer, 'k')
  const [[waiting], [decided]] = await Promise.all([
    db.$queryRaw<{ open: number; oldest: Date | null }[]>`
      SELECT (SELECT count(*)::int FROM (SELECT 1 FROM "Case" k WHERE k."state" = 'open' AND ${theirs} LIMIT ${MOST_COUNTED}) w)
        AS "open",
        (SELECT k."openedAt" FROM "Case" k WHERE k."state" = 'open' AND ${theirs} ORDER BY k."openedAt", k."id" LIMIT 1)
        AS "oldest"`,
    db.$queryRaw<{ decisions: number; medianSeconds: number | null }[]>`
      SELECT count(*)::int AS "decisions",
        percentile_cont(0.5) WITHIN GROUP (ORDER BY extract(epoch FROM d."createdAt" - k."openedAt"))::float AS "medianSeconds"
      FROM (SELECT d."createdAt", d."caseId" FROM "Decision" d
        WHERE d."createdAt" > now() - interval '7 days' AND ${moderatedInSql(viewer, 'd')}
        ORDER BY d."createdAt" DESC LIMIT ${MOST_COUNTED}) d JOIN "Case" k ON k."id" = d."caseId"`,
  ])
  return {
    open: waiting?.open ?? 0,
    oldest: waiting?.oldest?.toISOString() ?? null,
    decisions: decided?.decisions ?? 0,
    medianSeconds: decided?.medianSeconds ?? null,
  }
}

/** Cases of each list; counted to a thousand, which is more than a desk sees the end of. */
export async function countQueues(viewer: Viewer): Promise<Record<WaitingQueue, number>> {
  allow('desk.enter', viewer)
  const rows = await db.$queryRaw<{ queue: WaitingQueue; count: number }[]>`
    SELECT q."queue"::text AS "queue", (SELECT count(*)::int FROM (
      SELECT 1 FROM "Case" k WHERE k."state" = 'open' AND k."queue" = q."queue" AND ${moderatedInSql(viewer, 'k')}
      LIMIT ${MOST_COUNTED}
    ) waiting) AS "count" FROM unnest(enum_range(NULL::"CaseQueue")) AS q("queue")`
  const counts = new Map(rows.map(({ queue, count }) => [queue, count]))
  const of = (queue: WaitingQueue) => counts.get(queue) ?? 0
  return { open: of('open'), held: of('held'), appeal: of('appeal'), escalated: of('escalated') }
}

/**
 * One page of bare cases, straight from an index: (state, queue, openedAt, id), (state, queue, score, id), and (closedAt, id)
 * of those done. Of certain essays, a page is cut from each one's own index and the first of all of them are taken: what lies
 * in other essays costs nothing.
 */
function cut(viewer: Viewer, page: QueuePage, some: Prisma.Sql): Prisma.Sql {
  const { at, which, from, order } = listOf(page)
  const cases = (among: Prisma.Sql) => Prisma.sql`
      SELECT k."id", ${at} AS "at", k."openedAt", k."commentId", k."essayId", k."score" FROM "Case" k
      WHERE ${among} AND ${which} AND ${from}${some} ORDER BY ${order} LIMIT ${MOST}`
  if (!page.essay && moderatedEssays(viewer) === 'all') return cases(Prisma.sql`TRUE`)
  return Prisma.sql`
      SELECT p.* FROM "Essay" e CROSS JOIN LATERAL (${cases(Prisma.sql`k."essayId" = e."id"`)}) p
      WHERE ${moderatedEssaysSql(viewer)}${page.essay ? Prisma.sql` AND e."slug" = ${page.essay}` : Prisma.empty}
      ORDER BY ${orderOf(page)} LIMIT ${MOST}`
}

/** What a list has, where this page of it begins, and in which order it is. */
function listOf({ state, sort = 'age', after: cursor }: QueuePage) {
  const after = readCursor(cursor)
  const beginning = Prisma.sql`TRUE`
  if (state === 'done')
    return {
      at: Prisma.sql`k."closedAt"`,
      which: Prisma.sql`k."state" = 'done'`,
      from: after ? Prisma.sql`(k."closedAt", k."id") < (${after.at}::timestamptz, ${after.id}::uuid)` : beginning,
      order: Prisma.sql`k."closedAt" DESC, k."id" DESC`,
    }
  const waiting = {
    at: Prisma.sql`k."openedAt"`,
    which: Prisma.sql`k."state" = 'open' AND k."queue" = ${state}::"CaseQueue"`,
  }
  if (sort === 'score')
    return {
      ...waiting,
      // The score of the last one is looked up: the place is a case, which keeps its score unless something new is said.
      from: after
        ? Prisma.sql`(k."score", k."id") < ((SELECT "score" FROM "Case" WHERE "id" = ${after.id}::uuid), ${after.id}::uuid)`
        : beginning,
      order: Prisma.sql`k."score" DESC, k."id" DESC`,
    }
  return {
    ...waiting,
    from: after ? Prisma.sql`(k."openedAt", k."id") > (${after.at}::timestamptz, ${after.id}::uuid)` : beginning,
    order: Prisma.sql`k."openedAt", k."id"`,
  }
}

const ofEssay = (slug: string | undefined) =>
  slug ? Prisma.sql` AND k."essayId" = (SELECT "id" FROM "Essay" WHERE "slug" = ${slug})` : Prisma.empty

/** Cases with one reason that are looked at by themselves; of more, a page of any list is near its beginning. */
const FEW = 1_000

/** One person's cases have an index of their own, and so have those of a reason that few have. */
async function narrowed({ reason, person }: Narrow): Promise<Prisma.Sql> {
  const parts = [Prisma.empty]
  if (reason) {
    const few = await db.$queryRaw<{ caseId: string }[]>`
      SELECT DISTINCT "caseId" FROM "CaseReason" WHERE "code" = ${reason} LIMIT ${FEW + 1}`
    parts.push(
      few.length > FEW
        ? Prisma.sql` AND EXISTS (SELECT 1 FROM "CaseReason" n WHERE n."caseId" = k."id" AND n."code" = ${reason})`
        : Prisma.sql` AND k."id" = ANY (${few.map(({ caseId }) => caseId)}::uuid[])`,
    )
  }
  if (person) parts.push(Prisma.sql` AND k."authorId" = (SELECT "id" FROM "Person" WHERE "handle" = ${person})`)
  return Prisma.join(parts, '')
}

const ORDER = {
  done: Prisma.sql`p."at" DESC, p."id" DESC`,
  age: Prisma.sql`p."at", p."id"`,
  score: Prisma.sql`p."score" DESC, p."id" DESC`,
}
const orderOf = ({ state, sort = 'age' }: QueuePage) => (state === 'done' ? ORDER.done : ORDER[sort])
