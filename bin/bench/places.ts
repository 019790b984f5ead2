import type pg from 'pg'
import { writeCursor } from '@/forum/comments/cursor'
import type { Sort } from '@/forum/comments/input'

export const SORTS = ['best', 'newest', 'oldest'] as const satisfies readonly Sort[]

/** How far into a thread "deep" is: the last tenth, where a reader never comes and a crawler always does. */
const DEEP = 0.9
/** Replies a page of the API has. */
const PAGE = 20

export type Thread = {
  paragraphId: string
  comments: number
  /** Cursors of a page deep in the thread; undefined where there is no second page. */
  deep: Record<Sort, string | undefined>
  /** The comment with the most answers. */
  hot: { id: string; deep: string | undefined } | undefined
  /** A top-level comment deep in the thread, for its permanent link. */
  amid: string
  /** The comment with the most comments above it. */
  deepest: { id: string; paragraphId: string; path: string } | undefined
}

/** The places of a thread that are read, found by SQL of our own: the forum has no need to jump there. */
export async function findThread(client: pg.Client, ordinal: number): Promise<Thread> {
  const [paragraph] = await ask<{ id: string; comments: number }>(
    client,
    `SELECT p."id", p."commentCount" AS comments FROM "Paragraph" p JOIN "Wording" w ON w."paragraphId" = p."id"
     WHERE w."ordinal" = $1`,
    [ordinal],
  )
  if (!paragraph) throw new Error(`the essay has no paragraph ${ordinal}`)
  const { id } = paragraph
  const [hot] = await ask<{ id: string; answers: number }>(
    client,
    `SELECT "id", "replyCount" AS answers FROM "Comment" WHERE "paragraphId" = $1 ORDER BY "replyCount" DESC LIMIT 1`,
    [id],
  )
  const [deepest] = await ask<{ id: string; paragraphId: string; path: string }>(
    client,
    `SELECT "id", "paragraphId", "path" FROM "Comment" WHERE "paragraphId" = $1 ORDER BY "depth" DESC LIMIT 1`,
    [id],
  )
  return {
    paragraphId: id,
    comments: paragraph.comments,
    deep: {
      best: await deepCursor(client, id, 'best'),
      newest: await deepCursor(client, id, 'newest'),
      oldest: await deepCursor(client, id, 'oldest'),
    },
    hot: hot && { id: hot.id, deep: await deepReplies(client, hot) },
    deepest,
    amid: await deepComment(client, id),
  }
}

const ORDER = { best: '"score" DESC, "id"', newest: '"id" DESC', oldest: '"id"' }

async function deepCursor(client: pg.Client, paragraphId: string, sort: Sort): Promise<string | undefined> {
  const [place] = await ask<{ id: string; score: number }>(
    client,
    `SELECT "id", "score" FROM "Comment" WHERE "paragraphId" = $1 AND "depth" = 0 ORDER BY ${ORDER[sort]}
     LIMIT 1 OFFSET (SELECT count(*) * $2::float FROM "Comment" WHERE "paragraphId" = $1 AND "depth" = 0)::int`,
    [paragraphId, DEEP],
  )
  return place && writeCursor(sort, place)
}

async function deepComment(client: pg.Client, paragraphId: string): Promise<string> {
  const [found] = await ask<{ id: string }>(
    client,
    `SELECT "id" FROM "Comment" WHERE "paragraphId" = $1 AND "depth" = 0 AND "replyCount" = 1 ORDER BY "id"
     LIMIT 1 OFFSET (SELECT count(*) * $2::float FROM "Comment"
       WHERE "paragraphId" = $1 AND "depth" = 0 AND "replyCount" = 1)::int`,
    [paragraphId, DEEP],
  )
  return found?.id ?? ''
}

async function deepReplies(client: pg.Client, hot: { id: string; answers: number }): Promise<string | undefined> {
  const [place] = await ask<{ id: string; score: number }>(
    client,
    `SELECT "id", "score" FROM "Comment" WHERE "parentId" = $1 ORDER BY "id" LIMIT 1 OFFSET $2`,
    // A whole page before the end, however few they are: what is compared shows the same.
    [hot.id, Math.max(0, Math.min(Math.floor(hot.answers * DEEP), hot.answers - PAGE - 2))],
  )
  return place && writeCursor('replies', place)
}

async function ask<T extends pg.QueryResultRow>(client: pg.Client, sql: string, values: unknown[]): Promise<T[]> {
  return (await client.query<T>(sql, values)).rows
}
