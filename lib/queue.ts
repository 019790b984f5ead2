import { Prisma, type Tx } from './db'

type When = {
  /** Not before; at once when left out. */
  at?: Date
  /** Of jobs with the same key that have not begun only the last one stays. */
  key?: string
  /** With a key: the one that waits keeps its time, so that what follows joins it instead of putting it off. */
  joins?: boolean
}

/** Tried again with growing pauses, the last one some hours after the first. */
const MOST_TRIES = 12

/**
 * Puts a job into PostgreSQL's queue (graphile-worker), in the transaction of the fact it follows from: both commit or
 * neither. Whoever runs it (bin/serve/worker.ts) may do so twice after a crash.
 */
export async function addJob(tx: Pick<Tx, '$executeRaw'>, name: string, payload: object, when: When = {}) {
  const { at = null, key = null, joins = false } = when
  await tx.$executeRaw(Prisma.sql`
    SELECT graphile_worker.add_job(
      identifier => ${name}::text, payload => ${JSON.stringify(payload)}::json, run_at => ${at}::timestamptz,
      max_attempts => ${MOST_TRIES}::int, job_key => ${key}::text,
      job_key_mode => ${joins ? 'preserve_run_at' : 'replace'}::text)`)
}
