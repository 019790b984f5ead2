import { randomUUID } from 'node:crypto'
import { rmSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { env } from '@/lib/env'
import { ensureBuild, ensureClient } from '../serve/build'
import { step } from '../serve/report'
import { type Base, connectForum, disconnect, settle, withClient } from './database'
import { openForum } from './forum'
import { READERS, read, whatTheyWaited } from './readers'
import { number } from './table'

const QUIET_MS = 15_000
/** Times as long as in a quiet forum that the slowest of a hundred readers may wait. */
const BUDGET = 3

/**
 * `npm run bench -- --deletion`: the author of half the comments of a discussion takes a copy of everything, then takes an account and all
 * comments away, while others read the discussion they stand in. @returns how many budgets were exceeded
 */
export async function measureDeletion(base: Base, comments: number, stop: AbortSignal): Promise<number> {
  await ensureClient()
  await step(
    'build',
    (say) => ensureBuild(process.env, { say, signal: stop }),
    (built) => (built ? 'built' : 'up to date'),
  )
  const forum = await openForum(base, comments, stop)
  try {
    const url = base.url(`marginalia_${comments}`)
    const personId = await giveComments(url, comments / 2)
    await settle(url)
    const copy = await copyEverything(url, personId)
    console.log(
      `A copy of everything about an author of ${number(comments / 2)} comments: ${number(copy.rows)} rows, ${number(copy.bytes / 1024 / 1024)} MB, in ${copy.seconds.toFixed(1)} s, ${number(copy.memory / 1024 / 1024)} MB of memory more at the most`,
    )
    const quiet = await read(forum, () => false, Date.now() + QUIET_MS)
    const job = await leave(url, personId, stop)
    const during = await read(forum, job.ended, Number.POSITIVE_INFINITY)
    const seconds = await job.seconds
    const wrong = await countWrong(url, personId)
    console.log(`An author of ${number(comments / 2)} comments leaves with all of them, in ${number(seconds)} s:
  ${number(READERS)} readers before    ${whatTheyWaited(quiet)}
  ${number(READERS)} readers meanwhile ${whatTheyWaited(during)}
  left over                ${wrong.left} comments, ${wrong.votes} votes, ${wrong.counters} wrong counters`)
    const slow = during.p99 > BUDGET * quiet.p99
    return Number(slow) + Number(during.failed + wrong.left + wrong.votes + wrong.counters > 0)
  } finally {
    await forum.close()
  }
}

/** The oldest half of the discussion is by one of those who voted in it. */
function giveComments(url: string, count: number): Promise<string> {
  return withClient(url, async (client) => {
    const { rows } = await client.query<{ id: string }>(`SELECT "id" FROM "Person" WHERE "handle" = 'reader-001'`)
    const id = rows[0]?.id ?? ''
    await client.query(
      `UPDATE "Comment" SET "authorId" = $1 WHERE "id" IN (SELECT "id" FROM "Comment" ORDER BY "id" LIMIT $2)`,
      [id, Math.floor(count)],
    )
    return id
  })
}

/** As the job does it. The memory is that of the whole process, looked at ten times a second. */
async function copyEverything(url: string, personId: string) {
  await connectForum(url)
  const { makeExport, readExport } = await import('@/forum/privacy/exports')
  const { viewerOfPerson } = await import('@/forum/people/standing')
  const id = randomUUID()
  await withClient(url, (client) =>
    client.query(`INSERT INTO "Export" ("id", "personId", "language") VALUES ($1, $2, 'en')`, [id, personId]),
  )
  const before = process.memoryUsage.rss()
  let most = before
  const watch = setInterval(() => {
    most = Math.max(most, process.memoryUsage.rss())
  }, 100)
  const began = Date.now()
  await makeExport(id)
  const seconds = (Date.now() - began) / 1_000
  clearInterval(watch)
  const { written } = (await readExport(await viewerOfPerson(personId))) ?? { written: 0 }
  const file = join(env().MARGINALIA_DATA, 'exports', `${id}.jsonl`)
  const bytes = statSync(file).size
  rmSync(file)
  return { rows: written, bytes, seconds, memory: most - before }
}

/** As the job does it, in a process beside the server's: this one. */
async function leave(url: string, personId: string, stop: AbortSignal) {
  await connectForum(url)
  const { finishDeletion } = await import('@/forum/privacy/deletion')
  await withClient(url, (client) =>
    client.query(`INSERT INTO "Deletion" ("personId", "choice") VALUES ($1, 'go')`, [personId]),
  )
  const began = Date.now()
  let over = false
  const seconds = finishDeletion(personId).then(() => (Date.now() - began) / 1_000)
  const end = () => {
    over = true
  }
  seconds.then(end, end)
  return { seconds, ended: () => over || stop.aborted }
}

async function countWrong(url: string, personId: string) {
  const { COUNTER_NAMES, countDrift } = await import('@/forum/upkeep/counters')
  let counters = 0
  for (const name of COUNTER_NAMES) counters += await countDrift(name)
  await disconnect()
  const count = (sql: string) =>
    withClient(url, async (client) => (await client.query<{ n: number }>(sql, [personId])).rows[0]?.n ?? 0)
  return {
    left: await count(`SELECT count(*)::int AS n FROM "Comment" WHERE "authorId" = $1 AND "status" <> 'deleted'`),
    votes: await count(`SELECT count(*)::int AS n FROM "Vote" WHERE "personId" = $1`),
    counters,
  }
}
