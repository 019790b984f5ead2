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
 * cases or (createdAt) of decisions, and nothing before it: what they cost grows with the range and not with the forum.
 * @throws Refusal not-found, sign-in-required, suspended
 */
export async function readFigures(viewer: Viewer, { days, essay }: FiguresAddress, now = new Date()) {
  allow('desk.enter', viewer)
  const essayId = essay ? await findEssay(viewer, essay) : null
  const spans = spansOf(days, now)
  const asked = { since: spans.starts[0] ?? now, spans, essayId, viewer }
  const [opened, decided, ages, times, reasons, moderators] = await Promise.all([
    countOpened(asked),
    readDecided(asked),
    countAges(asked, now),
    readTimes(asked),
    readReasons(asked),
    readModerators(asked),
  ])
  return {
    days,
    essay: essay ?? null,
    unit: spans.unit,
    /** Cases that came and decisions that were taken, of each day or week; the time from one to the other in seconds. */
    flow: spans.starts.map((start, index) => ({
      from: start.toISOString(),
      opened: opened.get(index) ?? 0,
      ...(decided.get(index) ?? { decided: 0, median: null, p90: null }),
    })),
    /** Open now, whenever they came. */
    ages,
    times,
    /** Why cases came: readers' reasons, checks, and rules by their names. A case may have several. */
    reasons: reasons.filter(({ source }) => source !== 'rule'),
    rules: reasons.filter(({ source }) => source === 'rule'),
    moderators,
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

const SECONDS = Prisma.sql`extract(epoch FROM d."createdAt" - k."openedAt")`
const share = (of: number) => Prisma.sql`percentile_cont(${of}::float8) WITHIN GROUP (ORDER BY ${SECONDS})::float8`

async function countOpened(asked: Asked): Promise<Map<number, number>> {
  const rows = await db.$queryRaw<{ span: number; count: number }[]>(Prisma.sql`
    SELECT ${spanOf(Prisma.sql`k."openedAt"`, asked)} AS "span", count(*)::int AS "count"
    FROM "Case" k WHERE ${cameSince(asked)} GROUP BY 1`)
  return new Map(rows.map(({ span, count }) => [span, count]))
}

/** Decisions that were not taken back, and how long their cases had been open. */
const DECIDED = (asked: Asked) => Prisma.sql`
  FROM "Decision" d JOIN "Case" k ON k."id" = d."caseId"
  LEFT JOIN "DecisionOutcome" o ON o."decisionId" = d."id"
  WHERE ${takenSince(asked)} AND o."kind" IS DISTINCT FROM 'cancelled'`

async function readDecided(asked: Asked) {
  const rows = await db.$queryRaw<{ span: number; decided: number; median: number; p90: number }[]>(Prisma.sql`
    SELECT ${spanOf(Prisma.sql`d."createdAt"`, asked)} AS "span", count(*)::int AS "decided",
      ${share(0.5)} AS "median", ${share(0.9)} AS "p90" ${DECIDED(asked)} GROUP BY 1`)
  return new Map(rows.map(({ span, ...row }) => [span, row]))
}

async function readTimes(asked: Asked) {
  const [row] = await db.$queryRaw<{ median: number | null; p90: number | null }[]>(Prisma.sql`
    SELECT ${share(0.5)} AS "median", ${share(0.9)} AS "p90" ${DECIDED(asked)}`)
  return row ?? { median: null, p90: null }
}

async function countAges(asked: Asked, now: Date) {
  const hours = Prisma.sql`extract(epoch FROM ${now}::timestamptz - k."openedAt") / 3600`
  const ends = AGES.filter((end) => end !== null)
  const rows = await db.$queryRaw<{ age: number; count: number }[]>(Prisma.sql`
    SELECT width_bucket(${hours}, ${ends}::numeric[]) AS "age", count(*)::int AS "count"
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
      FROM "Decision" d LEFT JOIN "DecisionOutcome" o ON o."decisionId" = d."id"
      LEFT JOIN "Appeal" a ON a."decisionId" = d."id"
      WHERE d."createdAt" >= ${asked.since} GROUP BY 1
    ),
    why AS (SELECT DISTINCT r."caseId", r."source", r."code" FROM came JOIN "CaseReason" r ON r."caseId" = came."id")
    SELECT why."source"::text AS "source", why."code", count(*)::int AS "cases",
      count(*) FILTER (WHERE e."removed")::int AS "removed",
      count(*) FILTER (WHERE e."groundless" AND NOT e."removed")::int AS "groundless",
      coalesce(sum(e."undone"), 0)::int AS "undone", coalesce(sum(e."appeals"), 0)::int AS "appeals",
      coalesce(sum(e."overturned"), 0)::int AS "overturned"
    FROM why LEFT JOIN ended e ON e."caseId" = why."caseId"
    GROUP BY 1, 2 ORDER BY 3 DESC, 1, 2 LIMIT ${MOST_ROWS}`)
}

type ModeratorRow = {
  handle: string
  /** Taken, and of them those that were taken back in time. */
  decisions: number
  undone: number
  median: number | null
  p90: number | null
  appeals: number
  overturned: number
}

async function readModerators(asked: Asked): Promise<ModeratorRow[]> {
  return db.$queryRaw<ModeratorRow[]>(Prisma.sql`
    SELECT p."handle", n."decisions", n."undone", n."median", n."p90", n."appeals", n."overturned"
    FROM (
      SELECT d."byId", count(*)::int AS "decisions", count(*) FILTER (WHERE o."kind" = 'cancelled')::int AS "undone",
        ${share(0.5)} AS "median", ${share(0.9)} AS "p90",
        count(a."answerId")::int AS "appeals", count(*) FILTER (WHERE a."overturned")::int AS "overturned"
      FROM "Decision" d JOIN "Case" k ON k."id" = d."caseId"
      LEFT JOIN "DecisionOutcome" o ON o."decisionId" = d."id"
      LEFT JOIN "Appeal" a ON a."decisionId" = d."id"
      WHERE ${takenSince(asked)} GROUP BY 1
    ) n JOIN "Person" p ON p."id" = n."byId"
    ORDER BY n."decisions" DESC, p."handle" LIMIT ${MOST_ROWS}`)
}
