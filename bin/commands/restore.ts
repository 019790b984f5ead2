import type pg from 'pg'
import { Halt } from '../halt.mjs'
import { deploy } from '../serve/migrate'
import { type Manifest, readManifest } from './archive/format'
import { loadArchive } from './archive/load'
import { DERIVED, quoted, readShapes, SAME_EVERYWHERE } from './archive/tables'
import { readMigrationState, withClient } from './migrations'
import { WAKE_ALL } from './wake'

/** Puts a database back to an archive, or leaves it as it is. @returns the sentences to print @throws Halt */
export async function restore(url: string, file: string, { replace }: { replace: boolean }): Promise<string> {
  const manifest = await readManifest(file)
  await withClient(url, async (client) => {
    const { applied } = await readMigrationState(client)
    refuseOtherMigrations(file, manifest, applied)
    if (!replace) await refuseUnlessEmpty(client)
  })
  const kept = (await mayMakeDatabases(url)) ? await bySwap(url, file, manifest) : await inPlace(url, file, manifest)
  await withClient(url, (client) => client.query(WAKE_ALL))
  const rows = manifest.tables.reduce((sum, table) => sum + table.rows, 0)
  const done = `Restored ${rows.toLocaleString('en')} rows from the backup of ${manifest.madeAt}; all of them verified.`
  return kept === null ? done : `${done}\nWhat was there before is kept in the database ${kept}.`
}

function refuseOtherMigrations(file: string, manifest: Manifest, here: Manifest['migrations']) {
  const names = (list: Manifest['migrations']) => list.map(({ name, checksum }) => `${name} ${checksum}`).join()
  if (names(manifest.migrations) === names(here)) return
  const last = (list: Manifest['migrations']) => list.at(-1)?.name ?? 'none'
  throw new Halt(
    `${file} was made at the migration ${last(manifest.migrations)} and this forum is at ${last(here)}: restore it with the version that made it.`,
  )
}

/** Things that people made; limits and one-time links of a new forum do not count. */
async function refuseUnlessEmpty(client: pg.Client) {
  const { rows } = await client.query<{ essays: string; people: string; comments: string }>(
    `SELECT (SELECT count(*) FROM "Essay") AS essays, (SELECT count(*) FROM "Person") AS people,
       (SELECT count(*) FROM "Comment") AS comments`,
  )
  const { essays = '0', people = '0', comments = '0' } = rows[0] ?? {}
  if ([essays, people, comments].every((count) => count === '0')) return
  throw new Halt(
    `The database is not empty (essays: ${essays}, people: ${people}, comments: ${comments}) and was not changed: --replace puts the backup in its place.`,
  )
}

async function mayMakeDatabases(url: string): Promise<boolean> {
  return withClient(url, async (client) => {
    const { rows } = await client.query<{ may: boolean }>(
      `SELECT (r.rolcreatedb OR r.rolsuper) AND pg_has_role(d.datdba, 'USAGE') AS may
       FROM pg_roles r, pg_database d WHERE r.rolname = current_user AND d.datname = current_database()`,
    )
    return rows[0]?.may ?? false
  })
}

/** Loads into a database of its own and, when everything is right there, gives it the forum's name. */
async function bySwap(url: string, file: string, manifest: Manifest): Promise<string | null> {
  const name = nameOf(url)
  const scratch = `${name.slice(0, 40)}_restore_${process.pid}`
  await withClient(url, async (client) => {
    await client.query(`DROP DATABASE IF EXISTS ${quoted(scratch)}`)
    await client.query(`CREATE DATABASE ${quoted(scratch)} TEMPLATE template0 ${await localeOf(client)}`)
  })
  try {
    const scratchUrl = withName(url, scratch)
    await deploy(scratchUrl)
    await withClient(scratchUrl, async (client) => {
      await client.query(SAME_EVERYWHERE)
      await client.query('BEGIN')
      await loadArchive(client, file, manifest)
      await client.query('COMMIT')
      await client.query('ANALYZE')
    })
    const administration = await administrationUrl(url)
    return await withClient(administration, (client) => swap(client, administration, name, scratch))
  } catch (error) {
    await withClient(url, (client) => client.query(`DROP DATABASE IF EXISTS ${quoted(scratch)} WITH (FORCE)`))
    throw error
  }
}

/** The encoding and the rules of comparing are those of the forum's database, whatever the server's defaults are. */
async function localeOf(client: pg.Client): Promise<string> {
  const { rows } = await client.query<{ row: Record<string, string | null> }>(
    'SELECT to_jsonb(d) AS row FROM pg_database d WHERE datname = current_database()',
  )
  const database = rows[0]?.row ?? {}
  const literal = (value: string | null | undefined) => client.escapeLiteral(value ?? 'C')
  const own = database.datlocale ?? database.daticulocale
  const provider =
    database.datlocprovider === 'b'
      ? `LOCALE_PROVIDER builtin BUILTIN_LOCALE ${literal(own)}`
      : database.datlocprovider === 'i'
        ? `LOCALE_PROVIDER icu ICU_LOCALE ${literal(own)}`
        : ''
  return `ENCODING 'UTF8' ${provider} LC_COLLATE ${literal(database.datcollate)} LC_CTYPE ${literal(database.datctype)}`
}

/**
 * The change-over is one transaction, so that a crash leaves the forum with the one database or the other under its name.
 * The forum's connections are ended and it comes back to the new database by itself. What was there is kept under
 * another name until the next restore.
 */
async function swap(client: pg.Client, url: string, name: string, scratch: string): Promise<string> {
  const before = `${name.slice(0, 40)}_before_restore`
  const older = `${name.slice(0, 40)}_older_${process.pid}`
  const rename = (from: string, to: string) => client.query(`ALTER DATABASE ${quoted(from)} RENAME TO ${quoted(to)}`)
  const { rowCount: hasBefore } = await client.query('SELECT FROM pg_database WHERE datname = $1', [before])
  await client.query('BEGIN')
  try {
    if (hasBefore) await rename(before, older)
    // Holds off new connections and waits some seconds for the others, which are ended meanwhile.
    await Promise.all([endConnections(url, name, client), rename(name, before)])
    await rename(scratch, name)
    await client.query('COMMIT')
  } catch (error) {
    await client.query('ROLLBACK')
    if (error instanceof Error && 'code' in error && error.code === IN_USE)
      throw new Halt('Somebody keeps the database open: stop the forum and restore again. Nothing was changed.')
    throw error
  }
  await client.query(`DROP DATABASE IF EXISTS ${quoted(older)} WITH (FORCE)`)
  return before
}

/** SQLSTATE object_in_use. */
const IN_USE = '55006'

/** Ends those that have the database open until it can be renamed, which `renaming`'s lock on it shows. */
async function endConnections(url: string, name: string, renaming: pg.Client) {
  const { rows } = await renaming.query<{ pid: number }>('SELECT pg_backend_pid() AS pid')
  await withClient(url, async (other) => {
    for (let tries = 0; tries < 60; tries++) {
      await other.query('SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = $1 AND pid <> $2', [
        name,
        rows[0]?.pid,
      ])
      const { rowCount } = await other.query("SELECT FROM pg_stat_activity WHERE pid = $1 AND state = 'active'", [
        rows[0]?.pid,
      ])
      if (rowCount === 0 && tries > 0) return
      await new Promise((resolve) => setTimeout(resolve, 50))
    }
  })
}

/** Without the right to make databases: everything in one transaction, which is given up when anything is wrong. */
async function inPlace(url: string, file: string, manifest: Manifest): Promise<null> {
  await withClient(url, async (client) => {
    await client.query(SAME_EVERYWHERE)
    await client.query('BEGIN')
    const tables = (await readShapes(client)).map(({ name }) => quoted(name))
    // To be set back as they were: the entries of search are kept even where other triggers rest.
    const { rows: always } = await client.query<{ table: string; name: string }>(
      `SELECT tgrelid::regclass::text AS table, quote_ident(tgname) AS name FROM pg_trigger WHERE tgenabled = 'A'`,
    )
    // The log and the decisions refuse to be emptied; replacing all of them by a verified chain is no rewriting.
    for (const table of tables) await client.query(`ALTER TABLE ${table} DISABLE TRIGGER USER`)
    await client.query(`TRUNCATE ${[...tables, ...DERIVED.map(quoted)].join(', ')}`)
    for (const table of tables) await client.query(`ALTER TABLE ${table} ENABLE TRIGGER USER`)
    for (const { table, name } of always) await client.query(`ALTER TABLE ${table} ENABLE ALWAYS TRIGGER ${name}`)
    await loadArchive(client, file, manifest)
    await client.query('COMMIT')
    await client.query('ANALYZE')
  })
  return null
}

/** The database that is open while the forum's own is renamed. */
async function administrationUrl(url: string): Promise<string> {
  for (const name of ['postgres', 'template1']) {
    const candidate = withName(url, name)
    if (await withClient(candidate, async () => true).catch(() => false)) return candidate
  }
  throw new Halt('Neither the database postgres nor template1 can be opened, and one is needed to change names.')
}

const nameOf = (url: string) => decodeURIComponent(new URL(url).pathname.slice(1))

function withName(url: string, name: string): string {
  const other = new URL(url)
  other.pathname = `/${encodeURIComponent(name)}`
  return other.href
}
