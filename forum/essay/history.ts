import type { Viewer } from '@/forum/viewer'
import { commonWords, commonWordsSql, visibleEssays } from '@/forum/visibility'
import { db } from '@/lib/db'
import { Headings } from './blocks'
import { closedTo } from './closed'
import type { LineageRow } from './inherit'
import { findRevision } from './revisions'

type LineageKind = LineageRow['kind']

export type RevisionFacts = Awaited<ReturnType<typeof readHistory>>['revisions'][number]

const PAGE = 50
/** Names in "changed after comments by …"; the others are counted. */
const CREDITED_SHOWN = 10

/**
 * The essay's revisions, newest first, with what each did to the paragraphs and whom it thanks.
 * @param before only those with a lower number
 * @throws Refusal not-found, sign-in-required
 */
export async function readHistory(viewer: Viewer, slug: string, before?: number) {
  const essay = await db.essay.findFirst({
    where: { AND: [visibleEssays(viewer), { slug }] },
    select: { id: true, slug: true, title: true, language: true },
  })
  if (!essay) throw await closedTo(viewer, { slug })
  const rows = await db.revision.findMany({
    where: { essayId: essay.id, ...(before === undefined ? {} : { number: { lt: before } }) },
    orderBy: { number: 'desc' },
    take: PAGE + 1,
    select: {
      id: true,
      number: true,
      note: true,
      publishedAt: true,
      restores: true,
      publishedBy: { select: { handle: true } },
      credits: {
        where: { comment: commonWords() },
        select: { comment: { select: { id: true, author: { select: { handle: true } } } } },
        orderBy: { commentId: 'asc' },
      },
      _count: { select: { wordings: true } },
    },
  })
  const shown = rows.slice(0, PAGE)
  // A split paragraph has a row for each of its pieces.
  const fates = await db.$queryRaw<{ revisionId: string; kind: LineageKind; count: number }[]>`
    SELECT "revisionId", "kind", count(DISTINCT "fromId")::int AS count FROM "Lineage"
    WHERE "essayId" = ${essay.id}::uuid AND "revisionId" = ANY (${shown.map(({ id }) => id)}::uuid[])
    GROUP BY "revisionId", "kind"`
  const added = await db.$queryRaw<{ revisionId: string; count: number }[]>`
    SELECT p."createdInId" AS "revisionId", count(*)::int AS count FROM "Paragraph" p
    WHERE p."essayId" = ${essay.id}::uuid AND p."createdInId" = ANY (${shown.map(({ id }) => id)}::uuid[])
      AND NOT EXISTS (SELECT FROM "Lineage" l WHERE l."toId" = p."id" AND l."revisionId" = p."createdInId")
    GROUP BY p."createdInId"`
  const revisions = shown.map(({ id, publishedAt, publishedBy, credits, _count, ...revision }) => ({
    ...revision,
    publishedAt: publishedAt.toISOString(),
    by: publishedBy?.handle ?? null,
    paragraphs: _count.wordings,
    fates: Object.fromEntries<number>([
      ...fates.flatMap(({ revisionId, kind, count }) => (revisionId === id ? [[kind, count] as const] : [])),
      // Everything is new in the first.
      ...added.flatMap(({ revisionId, count }) =>
        revisionId === id && revision.number > 1 ? [['added', count] as const] : [],
      ),
    ]),
    credits: credits
      .slice(0, CREDITED_SHOWN)
      .map(({ comment }) => ({ commentId: comment.id, handle: comment.author.handle })),
    moreCredits: Math.max(0, credits.length - CREDITED_SHOWN),
  }))
  return { essay, revisions, before: rows.length > PAGE ? (revisions.at(-1)?.number ?? null) : null }
}

/** Paragraphs that are in the text no more, those that went last first, with their last words. */
export async function readRetiredParagraphs(viewer: Viewer, slug: string) {
  const rows = await db.paragraph.findMany({
    where: { essay: { AND: [visibleEssays(viewer), { slug }] }, retiredInId: { not: null } },
    orderBy: [{ retiredIn: { number: 'desc' } }, { id: 'asc' }],
    take: 200,
    select: {
      id: true,
      commentCount: true,
      retiredIn: { select: { number: true } },
      wordings: { orderBy: { revision: { number: 'desc' } }, take: 1, select: { text: true } },
    },
  })
  return rows.map(({ id, commentCount, retiredIn, wordings }) => ({
    id,
    commentCount,
    retiredIn: retiredIn?.number ?? 0,
    text: wordings[0]?.text ?? '',
  }))
}

/** Comments counted up to this many; beyond it the page says "999+". */
export const COUNTED_MOST = 1_000

/**
 * The text as it read in a revision, and how many comments each paragraph had when the next one replaced it (today's, for
 * the last). What was removed since then is not shown.
 * @throws Refusal not-found, sign-in-required
 */
export async function readAsOf(viewer: Viewer, slug: string, number: number) {
  const { essay, revision, isLast, until } = await findRevision(viewer, slug, number)
  const wordings = await db.wording.findMany({
    where: { revisionId: revision.id },
    orderBy: { ordinal: 'asc' },
    select: { paragraphId: true, ordinal: true, kind: true, text: true, html: true, headings: true },
  })
  const counts = await db.$queryRaw<{ id: string; count: number }[]>`
    SELECT p."id", (
      SELECT count(*)::int FROM (
        SELECT 1 FROM "Comment" c WHERE c."paragraphId" = p."id" AND ${commonWordsSql()}
          AND c."createdAt" < ${until} LIMIT ${COUNTED_MOST}
      ) AS counted
    ) AS count
    FROM unnest(${wordings.map(({ paragraphId }) => paragraphId)}::uuid[]) AS p("id")`
  const countOf = new Map(counts.map(({ id, count }) => [id, count]))
  return {
    essay,
    number,
    publishedAt: revision.publishedAt.toISOString(),
    until: until.toISOString(),
    isLast,
    paragraphs: wordings.map(({ paragraphId, headings, ...wording }) => ({
      id: paragraphId,
      ...wording,
      headings: Headings.parse(headings),
      commentCount: countOf.get(paragraphId) ?? 0,
    })),
  }
}
