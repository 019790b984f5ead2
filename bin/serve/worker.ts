import { Logger, parseCronItems, run, runMigrations, runOnce, type TaskList } from 'graphile-worker'
import { bePresent, freeJobsOfGone } from './gone-workers'

// What is done later (forum/jobs.ts), in this process beside the server's: a long job takes none of a reader's time. Every
// node has a worker; PostgreSQL sees to it that each job is done by one of them.

/** Two at once: one that takes minutes does not hold up a mail. */
const CONCURRENCY = 2

/** The queue's own tables, in a schema of their own. */
export async function migrateQueue(url: string): Promise<void> {
  await runMigrations({ connectionString: url, logger: quiet })
}

/**
 * Works until it is stopped; what has begun is finished then. What a killed process left is taken up first. The environment
 * has to be ready.
 */
export async function startWorker(url: string): Promise<{ stop(): Promise<void> }> {
  const { TIMETABLE } = await import('@/forum/jobs')
  const taskList = await tasks()
  await freeJobsOfGone(url)
  const presence = await bePresent(url, CONCURRENCY)
  const timetable = parseCronItems(
    TIMETABLE.map(({ at, name }) => ({ task: name, match: at, options: { backfillPeriod: 86_400_000 } })),
  )
  const runners = await Promise.all(
    presence.workerIds.map((workerId, index) => {
      // A worker that is given its name is alone in its pool.
      const options = {
        connectionString: url,
        maxPoolSize: 3,
        concurrency: 1,
        workerId,
        noHandleSignals: true,
        logger: quiet,
        taskList,
        parsedCronItems: index === 0 ? timetable : [],
      }
      return run(options)
    }),
  )
  for (const { promise } of runners)
    promise.catch((error: unknown) => console.error('The worker of jobs ended:', error))
  return {
    async stop() {
      await Promise.all(runners.map((runner) => runner.stop()))
      await presence.leave()
    },
  }
}

/** Does everything that is due now, and what follows from it; for tests and commands. */
export async function runDueJobs(url: string): Promise<void> {
  const presence = await bePresent(url, 1)
  try {
    const options = {
      connectionString: url,
      maxPoolSize: 3,
      workerId: presence.workerIds[0],
      noHandleSignals: true,
      logger: quiet,
      taskList: await tasks(),
    }
    await runOnce(options)
  } finally {
    await presence.leave()
  }
}

async function tasks(): Promise<TaskList> {
  const { JOB_NAMES, runJob } = await import('@/forum/jobs')
  const { postNews } = await import('@/app/_web/mails/news')
  return Object.fromEntries(JOB_NAMES.map((name) => [name, (payload: unknown) => runJob(name, payload, postNews)]))
}

/** A failed job is said, with its reason; that all is well is not. */
const quiet = new Logger(() => (level, message) => {
  if (level === 'error') console.error(message)
})
