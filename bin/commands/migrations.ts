import { existsSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import pg from 'pg'
import { root } from '../prepare.mjs'

export type MigrationState = {
  /** Name and checksum of what was applied, in order. */
  applied: { name: string; checksum: string }[]
  /** In the folder, not in the database. */
  missing: string[]
  /** In the database, not in the folder: it was migrated by a newer version. */
  unknown: string[]
  /** Begun and not finished. */
  unfinished: string[]
}

export async function readMigrationState(client: pg.Client): Promise<MigrationState> {
  const table = await client.query<{ name: string | null }>(`SELECT to_regclass('_prisma_migrations')::text AS name`)
  const known = table.rows[0]?.name
    ? await client.query<{ name: string; checksum: string; done: boolean }>(
        `SELECT migration_name AS name, checksum, finished_at IS NOT NULL AS done FROM _prisma_migrations
         WHERE rolled_back_at IS NULL ORDER BY migration_name`,
      )
    : { rows: [] }
  const inFolder = migrationNames()
  const applied = known.rows.filter((row) => row.done).map(({ name, checksum }) => ({ name, checksum }))
  const names = new Set(applied.map(({ name }) => name))
  return {
    applied,
    missing: inFolder.filter((name) => !names.has(name)),
    unknown: [...names].filter((name) => !inFolder.includes(name)),
    unfinished: known.rows.filter((row) => !row.done).map(({ name }) => name),
  }
}

export async function withClient<T>(url: string, work: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client({ connectionString: url, application_name: 'marginalia-forum' })
  // A connection that breaks also fails the query that waits on it, which says so.
  client.on('error', () => {})
  await client.connect()
  try {
    return await work(client)
  } finally {
    await client.end().catch(() => {})
  }
}

function migrationNames(): string[] {
  const folder = join(root, 'prisma/migrations')
  return readdirSync(folder)
    .filter((name) => existsSync(join(folder, name, 'migration.sql')))
    .sort()
}
