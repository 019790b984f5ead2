import { findRevision } from '@/forum/essay/revisions'
import { Refusal } from '@/forum/refusal'
import type { Viewer } from '@/forum/viewer'
import { visibleCommentsSql } from '@/forum/visibility'
import { db, Prisma } from '@/lib/db'
import { SEGMENT } from './path'
import { buildTree, type Tree } from './tree'
import { COMMENT_COLUMNS, COMMENTS_LISTED, type CommentRow, type CommentView, viewComment } from './view'

const PAGE = 20
/** Replies that come along below a comment, in reading order; `moreReplies` says that there were others. */
const REPLIES = 50

/** Behind every segment of a path (base 36): `path || BEHIND` is where the comments below a path end. */
const BEHIND = Prisma.raw(`'~'`)

export type CommentAsOf = Tree<CommentView> & { moreReplies: boolean }

/** A paragraph of a revision by its place there, and when the next revision took its place. @throws Refusal */
export async function findThreadAsOf(viewer: Viewer, slug: string, number: number, ordinal: number) {
  const { essay, revision, isLast, until } = await findRevision(viewer, slug, number)
  const wording = await db.wording.findUnique({
    where: { revisionId_ordinal: { revisionId: revision.id, ordinal } },
    select: { paragraphId: true, text: true },
  })
  if (!wording) throw new Refusal('not-found')
  return { essay, number, ordinal, isLast, until, paragraphId: wording.paragraphId, text: wording.text }
}

/**
 * A paragraph's discussion as it stood at a time, top-level comments oldest first, twenty a page, in their present words
 * and as far as the viewer may see them today. One statement; its cost follows the page, whatever was written later.
 * @param after the last top-level comment of the page before
 * @returns `next`: the last one of this page, when others follow
 */
export async function readThreadAsOf(viewer: Viewer, paragraphId: string, until: Date, after?: string) {
  const rows = await db.$queryRaw<(CommentRow & { under: string })[]>(
    threadAsOfSql(viewer, { paragraphId, bound: firstIdAt(until), after }),
  )
  const roots = [...new Set(rows.map(({ under }) => under))]
  const comments = roots.slice(0, PAGE).flatMap((root): CommentAsOf[] => {
    const below = rows.filter(({ under }) => under === root)
    const shown = below.slice(0, 1 + REPLIES).map((row) => viewComment(viewer, row))
    return buildTree(shown).map((tree) => ({ ...tree, moreReplies: below.length > shown.length }))
  })
  return { comments, next: roots.length > PAGE ? (roots[PAGE - 1] ?? null) : null }
}

/** The smallest id that can be made at a time (UUID version 7): what was there before it has a smaller one. */
export function firstIdAt(time: Date): string {
  const hex = time.getTime().toString(16).padStart(12, '0')
  return `${hex.slice(0, 8)}-${hex.slice(8)}-7000-8000-000000000000`
}

/**
 * `walk` goes through each discussion in reading order, from one comment straight to the next that can be shown. A comment
 * that came later has only later ones below and beside it: the walk leaves for what follows the comment they answer. Of
 * one that the viewer may not see it leaves out what was answered to it. So it touches each comment it shows once, and at
 * most one more below each, however many were written since.
 */
export function threadAsOfSql(
  viewer: Viewer,
  { paragraphId, bound, after }: { paragraphId: string; bound: string; after?: string | undefined },
): Prisma.Sql {
  const seen = visibleCommentsSql(viewer)
  return Prisma.sql`
    WITH RECURSIVE roots AS MATERIALIZED (
      SELECT c."id", c."path" FROM "Comment" c
      WHERE c."paragraphId" = ${paragraphId}::uuid AND c."depth" = 0 AND c."id" < ${bound}::uuid
        AND ${after === undefined ? Prisma.sql`TRUE` : Prisma.sql`c."id" > ${after}::uuid`} AND ${seen}
      ORDER BY c."id" LIMIT ${Prisma.raw(String(PAGE + 1))}
    ), walk AS (
      SELECT r."id", r."id" AS "under", r."path", r."path" || ${BEHIND} AS "end", TRUE AS "was", TRUE AS "seen", 0 AS "replies"
      FROM roots r
      UNION ALL
      SELECT n."id", w."under", n."path", w."end", n."was", n."seen", w."replies" + (n."was" AND n."seen")::int
      FROM walk w CROSS JOIN LATERAL (
        SELECT c."id", c."path", c."id" < ${bound}::uuid AS "was", ${seen} AS "seen" FROM "Comment" c
        WHERE c."paragraphId" = ${paragraphId}::uuid AND c."path" < w."end" AND c."path" > CASE
          WHEN NOT w."was" THEN left(w."path", ${Prisma.raw(String(-SEGMENT))}) || ${BEHIND}
          WHEN NOT w."seen" THEN w."path" || ${BEHIND}
          ELSE w."path" END
        ORDER BY c."path" LIMIT 1
      ) n
      WHERE w."replies" <= ${Prisma.raw(String(REPLIES))}
    )
    SELECT ${COMMENT_COLUMNS}, t."under"
    FROM walk t ${COMMENTS_LISTED} WHERE t."was" AND t."seen" ORDER BY t."under", c."path"`
}
