import { Prisma } from '@/lib/db'
import { may, moderatedEssays } from './policy'
import type { SignedIn, Viewer } from './viewer'

/**
 * What each viewer may see of comments: the start of every where-clause over "Comment". There are two forms, one for the
 * ORM and one for raw queries; tests/database/visibility.test.ts holds them to the same answers.
 *
 * - In an essay for members: nothing for a guest, whatever its state.
 * - Published: everybody.
 * - Removed: everybody sees that something stood there (never the words).
 * - Deleted: the same, but only while something stands below it that everybody sees; otherwise the place is gone.
 * - Held: its author and the moderators of its essay. For all others it does not exist.
 *
 * A suspended moderator sees what a member sees, as the desk is closed to them; and so does a moderator of certain essays in
 * every other one.
 */
export function visibleComments(viewer: Viewer): Prisma.CommentWhereInput {
  const { OR: everybody } = commonPlaces()
  if (viewer.role === 'guest') return { OR: everybody, essay: visibleEssays(viewer) }
  return { OR: [...everybody, { status: 'held', ...theirs(viewer) }] }
}

/** The same over the alias `c` of "Comment". */
export function visibleCommentsSql(viewer: Viewer): Prisma.Sql {
  const everybody = commonPlacesSql()
  // The few essays for members are looked up once for a statement (Essay_members_idx), not once for each comment.
  if (viewer.role === 'guest')
    return Prisma.sql`(${everybody}
      AND c."essayId" NOT IN (SELECT m."id" FROM "Essay" m WHERE m."visibility" = 'members'))`
  return Prisma.sql`(${everybody} OR (c."status" = 'held' AND ${theirsSql(viewer, 'c')}))`
}

/**
 * The places that all see who may open the essay. Nobody's clause by itself: only where the essay was found for whoever asks,
 * and for the difference between "sign in" and "there is nothing".
 */
export function commonPlaces() {
  return {
    OR: [
      { status: { in: ['published', 'removed'] } },
      { status: 'deleted', OR: [{ replyCount: { gt: 0 } }, { placeCount: { gt: 0 } }] },
    ],
  } satisfies Prisma.CommentWhereInput
}

/** The same over the alias `c` of "Comment". */
export function commonPlacesSql(): Prisma.Sql {
  return Prisma.sql`(c."status" IN ('published', 'removed')
    OR (c."status" = 'deleted' AND (c."replyCount" > 0 OR c."placeCount" > 0)))`
}

/**
 * Words that all read who may open the essay: what can be pinned, thanked for and counted in it. Only where the essay
 * itself was found for the viewer.
 */
export function commonWords() {
  return { status: 'published' } satisfies Prisma.CommentWhereInput
}

/** The same over the alias `c` of "Comment". */
export function commonWordsSql(): Prisma.Sql {
  return Prisma.sql`c."status" = 'published'`
}

/** The same over the alias `s` of "CommentEntry". */
export function commonEntriesSql(): Prisma.Sql {
  return Prisma.sql`s."published"`
}

/**
 * Essays the viewer may open: the start of every where-clause over "Essay", and through the relation over what stands in
 * one. What is left out is answered by forum/essay/closed.ts.
 */
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
  if (viewer.role === 'guest') return { status: 'published', essay: visibleEssays(viewer) }
  if (moderatedEssays(viewer) === 'all') return { status: { in: ['published', 'held'] } }
  return { OR: [{ status: 'published' }, { status: 'held', ...theirs(viewer) }] }
}

/** The same over the alias `s` of "CommentEntry", which has no entries of other comments. */
export function readableEntriesSql(viewer: Viewer): Prisma.Sql {
  if (viewer.role === 'guest')
    return Prisma.sql`(s."published" AND s."essayId" NOT IN (SELECT m."id" FROM "Essay" m WHERE m."visibility" = 'members'))`
  if (moderatedEssays(viewer) === 'all') return Prisma.sql`TRUE`
  return Prisma.sql`(s."published" OR ${theirsSql(viewer, 's')})`
}

/**
 * Whether the viewer may read the words of a comment they can see the place of. The author reads their own removed
 * words beside the reason; moderators answer for them; deleted words are nobody's any more.
 */
export function mayReadWords(viewer: Viewer, comment: { status: string; authorId: string; essayId: string }): boolean {
  if (comment.status === 'published') return true
  if (comment.status === 'deleted' || viewer.role === 'guest') return false
  return comment.authorId === viewer.id || may('essay.moderate', viewer, comment)
}

/**
 * What stands in the essays that the viewer answers for: the start of every where-clause of the desk, over whatever has an
 * `essayId`.
 */
export function moderatedIn(viewer: Viewer): { essayId?: { in: string[] } } {
  const of = moderatedEssays(viewer)
  return of === 'all' ? {} : { essayId: { in: [...of] } }
}

/** The same over the alias of a table, one of ours. */
export function moderatedInSql(viewer: Viewer, alias: 'c' | 'd' | 'k' | 's'): Prisma.Sql {
  const of = moderatedEssays(viewer)
  return of === 'all' ? Prisma.sql`TRUE` : Prisma.sql`${Prisma.raw(`${alias}."essayId"`)} = ANY (${of}::uuid[])`
}

/** The same over the alias `e` of "Essay" itself. */
export function moderatedEssaysSql(viewer: Viewer): Prisma.Sql {
  const of = moderatedEssays(viewer)
  return of === 'all' ? Prisma.sql`TRUE` : Prisma.sql`e."id" = ANY (${of}::uuid[])`
}

/** Words out of sight of others that are there for the viewer: those of their own, and those they answer for. */
function theirs(viewer: SignedIn) {
  const of = moderatedEssays(viewer)
  if (of === 'all') return {}
  if (of.length === 0) return { authorId: viewer.id }
  return { OR: [{ authorId: viewer.id }, { essayId: { in: [...of] } }] }
}

function theirsSql(viewer: SignedIn, alias: 'c' | 's'): Prisma.Sql {
  const of = moderatedEssays(viewer)
  if (of === 'all') return Prisma.sql`TRUE`
  const own = Prisma.sql`${Prisma.raw(`${alias}."authorId"`)} = ${viewer.id}::uuid`
  return of.length === 0 ? own : Prisma.sql`(${own} OR ${moderatedInSql(viewer, alias)})`
}
