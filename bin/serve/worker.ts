import { Logger, parseCronItems, run, runMigrations, runOnce, type TaskList } from 'graphile-worker'

// What is done later (forum/jobs.ts), in this process beside the server's: a long job takes none of a reader's time. Every
// node has a worker; PostgreSQL sees to it that each job is done by one of them.

/** Two at once: one that takes minutes does not hold up a mail. */
const CONCURRENCY = 2

/** The queue's own tables, in a schema of their own. */
export async function migrateQueue(url: string): Promise<void> {
  await runMigrations({ connectionString: url, logger: quiet })
}

/** Works until it is stopped; what has begun is finished then. The environment has to be ready. */
export async function startWorker(url: string): Promise<{ stop(): Promise<void> }> {
  const { TIMETABLE } = await import('@/forum/jobs')
  const runner = await run({
    connectionString: url,
    maxPoolSize: CONCURRENCY + 2,
    concurrency: CONCURRENCY,
    noHandleSignals: true,
    logger: quiet,
    taskList: await tasks(),
    parsedCronItems: parseCronItems(
      TIMETABLE.map(({ at, name }) => ({ task: name, match: at, options: { backfillPeriod: 86_400_000 } })),
    ),
  })
  runner.promise.catch((error: unknown) => console.error('The worker of jobs ended:', error))
  return { stop: () => runner.stop() }
}

/** Does everything that is due now, and what follows from it; for tests and commands. */
export async function runDueJobs(url: string): Promise<void> {
  await runOnce({
    connectionString: url,
    maxPoolSize: 3,
    noHandleSignals: true,
    logger: quiet,
    taskList: await tasks(),
  })
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
