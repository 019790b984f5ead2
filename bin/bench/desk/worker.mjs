// Does the jobs that are due in a process of its own, like the worker beside a server: so that its memory can be looked at.
import { prepare } from '../../prepare.mjs'

await prepare()
const { runDueJobs } = await import('../../serve/worker.ts')
await runDueJobs(process.env.DATABASE_URL ?? '')
process.exit()
