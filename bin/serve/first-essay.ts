import { join } from 'node:path'
import pg from 'pg'
import { root } from '../prepare.mjs'

/** The forum opens on an essay: with none in the database, the one that comes with it. True when it was imported. */
export async function importFirstEssay(databaseUrl: string): Promise<boolean> {
  if (await hasEssay(databaseUrl)) return false
  // Late, since the forum's code reads the environment that was prepared just before.
  const { importEssay } = await import('@/bin/commands/import')
  await importEssay(join(root, 'seeds/essay.md'))
  return true
}

async function hasEssay(databaseUrl: string): Promise<boolean> {
  const client = new pg.Client({ connectionString: databaseUrl })
  await client.connect()
  try {
    const { rowCount } = await client.query('SELECT FROM "Essay" LIMIT 1')
    return rowCount === 1
  } finally {
    await client.end()
  }
}
