import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import pg from 'pg'
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest'
import { createDatabase } from '@/bin/serve/database'
import { create, deploy, drift, status } from '@/bin/serve/migrate'

const databases: string[] = []

describe('the project’s own migrations', () => {
  test('build a fresh database, and a second deploy has nothing to do', async () => {
    const url = await emptyDatabase()
    const first = await deploy(url)
    expect(first.length).toBeGreaterThan(0)
    expect(await deploy(url)).toEqual([])
    expect(await status(url)).toEqual({ history: null, failed: [], edited: [] })
  })

  test('agree with prisma/schema.prisma', async () => {
    expect(await drift(inject('cluster'))).toBeNull()
  })

  test('may be deployed by two processes at once', async () => {
    const url = await emptyDatabase()
    const [one, other] = await Promise.all([deploy(url), deploy(url)])
    expect(one.length + other.length).toBeGreaterThan(0)
    expect(Math.min(one.length, other.length)).toBe(0)
    expect((await status(url)).history).toBeNull()
  })

  test('store Chinese so that it can be searched', async () => {
    const url = await emptyDatabase()
    const [row] = await query(
      url,
      `SELECT current_setting('server_encoding') AS encoding, '搜索' ILIKE '%索%' AS found`,
    )
    expect(row).toEqual({ encoding: 'UTF8', found: true })
  })
})

describe('a schema that grows', () => {
  const folder = mkdtempSync(join(tmpdir(), 'marginalia-migrations-'))
  const source = { schema: join(folder, 'schema.prisma'), migrations: join(folder, 'migrations') }
  const schema = (fields: string) =>
    `datasource db {\n provider = "postgresql"\n}\nmodel Note {\n id Int @id\n body String\n${fields}}\n`

  beforeAll(() => mkdirSync(source.migrations))
  afterAll(() => rmSync(folder, { recursive: true, force: true }))

  test('gets its migrations written, applied, and found missing', async () => {
    const url = await emptyDatabase()
    writeFileSync(source.schema, schema(''))
    const first = await create(url, 'first', source)
    expect(readFileSync(join(first ?? '', 'migration.sql'), 'utf8')).toContain('CREATE TABLE "Note"')
    expect(await deploy(url, source)).toHaveLength(1)
    expect(await create(url, 'again', source)).toBeNull()

    writeFileSync(source.schema, schema(' stars Int @default(0)\n'))
    expect(await drift(url, source)).toContain('ADD COLUMN     "stars"')
  })

  test('may hold functions with semicolons, and tables of libraries that Prisma does not know', async () => {
    const url = await emptyDatabase()
    const own = { ...source, migrations: join(folder, 'with-functions') }
    writeFileSync(source.schema, schema(''))
    cpSync(source.migrations, own.migrations, { recursive: true })
    mkdirSync(join(own.migrations, '99990101000000_by_hand'))
    writeFileSync(
      join(own.migrations, '99990101000000_by_hand', 'migration.sql'),
      `CREATE FUNCTION two() RETURNS int LANGUAGE plpgsql AS $$ BEGIN PERFORM 1; RETURN 2; END $$;
       CREATE TABLE rate_limits (key text PRIMARY KEY);`,
    )
    expect(await deploy(url, own)).toHaveLength(2)
    expect(await query(url, 'SELECT two()')).toEqual([{ two: 2 }])
    expect(await drift(url, own)).toBeNull()
  })

  test('says which migration failed and why, and tries it again once it is mended', async () => {
    const url = await emptyDatabase()
    const broken = { ...source, migrations: join(folder, 'broken') }
    const file = join(broken.migrations, '20200101000000_broken', 'migration.sql')
    mkdirSync(dirname(file), { recursive: true })
    writeFileSync(file, 'CREATE TABLE half (n int); SELECT nothing_here;')
    await expect(deploy(url, broken)).rejects.toThrow(/20200101000000_broken[\s\S]*nothing_here/)
    expect((await status(url, broken)).failed).toEqual(['20200101000000_broken'])

    writeFileSync(file, 'CREATE TABLE half (n int);')
    expect(await deploy(url, broken)).toEqual(['20200101000000_broken'])
    expect(await query(url, 'SELECT count(*)::int AS rows FROM half')).toEqual([{ rows: 0 }])
  })

  test('refuses a name that would not do as a folder', async () => {
    await expect(create(inject('cluster'), '../x', source)).rejects.toThrow('no name for a migration')
  })
})

afterAll(async () => {
  for (const name of databases) await query(inject('cluster'), `DROP DATABASE "${name}" WITH (FORCE)`)
})

async function emptyDatabase(): Promise<string> {
  const name = `migrations_${process.pid}_${databases.length}`
  databases.push(name)
  await createDatabase(inject('cluster'), name)
  const url = new URL(inject('cluster'))
  url.pathname = `/${name}`
  return url.href
}

async function query(url: string, sql: string): Promise<unknown[]> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  try {
    return (await client.query(sql)).rows
  } finally {
    await client.end()
  }
}
