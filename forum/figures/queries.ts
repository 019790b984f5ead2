import { GROUNDLESS, REMOVING } from '@/forum/moderation/acts'
import { allow, may } from '@/forum/policy'
import { Refusal } from '@/forum/refusal'
import type { Viewer } from '@/forum/viewer'
import { moderatedInSql, visibleEssays } from '@/forum/visibility'
import { db, Prisma } from '@/lib/db'
import type { FiguresAddress } from './input'
import { type Spans, spansOf } from './spans'

/** Rows of a table by reason, rule or moderator: the first of them are nearly all. */
const MOST_ROWS = 50

/** Hours up to which a case is of an age; the last one has no end. */
export const AGES = [1, 24, 72, 168, null] as const

export type Figures = Awaited<ReturnType<typeof readFigures>>
export type Flow = Figures['flow'][number]
export type ReasonFigures = Figures['reasons'][number]
export type ModeratorFigures = Figures['moderators'][number]

/**
 * What the desk did in a range of days, of one essay or of all. Each query reads the range from an index, (state, openedAt) of
 * cases or (createdAt) of decisions, and nothing before it: what they cost grows with the range and not with the forum. What
 * belongs to a row of it is looked up by LATERAL, which leaves no other way: joined, tables of all years would be read instead.
 * @throws Refusal not-found, sign-in-required, suspended
 */
export async function readFigures(viewer: Viewer, { days, essay }: FiguresAddress, now = new Date()) {
  allow('desk.enter', viewer)
  const essayId = essay ? await findEssay(viewer, essay) : null
  const spans = spansOf(days, now)
  const asked = { since: spans.starts[0] ?? now, spans, essayId, viewer }
  const [opened, taken, ages, reasons] = await Promise.all([
    countOpened(asked),
    readTaken(asked),
    countAges(asked, now),
    readReasons(asked),
  ])
  return {
    days,
    essay: essay ?? null,
    unit: spans.unit,
    /** Cases that came and decisions that were taken, of each day or week; the time from one to the other in seconds. */
    flow: spans.starts.map((start, index) => ({
      from: start.toISOString(),
      opened: opened.get(index) ?? 0,
      ...(taken.spans.get(index) ?? { decided: 0, median: null, p90: null }),
    })),
    /** Open now, whenever they came. */
    ages,
    times: taken.times,
    /** Why cases came: readers' reasons, checks, and rules by their names. A case may have several. */
    reasons: reasons.filter(({ source }) => source !== 'rule'),
    rules: reasons.filter(({ source }) => source === 'rule'),
    moderators: taken.moderators,
  }
}

type Asked = { since: Date; spans: Spans; essayId: string | null; viewer: Viewer }

async function findEssay(viewer: Viewer, slug: string): Promise<string> {
  const found = await db.essay.findFirst({ where: { AND: [visibleEssays(viewer), { slug }] }, select: { id: true } })
  if (!found || !may('essay.moderate', viewer, { essayId: found.id }))
    throw new Refusal('not-found', { field: 'essay' })
  return found.id
}

/** Of those that the viewer answers for, or of one of them. */
const ofEssays = (alias: 'k' | 'd', { essayId, viewer }: Asked) =>
  Prisma.sql`AND ${moderatedInSql(viewer, alias)} ${
    essayId ? Prisma.sql`AND ${Prisma.raw(`${alias}."essayId"`)} = ${essayId}::uuid` : Prisma.empty
  }`

/** Every state is named, so that the range is read from (state, openedAt, id). */
const cameSince = (asked: Asked) => Prisma.sql`
  k."state" IN ('open', 'decided', 'done') AND k."openedAt" >= ${asked.since} ${ofEssays('k', asked)}`

const takenSince = (asked: Asked) => Prisma.sql`d."createdAt" >= ${asked.since} ${ofEssays('d', asked)}`

/** Number of the span that a moment lies in, from 0. */
const spanOf = (at: Prisma.Sql, { since, spans }: Asked) => {
  const seconds = spans.unit === 'day' ? 86_400 : 604_800
  return Prisma.sql`floor(extract(epoch FROM ${at} - ${since}::timestamptz) / ${seconds}::int)::int`
}

async function countOpened(asked: Asked): Promise<Map<number, number>> {
  const rows = await db.$queryRaw<{ span: number; count: number }[]>(Prisma.sql`
    SELECT ${spanOf(Prisma.sql`k."openedAt"`, asked)} AS "span", count(*)::int AS "count"
    FROM "Case" k WHERE ${cameSince(asked)} GROUP BY 1`)
  return new Map(rows.map(({ span, count }) => [span, count]))
}

/** In SQL beside a "Decision" d: what became of it and of the objection to it. */
const AFTER = Prisma.sql`
  LEFT JOIN LATERAL (SELECT "kind" FROM "DecisionOutcome" WHERE "decisionId" = d."id" LIMIT 1) o ON TRUE
  LEFT JOIN LATERAL (SELECT "answerId", "overturned" FROM "Appeal" WHERE "decisionId" = d."id" LIMIT 1) a ON TRUE`

type TakenRow = {
  /** Number of the day or week, or else whose decisions they are; neither for all. */
  span: number | null
  handle: string | null
  decisions: number
  undone: number
  /** Of the seconds for which their cases had been open; null when there is none. */
  shares: [median: number, p90: number] | null
  appeals: number
  overturned: number
}

/** The decisions of the range, looked up once and counted in three ways. Those taken back count for who took them only. */
async function readTaken(asked: Asked) {
  const shares = Prisma.sql`percentile_cont(ARRAY[0.5, 0.9]) WITHIN GROUP (ORDER BY "seconds") AS "shares"`
  const rows = await db.$queryRaw<TakenRow[]>(Prisma.sql`
    WITH taken AS MATERIALIZED (
      SELECT ${spanOf(Prisma.sql`d."createdAt"`, asked)} AS "span", d."byId", o."kind", a."answerId", a."overturned",
        extract(epoch FROM d."createdAt" - k."openedAt")::float8 AS "seconds"
      FROM "Decision" d CROSS JOIN LATERAL (SELECT "openedAt" FROM "Case" WHERE "id" = d."caseId" LIMIT 1) k ${AFTER}
      WHERE ${takenSince(asked)}
    ), counted AS (
      SELECT "span", NULL::uuid AS "byId", count(*)::int AS "decisions", 0 AS "undone", ${shares}, 0 AS "appeals", 0 AS "overturned"
      FROM taken WHERE "kind" IS DISTINCT FROM 'cancelled' GROUP BY GROUPING SETS (("span"), ())
      UNION ALL
      SELECT NULL, "byId", count(*)::int, count(*) FILTER (WHERE "kind" = 'cancelled')::int, ${shares},
        count("answerId")::int, count(*) FILTER (WHERE "overturned")::int
      FROM taken GROUP BY "byId"
    )
    SELECT c."span", p."handle", c."decisions", c."undone", c."shares", c."appeals", c."overturned"
    FROM counted c LEFT JOIN "Person" p ON p."id" = c."byId" ORDER BY c."decisions" DESC, p."handle"`)
  const timesOf = ({ shares: found }: TakenRow) => ({ median: found?.[0] ?? null, p90: found?.[1] ?? null })
  const all = rows.find(({ span, handle }) => span === null && handle === null)
  return {
    times: all ? timesOf(all) : { median: null, p90: null },
    spans: new Map(
      rows.flatMap((row) => (row.span === null ? [] : [[row.span, { decided: row.decisions, ...timesOf(row) }]])),
    ),
    moderators: rows.flatMap((row) => (row.handle === null ? [] : [moderatorOf(row, row.handle)])).slice(0, MOST_ROWS),
  }
}

async function countAges(asked: Asked, now: Date) {
  const hours = Prisma.sql`extract(epoch FROM ${now}::timestamptz - k."openedAt")::float8 / 3600`
  const ends = AGES.filter((end) => end !== null)
  const rows = await db.$queryRaw<{ age: number; count: number }[]>(Prisma.sql`
    SELECT width_bucket(${hours}, ${ends}::float8[]) AS "age", count(*)::int AS "count"
    FROM "Case" k WHERE k."state" = 'open' ${ofEssays('k', asked)} GROUP BY 1`)
  const counts = new Map(rows.map(({ age, count }) => [age, count]))
  return AGES.map((end, index) => ({ upTo: end, count: counts.get(index) ?? 0 }))
}

type ReasonRow = {
  source: 'flag' | 'check' | 'rule' | 'author' | 'moderator'
  code: string
  cases: number
  /** Of them: the comment went, or the report was groundless. What is neither waits, or ended otherwise. */
  removed: number
  groundless: number
  undone: number
  /** Objections to decisions in them that were answered, and those that were granted. */
  appeals: number
  overturned: number
}

const acts = (names: readonly string[]) => Prisma.join(names.map((name) => Prisma.sql`${name}::"DecisionAct"`))

/** The cases of the range by each reason they have; a case with the same reason twice counts once. */
async function readReasons(asked: Asked): Promise<ReasonRow[]> {
  return db.$queryRaw<ReasonRow[]>(Prisma.sql`
    WITH came AS MATERIALIZED (SELECT k."id" FROM "Case" k WHERE ${cameSince(asked)}),
    ended AS MATERIALIZED (
      SELECT d."caseId", bool_or(o."kind" IS DISTINCT FROM 'cancelled' AND d."act" IN (${acts(REMOVING)})) AS "removed",
        bool_or(o."kind" IS DISTINCT FROM 'cancelled' AND d."act" IN (${acts(GROUNDLESS)})) AS "groundless",
        count(*) FILTER (WHERE o."kind" = 'cancelled') AS "undone",
        count(a."answerId") AS "appeals", count(*) FILTER (WHERE a."overturned") AS "overturned"
      FROM "Decision" d ${AFTER} WHERE ${takenSince(asked)} GROUP BY 1
    ),
    why AS (
      SELECT came."id" AS "caseId", r."source", r."code" FROM came
      CROSS JOIN LATERAL (SELECT DISTINCT "source", "code" FROM "CaseReason" WHERE "caseId" = came."id") r
    )
    SELECT why."source"::text AS "source", why."code", count(*)::int AS "cases",
      count(*) FILTER (WHERE e."removed")::int AS "removed",
      count(*) FILTER (WHERE e."groundless" AND NOT e."removed")::int AS "groundless",
      coalesce(sum(e."undone"), 0)::int AS "undone", coalesce(sum(e."appeals"), 0)::int AS "appeals",
      coalesce(sum(e."overturned"), 0)::int AS "overturned"
    FROM why LEFT JOIN ended e ON e."caseId" = why."caseId"
    GROUP BY 1, 2 ORDER BY 3 DESC, 1, 2 LIMIT ${MOST_ROWS}`)
}

/** What somebody took, and of it what was taken back in time. */
const moderatorOf = ({ decisions, undone, shares, appeals, overturned }: TakenRow, handle: string) => ({
  handle,
  decisions,
  undone,
  median: shares?.[0] ?? null,
  p90: shares?.[1] ?? null,
  appeals,
  overturned,
})
