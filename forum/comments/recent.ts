import type { Viewer } from '@/forum/viewer'
import { commonEntriesSql, listedEssaysSql } from '@/forum/visibility'
import { db, Prisma } from '@/lib/db'
import { type Moment, NEWEST_FIRST, olderThan, readMoment, writeMoment } from './by-time'
import { cutEntered } from './entries'

const PAGE = 20

/** `essay`: its slug, for one of them only. */
export type RecentPage = { essay?: string | undefined; cursor?: string | undefined }

/**
 * The newest published comments of all essays that are listed for the viewer, or of one of them. Held ones are the desk's.
 * @throws Refusal `bad-input` for a foreign cursor
 */
export async function readRecent(viewer: Viewer, asked: RecentPage) {
  const entries = await newestEntries(viewer, asked.essay, readMoment(asked.cursor), PAGE + 1)
  const { comments, last } = await cutEntered(viewer, entries, PAGE)
  return { comments, nextCursor: last ? writeMoment(last) : null }
}

/** A page from each essay's own index, and of these the newest: a large essay does not stand before a small one. */
function newestEntries(viewer: Viewer, slug: string | undefined, after: Moment | undefined, limit: number) {
  const one = slug === undefined ? Prisma.sql`TRUE` : Prisma.sql`e."slug" = ${slug}`
  return db.$queryRaw<Moment[]>`
    SELECT s."commentId" AS "id", s."createdAt" AS "at" FROM "Essay" e CROSS JOIN LATERAL (
      SELECT s."commentId", s."createdAt" FROM "CommentEntry" s
      WHERE ${commonEntriesSql()} AND s."essayId" = e."id" AND ${olderThan(after)}
      ORDER BY ${NEWEST_FIRST} LIMIT ${limit}::int
    ) s WHERE ${listedEssaysSql(viewer)} AND ${one} ORDER BY ${NEWEST_FIRST} LIMIT ${limit}::int`
}
