import { chmodSync, existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { identityOf, isAlive, readHolder } from '../lock-file.mjs'

// Everything a test run leaves on the disk is in one folder that names its owner: a run that was killed is cleared away
// by the next one, its PostgreSQL included.

const prefix = 'marginalia-test-'

export async function makeTemporaryFolder(): Promise<string> {
  await clearLeftovers()
  const folder = mkdtempSync(join(tmpdir(), prefix))
  // PostgreSQL runs as another user when we are root, and has to pass.
  chmodSync(folder, 0o711)
  writeFileSync(join(folder, 'owner.json'), JSON.stringify({ pid: process.pid, identity: identityOf(process.pid) }))
  return folder
}

/** A test that failed half-way may have left a PostgreSQL of its own running in it. */
export async function removeTemporaryFolder(folder: string): Promise<void> {
  for (const cluster of clustersIn(folder)) await endPostgres(cluster)
  rmSync(folder, { recursive: true, force: true, maxRetries: 5 })
}

async function clearLeftovers(): Promise<void> {
  for (const name of readdirSync(tmpdir()).filter((entry) => entry.startsWith(prefix))) {
    const folder = join(tmpdir(), name)
    const owner = readHolder(join(folder, 'owner.json'))
    if (owner && !isAlive(owner)) await removeTemporaryFolder(folder)
  }
}

/** The run's own, and those of tests that made a data folder (the run's folder is their TMPDIR). */
function clustersIn(folder: string): string[] {
  const places = ['.', ...readdirSync(folder)].map((name) => join(folder, name, 'postgres/cluster'))
  return places.filter((place) => existsSync(join(place, 'postmaster.pid')))
}

async function endPostgres(cluster: string): Promise<void> {
  const pid = Number.parseInt(readFileSync(join(cluster, 'postmaster.pid'), 'utf8'), 10)
  const command = `/proc/${pid}/cmdline`
  if (!existsSync(command) || !readFileSync(command, 'utf8').includes(cluster)) return
  process.kill(pid, 'SIGQUIT')
  for (let waited = 0; waited < 5000 && identityOf(pid); waited += 50) await sleep(50)
}
