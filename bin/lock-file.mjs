// A lock that survives crashes: a file naming the process that holds it. Plain JavaScript, because the first thing it
// guards is the installation of the dependencies.
import { execFileSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'

/** @typedef {{ pid: number, identity: string, [detail: string]: unknown }} Holder */

/**
 * Tells one process from a later one that got the same number: boot and start time. Null when there is none (a zombie
 * counts as none: nothing of it runs any more).
 * @param {number} pid
 * @returns {string | null}
 */
export function identityOf(pid) {
  if (process.platform === 'linux' && existsSync('/proc/self/stat')) {
    try {
      const stat = readFileSync(`/proc/${pid}/stat`, 'utf8')
      const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ')
      if (fields[0] === 'Z' || fields[0] === 'X') return null
      return `${readFileSync('/proc/sys/kernel/random/boot_id', 'utf8').trim()} ${fields[19]}`
    } catch {
      return null
    }
  }
  try {
    process.kill(pid, 0)
  } catch (error) {
    if (/** @type {NodeJS.ErrnoException} */ (error).code !== 'EPERM') return null
  }
  if (process.platform === 'win32') return 'running'
  try {
    return execFileSync('ps', ['-o', 'lstart=', '-p', String(pid)], { encoding: 'utf8' }).trim() || null
  } catch {
    return null
  }
}

/** @param {{ pid: number, identity: string }} holder */
export const isAlive = (holder) => identityOf(holder.pid) === holder.identity

/**
 * Takes the lock. Null when it is ours now, else who holds it.
 * @param {string} file
 * @param {Record<string, unknown>} [details] kept in the file beside pid and identity
 * @returns {Promise<Holder | null>}
 */
export async function tryLock(file, details = {}) {
  const mine = JSON.stringify({ pid: process.pid, identity: identityOf(process.pid), ...details })
  mkdirSync(dirname(file), { recursive: true })
  for (;;) {
    try {
      writeFileSync(file, mine, { flag: 'wx', mode: 0o600 })
      return null
    } catch (error) {
      if (/** @type {NodeJS.ErrnoException} */ (error).code !== 'EEXIST') throw error
    }
    const holder = readHolder(file)
    if (holder && isAlive(holder)) return holder
    // Empty: its owner is just writing it, unless the disk filled up or the machine died in that moment.
    if (!holder && ageOf(file) < 2000) await sleep(50)
    else removeStale(file, holder)
  }
}

/**
 * Takes the lock as soon as it is free, and keeps it while `work` runs.
 * @template T
 * @param {string} file
 * @param {() => Promise<T>} work
 * @param {(holder: Holder) => void} [onWait] called once when somebody else holds it
 * @returns {Promise<T>}
 */
export async function whileLocked(file, work, onWait) {
  for (let told = false; ; told = true) {
    const holder = await tryLock(file)
    if (!holder) break
    if (!told) onWait?.(holder)
    await sleep(100)
  }
  try {
    return await work()
  } finally {
    unlock(file)
  }
}

/** @param {string} file */
export function unlock(file) {
  if (isOurs(readHolder(file))) rmSync(file, { force: true })
}

/**
 * Replaces the details of a lock we hold.
 * @param {string} file
 * @param {Record<string, unknown>} details
 */
export function describeLock(file, details) {
  const holder = readHolder(file)
  if (!isOurs(holder)) return
  writeFileSync(`${file}.new`, JSON.stringify({ ...holder, ...details }), { mode: 0o600 })
  renameSync(`${file}.new`, file)
}

/**
 * @param {string} file
 * @returns {Holder | null}
 */
export function readHolder(file) {
  try {
    return JSON.parse(readFileSync(file, 'utf8'))
  } catch {
    return null
  }
}

/**
 * A lock of the source tree (not of one data folder): installing and building. Outside the tree, because both clear
 * the folders they write to.
 * @param {string} root
 * @param {string} what
 */
export function treeLock(root, what) {
  return join(tmpdir(), `marginalia-${what}-${createHash('sha256').update(root).digest('hex').slice(0, 16)}.lock`)
}

/** @param {Holder | null} holder */
const isOurs = (holder) => holder?.pid === process.pid && holder.identity === identityOf(process.pid)

/** Two processes may find the same stale file: by moving it first each sees whether it moved that one or a new one.
 * @param {string} file
 * @param {Holder | null} seen
 */
function removeStale(file, seen) {
  const aside = `${file}.${process.pid}.stale`
  try {
    renameSync(file, aside)
  } catch {
    return
  }
  const moved = readHolder(aside)
  if (moved && moved.identity !== seen?.identity && isAlive(moved)) renameSync(aside, file)
  else rmSync(aside, { force: true })
}

/** @param {string} file */
function ageOf(file) {
  try {
    return Date.now() - statSync(file).mtimeMs
  } catch {
    return 0
  }
}
