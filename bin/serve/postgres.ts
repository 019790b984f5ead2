import { randomBytes } from 'node:crypto'
import { chownSync, existsSync, mkdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import pg from 'pg'
import { Halt } from '../halt.mjs'
import { identityOf, whileLocked } from '../lock-file.mjs'
import { freePort, isFree } from './ports'
import { type Account, chooseAccount, type Outcome, run } from './postgres-account'
import { type Binaries, findBinaries } from './postgres-binaries'
import { forget, isUsed, register } from './postgres-users'

// The forum's own PostgreSQL. pg_ctl starts it in a session of its own: Ctrl-C in our terminal does not reach it, so
// requests can finish before it stops, and it outlives a kill -9 of ours; whoever comes next adopts it.

export type Cluster = {
  /** Everything lies in here: `cluster` (PostgreSQL's files), `server.log`, `port`. */
  folder: string
  password: string
  /** Added to the ones below, for tests. */
  settings?: Record<string, string>
}

export type RunningCluster = {
  port: number
  how: 'started' | 'adopted'
  url(database: string): string
  /** Stops it, unless another process (an operator's command, the forum) still works with it: then that one will. */
  close(): Promise<void>
}

const settings = {
  listen_addresses: '127.0.0.1',
  unix_socket_directories: '',
  // Four processes' pools of 10 to 20 and the operator's tools.
  max_connections: '100',
  shared_buffers: '128MB',
  // Everything here is looked up by index, on disks without a head to move, and mostly in memory.
  random_page_cost: '1.1',
  // Compiling a statement takes longer than any of ours.
  jit: 'off',
  fsync: 'on',
  synchronous_commit: 'on',
  timezone: 'UTC',
  log_timezone: 'UTC',
  log_checkpoints: 'off',
  // Never write people's words into a log that nobody asked for.
  log_min_error_statement: 'panic',
}

/** Starts the cluster, or adopts it when it runs already; makes it when there is none. */
export async function openCluster(cluster: Cluster): Promise<RunningCluster> {
  mkdirSync(cluster.folder, { recursive: true, mode: 0o711 })
  const binaries = await findBinaries()
  return whileLocked(lockOf(cluster), async () => {
    const account = chooseAccount(cluster.folder, binaries.postgres)
    if (account.prefix.length > 0 || account.user) giveFolderTo(account, cluster.folder)
    const adopted = await findRunning(cluster)
    const port = adopted ?? (await start(cluster, binaries, account))
    const user = register(cluster.folder)
    return {
      port,
      how: adopted ? 'adopted' : 'started',
      url: (database) => urlOf(cluster, port, database),
      close: () =>
        whileLocked(lockOf(cluster), async () => {
          forget(user)
          if (!isUsed(cluster.folder)) await stop(cluster, binaries, account)
        }),
    }
  })
}

const lockOf = (cluster: Cluster) => join(cluster.folder, 'lock')
const filesOf = (cluster: Cluster) => join(cluster.folder, 'cluster')
const logOf = (cluster: Cluster) => join(cluster.folder, 'server.log')
const urlOf = (cluster: Cluster, port: number, database: string) =>
  `postgresql://postgres:${cluster.password}@127.0.0.1:${port}/${database}`

async function start(cluster: Cluster, binaries: Binaries, account: Account): Promise<number> {
  if (!existsSync(filesOf(cluster))) await initialise(cluster, binaries, account)
  removeForeignPidFile(cluster)
  keepLogSmall(cluster)
  // A port that was free a moment ago may be taken by now: twice is chance, three times is something else.
  for (let attempt = 1; ; attempt++) {
    const port = await choosePort(cluster)
    const options = Object.entries({ ...settings, ...cluster.settings, port }).map(
      ([name, value]) => `-c ${name}=${value}`,
    )
    const logged = sizeOf(logOf(cluster))
    const args = [
      'start',
      '-w',
      '-t',
      '300',
      '-s',
      '-D',
      filesOf(cluster),
      '-l',
      logOf(cluster),
      '-o',
      options.join(' '),
    ]
    const outcome = await run(account, binaries.pg_ctl, args)
    if (outcome.code === 0) return port
    const log = existsSync(logOf(cluster)) ? readFileSync(logOf(cluster)).subarray(logged).toString() : ''
    if (/Address already in use/.test(log) && attempt < 3) continue
    throw new Halt(
      `${reasonOf({ ...outcome, output: `${outcome.output}\n${log}` }, 'started')} Its log: ${logOf(cluster)}`,
    )
  }
}

async function stop(cluster: Cluster, binaries: Binaries, account: Account): Promise<void> {
  if (!readPidFile(cluster)) return
  const outcome = await run(account, binaries.pg_ctl, [
    'stop',
    '-m',
    'fast',
    '-w',
    '-t',
    '60',
    '-s',
    '-D',
    filesOf(cluster),
  ])
  if (outcome.code !== 0 && readPidFile(cluster)) throw new Halt(reasonOf(outcome, 'stopped'))
}

/** Into a folder that gets its name at the end: an interrupted initdb leaves nothing that looks finished. */
async function initialise(cluster: Cluster, binaries: Binaries, account: Account): Promise<void> {
  const unfinished = `${filesOf(cluster)}.unfinished`
  const passwordFile = join(cluster.folder, `password.${randomBytes(8).toString('hex')}`)
  rmSync(unfinished, { recursive: true, force: true })
  try {
    writeFileSync(passwordFile, cluster.password, { mode: 0o600 })
    giveFolderTo(account, passwordFile)
    const outcome = await run(account, binaries.initdb, [
      `--pgdata=${unfinished}`,
      '--username=postgres',
      `--pwfile=${passwordFile}`,
      '--auth=scram-sha-256',
      // Without these the encoding may become SQL_ASCII, and Chinese has no trigrams and no words in it.
      '--encoding=UTF8',
      '--locale-provider=builtin',
      '--builtin-locale=C.UTF-8',
      '--locale=C.UTF-8',
    ])
    if (outcome.code !== 0) throw new Halt(reasonOf(outcome, 'set up'))
    renameSync(unfinished, filesOf(cluster))
  } finally {
    rmSync(passwordFile, { force: true })
    rmSync(unfinished, { recursive: true, force: true })
  }
}

/** The port of this cluster's running server, after waiting for it to have recovered; null when none runs. */
async function findRunning(cluster: Cluster): Promise<number | null> {
  for (let waited = 0; ; waited += 200) {
    const file = readPidFile(cluster)
    if (!file || !identityOf(file.pid)) return null
    if (file.port && (await isThisCluster(cluster, file.port))) return file.port
    if (!commandOf(file.pid).includes('postgres')) return null
    if (waited > 300_000) throw new Halt(`PostgreSQL (process ${file.pid}) does not answer. Its log: ${logOf(cluster)}`)
    await sleep(200)
  }
}

async function isThisCluster(cluster: Cluster, port: number): Promise<boolean> {
  const client = new pg.Client({ connectionString: urlOf(cluster, port, 'postgres'), connectionTimeoutMillis: 5000 })
  client.on('error', () => {})
  try {
    await client.connect()
    return true
  } catch {
    return false
  } finally {
    await client.end().catch(() => {})
  }
}

function readPidFile(cluster: Cluster): { pid: number; port: number } | null {
  const file = join(filesOf(cluster), 'postmaster.pid')
  if (!existsSync(file)) return null
  const lines = readFileSync(file, 'utf8').split('\n')
  return { pid: Number(lines[0]), port: Number(lines[3] ?? 0) }
}

/**
 * After a power cut or in a restarted container the number in the pid file may belong to another program by now, and
 * PostgreSQL would then refuse to start.
 */
function removeForeignPidFile(cluster: Cluster): void {
  const file = readPidFile(cluster)
  if (file && !commandOf(file.pid).includes('postgres'))
    rmSync(join(filesOf(cluster), 'postmaster.pid'), { force: true })
}

/** Where it cannot be told (no /proc), PostgreSQL's own checks decide. */
function commandOf(pid: number): string {
  if (process.platform !== 'linux') return identityOf(pid) ? 'postgres' : ''
  try {
    return readFileSync(`/proc/${pid}/cmdline`, 'utf8')
  } catch {
    return ''
  }
}

async function choosePort(cluster: Cluster): Promise<number> {
  const file = join(cluster.folder, 'port')
  const kept = existsSync(file) ? Number(readFileSync(file, 'utf8')) : 0
  if (kept && (await isFree('127.0.0.1', kept))) return kept
  const port = await freePort()
  writeFileSync(file, `${port}\n`)
  return port
}

function giveFolderTo(account: Account, path: string): void {
  const user = account.user ?? userOf(account.prefix)
  if (user) chownSync(path, user.uid, user.gid)
}

function userOf(prefix: string[]) {
  const number = (flag: string) => Number(prefix.find((part) => part.startsWith(flag))?.slice(flag.length))
  return prefix.length > 0 ? { uid: number('--reuid='), gid: number('--regid=') } : null
}

const tenMegabytes = 10 << 20

function keepLogSmall(cluster: Cluster): void {
  if (sizeOf(logOf(cluster)) > tenMegabytes) renameSync(logOf(cluster), `${logOf(cluster)}.1`)
}

function sizeOf(file: string): number {
  return existsSync(file) ? statSync(file).size : 0
}

function reasonOf(outcome: Outcome, what: string): string {
  if (/No space left on device|Disk quota exceeded/.test(outcome.output))
    return 'The disk is full, and the database needs some of it: free some space and start again.'
  if (/Permission denied/.test(outcome.output))
    return 'The database folder belongs to another user: start the forum as that user (or as root).'
  const lines = outcome.output.split('\n').filter((line) => /FATAL|PANIC|error:|could not/.test(line))
  const said = (lines[0] ?? outcome.output.trim().split('\n').at(-1) ?? '').replace(/^.*?(FATAL|PANIC|error):\s*/, '')
  return `PostgreSQL could not be ${what} (${said || `exit code ${outcome.code}`}).`
}
