import { spawn, spawnSync } from 'node:child_process'
import { existsSync, readFileSync, statSync } from 'node:fs'
import { Halt } from '../halt.mjs'

// PostgreSQL refuses to run as root. This file finds the user to run it as, and runs its programs as that user.

export type Account = {
  /** Null: as ourselves. */
  user: { uid: number; gid: number } | null
  /** Put before the program's name: the way to give it a user that may pass folders closed to others. */
  prefix: string[]
}

export type Outcome = { code: number | null; output: string }

/**
 * @param folder where the database lies; it exists. Its owner, unless that is root, stays the one to use.
 * @param program one that has to be runnable
 */
export function chooseAccount(folder: string, program: string): Account {
  if (process.getuid?.() !== 0) return { user: null, prefix: [] }
  const user = ownerOf(folder) ?? systemUser('postgres') ?? newSystemUser() ?? systemUser('nobody')
  if (!user)
    throw new Halt('PostgreSQL refuses to run as root and there is no user to run it as: create one named postgres.')
  const plain = { user, prefix: [] }
  return canReach(plain, folder, program) ? plain : passingClosedFolders(user, folder, program)
}

/** Runs a program to its end. Its environment is our choice, since PG… variables would change what it does. */
export function run(account: Account, program: string, args: string[]): Promise<Outcome> {
  const [command = program, ...rest] = [...account.prefix, program, ...args]
  return new Promise((resolve, reject) => {
    const child = spawn(command, rest, { ...optionsFor(account), stdio: ['ignore', 'pipe', 'pipe'] })
    let output = ''
    child.stdout.on('data', (chunk: Buffer) => {
      output += chunk
    })
    child.stderr.on('data', (chunk: Buffer) => {
      output += chunk
    })
    child.on('error', reject)
    // 'exit' and not 'close': the server that pg_ctl leaves behind may keep the pipes open.
    child.on('exit', (code) => resolve({ code, output }))
  })
}

/**
 * The project may lie under a folder that only root may enter. The database then gets the capability to pass such
 * folders, and nothing else of root.
 */
function passingClosedFolders(user: { uid: number; gid: number }, folder: string, program: string): Account {
  const capabilities = '+dac_override,+dac_read_search'
  const prefix = ['setpriv', `--reuid=${user.uid}`, `--regid=${user.gid}`, '--clear-groups']
  // no_setuid_fixup: without it access(2), by which initdb and pg_ctl look for their sister programs, ignores them.
  prefix.push(`--inh-caps=${capabilities}`, `--ambient-caps=${capabilities}`, '--securebits=+no_setuid_fixup', '--')
  const account = { user: null, prefix }
  if (canReach(account, folder, program)) return account
  throw new Halt(
    `PostgreSQL refuses to run as root, and the user it would run as (number ${user.uid}) cannot enter ${folder} or the project's folder: start the forum as another user, or let others pass those folders (chmod o+x).`,
  )
}

function canReach(account: Account, folder: string, program: string): boolean {
  const check = ['sh', '-c', '"$1" --version && test -x "$2"', 'sh', program, folder]
  const [command = 'sh', ...args] = [...account.prefix, ...check]
  return spawnSync(command, args, optionsFor(account)).status === 0
}

function optionsFor(account: Account) {
  const env = { PATH: process.env.PATH, LANG: 'C.UTF-8', TZ: 'UTC', SystemRoot: process.env.SystemRoot }
  return { cwd: '/', env: { ...env, NODE_ENV: process.env.NODE_ENV }, ...account.user }
}

function ownerOf(folder: string) {
  const { uid, gid } = statSync(folder)
  return uid === 0 ? null : { uid, gid }
}

function systemUser(name: string) {
  if (!existsSync('/etc/passwd')) return null
  const line = readFileSync('/etc/passwd', 'utf8')
    .split('\n')
    .find((entry) => entry.startsWith(`${name}:`))
  const [, , uid, gid] = line?.split(':') ?? []
  return uid && gid ? { uid: Number(uid), gid: Number(gid) } : null
}

function newSystemUser() {
  const name = 'marginalia'
  spawnSync('useradd', ['--system', '--user-group', '--no-create-home', '--shell', '/usr/sbin/nologin', name])
  return systemUser(name)
}
