import { closedTo } from '@/forum/essay/closed'
import { wordDiff } from '@/forum/essay/word-diff'
import { allow, may } from '@/forum/policy'
import { Refusal } from '@/forum/refusal'
import type { Viewer } from '@/forum/viewer'
import { commonPlaces, visibleComments, visibleCommentsSql, visibleEssays } from '@/forum/visibility'
import { db, Prisma } from '@/lib/db'
import { type Place, readCursor, writeCursor } from './cursor'
import type { RepliesPage, Sort, ThreadPage, ThreadWindow } from './input'
import { nearAncestorPaths } from './path'
import { buildTree, type Tree } from './tree'
import { COMMENT_COLUMNS, COMMENT_JOINS, COMMENTS_LISTED, type CommentRow, type CommentView, viewComment } from './view'

export type ThreadComment = Tree<CommentView & { further?: Further }>
/**
 * Where the replies of a comment on a page of its own go on; `cursor` null where they end. `counted`: all before stand on
 * this page too, so that the comment's replyCount says how many are left.
 */
type Further = { cursor: string | null; counted: boolean }

/** How many replies come along unasked below a comment: three, under each of them two, then one a level. */
const SOME = { width: [3, 2, 1, 1, 1] as const, levels: 5 }
/** A short discussion is shown whole (PRODUCT: one to five comments, all open). */
export const SHORT_THREAD = 5
/** Of its places side by side: removed ones stand between the comments, and must not push them off the page. */
export const SHORT_PLACES = 20
/** However many places without words a short discussion has, no more of it than this is read. */
const SHORT_MOST = 200
/** Comments right above one that are shown with it, besides the root. */
const NEAR_ABOVE = 20

/**
 * One page of a thread: top-level comments in the order asked for, each with its first replies. One statement; its cost
 * follows the page, not the thread.
 * @throws Refusal `not-found` or `sign-in-required` for a paragraph the viewer does not find, `bad-input` for a foreign cursor.
 */
export async function readThread(viewer: Viewer, paragraphId: string, page: ThreadPage) {
  const thread = await findThread(viewer, paragraphId)
  const after = readCursor(page.sort, page.cursor)
  const short = thread.commentCount <= SHORT_THREAD
  const { order, range } = ROOTS[page.sort](thread.id, after)
  const rows = await db.$queryRaw<(CommentRow & { isRoot: boolean })[]>`
    WITH RECURSIVE roots AS MATERIALIZED (
      SELECT c."id", row_number() OVER (ORDER BY ${order}) AS place FROM "Comment" c
      WHERE ${range} AND c."depth" = 0 AND ${visibleCommentsSql(viewer)}
      ORDER BY ${order} LIMIT ${number(page.limit + 1)}
    ), ${firstReplies(viewer, short)}
    SELECT ${COMMENT_COLUMNS}, t."level" = 0 AS "isRoot"
    FROM ${short ? Prisma.sql`(SELECT * FROM tree LIMIT ${number(SHORT_MOST)})` : Prisma.sql`tree`} t ${COMMENTS_LISTED}
    ORDER BY t."level", t."place", c."id"`
  return cutPage(viewer, rows, page.limit, (last) =>
    writeCursor(page.sort, { id: last.id, score: page.sort === 'best' ? standsBy(last) : 0 }),
  )
}

/** The direct replies of a comment, oldest first, each with its own first replies. */
export async function readReplies(viewer: Viewer, commentId: string, page: RepliesPage) {
  const parent = await findComment(viewer, commentId)
  const { order, range } = forward('parentId', parent.id, readCursor('replies', page.cursor))
  const rows = await db.$queryRaw<(CommentRow & { isRoot: boolean })[]>`
    WITH RECURSIVE roots AS MATERIALIZED (
      SELECT c."id", row_number() OVER (ORDER BY ${order}) AS place FROM "Comment" c
      WHERE ${range} AND ${visibleCommentsSql(viewer)}
      ORDER BY ${order} LIMIT ${number(page.limit + 1)}
    ), ${firstReplies(viewer, false)}
    SELECT ${COMMENT_COLUMNS}, t."level" = 0 AS "isRoot"
    FROM tree t ${COMMENTS_LISTED}
    ORDER BY t."level", t."place", c."id"`
  return cutPage(viewer, rows, page.limit, (last) => writeCursor('replies', { id: last.id, score: 0 }))
}

export async function readComment(viewer: Viewer, commentId: string): Promise<CommentView> {
  const [comment] = await readByIds(viewer, [commentId])
  if (!comment) throw await noComment(viewer, commentId)
  return comment
}

/** `skipped`: how many comments between the root and the rest of those above are left out. */
type Opened = {
  above: CommentView[]
  skipped: number
  comments: ThreadComment[]
  nextCursor: string | null
}

/** What a page of its own shows of a thread: a further page of an order, or one comment where it stands. */
export async function readWindow(viewer: Viewer, paragraphId: string, asked: ThreadWindow): Promise<Opened> {
  if (asked.at) return readInContext(viewer, paragraphId, asked.at, asked.cursor)
  const page = await readThread(viewer, paragraphId, { sort: asked.sort, cursor: asked.cursor, limit: 20 })
  return { above: [], skipped: 0, ...page }
}

/**
 * The comments above one, the root first, and itself with a page of its replies; however deep and however many stand
 * around it.
 */
async function readInContext(
  viewer: Viewer,
  paragraphId: string,
  commentId: string,
  cursor: string | undefined,
): Promise<Opened> {
  const comment = await findComment(viewer, commentId)
  if (comment.paragraphId !== paragraphId) throw new Refusal('not-found')
  const itself = await readComment(viewer, commentId)
  const { comments: replies, nextCursor } = await readReplies(viewer, commentId, { limit: 20, cursor })
  const further = { cursor: nextCursor, counted: cursor === undefined }
  return {
    above: await readAbove(viewer, comment),
    skipped: Math.max(0, comment.depth - 1 - NEAR_ABOVE),
    comments: [{ ...itself, replies, further }],
    nextCursor: null,
  }
}

/**
 * The chain a comment answers to: the root, and the twenty comments right above it. Places without words included, so that
 * no link is missing.
 */
export async function readAbove(
  viewer: Viewer,
  comment: { paragraphId: string; path: string },
): Promise<CommentView[]> {
  const paths = nearAncestorPaths(comment.path, NEAR_ABOVE)
  if (paths.length === 0) return []
  const rows = await db.$queryRaw<CommentRow[]>`
    SELECT ${COMMENT_COLUMNS} FROM "Comment" c ${COMMENT_JOINS}
    WHERE c."paragraphId" = ${comment.paragraphId}::uuid AND c."path" = ANY (${paths}) AND ${visibleCommentsSql(viewer)}
    ORDER BY c."path"`
  return rows.map((row) => viewComment(viewer, row))
}

/** Where a comment stands now: for its permanent address. */
export async function locateComment(viewer: Viewer, commentId: string) {
  const comment = await db.comment.findFirst({
    where: { AND: [visibleComments(viewer), { id: commentId }] },
    select: { id: true, paragraphId: true, parentId: true, essay: { select: { slug: true, language: true } } },
  })
  if (!comment) throw await noComment(viewer, commentId)
  return comment
}

/**
 * Why a comment was not found for the viewer: a guest is asked to sign in for one that every member sees the place of, and
 * for no other, so that the answer does not tell of what waits for a moderator.
 */
export function noComment(viewer: Viewer, commentId: string): Promise<Refusal> {
  return closedTo(viewer, { comments: { some: { AND: [commonPlaces(), { id: commentId }] } } })
}

/** The comment and what the rules need to know of it. @throws Refusal of `noComment` when the viewer may not see it. */
export async function findComment(viewer: Viewer, commentId: string) {
  const comment = await db.comment.findFirst({
    where: { AND: [visibleComments(viewer), { id: commentId }] },
    select: {
      id: true,
      essayId: true,
      paragraphId: true,
      revisionId: true,
      parentId: true,
      rootId: true,
      depth: true,
      path: true,
      authorId: true,
      status: true,
      revision: true,
      body: true,
      createdAt: true,
    },
  })
  if (!comment) throw await noComment(viewer, commentId)
  return comment
}

/** States of a comment on one page of its history: what changed between them takes time to find out. */
const STATES = 10

/**
 * What a comment said before its edits, the latest first, each with what the edit after it changed.
 * @param before number of the state that the page before ended with
 * @throws Refusal not-found where the words may not be read
 */
export async function readCommentHistory(viewer: Viewer, commentId: string, before?: number) {
  const [comment, found] = await Promise.all([readComment(viewer, commentId), findComment(viewer, commentId)])
  if (!may('comment.history', viewer, found)) throw new Refusal('not-found')
  const rows = await db.commentRevision.findMany({
    where: { commentId, comment: visibleComments(viewer), ...(before ? { revision: { lte: before } } : {}) },
    orderBy: { revision: 'desc' },
    select: { revision: true, body: true, html: true, replacedAt: true },
    take: STATES + 1,
  })
  const after = before
    ? rows.shift()
    : { revision: comment.revision, body: comment.body ?? '', html: comment.html ?? '' }
  const earlier = rows.slice(0, STATES)
  return {
    comment,
    /** The state the page begins with. */
    latest: after,
    earlier: earlier.map((state, index) => ({
      ...state,
      change: wordDiff(state.body, (index === 0 ? after : earlier[index - 1])?.body ?? ''),
    })),
    more: rows.length > STATES ? (earlier.at(-1)?.revision ?? null) : null,
  }
}

/** A comment for its edit form. `refused`: why it cannot be edited any more, though it is the viewer's own. */
export async function readForEditing(viewer: Viewer, commentId: string) {
  const comment = await findComment(viewer, commentId)
  if (viewer.role === 'guest') throw new Refusal('sign-in-required')
  if (comment.authorId !== viewer.id) throw new Refusal('not-found')
  try {
    allow('comment.edit', viewer, comment)
    return { comment, refused: null }
  } catch (error) {
    if (error instanceof Refusal) return { comment, refused: error }
    throw error
  }
}

/** In no order. */
export async function readByIds(viewer: Viewer, ids: string[]): Promise<CommentView[]> {
  const rows = await db.$queryRaw<CommentRow[]>`
    SELECT ${COMMENT_COLUMNS} FROM "Comment" c ${COMMENT_JOINS}
    WHERE c."id" = ANY (${ids}::uuid[]) AND ${visibleCommentsSql(viewer)}`
  return rows.map((row) => viewComment(viewer, row))
}

/** @throws Refusal not-found, sign-in-required */
export async function findThread(viewer: Viewer, paragraphId: string) {
  const thread = await db.paragraph.findFirst({
    where: { id: paragraphId, essay: visibleEssays(viewer) },
    select: { id: true, commentCount: true },
  })
  if (!thread) throw await closedTo(viewer, { paragraphs: { some: { id: paragraphId } } })
  return thread
}

// "Best" is the lower bound of the Wilson interval. With upvotes alone every vote is a success and the bound is
// n / (n + z²), which grows with n: ordering by the number of votes is the same order. Negated, as the index has it. Places
// without words come last, in the order they were made: what was hidden has no score, not even by where it stands.
const RANK = Prisma.sql`(CASE WHEN c."status" = 'published' THEN -c."score" ELSE 1 END)`
const standsBy = (comment: CommentRow) => (comment.status === 'published' ? comment.score : -1)

type Stretch = { order: Prisma.Sql; range: Prisma.Sql }

/**
 * A stretch of what has one parent (a thread, a comment), by age. As a range of parents that has only one, and in the
 * order of parent and id: only an index over both has that order. Said as `=`, PostgreSQL may think of a parent that has
 * much of the table as everywhere, and walk the primary key through all that others have before it.
 */
function forward(parent: 'paragraphId' | 'parentId', id: string, after?: Place): Stretch {
  const of = Prisma.raw(`c."${parent}"`)
  const begin = after
    ? Prisma.sql`(${of}, c."id") > (${id}::uuid, ${after.id}::uuid)`
    : Prisma.sql`${of} >= ${id}::uuid`
  return { order: Prisma.sql`${of}, c."id"`, range: Prisma.sql`${begin} AND ${of} <= ${id}::uuid` }
}

/** The same, the youngest first. */
function backward(parent: 'paragraphId', id: string, after?: Place): Stretch {
  const of = Prisma.raw(`c."${parent}"`)
  const begin = after
    ? Prisma.sql`(${of}, c."id") < (${id}::uuid, ${after.id}::uuid)`
    : Prisma.sql`${of} <= ${id}::uuid`
  return { order: Prisma.sql`${of} DESC, c."id" DESC`, range: Prisma.sql`${begin} AND ${of} >= ${id}::uuid` }
}

// One row comparison: the index finds the place. Two comparisons joined by OR would read all that stands before it.
const ROOTS: Record<Sort, (paragraphId: string, after?: Place) => Stretch> = {
  best: (id, after) => ({
    order: Prisma.sql`${RANK}, c."id"`,
    range: after
      ? Prisma.sql`c."paragraphId" = ${id}::uuid AND (${RANK}, c."id") > (${0 - after.score}::int, ${after.id}::uuid)`
      : Prisma.sql`c."paragraphId" = ${id}::uuid`,
  }),
  newest: (id, after) => backward('paragraphId', id, after),
  oldest: (id, after) => forward('paragraphId', id, after),
}

/** The recursive part: below every comment of `roots` the first few replies of each level, or all of a short thread. */
function firstReplies(viewer: Viewer, whole: boolean): Prisma.Sql {
  const most = whole ? SHORT_PLACES : SOME.width[0]
  const width = whole
    ? number(SHORT_PLACES)
    : Prisma.sql`(ARRAY[${Prisma.join(SOME.width.map(number))}]::int[])[t."level" + 1]`
  return Prisma.sql`tree AS (
      SELECT "id", place, 0 AS "level" FROM roots
      UNION ALL
      SELECT k."id", t.place, t."level" + 1 FROM tree t CROSS JOIN LATERAL (
        SELECT c."id", row_number() OVER (ORDER BY c."id") AS nth FROM "Comment" c
        WHERE c."parentId" = t."id" AND ${visibleCommentsSql(viewer)} ORDER BY c."id" LIMIT ${number(most)}
      ) k
      WHERE t."level" < ${number(SOME.levels)} AND k.nth <= ${width}
    )`
}

/**
 * A whole number of ours written into the statement itself. As a parameter PostgreSQL would not know how few rows are
 * wanted when it plans once for all requests, and would read the whole thread.
 */
function number(value: number): Prisma.Sql {
  if (!Number.isSafeInteger(value)) throw new RangeError(`${value} is no whole number`)
  return Prisma.raw(String(value))
}

function cutPage(
  viewer: Viewer,
  rows: (CommentRow & { isRoot: boolean })[],
  limit: number,
  cursor: (last: CommentRow) => string,
): { comments: ThreadComment[]; nextCursor: string | null } {
  const roots = rows.filter((row) => row.isRoot)
  const last = roots[limit - 1]
  const more = roots.length > limit && last !== undefined
  const dropped = new Set(roots.slice(limit).map((row) => row.id))
  const views = rows.filter((row) => !dropped.has(row.id)).map((row) => viewComment(viewer, row))
  const kept = new Set(roots.map((row) => row.id))
  return {
    // Replies of the one comment read ahead lose their parent and would come up as roots.
    comments: buildTree(views).filter((comment) => kept.has(comment.id)),
    nextCursor: more ? cursor(last) : null,
  }
}
