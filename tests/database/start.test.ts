import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { chmodSync, existsSync, mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'
import { afterAll, beforeEach, describe, expect, test } from 'vitest'
import { identityOf, readHolder, tryLock, unlock } from '@/bin/lock-file.mjs'
import { objectionToNode, root } from '@/bin/prepare.mjs'
import { openDatabase } from '@/bin/serve/database'
import { freePort } from '@/bin/serve/ports'
import { takeRunLock } from '@/bin/serve/run-lock'
import { readSecrets } from '@/bin/serve/secrets'
import { readSettings } from '@/bin/serve/settings'

const folders: string[] = []
let data: string
beforeEach(() => {
  data = mkdtempSync(join(tmpdir(), 'marginalia-start-'))
  // PostgreSQL runs as another user when the tests run as root.
  chmodSync(data, 0o711)
  folders.push(data)
})
afterAll(() => {
  for (const folder of folders) rmSync(folder, { recursive: true, force: true })
})

describe('npm start says in one sentence', () => {
  test('that the forum runs already', async () => {
    const port = await freePort()
    const lock = await takeRunLock(readSettings({ MARGINALIA_DATA: data, PORT: String(port) }))
    const { code, errors } = await start({ PORT: String(await freePort()) })
    expect(errors).toBe(
      `The forum is already running at http://localhost:${port}, pid ${process.pid}: nothing was changed.\n`,
    )
    expect(code).toBe(1)
    expect(readHolder(join(data, 'run.json'))?.pid).toBe(process.pid)
    lock.release()
  })

  test('that the port is taken, before it does anything else', async () => {
    const other = createServer().listen(0, '127.0.0.1')
    await once(other, 'listening')
    const { port } = other.address() as AddressInfo
    const { code, errors } = await start({ PORT: String(port) })
    expect(errors).toMatch(/^Port \d+ is taken by another program: [^\n]+\n$/)
    expect(code).toBe(1)
    expect(existsSync(join(data, 'postgres'))).toBe(false)
    expect(existsSync(join(data, 'run.json'))).toBe(false)
    other.close()
  })

  test('that the server of DATABASE_URL does not answer, without the password', async () => {
    const port = await freePort()
    const url = `postgresql://someone:a-password@127.0.0.1:${port}/forum`
    const { code, errors } = await start({ DATABASE_URL: url, PORT: String(await freePort()) })
    expect(errors).toMatch(new RegExp(`^PostgreSQL at 127\\.0\\.0\\.1:${port} cannot be reached [^\\n]+\\n$`))
    expect(errors).not.toContain('a-password')
    expect(code).toBe(1)
  })

  test('that limits may be off only on this machine', async () => {
    const { code, errors } = await start({ LIMITS: 'off', HOST: '0.0.0.0' })
    expect(errors).toMatch(/^LIMITS=off [^\n]+\n$/)
    expect(code).toBe(1)
  })

  test('that Node is too old', () => {
    expect(objectionToNode('18.20.4')).toMatch(/needs Node 20\.19 or newer and this is Node 18\.20\.4/)
    expect(objectionToNode('20.18.9')).not.toBeNull()
    for (const version of ['20.19.0', '20.20.2', '22.0.0', '24.21.0']) expect(objectionToNode(version)).toBeNull()
  })
})

describe('the run lock', () => {
  const settings = () => readSettings({ MARGINALIA_DATA: data, PORT: '3999' })

  test('is taken over from a process that is gone, and from one whose number another program has now', async () => {
    for (const holder of [
      { pid: 2 ** 22 + 1, identity: 'gone' },
      { pid: process.ppid, identity: 'an earlier boot' },
    ]) {
      writeFileSync(join(data, 'run.json'), JSON.stringify({ ...holder, url: 'http://localhost:1', port: 1 }))
      const lock = await takeRunLock(settings())
      expect(readHolder(join(data, 'run.json'))?.pid).toBe(process.pid)
      lock.release()
      expect(existsSync(join(data, 'run.json'))).toBe(false)
    }
  })

  test('ends a server that its killed supervisor left behind', async () => {
    const left = spawn(process.execPath, ['-e', 'setInterval(() => {}, 1000)'], { stdio: 'ignore' })
    const pid = left.pid ?? 0
    const server = { pid, identity: identityOf(pid) }
    writeFileSync(join(data, 'run.json'), JSON.stringify({ pid: 2 ** 22 + 1, identity: 'gone', server }))
    const ended = once(left, 'exit')
    const lock = await takeRunLock(settings())
    expect((await ended)[1]).toBe('SIGTERM')
    lock.release()
  })

  test('goes to one of many that find the same stale file', async () => {
    const file = join(data, 'contested.json')
    writeFileSync(file, JSON.stringify({ pid: 2 ** 22 + 1, identity: 'gone' }))
    const results = await Promise.all(Array.from({ length: 20 }, () => tryLock(file)))
    expect(results.filter((holder) => holder === null)).toHaveLength(1)
    unlock(file)
  })
})

describe('the embedded database', () => {
  test('has its password in a file that only its owner reads, made once', async () => {
    const first = await readSecrets(data)
    expect(statSync(join(data, 'secrets.json')).mode & 0o777).toBe(0o600)
    expect(await readSecrets(data)).toEqual(first)
    expect(first.databasePassword).toMatch(/^[0-9a-f]{64}$/)
  })

  test('survives a kill -9 of the process that started it with everything acknowledged, and is adopted', async () => {
    const supervisor = await openInAnotherProcess()
    await query(supervisor.url, 'CREATE TABLE kept (n int); INSERT INTO kept VALUES (42)')
    supervisor.child.kill('SIGKILL')
    await once(supervisor.child, 'exit')

    const database = await openDatabase({ MARGINALIA_DATA: data })
    expect(database.description).toContain('adopted')
    expect(await query(database.url, 'SELECT n FROM kept')).toEqual([{ n: 42 }])
    await database.close()
    await expect(query(database.url, 'SELECT 1')).rejects.toThrow('ECONNREFUSED')
  })

  test('comes back by itself after a kill -9 of PostgreSQL', async () => {
    const first = await openDatabase({ MARGINALIA_DATA: data })
    await query(first.url, 'CREATE TABLE kept (n int); INSERT INTO kept VALUES (43)')
    const [row] = await query(first.url, `SELECT pg_read_file('postmaster.pid') AS file`)
    process.kill(Number.parseInt(String(row?.file), 10), 'SIGKILL')

    const again = await openDatabase({ MARGINALIA_DATA: data })
    expect(again.description).toContain('started')
    expect(await query(again.url, 'SELECT n FROM kept')).toEqual([{ n: 43 }])
    await first.close()
    expect(await query(again.url, 'SELECT n FROM kept')).toEqual([{ n: 43 }])
    await again.close()
  })

  test('stays while somebody works with it, whoever started it', async () => {
    const starter = await openInAnotherProcess()
    const database = await openDatabase({ MARGINALIA_DATA: data })
    starter.child.stdin?.end()
    await once(starter.child, 'exit')
    expect(await query(database.url, 'SELECT 1 AS n')).toEqual([{ n: 1 }])
    await database.close()
    await expect(query(database.url, 'SELECT 1')).rejects.toThrow('ECONNREFUSED')
  })
})

/** `npm start` without npm, to its end. Only for starts that are refused: it would build and serve otherwise. */
async function start(env: Record<string, string>) {
  const { DATABASE_URL: _, ...inherited } = process.env
  const child = spawn(process.execPath, [join(root, 'bin/start.mjs')], {
    env: { ...inherited, MARGINALIA_DATA: data, ...env },
    stdio: ['ignore', 'ignore', 'pipe'],
  })
  let errors = ''
  child.stderr.on('data', (chunk: Buffer) => {
    errors += chunk
  })
  const [code] = await once(child, 'close')
  return { code, errors }
}

/** The process closes the database when its standard input ends. */
async function openInAnotherProcess(): Promise<{ child: ChildProcess; url: string }> {
  const child = spawn(process.execPath, [join(root, 'tests/support/hold-database.mjs')], {
    env: { ...process.env, DATABASE_URL: '', MARGINALIA_DATA: data },
    stdio: ['pipe', 'pipe', 'inherit'],
  })
  const [url] = await once(child.stdout, 'data')
  return { child, url: String(url).trim() }
}

async function query(url: string, sql: string): Promise<Record<string, unknown>[]> {
  const client = new pg.Client({ connectionString: url })
  client.on('error', () => {})
  await client.connect()
  try {
    const result = await client.query(sql)
    return result.rows ?? []
  } finally {
    await client.end()
  }
}
