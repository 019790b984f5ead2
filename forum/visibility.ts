import { Prisma } from '@/lib/db'
import type { Viewer } from './viewer'

/**
 * What each viewer may see of comments: the start of every where-clause over "Comment". There are two forms, one for the
 * ORM and one for raw queries; tests/database/visibility.test.ts holds them to the same answers.
 *
 * - Published: everybody.
 * - Removed: everybody sees that something stood there (never the words).
 * - Deleted: the same, but only while somebody answered it; otherwise the place is gone.
 * - Held: its author and the moderators. For all others it does not exist.
 */
export function visibleComments(viewer: Viewer): Prisma.CommentWhereInput {
  const everybody: Prisma.CommentWhereInput[] = [
    { status: { in: ['published', 'removed'] } },
    { status: 'deleted', childSeq: { gt: 0 } },
  ]
  if (viewer.role === 'guest') return { OR: everybody }
  if (viewer.role === 'member') return { OR: [...everybody, { status: 'held', authorId: viewer.id }] }
  return { OR: [...everybody, { status: 'held' }] }
}

/** The same over the alias `c` of "Comment". */
export function visibleCommentsSql(viewer: Viewer): Prisma.Sql {
  const everybody = Prisma.sql`(c."status" IN ('published', 'removed') OR (c."status" = 'deleted' AND c."childSeq" > 0))`
  if (viewer.role === 'guest') return everybody
  if (viewer.role === 'member')
    return Prisma.sql`(${everybody} OR (c."status" = 'held' AND c."authorId" = ${viewer.id}::uuid))`
  return Prisma.sql`(${everybody} OR c."status" = 'held')`
}

/** Where words count, not places (profiles, search, feeds): published, and for the author and moderators held ones. */
export function readableComments(viewer: Viewer): Prisma.CommentWhereInput {
  if (viewer.role === 'guest') return { status: 'published' }
  if (viewer.role === 'member') return { OR: [{ status: 'published' }, { status: 'held', authorId: viewer.id }] }
  return { status: { in: ['published', 'held'] } }
}

/**
 * Whether the viewer may read the words of a comment they can see the place of. The author reads their own removed
 * words beside the reason; moderators answer for them; deleted words are nobody's any more.
 */
export function mayReadWords(viewer: Viewer, comment: { status: string; authorId: string }): boolean {
  if (comment.status === 'published') return true
  if (comment.status === 'deleted' || viewer.role === 'guest') return false
  return viewer.role !== 'member' || comment.authorId === viewer.id
}
