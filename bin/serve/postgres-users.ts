import { mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { identityOf, isAlive, readHolder } from '../lock-file.mjs'

// Who works with the embedded database at the moment: one small file a user. The last one to leave stops it, so the
// forum never loses its database to an operator's command that happened to start it, nor the other way round.
// Called under the cluster's lock only.

let counter = 0

export function register(clusterFolder: string): string {
  const folder = join(clusterFolder, 'users')
  mkdirSync(folder, { recursive: true, mode: 0o711 })
  const file = join(folder, `${process.pid}-${counter++}`)
  writeFileSync(file, JSON.stringify({ pid: process.pid, identity: identityOf(process.pid) }))
  return file
}

export function forget(file: string): void {
  rmSync(file, { force: true })
}

/** Files of processes that were killed are cleared away here. */
export function isUsed(clusterFolder: string): boolean {
  const folder = join(clusterFolder, 'users')
  const files = readdirSync(folder).map((name) => join(folder, name))
  const alive = files.filter((file) => {
    const user = readHolder(file)
    return user !== null && isAlive(user)
  })
  for (const file of files) if (!alive.includes(file)) forget(file)
  return alive.length > 0
}
