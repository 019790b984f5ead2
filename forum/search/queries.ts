import type { Viewer } from '@/forum/viewer'
import { listedEssaysSql, visibleCommentsSql } from '@/forum/visibility'
import { db } from '@/lib/db'

/**
 * So many of the latest comments are looked through. There is no index over the words yet; this bounds what one question
 * costs, however large the forum is.
 */
export const LATEST = 20_000
const FOUND = 20
const EXCERPT = 240

/** Paragraphs as they read now and the latest comments that contain the words, in any script, upper or lower case. */
export async function search(viewer: Viewer, words: string) {
  const pattern = `%${words.replace(/[\\%_]/g, (sign) => `\\${sign}`)}%`
  const [paragraphs, comments] = await Promise.all([
    db.$queryRaw<
      { paragraphId: string; ordinal: number; text: string; slug: string; title: string; language: string }[]
    >`
      SELECT w."paragraphId", w."ordinal", w."text", e."slug", e."title", e."language"
      FROM "Essay" e
      CROSS JOIN LATERAL (SELECT r."id" FROM "Revision" r WHERE r."essayId" = e."id" ORDER BY r."number" DESC LIMIT 1) r
      JOIN "Wording" w ON w."revisionId" = r."id"
      WHERE ${listedEssaysSql(viewer)} AND w."text" ILIKE ${pattern} ORDER BY e."createdAt" DESC, w."ordinal" LIMIT ${FOUND}`,
    db.$queryRaw<{ id: string; body: string; createdAt: Date; handle: string; title: string }[]>`
      SELECT c."id", c."body", c."createdAt", a."handle", e."title"
      FROM (SELECT c."id", c."body", c."createdAt", c."authorId", c."essayId" FROM "Comment" c
            WHERE c."status" IN ('published', 'held') AND ${visibleCommentsSql(viewer)}
            ORDER BY c."id" DESC LIMIT ${LATEST}) c
      JOIN "Person" a ON a."id" = c."authorId" JOIN "Essay" e ON e."id" = c."essayId"
      WHERE ${listedEssaysSql(viewer)} AND c."body" ILIKE ${pattern} ORDER BY c."id" DESC LIMIT ${FOUND}`,
  ])
  return {
    paragraphs: paragraphs.map((found) => ({ ...found, parts: excerpt(found.text, words) })),
    comments: comments.map(({ body, ...found }) => ({
      ...found,
      createdAt: found.createdAt.toISOString(),
      parts: excerpt(body, words),
    })),
  }
}

/** The surroundings of the first place that has the words: before, the words as they stand there, after. */
export function excerpt(text: string, words: string): [string, string, string] {
  const at = text.toLowerCase().indexOf(words.toLowerCase())
  // ILIKE and toLowerCase disagree on a few letters (İ): then the beginning, without a mark.
  if (at < 0) return [text.slice(0, EXCERPT), '', '']
  const from = Math.max(0, at - EXCERPT / 3)
  const to = at + words.length
  return [
    (from > 0 ? '…' : '') + text.slice(from, at),
    text.slice(at, to),
    text.slice(to, from + EXCERPT) + (text.length > from + EXCERPT ? '…' : ''),
  ]
}
