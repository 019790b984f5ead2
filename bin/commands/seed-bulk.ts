import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import type pg from 'pg'
import { from as copyFrom } from 'pg-copy-streams'
import { newId } from '@/lib/id'
import { AUTHORS, planDiscussion } from '@/seeds/bulk/plan'
import { bulkRows, COMMENT_COLUMNS, type Thread, VOTE_COLUMNS } from '@/seeds/bulk/rows'
import { Halt } from '../halt.mjs'
import { withClient } from './migrations'
import { WAKE_ALL } from './wake'

type Options = { comments: number; paragraph: number; essay: string; replies: number }

/** PostgreSQL queues checks of references until the end of a COPY; this many fit comfortably into memory. */
const BATCH = 50_000
const LINES_AT_ONCE = 500
const DAYS = 730
const MOST = 20_000_000

/** Fills a thread past the mutations, with everything as they would have left it. One transaction: all or nothing. */
export async function seedBulk(url: string, options: Options): Promise<string> {
  if (options.comments > MOST) throw new Halt(`At most ${MOST.toLocaleString('en')} comments at once.`)
  const began = Date.now()
  const plan = planDiscussion(options.comments, options.replies)
  await withClient(url, async (client) => {
    await client.query('BEGIN')
    const authorIds = await ensureReaders(client)
    const thread = await takeThread(client, options, plan.roots)
    const end = Date.now() - 60_000
    const start = end - DAYS * 86_400_000
    await publishBefore(client, thread.essayId, new Date(start))
    await skipChecks(client)
    const rows = bulkRows(plan, thread, authorIds, start, end)
    for (let first = 0; first < plan.count; first += BATCH) {
      const stop = Math.min(first + BATCH, plan.count)
      await copy(client, `COPY "Comment" (${COMMENT_COLUMNS}) FROM STDIN`, (n) => rows.comment(n), first, stop)
      await copy(client, `COPY "Vote" (${VOTE_COLUMNS}) FROM STDIN`, (n) => rows.votes(n), first, stop)
      progress(stop, plan.count, began)
    }
    await client.query(WAKE_ALL)
    await client.query('COMMIT')
    await client.query('ANALYZE "Comment"')
    await client.query('ANALYZE "Vote"')
    await client.query('ANALYZE "Paragraph"')
  })
  const seconds = ((Date.now() - began) / 1000).toFixed(1)
  const answers = (plan.count - plan.roots).toLocaleString('en')
  return `${plan.count.toLocaleString('en')} comments, ${answers} of them replies, in ${seconds} s.`
}

async function ensureReaders(client: pg.Client): Promise<string[]> {
  const handles = Array.from({ length: AUTHORS }, (_, index) => `reader-${String(index + 1).padStart(3, '0')}`)
  await client.query(
    `INSERT INTO "Person" ("id", "handle", "displayName", "createdAt")
     SELECT t.id, t.handle, 'Reader ' || right(t.handle, 3), now() - make_interval(days => $3)
     FROM unnest($1::uuid[], $2::text[]) AS t(id, handle) ON CONFLICT ("handle") DO NOTHING`,
    [handles.map(newId), handles, DAYS + 1],
  )
  const { rows } = await client.query<{ id: string }>(
    'SELECT "id" FROM "Person" WHERE "handle" = ANY ($1) ORDER BY "handle"',
    [handles],
  )
  return rows.map(({ id }) => id)
}

/** Takes the places of the new roots; the paragraph's lock keeps others from posting there until the end. */
async function takeThread(client: pg.Client, options: Options, roots: number): Promise<Thread> {
  const { rows } = await client.query<{ essayId: string; revisionId: string; paragraphId: string; rootSeq: number }>(
    `UPDATE "Paragraph" p SET "rootSeq" = p."rootSeq" + $3, "commentCount" = p."commentCount" + $4
     FROM "Wording" w WHERE w."paragraphId" = p."id" AND w."ordinal" = $2 AND w."revisionId" = (
       SELECT r."id" FROM "Revision" r JOIN "Essay" e ON e."id" = r."essayId"
       WHERE e."slug" = $1 ORDER BY r."number" DESC LIMIT 1)
     RETURNING p."essayId", w."revisionId", p."id" AS "paragraphId", p."rootSeq"`,
    [options.essay, options.paragraph, roots, options.comments],
  )
  const [found] = rows
  if (!found) throw new Halt(`There is no essay ${options.essay} with a paragraph ${options.paragraph}.`)
  return { ...found, rootsBefore: found.rootSeq - roots }
}

/**
 * Every row refers to rows that were made or locked here, so that checking five references a comment finds nothing; it
 * takes as long as all the rest. Only where the user may say so (the forum's own PostgreSQL: yes); `doctor` looks anyway.
 */
async function skipChecks(client: pg.Client) {
  const { rows } = await client.query<{ may: boolean }>(
    `SELECT has_parameter_privilege('session_replication_role', 'SET') AS may`,
  )
  if (rows[0]?.may) await client.query(`SET LOCAL session_replication_role = 'replica'`)
}

/** The essay was there before the first of them. */
async function publishBefore(client: pg.Client, essayId: string, first: Date) {
  await client.query('UPDATE "Essay" SET "createdAt" = $2 WHERE "id" = $1 AND "createdAt" > $2', [essayId, first])
  await client.query(
    'UPDATE "Revision" SET "publishedAt" = $2 WHERE "essayId" = $1 AND "number" = 1 AND "publishedAt" > $2',
    [essayId, first],
  )
}

async function copy(client: pg.Client, sql: string, line: (index: number) => string, start: number, stop: number) {
  await pipeline(Readable.from(chunks(line, start, stop)), client.query(copyFrom(sql)))
}

function* chunks(line: (index: number) => string, start: number, stop: number) {
  for (let index = start; index < stop; index += LINES_AT_ONCE) {
    let text = ''
    for (let next = index; next < Math.min(index + LINES_AT_ONCE, stop); next++) text += line(next)
    if (text !== '') yield Buffer.from(text)
  }
}

function progress(done: number, all: number, began: number) {
  const seconds = Math.round((Date.now() - began) / 1000)
  process.stderr.write(`  ${done.toLocaleString('en')} of ${all.toLocaleString('en')} (${seconds} s)\n`)
}
