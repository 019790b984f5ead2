import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { HistoryDiagnostic, MigrationList, SchemaEngine } from '@prisma/schema-engine-wasm'
import pg from 'pg'
import { Halt } from '../halt.mjs'
import { root } from '../prepare.mjs'
import { withEngine } from './schema-engine'
import { migrateQueue } from './worker'

/** Where the schema and its migrations lie, in Prisma's own format. Another place only in tests. */
export type Source = { schema: string; migrations: string }

const project: Source = { schema: join(root, 'prisma/schema.prisma'), migrations: join(root, 'prisma/migrations') }

/** Applies what has not been applied; returns those names. */
export async function deploy(url: string, source = project): Promise<string[]> {
  const applied = await applyMigrations(url, source)
  if (source === project) await migrateQueue(url)
  return applied
}

async function applyMigrations(url: string, source: Source): Promise<string[]> {
  // The engine takes a second to load, which every start would pay for nothing.
  if (await isUpToDate(url, source)) return []
  return withEngine(url, readSchema(source), async (engine) => {
    const migrationsList = readMigrations(source)
    await forgetFailures(engine, migrationsList)
    return (await engine.applyMigrations({ migrationsList, filters: noFilters })).appliedMigrationNames
  }).catch((error) => {
    throw new Halt(reasonOf(error))
  })
}

export type Status = { history: HistoryDiagnostic | null; failed: string[]; edited: string[] }

/** `history` is null when the database has exactly the migrations of the folder. */
export async function status(url: string, source = project): Promise<Status> {
  return withEngine(url, readSchema(source), async (engine) => {
    const migrationsList = readMigrations(source)
    const question = { migrationsList, filters: noFilters, optInToShadowDatabase: false }
    const found = await engine.diagnoseMigrationHistory(question)
    return { history: found.history, failed: found.failedMigrationNames, edited: found.editedMigrationNames }
  })
}

/** The SQL that leads from the migrations to the schema; null when they agree. */
export async function drift(url: string, source = project): Promise<string | null> {
  return withShadow(url, async (shadow) => {
    await deploy(shadow, source)
    const externalTables = await tablesOfOthers(shadow)
    const schema = readSchema(source)
    const { exitCode, stdout } = await withEngine(shadow, schema, (engine) =>
      engine.diff({
        from: { tag: 'schemaDatasource', files: [schema], configDir: root },
        to: { tag: 'schemaDatamodel', files: [schema] },
        script: true,
        exitCode: true,
        filters: { externalTables, externalEnums: [] },
      }),
    )
    return exitCode === 0 ? null : (stdout ?? 'an unnamed difference')
  })
}

/** Writes the next migration, to be read and completed by a person. Its folder, or null when there is nothing to do. */
export async function create(url: string, name: string, source = project): Promise<string | null> {
  if (!/^[a-z0-9]+([_-][a-z0-9]+)*$/.test(name))
    throw new Halt(
      `"${name}" is no name for a migration: use small letters, digits and underscores, such as add_votes.`,
    )
  const sql = await drift(url, source)
  if (sql === null) return null
  const time = new Date().toISOString().replace(/\D/g, '').slice(0, 14)
  const folder = join(source.migrations, `${time}_${name}`)
  mkdirSync(folder, { recursive: true })
  writeFileSync(join(folder, 'migration.sql'), sql)
  writeFileSync(join(source.migrations, 'migration_lock.toml'), 'provider = "postgresql"\n')
  return folder
}

/**
 * A script runs as one transaction, so one that failed (a full disk, a power cut) left nothing behind and may simply be
 * tried again; Prisma would refuse until a person has said so.
 */
async function forgetFailures(engine: SchemaEngine, migrationsList: MigrationList): Promise<void> {
  const question = { migrationsList, filters: noFilters, optInToShadowDatabase: false }
  const { failedMigrationNames } = await engine.diagnoseMigrationHistory(question)
  for (const migrationName of failedMigrationNames) await engine.markMigrationRolledBack({ migrationName })
}

/** Tables made by libraries for themselves: the rate limiter's. Prisma leaves its own table out by itself. */
const libraryTables = 'rate\\_limit%'
const noFilters = { externalTables: [], externalEnums: [] }

function readSchema(source: Source) {
  return { path: source.schema, content: readFileSync(source.schema, 'utf8') }
}

function namesOf(source: Source): string[] {
  if (!existsSync(source.migrations)) return []
  const entries = readdirSync(source.migrations)
  return entries.filter((name) => existsSync(join(source.migrations, name, 'migration.sql'))).sort()
}

function readMigrations(source: Source): MigrationList {
  const read = (name: string) => readFileSync(join(source.migrations, name, 'migration.sql'), 'utf8')
  return {
    baseDir: source.migrations,
    shadowDbInitScript: '',
    lockfile: { path: 'migration_lock.toml', content: 'provider = "postgresql"\n' },
    migrationDirectories: namesOf(source).map((name) => ({
      path: name,
      migrationFile: { path: 'migration.sql', content: { tag: 'ok', value: read(name) } },
    })),
  }
}

async function isUpToDate(url: string, source: Source): Promise<boolean> {
  return withClient(url, async (client) => {
    const table = await client.query(`SELECT to_regclass('_prisma_migrations') AS name`)
    if (!table.rows[0]?.name) return false
    const { rows } = await client.query<{ name: string; done: boolean }>(
      'SELECT migration_name AS name, finished_at IS NOT NULL AS done FROM _prisma_migrations WHERE rolled_back_at IS NULL',
    )
    const applied = new Set(rows.map((row) => row.name))
    return rows.every((row) => row.done) && namesOf(source).every((name) => applied.has(name))
  })
}

async function tablesOfOthers(url: string): Promise<string[]> {
  return withClient(url, async (client) => {
    const { rows } = await client.query<{ name: string }>(
      `SELECT schemaname || '.' || tablename AS name FROM pg_tables WHERE schemaname = 'public' AND tablename LIKE $1`,
      [libraryTables],
    )
    return rows.map((row) => row.name)
  })
}

/** An empty database beside the given one. The wasm engine cannot make one itself. */
async function withShadow<T>(url: string, work: (shadow: string) => Promise<T>): Promise<T> {
  return withClient(url, async (client) => {
    const name = `shadow_${process.pid}_${Date.now()}`
    await client.query(`CREATE DATABASE "${name}" TEMPLATE template0`)
    const shadow = new URL(url)
    shadow.pathname = `/${name}`
    try {
      return await work(shadow.href)
    } finally {
      await client.query(`DROP DATABASE IF EXISTS "${name}" WITH (FORCE)`)
    }
  })
}

async function withClient<T>(url: string, work: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  try {
    return await work(client)
  } finally {
    await client.end()
  }
}

/** The engine's words without its internal trace, and with the migration's name, which stands only in that. */
function reasonOf(error: unknown): string {
  const message = error instanceof Error ? error.message : String(error)
  const name = message.match(/migration_name="([^"]+)"/)?.[1]
  const words = message.replace(/^ {3}\d+: [\s\S]*$/m, '').replace('external connector error', '')
  const sentence = words.trim().replace(/\s*\n\s*/g, ' ')
  return `The database could not be migrated${name ? ` (${name})` : ''}, and is as it was: ${sentence}`
}
