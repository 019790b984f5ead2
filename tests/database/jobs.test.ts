import { expect, test } from 'vitest'
import { bePresent, freeJobsOfGone } from '@/bin/serve/gone-workers'
import { runDueJobs, startWorker } from '@/bin/serve/worker'
import { enqueue } from '@/forum/job'
import { JOB_NAMES, runJob, TIMETABLE } from '@/forum/jobs'
import { db } from '@/lib/db'
import { newId } from '@/lib/id'

// What is done later waits in the database: it is neither lost nor done for a fact that never was.

const url = () => process.env.DATABASE_URL ?? ''
const waiting = () => db.$queryRaw<{ n: number }[]>`SELECT count(*)::int AS n FROM graphile_worker.jobs`
const count = async () => (await waiting())[0]?.n

async function oldNews() {
  const createdAt = new Date(Date.now() - 30 * 86_400_000)
  return db.outbox.create({ data: { topic: 'comment.posted', essayId: newId(), createdAt } })
}

test('a job is done once it is due, and gone', async () => {
  const { seq } = await oldNews()
  await enqueue(db, 'upkeep', {})
  await runDueJobs(url())
  expect(await db.outbox.findUnique({ where: { seq } })).toBeNull()
  expect(await count()).toBe(0)
})

test('a job of a transaction that failed does not exist', async () => {
  const failing = db.$transaction(async (tx) => {
    await enqueue(tx, 'upkeep', {})
    throw new Error('and back')
  })
  await expect(failing).rejects.toThrow('and back')
  expect(await count()).toBe(0)
})

test('a job for later waits, and one of the same key joins it', async () => {
  const later = new Date(Date.now() + 3_600_000)
  await enqueue(db, 'upkeep', {}, { at: later, key: 'one', joins: true })
  await enqueue(db, 'upkeep', {}, { at: new Date(later.getTime() + 1000), key: 'one', joins: true })
  await runDueJobs(url())
  const rows = await db.$queryRaw<{ at: Date }[]>`SELECT run_at AS at FROM graphile_worker.jobs`
  expect(rows.map(({ at }) => at.getTime())).toEqual([later.getTime()])
})

test('what a killed worker had begun is taken up by the next that starts, what a living one does is left to it', async () => {
  const presence = await bePresent(url(), 1)
  for (const worker of [presence.workerIds[0], 'worker-of-a-killed-process']) {
    await enqueue(db, 'upkeep', {}, { key: `of ${worker}` })
    await db.$executeRaw`UPDATE graphile_worker._private_jobs SET locked_by = ${worker}, locked_at = now()
      WHERE key = ${`of ${worker}`}`
  }
  await runDueJobs(url())
  expect(await count()).toBe(3)
  await freeJobsOfGone(url())
  await runDueJobs(url())
  expect(await count()).toBe(2)
  await presence.leave()
  const worker = await startWorker(url())
  await expect.poll(count, { timeout: 30_000 }).toBe(1)
  await worker.stop()
})

test('a payload that a job does not know is refused', async () => {
  await expect(runJob('upkeep', { surprise: 1 }, async () => 'sent')).rejects.toThrow()
})

test('what runs by the clock are jobs that need nothing', () => {
  for (const { name } of TIMETABLE) expect(JOB_NAMES).toContain(name)
})
