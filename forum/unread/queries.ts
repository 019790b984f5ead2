import { closedTo } from '@/forum/essay/closed'
import { findEssayId } from '@/forum/essay/queries'
import type { Viewer } from '@/forum/viewer'
import { commonWordsSql, visibleEssays } from '@/forum/visibility'
import { db, Prisma } from '@/lib/db'
import type { FreshQuery, StandingQuery } from './input'
import { COUNTED_MOST, SETTLED_MS } from './limits'

/** What a browser has to know of an essay beside its shared page. */
export type Standing = Awaited<ReturnType<typeof readStanding>>

/**
 * How many comments each thread has, and how many of them are new to the viewer: published, by others, arrived after what
 * they have seen. At most COUNTED_MOST are counted. Nothing is new to somebody who comes for the first time (`known`).
 * @throws Refusal not-found, sign-in-required
 */
export async function readStanding(viewer: Viewer, slug: string, asked: StandingQuery) {
  const essayId = await findEssayId(viewer, slug)
  // Before the counts: what arrives while they are made is later.
  const settled = new Date(Date.now() - SETTLED_MS).toISOString()
  const since = await seenOfEssay(viewer, essayId, asked.since)
  const rows = await db.$queryRaw<{ id: string; comments: number; fresh: number; latest: Date | null }[]>`
    SELECT p."id", p."commentCount" AS "comments", coalesce(n."fresh", 0)::int AS "fresh",
      CASE WHEN p."lastArrivalAt" > ${settled}::timestamptz THEN p."lastArrivalAt" END AS "latest"
    FROM "Paragraph" p ${marksOf(viewer, asked.seen ?? [])}
    LEFT JOIN LATERAL (
      SELECT count(*) AS "fresh" FROM (${arrivedAfter(viewer, Prisma.sql`p."id"`, Prisma.sql`GREATEST(m."seenUntil", ${since}::timestamptz)`)}) f
    ) n ON p."lastArrivalAt" > GREATEST(m."seenUntil", ${since}::timestamptz)
    WHERE p."essayId" = ${essayId}::uuid AND p."retiredInId" IS NULL
      ${asked.paragraph ? Prisma.sql`AND p."id" = ${asked.paragraph}::uuid` : Prisma.empty}
    ORDER BY p."id"`
  const paragraphs = rows.map(({ latest, ...row }) => ({ ...row, latest: latest?.toISOString() ?? null }))
  return { known: since !== null, settled, paragraphs }
}

/**
 * The comments of a thread that are new to the viewer, as they arrived; the first of them when there are many (`more`).
 * @throws Refusal not-found, sign-in-required
 */
export async function readFresh(viewer: Viewer, paragraphId: string, asked: FreshQuery) {
  const { essayId, seenUntil } = await seenOfThread(viewer, paragraphId)
  const since = later(await seenOfEssay(viewer, essayId, asked.since), seenUntil)
  if (since === null) return { comments: [], more: false }
  const rows = await db.$queryRaw<{ id: string; at: Date }[]>`
    ${arrivedAfter(viewer, Prisma.sql`${paragraphId}::uuid`, Prisma.sql`${since}::timestamptz`)}`
  return {
    comments: rows.map(({ id, at }) => ({ id, at: at.toISOString() })),
    more: rows.length === COUNTED_MOST,
  }
}

/** In the order of their arrival, from an index. */
function arrivedAfter(viewer: Viewer, paragraphId: Prisma.Sql, since: Prisma.Sql): Prisma.Sql {
  const others = viewer.role === 'guest' ? Prisma.empty : Prisma.sql`AND c."authorId" <> ${viewer.id}::uuid`
  return Prisma.sql`
    SELECT c."id", a."at" FROM "Arrival" a JOIN "Comment" c ON c."id" = a."commentId"
    WHERE a."paragraphId" = ${paragraphId} AND a."at" > ${since} AND ${commonWordsSql()} ${others}
    ORDER BY a."at" LIMIT ${Prisma.raw(String(COUNTED_MOST))}`
}

/** Joins what was seen of each thread: a person's marks stand here, a guest's come with the question. */
function marksOf(viewer: Viewer, seen: NonNullable<StandingQuery['seen']>): Prisma.Sql {
  if (viewer.role !== 'guest')
    return Prisma.sql`LEFT JOIN "ReadMark" m
      ON m."personId" = ${viewer.id}::uuid AND m."essayId" = p."essayId" AND m."paragraphId" = p."id"`
  return Prisma.sql`LEFT JOIN (
      SELECT s."id"::uuid AS "id", to_timestamp(s."ms" / 1000) AS "seenUntil"
      FROM unnest(${seen.map(({ paragraphId }) => paragraphId)}::text[],
        ${seen.map(({ seenUntil }) => seenUntil.getTime())}::double precision[]) AS s("id", "ms")
    ) m ON m."id" = p."id"`
}

/** Null: they were never here. */
async function seenOfEssay(viewer: Viewer, essayId: string, asked: Date | undefined): Promise<Date | null> {
  if (viewer.role === 'guest') return asked ?? null
  const mark = await db.essayReadMark.findUnique({
    where: { personId_essayId: { personId: viewer.id, essayId } },
    select: { seenUntil: true },
  })
  return mark?.seenUntil ?? null
}

async function seenOfThread(viewer: Viewer, paragraphId: string) {
  const paragraph = await db.paragraph.findFirst({
    where: { id: paragraphId, essay: visibleEssays(viewer) },
    select: { essayId: true },
  })
  if (!paragraph) throw await closedTo(viewer, { paragraphs: { some: { id: paragraphId } } })
  if (viewer.role === 'guest') return { ...paragraph, seenUntil: null }
  const mark = await db.readMark.findUnique({
    where: {
      personId_essayId_paragraphId: { personId: viewer.id, essayId: paragraph.essayId, paragraphId },
    },
    select: { seenUntil: true },
  })
  return { ...paragraph, seenUntil: mark?.seenUntil ?? null }
}

/** Who was never in the essay has no thread's mark that counts. */
const later = (essay: Date | null, thread: Date | null) => (essay && thread && thread > essay ? thread : essay)
