import { type Moment, NEWEST_FIRST, olderThan, readMoment, writeMoment } from '@/forum/comments/by-time'
import { cutEntered, type EnteredComment } from '@/forum/comments/entries'
import { plainWords } from '@/forum/comments/plain'
import type { Viewer } from '@/forum/viewer'
import { listedEssaysSql, readableEntriesSql } from '@/forum/visibility'
import { Prisma, type Tx } from '@/lib/db'
import { excerpt } from './excerpt'
import { foundWords } from './found-words'
import { inTime } from './in-time'
import type { Scope } from './scope'
import { queryOf, type Term } from './terms'

/**
 * The newest comments of the scope are looked at one by one, this many. Words that many comments have are found there; of
 * words that few have, the index over words gives all places, and there are few. Each way alone is slow for the others.
 */
const NEAR = 2_000

/** Comments with every term, newest first. @throws Refusal `bad-input` for a foreign cursor */
export async function findComments(
  viewer: Viewer,
  terms: readonly Term[],
  scope: Scope,
  page: { limit: number; cursor: string | undefined },
) {
  const after = readMoment(page.cursor)
  const entries = await inTime((tx) => findEntries(tx, viewer, queryOf(terms), scope, after, page.limit + 1))
  const { comments, last } = await cutEntered(viewer, entries, page.limit)
  return { comments: await withExcerpts(comments, terms), cursor: last ? writeMoment(last) : null }
}

async function findEntries(
  tx: Tx,
  viewer: Viewer,
  query: string,
  scope: Scope,
  after: Moment | undefined,
  limit: number,
): Promise<Moment[]> {
  const within = Prisma.sql`${narrowed(scope)} AND ${olderThan(after)}`
  const [end] = await tx.$queryRaw<Moment[]>`
    SELECT s."commentId" AS "id", s."createdAt" AS "at" FROM "CommentEntry" s
    WHERE ${within} ORDER BY ${NEWEST_FIRST} OFFSET ${NEAR - 1}::int LIMIT 1`
  // The bound stands within, so that no plan can look further for lack of what it seeks.
  const near = await tx.$queryRaw<Moment[]>`
    SELECT s."commentId" AS "id", s."createdAt" AS "at" FROM (
      SELECT s.* FROM "CommentEntry" s WHERE ${within} ORDER BY ${NEWEST_FIRST} LIMIT ${NEAR}::int
    ) s JOIN "Essay" e ON e."id" = s."essayId"
    WHERE ${readableEntriesSql(viewer)} AND ${listedEssaysSql(viewer)} AND s."words" @@ to_tsquery('forum_words', ${query})
    ORDER BY ${NEWEST_FIRST} LIMIT ${limit}::int`
  if (!end || near.length === limit) return near
  const far = await tx.$queryRaw<Moment[]>`
    WITH s AS MATERIALIZED (
      SELECT s."commentId", s."createdAt", s."essayId" FROM "CommentEntry" s
      WHERE ${readableEntriesSql(viewer)} AND s."words" @@ to_tsquery('forum_words', ${query})
        AND ${narrowed(scope)} AND ${olderThan(end)}
    )
    SELECT s."commentId" AS "id", s."createdAt" AS "at" FROM s JOIN "Essay" e ON e."id" = s."essayId"
    WHERE ${listedEssaysSql(viewer)}
    ORDER BY ${NEWEST_FIRST} LIMIT ${limit - near.length}::int`
  return [...near, ...far]
}

/** Over the alias `s` of "CommentEntry". */
function narrowed({ essayId, paragraphId, authorId, since, until }: Scope): Prisma.Sql {
  const clauses = [Prisma.sql`TRUE`]
  // A paragraph is of one essay: asking for both would only hide from PostgreSQL which of its indexes is the narrow one.
  if (paragraphId) clauses.push(Prisma.sql`s."paragraphId" = ${paragraphId}::uuid`)
  else if (essayId) clauses.push(Prisma.sql`s."essayId" = ${essayId}::uuid`)
  if (authorId) clauses.push(Prisma.sql`s."authorId" = ${authorId}::uuid`)
  if (since) clauses.push(Prisma.sql`s."createdAt" >= ${since}::timestamptz`)
  if (until) clauses.push(Prisma.sql`s."createdAt" < ${until}::timestamptz`)
  return Prisma.join(clauses, ' AND ')
}

async function withExcerpts(comments: EnteredComment[], terms: readonly Term[]) {
  const texts = comments.map(({ html }) => plainWords(html))
  const isFound = await foundWords(texts, terms)
  return comments.map((comment, index) => ({ ...comment, parts: excerpt(texts[index] ?? '', terms, isFound) }))
}
