import type { Viewer } from '@/forum/viewer'
import { mayReadWords } from '@/forum/visibility'
import { Prisma } from '@/lib/db'

/** What a thread query reads of a comment, over the aliases c (Comment), a (its author), r (revision it was written on). */
export const COMMENT_COLUMNS = Prisma.sql`
  c."id", c."parentId", c."essayId", c."paragraphId", c."depth", c."body", c."html", c."quote", c."status", c."score", c."replyCount",
  c."createdAt", c."editedAt", c."revision", c."authorId", a."handle", a."displayName",
  CASE WHEN a."essaysOnly" AND NOT EXISTS (SELECT 1 FROM "EssayModerator" m WHERE m."essayId" = c."essayId" AND m."personId" = c."authorId")
    THEN 'member' ELSE a."role"::text END AS "authorRole",
  EXISTS (SELECT 1 FROM "EssayAuthor" e WHERE e."essayId" = c."essayId" AND e."personId" = c."authorId") AS "wroteEssay",
  r."number" AS "writtenOn"`

// Of a list that a recursive query finds PostgreSQL expects far too much, and would rather read whole tables for it: with
// ten thousand comments in a thread nine tenths of a page's cost. LIMIT 1 leaves it nothing but to look each one up.
export const COMMENT_JOINS = Prisma.sql`
  CROSS JOIN LATERAL (SELECT "handle", "displayName", "role", "essaysOnly" FROM "Person" WHERE "id" = c."authorId" LIMIT 1) a
  CROSS JOIN LATERAL (SELECT "number" FROM "Revision" WHERE "id" = c."revisionId" LIMIT 1) r`
/** The comments of a list t of ids. */
export const COMMENTS_LISTED = Prisma.sql`
  CROSS JOIN LATERAL (SELECT * FROM "Comment" WHERE "id" = t."id" LIMIT 1) c ${COMMENT_JOINS}`

export type CommentRow = {
  id: string
  parentId: string | null
  essayId: string
  paragraphId: string
  depth: number
  body: string
  html: string
  quote: string | null
  status: 'published' | 'held' | 'removed' | 'deleted'
  score: number
  replyCount: number
  createdAt: Date
  editedAt: Date | null
  revision: number
  authorId: string
  handle: string
  displayName: string
  authorRole: 'member' | 'moderator' | 'owner'
  wroteEssay: boolean
  writtenOn: number
}

export type CommentView = ReturnType<typeof viewComment>

/**
 * A comment as this viewer may see it: words, quote and author are null where only the place is left. Times are ISO 8601.
 * `role` is what the reader should know of the person here: author of this essay before moderator before
 * member; a moderator of other essays is a member here.
 */
export function viewComment(viewer: Viewer, row: CommentRow) {
  const readable = mayReadWords(viewer, row)
  return {
    id: row.id,
    parentId: row.parentId,
    paragraphId: row.paragraphId,
    depth: row.depth,
    author: readable
      ? {
          handle: row.handle,
          displayName: row.displayName,
          role: row.wroteEssay ? ('author' as const) : row.authorRole,
        }
      : null,
    body: readable ? row.body : null,
    html: readable ? row.html : null,
    quote: readable ? row.quote : null,
    status: row.status,
    score: readable ? row.score : 0,
    replyCount: row.replyCount,
    createdAt: row.createdAt.toISOString(),
    editedAt: readable ? (row.editedAt?.toISOString() ?? null) : null,
    revision: row.revision,
    writtenOn: row.writtenOn,
  }
}
