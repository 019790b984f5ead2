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

export function removeTemporaryFolder(folder: string): void {
  rmSync(folder, { recursive: true, force: true, maxRetries: 5 })
}

async function clearLeftovers(): Promise<void> {
  for (const name of readdirSync(tmpdir()).filter((entry) => entry.startsWith(prefix))) {
    const folder = join(tmpdir(), name)
    const owner = readHolder(join(folder, 'owner.json'))
    if (!owner || isAlive(owner)) continue
    await endPostgres(join(folder, 'postgres/cluster'))
    removeTemporaryFolder(folder)
  }
}

async function endPostgres(cluster: string): Promise<void> {
  const file = join(cluster, 'postmaster.pid')
  const pid = existsSync(file) ? Number.parseInt(readFileSync(file, 'utf8'), 10) : 0
  const command = `/proc/${pid}/cmdline`
  if (!pid || !existsSync(command) || !readFileSync(command, 'utf8').includes(cluster)) return
  process.kill(pid, 'SIGQUIT')
  for (let waited = 0; waited < 5000 && identityOf(pid); waited += 50) await sleep(50)
}
