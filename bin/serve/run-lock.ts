import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { Halt } from '../halt.mjs'
import { describeLock, type Holder, identityOf, isAlive, readHolder, tryLock, unlock } from '../lock-file.mjs'
import type { Settings } from './settings'

// One forum a data folder: `run.json` in it says which process runs it, on which port, since when.

export type RunLock = {
  /** So that the next start can end a server that we could not (after a kill -9 of ours). */
  rememberServer(pid: number): void
  /** The next start waits for us instead of refusing. */
  stopping(): void
  release(): void
}

// A stop takes at most ten seconds for the requests and a few for the database.
const longestStop = 20_000

export async function takeRunLock(settings: Settings): Promise<RunLock> {
  const file = join(settings.dataFolder, 'run.json')
  const details = { url: settings.forumUrl, port: settings.port, started: new Date().toISOString() }
  const began = Date.now()
  for (;;) {
    const previous = readHolder(file)
    const holder = await tryLock(file, details)
    if (!holder) {
      await endLeftServer(previous)
      break
    }
    const patience = holder.state === 'stopping' ? longestStop : 1000
    if (Date.now() - began > patience)
      throw new Halt(`The forum is already running at ${String(holder.url)}, pid ${holder.pid}: nothing was changed.`)
    await sleep(100)
  }
  return {
    rememberServer: (pid) => describeLock(file, { server: { pid, identity: identityOf(pid) } }),
    stopping: () => describeLock(file, { state: 'stopping' }),
    release: () => unlock(file),
  }
}

/** A server whose supervisor was killed ends by itself; this is for one that hangs. */
async function endLeftServer(previous: Holder | null): Promise<void> {
  const server = previous?.server as { pid: number; identity: string } | undefined
  if (!previous || isAlive(previous) || !server || !isAlive(server)) return
  for (const [signal, patience] of [['SIGTERM', 10_000] as const, ['SIGKILL', 5_000] as const]) {
    process.kill(server.pid, signal)
    for (let waited = 0; waited < patience && isAlive(server); waited += 100) await sleep(100)
    if (!isAlive(server)) return
  }
}
