import { join } from 'node:path'
import { Halt } from '../halt.mjs'
import { isAlive, readHolder } from '../lock-file.mjs'
import { withDatabase } from '../serve/database'
import { deploy } from '../serve/migrate'
import { dataFolder } from '../serve/settings'
import { readMigrationState, withClient } from './migrations'

/**
 * Runs a verb with the forum's database open: DATABASE_URL's, else our own, beside a running server or without one. The
 * forum's code is imported inside `work`, since it reads the environment that is prepared here.
 * @throws Halt when the database is not in the state this version needs
 */
export async function withForum<T>(work: (url: string) => Promise<T>): Promise<T> {
  return withDatabase(async (url) => {
    process.env.DATABASE_URL = url
    process.env.NEXTAUTH_URL = forumAddress()
    await ensureMigrated(url)
    try {
      return await work(url)
    } finally {
      const { db } = await import('@/lib/db')
      await db.$disconnect()
    }
  })
}

/** Where readers find the forum: as configured, else where it runs now, else where it would run. */
export function forumAddress(env: Record<string, string | undefined> = process.env): string {
  const running = readHolder(join(dataFolder(env), 'run.json'))
  const found = running && isAlive(running) && typeof running.url === 'string' ? running.url : undefined
  const address = env.FORUM_URL || env.NEXTAUTH_URL || found || `http://localhost:${env.PORT || 3000}`
  return address.replace(/\/+$/, '')
}

/** An empty database is set up; one of another version is the business of `npm start`, which stops the old server first. */
async function ensureMigrated(url: string): Promise<void> {
  const state = await withClient(url, readMigrationState)
  if (state.applied.length === 0 && state.unfinished.length === 0) await deploy(url)
  else if (state.unfinished.length > 0)
    throw new Halt(
      `The migration ${state.unfinished[0]} was begun and not finished: look at its error, or restore a backup.`,
    )
  else if (state.missing.length > 0)
    throw new Halt(
      `The database lacks the migration ${state.missing[0]}: run npm start once, or node bin/migrate.mjs deploy.`,
    )
  else if (state.unknown.length > 0)
    throw new Halt(`The database was migrated by a newer version (${state.unknown[0]}): use that version of bin/forum.`)
}
