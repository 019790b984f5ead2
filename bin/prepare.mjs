// What every command of the project needs before its own code can run: a Node that is new enough, the dependencies as
// locked, and TypeScript. Plain JavaScript without dependencies: nothing may be installed yet.
import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { Halt } from './halt.mjs'
import { treeLock, whileLocked } from './lock-file.mjs'

export const root = fileURLToPath(new URL('..', import.meta.url))
const stamp = join(root, 'node_modules', '.marginalia-installed')

/** Checks Node, installs what is missing, and lets TypeScript be imported from here on. */
export async function prepare() {
  const objection = objectionToNode(process.versions.node)
  if (objection) throw new Halt(objection)
  // Everything reads its files relative to the project, wherever the command was called from.
  process.chdir(root)
  if (!installed())
    await whileLocked(
      treeLock(root, 'install'),
      async () => installed() || install(),
      ({ pid }) => console.log(`  dependencies   waiting for process ${pid}, which installs them`),
    )
  const { register } = await import('tsx/esm/api')
  register({ tsconfig: join(root, 'tsconfig.json') })
}

/**
 * Null when this version of Node will do, else the sentence to show.
 * @param {string} version such as "20.19.0"
 * @returns {string | null}
 */
export function objectionToNode(version) {
  const [major = 0, minor = 0] = version.split('.').map(Number)
  if (major > 20 || (major === 20 && minor >= 19)) return null
  return `Marginalia needs Node 20.19 or newer and this is Node ${version}: install a newer one and start again.`
}

/** The stamp lies in node_modules: it disappears with it. */
function installed() {
  if (existsSync(stamp)) return readFileSync(stamp, 'utf8') === lockHash()
  if (!installedByHand()) return false
  writeFileSync(stamp, lockHash())
  return true
}

/** npm writes its own record as the last thing of an installation: newer than the lock file, it was made from it. */
function installedByHand() {
  const record = join(root, 'node_modules', '.package-lock.json')
  return existsSync(record) && statSync(record).mtimeMs > statSync(join(root, 'package-lock.json')).mtimeMs
}

function lockHash() {
  return createHash('sha256')
    .update(readFileSync(join(root, 'package-lock.json')))
    .digest('hex')
}

function install() {
  const began = Date.now()
  const why = existsSync(join(root, 'node_modules')) ? 'package-lock.json has changed' : 'first start'
  console.log(`  dependencies   npm ci (${why}; a minute or so)`)
  // --include=dev: NODE_ENV=production must not take the build's tools away. Colours and progress bars off: the
  // output is only shown when it failed.
  const npm = spawnSync('npm', ['ci', '--include=dev', '--no-audit', '--no-fund', '--no-progress'], {
    cwd: root,
    encoding: 'utf8',
    shell: process.platform === 'win32',
    stdio: ['ignore', 'pipe', 'pipe'],
    maxBuffer: 64 << 20,
  })
  if (npm.error) throw new Halt(`npm could not be run (${npm.error.message}): install npm, it comes with Node.`)
  if (npm.signal) throw new Halt('The installation was interrupted: start again.')
  if (npm.status !== 0) throw new Halt(reasonOf(`${npm.stdout}\n${npm.stderr}`))
  writeFileSync(stamp, lockHash())
  console.log(`  dependencies   installed   ${((Date.now() - began) / 1000).toFixed(1)} s`)
}

/** @param {string} output of npm */
function reasonOf(output) {
  if (/ENOTFOUND|EAI_AGAIN|ECONNREFUSED|ECONNRESET|ETIMEDOUT|ENETUNREACH|ENOTCACHED|network/i.test(output))
    return 'The dependencies could not be fetched, because the npm registry cannot be reached: check the network (or the registry npm is configured with) and start again.'
  if (/ENOSPC/.test(output)) return 'The disk is full: free some space and start again.'
  const lines = output.split('\n').filter((line) => /npm (error|ERR!)/.test(line) && !/complete log/.test(line))
  return `${lines.slice(0, 20).join('\n')}\nThe dependencies could not be installed with npm ci; the lines above say why.`
}
