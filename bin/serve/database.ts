import { join } from 'node:path'
import pg from 'pg'
import { Halt } from '../halt.mjs'
import { openCluster } from './postgres'
import { readSecrets } from './secrets'
import { dataFolder } from './settings'

export type OpenDatabase = {
  url: string
  /** For the person watching: "PostgreSQL on port 5432, started". */
  description: string
  close(): Promise<void>
}

/**
 * The forum's database: the server of DATABASE_URL, else our own. Whoever opens it closes it; ours stops when the last
 * process that opened it closes it.
 */
export async function openDatabase(env: Record<string, string | undefined> = process.env): Promise<OpenDatabase> {
  return env.DATABASE_URL ? openServer(env.DATABASE_URL) : openEmbedded(dataFolder(env))
}

/** For commands: gives the database while `work` runs, and closes it on Ctrl-C and SIGTERM too. */
export async function withDatabase<T>(work: (url: string) => Promise<T>): Promise<T> {
  const database = await openDatabase()
  const interrupted = (signal: NodeJS.Signals) =>
    void database.close().finally(() => process.exit(signal === 'SIGINT' ? 130 : 143))
  process.once('SIGINT', interrupted).once('SIGTERM', interrupted)
  try {
    return await work(database.url)
  } finally {
    process.off('SIGINT', interrupted).off('SIGTERM', interrupted)
    await database.close()
  }
}

/** A new database in a cluster of ours, unless it is there. */
export async function createDatabase(adminUrl: string, name: string, template = 'template0'): Promise<void> {
  const client = new pg.Client({ connectionString: adminUrl })
  await client.connect()
  try {
    const { rowCount } = await client.query('SELECT FROM pg_database WHERE datname = $1', [name])
    if (!rowCount) await client.query(`CREATE DATABASE "${name}" TEMPLATE "${template}"`)
  } finally {
    await client.end()
  }
}

async function openEmbedded(folder: string): Promise<OpenDatabase> {
  const { databasePassword } = await readSecrets(folder)
  const cluster = await openCluster({ folder: join(folder, 'postgres'), password: databasePassword })
  try {
    await createDatabase(cluster.url('postgres'), 'marginalia')
  } catch (error) {
    await cluster.close()
    throw error
  }
  return {
    url: cluster.url('marginalia'),
    description: `own PostgreSQL on port ${cluster.port}, ${cluster.how}`,
    close: () => cluster.close(),
  }
}

async function openServer(url: string): Promise<OpenDatabase> {
  if (!URL.canParse(url) || !/^postgres(ql)?:$/.test(new URL(url).protocol))
    throw new Halt(
      'DATABASE_URL is not the address of a PostgreSQL: it should look like postgresql://user:password@host:5432/name.',
    )
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 5000 })
  const place = `${client.host}:${client.port}`
  client.on('error', () => {})
  try {
    await client.connect()
  } catch (error) {
    throw new Halt(reasonOf(error, place, client))
  } finally {
    await client.end().catch(() => {})
  }
  return { url, description: `PostgreSQL at ${place}`, close: async () => {} }
}

/** Names the place and never the password. */
function reasonOf(error: unknown, place: string, client: pg.Client): string {
  const code = error instanceof Error && 'code' in error ? String(error.code) : ''
  if (code === '28P01' || code === '28000')
    return `PostgreSQL at ${place} refused the user "${client.user}": check the user and the password in DATABASE_URL.`
  if (code === '3D000')
    return `PostgreSQL at ${place} has no database "${client.database}": create it (createdb ${client.database}) and start again.`
  const what = new Map([
    ['ECONNREFUSED', 'nothing listens there'],
    ['ENOTFOUND', 'there is no such host'],
    ['EAI_AGAIN', 'the name could not be looked up'],
  ]).get(code)
  const said = what ?? (error instanceof Error && error.message ? error.message : 'no answer')
  return `PostgreSQL at ${place} cannot be reached (${said}): start it, or correct DATABASE_URL, or unset it to use the forum's own.`
}
