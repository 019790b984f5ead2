import { once } from 'node:events'
import { explain } from '../halt.mjs'
import { ensureBuild, ensureClient } from './build'
import { openDatabase } from './database'
import { environmentOf } from './environment'
import { importFirstEssay } from './first-essay'
import { deploy } from './migrate'
import { line, step } from './report'
import { takeRunLock } from './run-lock'
import { readSecrets } from './secrets'
import { checkPort, startServer, untilReady } from './server'
import { isLoopback, readSettings, type Settings } from './settings'
import { listenForStop, Stopped } from './stop'
import { startWorker } from './worker'

/** `npm start` and `npm run dev`, from the first look to the last: returns the exit code. @throws Halt */
export async function serve({ dev }: { dev: boolean }): Promise<number> {
  const settings = readSettings()
  const stop = listenForStop()
  const undo: (() => Promise<void> | void)[] = []
  try {
    const lock = await takeRunLock(settings)
    undo.push(() => lock.release())
    await checkPort(settings)

    const secrets = await readSecrets(settings.dataFolder)
    const database = await step(
      'database',
      () => openDatabase(),
      ({ description }) => description,
    )
    undo.push(() => database.close())
    stop.requested.throwIfAborted()

    await step(
      'migrations',
      () => deploy(database.url),
      (names) => (names.length ? `${names.length} applied` : 'none new'),
    )
    const environment = environmentOf(settings, secrets, database.url, dev)
    Object.assign(process.env, environment)

    const watch = { signal: stop.requested }
    await step(
      'client',
      () => ensureClient(watch),
      (made) => (made ? 'generated' : 'up to date'),
    )
    await step(
      'essay',
      () => importFirstEssay(database.url),
      (did) => (did ? 'imported the first one' : 'there'),
    )
    stop.requested.throwIfAborted()

    if (!dev)
      await step(
        'build',
        (say) => ensureBuild(environment, { ...watch, say }),
        (built) => (built ? 'built' : 'up to date'),
      )
    const server = startServer({ env: environment })
    undo.push(() => server.stop(stop.hurried))
    lock.rememberServer(server.pid)
    await step(
      'server',
      () => untilReady(settings, server, stop.requested),
      () => 'ready',
    )
    const worker = await startWorker(database.url)
    undo.push(() => worker.stop())
    await announce(settings)

    const end = await Promise.race([server.ended, untilAborted(stop.requested)])
    lock.stopping()
    if (end) console.error(`The server ended by itself (${end}): stopping. Start again with npm start.`)
    else line('stopping', 'requests finish first; Ctrl-C once more to stop at once')
    return end ? 1 : 0
  } catch (error) {
    if (error instanceof Stopped) return 0
    throw error
  } finally {
    await undoAll(undo)
  }
}

/** Backwards, and all of them: one that fails must not leave the others running. */
async function undoAll(undo: (() => Promise<void> | void)[]): Promise<void> {
  for (const close of undo.reverse())
    try {
      await close()
    } catch (error) {
      console.error(explain(error))
    }
  if (undo.length > 0) line('stopped', '')
}

async function announce(settings: Settings): Promise<void> {
  console.log(`\nThe forum is at ${settings.forumUrl}`)
  if (isLoopback(settings.host)) console.log('(from this machine only; HOST=0.0.0.0 opens it to others)')
  const { ownerLink } = await import('@/bin/commands/owner-link')
  const link = await ownerLink()
  if (link) console.log(`\nIt has no owner yet. Whoever opens this link first becomes it:\n${link}`)
  console.log('\nCtrl-C stops it.')
}

async function untilAborted(signal: AbortSignal): Promise<null> {
  if (!signal.aborted) await once(signal, 'abort')
  return null
}
