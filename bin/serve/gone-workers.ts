import { randomUUID } from 'node:crypto'
import pg from 'pg'

// A job belongs to the worker that began it. When its process is killed, graphile-worker gives the job to nobody else for four
// hours, as it cannot know. PostgreSQL does: each worker holds an advisory lock under its name for as long as it is connected.

export type Presence = { workerIds: string[]; leave(): Promise<void> }

/** Names for so many workers, and their locks, held until `leave` or the end of the process. */
export async function bePresent(url: string, count: number): Promise<Presence> {
  const client = new pg.Client({ connectionString: url, application_name: 'marginalia workers' })
  // Without the connection others take these workers for gone; a job that is then done twice is none the worse for it.
  client.on('error', () => {})
  await client.connect()
  const workerIds = Array.from({ length: count }, () => `worker-${randomUUID()}`)
  for (const id of workerIds) await client.query('SELECT pg_advisory_lock(hashtextextended($1, 0))', [id])
  return { workerIds, leave: () => client.end().catch(() => {}) }
}

/** Jobs and queues of workers that are gone are free again. */
export async function freeJobsOfGone(url: string): Promise<void> {
  const client = new pg.Client({ connectionString: url })
  client.on('error', () => {})
  await client.connect()
  try {
    const { rows } = await client.query<{ id: string }>(`
      SELECT "locked_by" AS "id" FROM graphile_worker._private_jobs WHERE "locked_by" IS NOT NULL
      UNION SELECT "locked_by" FROM graphile_worker._private_job_queues WHERE "locked_by" IS NOT NULL`)
    for (const { id } of rows) {
      const { rows: answer } = await client.query<{ free: boolean }>(
        'SELECT pg_try_advisory_lock(hashtextextended($1, 0)) AS "free"',
        [id],
      )
      if (answer[0]?.free) await client.query('SELECT graphile_worker.force_unlock_workers(ARRAY[$1])', [id])
    }
  } finally {
    await client.end()
  }
}
