import { randomBytes } from 'node:crypto'
import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { Halt } from '../halt.mjs'
import { whileLocked } from '../lock-file.mjs'

const names = ['databasePassword', 'sessionSecret'] as const

export type Secrets = Record<(typeof names)[number], string>

/** The forum's secrets, made at the first start. A later version that needs one more adds it and keeps the others. */
export async function readSecrets(dataFolder: string): Promise<Secrets> {
  // Others may pass through it (PostgreSQL runs as another user when we are root), not list it.
  mkdirSync(dataFolder, { recursive: true, mode: 0o711 })
  return whileLocked(join(dataFolder, 'secrets.lock'), async () => {
    const file = join(dataFolder, 'secrets.json')
    const kept = existsSync(file) ? parse(file) : {}
    const missing = names.filter((name) => typeof kept[name] !== 'string')
    // 32 bytes: as long as the hash that uses them. Hexadecimal: no character that a URL or a shell would change.
    const secrets = { ...kept, ...Object.fromEntries(missing.map((name) => [name, randomBytes(32).toString('hex')])) }
    if (missing.length > 0) {
      writeFileSync(`${file}.new`, `${JSON.stringify(secrets, null, 2)}\n`, { mode: 0o600 })
      renameSync(`${file}.new`, file)
    }
    return secrets as Secrets
  })
}

function parse(file: string): Partial<Secrets> {
  try {
    return JSON.parse(readFileSync(file, 'utf8'))
  } catch {
    // Making new ones would lock us out of the database that was set up with the old ones.
    throw new Halt(`${file} cannot be read as JSON: restore it from a backup; the database's password is in it.`)
  }
}
