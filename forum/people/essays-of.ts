import type { Viewer } from '@/forum/viewer'
import { listedEssays, listedEssaysSql, readableEntriesSql } from '@/forum/visibility'
import { db } from '@/lib/db'

/** Where somebody writes and is heard, of essays that lists name for the viewer: those they wrote, and those they commented on. */
export async function readEssaysOf(viewer: Viewer, personId: string) {
  const [wrote, commented] = await Promise.all([
    db.essay.findMany({
      where: { AND: [listedEssays(viewer), { authors: { some: { personId } } }] },
      orderBy: { createdAt: 'desc' },
      take: MOST,
      select: { slug: true, title: true, language: true },
    }),
    db.$queryRaw<{ slug: string; title: string; language: string; comments: number; votes: number }[]>`
      SELECT e."slug", e."title", e."language", count(*)::int AS "comments", sum(c."score")::int AS "votes"
      FROM "CommentEntry" s JOIN "Essay" e ON e."id" = s."essayId" JOIN "Comment" c ON c."id" = s."commentId"
      WHERE s."authorId" = ${personId}::uuid AND ${readableEntriesSql(viewer)} AND ${listedEssaysSql(viewer)}
      GROUP BY e."id" ORDER BY max(s."createdAt") DESC LIMIT ${MOST}::int`,
  ])
  return { wrote, commented }
}

const MOST = 50
