import { db, Prisma } from '@/lib/db'

/**
 * Up to where a stream has told everything: the highest number of the outbox it knows of, and the horizon of transactions.
 * Numbers are given when a row is written, not when it is committed: behind a number that was told, a smaller one may still
 * appear. Its transaction then is not before the horizon, so the two together miss nothing. Telling something twice is
 * harmless: it says which thread to look at.
 */
export type Position = { seq: string; horizon: string }

/** As the id of an event, which a browser sends back as Last-Event-ID. Its digits fit into PostgreSQL's 64 bits. */
export function readPosition(text: string): Position | null {
  const [, seq, horizon] = /^(\d{1,18})\.(\d{1,18})$/.exec(text) ?? []
  return seq && horizon ? { seq, horizon } : null
}

export const writePosition = ({ seq, horizon }: Position) => `${seq}.${horizon}`

/** More than this is no list any more: the whole page has to be looked at anew. */
const MOST = 500

/** Where the outbox is now. */
export async function presentPosition(): Promise<Position> {
  const [row] = await db.$queryRaw<Position[]>`
    SELECT coalesce((SELECT max("seq") FROM "Outbox"), 0)::text AS "seq",
      pg_snapshot_xmin(pg_current_snapshot())::text AS "horizon"`
  return row ?? { seq: '0', horizon: '0' }
}

/**
 * Which paragraphs of an essay changed since (null: the essay itself), and where to go on. Null instead of a list: it was
 * too much or too long ago.
 */
export async function readMissed(essayId: string, since: Position) {
  // Asked for first: what commits between the two is told twice rather than not.
  const position = await presentPosition()
  const [oldest] = await db.$queryRaw<{ kept: boolean }[]>`
    SELECT EXISTS (SELECT 1 FROM "Outbox" WHERE "seq" <= ${since.seq}::bigint + 1) AS "kept"`
  const rows = await db.$queryRaw<{ paragraphId: string | null }[]>`
    SELECT o."paragraphId" FROM (
      (${ofEssay(essayId)} AND s."seq" > ${since.seq}::bigint ORDER BY s."seq" LIMIT ${MOST})
      UNION ALL
      (${ofEssay(essayId)} AND s."xid" >= ${since.horizon}::text::xid8 ORDER BY s."xid" LIMIT ${MOST})
    ) o`
  if (oldest?.kept !== true || rows.length >= MOST) return { position, paragraphIds: null }
  return { position, paragraphIds: [...new Set(rows.map(({ paragraphId }) => paragraphId))] }
}

/** That a comment waits for a moderator is told to nobody. */
const ofEssay = (essayId: string) => Prisma.sql`
  SELECT s."paragraphId" FROM "Outbox" s
  WHERE s."essayId" = ${essayId}::uuid AND (s."topic" <> 'comment.posted' OR NOT EXISTS (
    SELECT 1 FROM "Comment" c WHERE c."id" = s."subjectId" AND c."status" = 'held'))`
