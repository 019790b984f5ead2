import {
  copyFileSync,
  existsSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  statSync,
  truncateSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest'
import { DATA_START, readManifest } from '@/bin/commands/archive/format'
import { measureTable } from '@/bin/commands/archive/measure'
import { readShapes, SAME_EVERYWHERE } from '@/bin/commands/archive/tables'
import { backup } from '@/bin/commands/backup'
import { withClient } from '@/bin/commands/migrations'
import { restore } from '@/bin/commands/restore'
import { template } from '@/bin/test/cluster'
import { forum } from '../support/forum-command'
import { fillForum } from '../support/small-forum'

process.env.LIMITS = 'off'
const LONG = 120_000
const folder = mkdtempSync(join(tmpdir(), 'marginalia-archive-'))
const archive = join(folder, 'forum.backup')
const here = process.env.DATABASE_URL ?? ''
const made: string[] = []

const administrate = (sql: string) => withClient(inject('cluster'), (client) => client.query(sql))

async function freshDatabase(): Promise<string> {
  const name = `${new URL(here).pathname.slice(1, 30)}_${made.length}`
  made.push(name)
  await administrate(`CREATE DATABASE "${name}" TEMPLATE "${template}"`)
  const url = new URL(here)
  url.pathname = `/${name}`
  return url.href
}

/** Rows and hash of every table. */
const content = (url: string) =>
  withClient(url, async (client) => {
    await client.query(SAME_EVERYWHERE)
    const tables: Record<string, string> = {}
    for (const shape of await readShapes(client)) {
      const { rows, sha256 } = await measureTable(client, shape)
      tables[shape.name] = `${rows} ${sha256}`
    }
    return tables
  })

const copyOf = (name: string) => {
  const path = join(folder, name)
  copyFileSync(archive, path)
  return path
}

beforeAll(async () => {
  await fillForum()
  // Things that a careless format would lose.
  await withClient(here, async (client) => {
    await client.query(`UPDATE "Comment" SET "quote" = E'tab\\t, line\\nend, back\\\\slash, \\\\N and "quotes" 好 🀄'
      WHERE "id" = (SELECT "id" FROM "Comment" ORDER BY "id" LIMIT 1)`)
    await client.query(`UPDATE "Comment" SET "editedAt" = '2026-01-02 03:04:05.678+00' WHERE "depth" = 2`)
    await client.query(`INSERT INTO "rate_limit" VALUES ('post:some:key', 3, 1790000000000)`)
  })
  await backup(here, archive, { force: false })
}, LONG)

afterAll(async () => {
  for (const name of made)
    for (const suffix of ['', '_before_restore'])
      await administrate(`DROP DATABASE IF EXISTS "${name}${suffix}" WITH (FORCE)`)
  await administrate('DROP ROLE IF EXISTS plain_restorer')
  rmSync(folder, { recursive: true, force: true })
}, LONG)

describe('a backup', () => {
  test('is for its owner only and leaves nothing else behind', () => {
    expect(statSync(archive).mode & 0o777).toBe(0o600)
    expect(existsSync(`${archive}.partial`)).toBe(false)
  })

  test('says what is in it', async () => {
    const manifest = await readManifest(archive)
    const said = Object.fromEntries(manifest.tables.map(({ name, rows, sha256 }) => [name, `${rows} ${sha256}`]))
    expect(said).toEqual(await content(here))
    expect(manifest.migrations.length).toBeGreaterThan(0)
    for (const { name } of manifest.migrations) expect(name).toMatch(/^\d{14}_/)
  })

  test('does not write over a file unasked', async () => {
    await expect(backup(here, archive, { force: false })).rejects.toThrow('is there already')
  })
})

describe('restore', () => {
  test(
    'elsewhere gives the same rows with the same hashes, and a forum that works',
    async () => {
      const there = await freshDatabase()
      expect(await restore(there, archive, { replace: false })).toMatch(/^Restored [\d,]+ rows/)
      expect(await content(there)).toEqual(await content(here))
      await withClient(there, async (client) => {
        // Constraints, triggers and sequences are in force there.
        await expect(client.query('DELETE FROM "Decision"')).rejects.toThrow('append-only')
        const { rows } = await client.query<{ next: boolean }>(
          `SELECT nextval(pg_get_serial_sequence('"Outbox"', 'seq')) > (SELECT max("seq") FROM "Outbox") AS next`,
        )
        expect(rows[0]?.next).toBe(true)
      })
      expect((await forum(['verify-log'], { DATABASE_URL: there })).code).toBe(0)
      expect((await forum(['doctor'], { DATABASE_URL: there })).code).toBe(0)
    },
    LONG,
  )

  test(
    'replaces what is there only when told, keeps it aside, and ends the connections of a running forum',
    async () => {
      const there = await freshDatabase()
      const running = new pg.Client({ connectionString: there })
      running.on('error', () => {})
      await running.connect()
      await running.query(
        `INSERT INTO "Essay" ("id", "slug", "title", "language") VALUES (gen_random_uuid(), 's', 't', 'en')`,
      )
      await expect(restore(there, archive, { replace: false })).rejects.toThrow('is not empty (essays: 1')
      const said = await restore(there, archive, { replace: true })
      await expect(running.query('SELECT 1')).rejects.toThrow()
      expect(await content(there)).toEqual(await content(here))
      const before = new URL(there)
      before.pathname = `/${said.split(' ').at(-1)?.replace(/\.$/, '')}`
      await withClient(before.href, async (client) => {
        expect((await client.query('SELECT "slug" FROM "Essay"')).rows).toEqual([{ slug: 's' }])
      })
    },
    LONG,
  )

  test(
    'works in one transaction for a user who may not make databases',
    async () => {
      const there = new URL(await freshDatabase())
      await administrate(`CREATE ROLE plain_restorer LOGIN PASSWORD 'plain'`)
      await administrate(`GRANT ALL ON DATABASE "${there.pathname.slice(1)}" TO plain_restorer`)
      await withClient(there.href, async (client) => {
        await client.query('GRANT ALL ON SCHEMA public TO plain_restorer')
        const { rows } = await client.query<{ name: string }>(
          `SELECT tablename AS name FROM pg_tables WHERE schemaname = 'public'`,
        )
        for (const { name } of rows) await client.query(`ALTER TABLE "${name}" OWNER TO plain_restorer`)
        await client.query(
          `INSERT INTO "Essay" ("id", "slug", "title", "language") VALUES (gen_random_uuid(), 's', 't', 'en')`,
        )
      })
      there.username = 'plain_restorer'
      there.password = 'plain'
      await restore(there.href, archive, { replace: true })
      expect(await content(there.href)).toEqual(await content(here))
      const cut = copyOf('cut-in-place')
      truncateSync(cut, statSync(cut).size - 500)
      await expect(restore(there.href, cut, { replace: true })).rejects.toThrow('damaged')
      expect(await content(there.href)).toEqual(await content(here))
    },
    LONG,
  )

  /** One for all of them: it is never changed. */
  let target: string | undefined

  const edit = (name: string, change: (bytes: Buffer) => Buffer) => {
    const path = copyOf(name)
    writeFileSync(path, change(readFileSync(path)))
    return path
  }
  const turned = (bytes: Buffer, at: number) => {
    bytes[at] = (bytes[at] ?? 0) ^ 1
    return bytes
  }

  test.each([
    ['cut short in its lines', (bytes: Buffer) => bytes.subarray(0, bytes.length - 1_000), /damaged/],
    ['cut by one byte', (bytes: Buffer) => bytes.subarray(0, bytes.length - 1), /damaged/],
    ['cut in its manifest', (bytes: Buffer) => bytes.subarray(0, 300), /damaged/],
    ['with one bit turned in the lines', (bytes: Buffer) => turned(bytes, DATA_START + 5_000), /damaged/],
    ['with one bit turned in the manifest', (bytes: Buffer) => turned(bytes, 200), /damaged/],
    ['with something after its end', (bytes: Buffer) => Buffer.concat([bytes, bytes.subarray(DATA_START)]), /damaged/],
    [
      'of another format',
      (bytes: Buffer) => Buffer.from(bytes.toString('latin1').replace('backup 1', 'backup 2'), 'latin1'),
      /format 2/,
    ],
    ['that is a dump', () => Buffer.from('-- PostgreSQL database dump\n\\! touch /nowhere\n'), /not a backup/],
    ['that is empty', () => Buffer.alloc(0), /not a backup/],
  ])(
    'refuses a file %s and changes nothing',
    async (name, change, sentence) => {
      target ??= await freshDatabase()
      const there = target
      const before = await content(there)
      await expect(restore(there, edit(name, change), { replace: true })).rejects.toMatchObject({
        name: 'Halt',
        message: expect.stringMatching(sentence),
      })
      expect(await content(there)).toEqual(before)
    },
    LONG,
  )

  test('refuses a backup of another migration state', async () => {
    const there = await freshDatabase()
    await withClient(there, (client) => client.query(`UPDATE _prisma_migrations SET checksum = 'another'`))
    await expect(restore(there, archive, { replace: true })).rejects.toThrow('restore it with the version that made it')
  })

  test(
    'refuses a backup whose log was rewritten',
    async () => {
      const source = await freshDatabase()
      await restore(source, archive, { replace: false })
      await withClient(source, async (client) => {
        await client.query(`SET session_replication_role = 'replica'`)
        await client.query(`UPDATE "LogEntry" SET "reason" = 'rewritten' WHERE "seq" = 2`)
      })
      const { code, out } = await forum(['verify-log'], { DATABASE_URL: source })
      expect({ code, out }).toEqual({ code: 1, out: expect.stringMatching(/^Entry 2 does not follow/) })
      const path = join(folder, 'rewritten')
      await backup(source, path, { force: false })
      await expect(restore(await freshDatabase(), path, { replace: false })).rejects.toThrow('entry 2')
    },
    LONG,
  )
})
