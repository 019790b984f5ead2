import { Prisma } from '@/lib/db'
import { may } from './policy'
import type { Viewer } from './viewer'

/**
 * What each viewer may see of comments: the start of every where-clause over "Comment". There are two forms, one for the
 * ORM and one for raw queries; tests/database/visibility.test.ts holds them to the same answers.
 *
 * - Published: everybody.
 * - Removed: everybody sees that something stood there (never the words).
 * - Deleted: the same, but only while something stands below it that everybody sees; otherwise the place is gone.
 * - Held: its author and the moderators. For all others it does not exist.
 *
 * A suspended moderator sees what a member sees, as the desk is closed to them.
 */
export function visibleComments(viewer: Viewer): Prisma.CommentWhereInput {
  const everybody: Prisma.CommentWhereInput[] = [
    { status: { in: ['published', 'removed'] } },
    { status: 'deleted', OR: [{ replyCount: { gt: 0 } }, { placeCount: { gt: 0 } }] },
  ]
  if (viewer.role === 'guest') return { OR: everybody }
  if (moderates(viewer)) return { OR: [...everybody, { status: 'held' }] }
  return { OR: [...everybody, { status: 'held', authorId: viewer.id }] }
}

/** The same over the alias `c` of "Comment". */
export function visibleCommentsSql(viewer: Viewer): Prisma.Sql {
  const everybody = Prisma.sql`(c."status" IN ('published', 'removed')
    OR (c."status" = 'deleted' AND (c."replyCount" > 0 OR c."placeCount" > 0)))`
  if (viewer.role === 'guest') return everybody
  if (moderates(viewer)) return Prisma.sql`(${everybody} OR c."status" = 'held')`
  return Prisma.sql`(${everybody} OR (c."status" = 'held' AND c."authorId" = ${viewer.id}::uuid))`
}

/** Essays the viewer may open: the start of every where-clause over "Essay". */
export function visibleEssays(viewer: Viewer): Prisma.EssayWhereInput {
  return viewer.role === 'guest' ? { visibility: { not: 'members' } } : {}
}

/** Those of them that lists, searches and feeds name. */
export function listedEssays(viewer: Viewer): Prisma.EssayWhereInput {
  return { visibility: { in: viewer.role === 'guest' ? ['public'] : ['public', 'members'] } }
}

/** The same over the alias `e` of "Essay". */
export function listedEssaysSql(viewer: Viewer): Prisma.Sql {
  return viewer.role === 'guest'
    ? Prisma.sql`e."visibility" = 'public'`
    : Prisma.sql`e."visibility" IN ('public', 'members')`
}

/** Where words count, not places (profiles, search, feeds): published, and for the author and moderators held ones. */
export function readableComments(viewer: Viewer): Prisma.CommentWhereInput {
  if (viewer.role === 'guest') return { status: 'published' }
  if (moderates(viewer)) return { status: { in: ['published', 'held'] } }
  return { OR: [{ status: 'published' }, { status: 'held', authorId: viewer.id }] }
}

/** The same over the alias `s` of "CommentEntry", which has no entries of other comments. */
export function readableEntriesSql(viewer: Viewer): Prisma.Sql {
  if (viewer.role === 'guest') return Prisma.sql`s."published"`
  if (moderates(viewer)) return Prisma.sql`TRUE`
  return Prisma.sql`(s."published" OR s."authorId" = ${viewer.id}::uuid)`
}

/**
 * Whether the viewer may read the words of a comment they can see the place of. The author reads their own removed
 * words beside the reason; moderators answer for them; deleted words are nobody's any more.
 */
export function mayReadWords(viewer: Viewer, comment: { status: string; authorId: string }): boolean {
  if (comment.status === 'published') return true
  if (comment.status === 'deleted' || viewer.role === 'guest') return false
  return moderates(viewer) || comment.authorId === viewer.id
}

/** Whoever may enter the desk reads what is decided there: a role alone is not enough. */
const moderates = (viewer: Viewer) => may('desk.enter', viewer)
