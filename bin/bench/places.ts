import type pg from 'pg'
import { writeCursor } from '@/forum/comments/cursor'
import type { Sort } from '@/forum/comments/input'

export const SORTS = ['best', 'newest', 'oldest'] as const satisfies readonly Sort[]

/** How far into a thread "deep" is: the last tenth, where a reader never comes and a crawler always does. */
const DEEP = 0.9

export type Thread = {
  paragraphId: string
  comments: number
  /** Cursors of a page deep in the thread; undefined where there is no second page. */
  deep: Record<Sort, string | undefined>
  /** The comment with the most answers. */
  hot: { id: string; deep: string | undefined } | undefined
  /** The comment with the most comments above it. */
  deepest: { paragraphId: string; path: string } | undefined
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
  const [deepest] = await ask<{ paragraphId: string; path: string }>(
    client,
    `SELECT "paragraphId", "path" FROM "Comment" WHERE "paragraphId" = $1 ORDER BY "depth" DESC LIMIT 1`,
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

async function deepReplies(client: pg.Client, hot: { id: string; answers: number }): Promise<string | undefined> {
  const [place] = await ask<{ id: string; score: number }>(
    client,
    `SELECT "id", "score" FROM "Comment" WHERE "parentId" = $1 ORDER BY "id" LIMIT 1 OFFSET $2`,
    [hot.id, Math.floor(hot.answers * DEEP)],
  )
  return place && writeCursor('replies', place)
}

async function ask<T extends pg.QueryResultRow>(client: pg.Client, sql: string, values: unknown[]): Promise<T[]> {
  return (await client.query<T>(sql, values)).rows
}
