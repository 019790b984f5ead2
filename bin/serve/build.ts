import { spawn } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { Halt } from '../halt.mjs'
import { treeLock, whileLocked } from '../lock-file.mjs'
import { root } from '../prepare.mjs'

type Watch = { say?: (text: string) => void; signal?: AbortSignal }

/** Generates the database client unless it was made from this very schema by this Prisma. True when it did. */
export async function ensureClient(watch: Watch = {}): Promise<boolean> {
  return whileLocked(treeLock(root, 'client'), async () => {
    const folder = join(root, 'lib/generated/prisma')
    const stamp = join(folder, 'made-from')
    const hash = createHash('sha256')
    for (const file of ['prisma/schema.prisma', 'node_modules/prisma/package.json'])
      hash.update(readFileSync(join(root, file)))
    const sources = hash.digest('hex')
    const made = existsSync(join(folder, 'client.ts')) && existsSync(stamp)
    if (made && readFileSync(stamp, 'utf8') === sources) return false
    await runTool(join(root, 'node_modules/prisma/build/index.js'), ['generate'], quiet, watch)
    writeFileSync(stamp, sources)
    return true
  })
}

/** Makes the production build unless the one in .next was made from these very sources. True when it built. */
export async function ensureBuild(env: NodeJS.ProcessEnv, watch: Watch = {}): Promise<boolean> {
  const waiting = ({ pid }: { pid: number }) => watch.say?.(`waiting for process ${pid}, which is building`)
  return whileLocked(
    treeLock(root, 'build'),
    async () => {
      const stamp = join(root, '.next/marginalia-build')
      // What the build will see, see runTool.
      const sources = hashOfSources({ ...process.env, ...env }.FORUM_LANGUAGE || 'en')
      if (existsSync(stamp) && readFileSync(stamp, 'utf8') === sources) return false
      watch.say?.('building for production (a minute or so)')
      rmSync(stamp, { force: true })
      await runTool(
        join(root, 'node_modules/next/dist/bin/next'),
        ['build'],
        { ...env, ...quiet, NODE_ENV: 'production' },
        watch,
      )
      mkdirSync(join(root, '.next'), { recursive: true })
      writeFileSync(stamp, sources)
      return true
    },
    waiting,
  )
}

const quiet = { NEXT_TELEMETRY_DISABLED: '1', CHECKPOINT_DISABLE: '1', PRISMA_HIDE_UPDATE_MESSAGE: '1' }

const sourceFolders = ['app', 'forum', 'lib', 'ui', 'messages', 'public']
const sourceFiles =
  /^(next\.config|cache-handler|instrumentation|proxy|postcss\.config)[\w.-]*$|^(tsconfig|package-lock)\.json$/

/** What a build depends on. lib/generated follows from the schema. The default language is baked into the pages. */
function hashOfSources(language: string): string {
  const hash = createHash('sha256').update(language)
  const files = [
    ...readdirSync(root).filter((name) => sourceFiles.test(name)),
    ...sourceFolders.flatMap(filesUnder),
    'prisma/schema.prisma',
  ]
  for (const file of files.filter((name) => !name.startsWith('lib/generated/')).sort())
    hash.update(`\0${file}\0`).update(readFileSync(join(root, file)))
  return hash.digest('hex')
}

function filesUnder(folder: string): string[] {
  if (!existsSync(join(root, folder))) return []
  const entries = readdirSync(join(root, folder), { recursive: true, withFileTypes: true })
  return entries
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(root.length).replaceAll('\\', '/'))
}

/** Runs a program of Node's to its end; its output is shown only when it failed. */
function runTool(program: string, args: string[], env: Partial<NodeJS.ProcessEnv>, { signal }: Watch): Promise<void> {
  const what = args.join(' ')
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [program, ...args], {
      cwd: root,
      env: { ...process.env, ...env },
      stdio: ['ignore', 'pipe', 'pipe'],
    })
    const output: Buffer[] = []
    for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk: Buffer) => output.push(chunk))
    const interrupt = () => child.kill('SIGTERM')
    signal?.addEventListener('abort', interrupt, { once: true })
    child.on('error', reject)
    child.on('close', (code) => {
      signal?.removeEventListener('abort', interrupt)
      if (signal?.aborted) return reject(signal.reason)
      if (code === 0) return resolve()
      const text = Buffer.concat(output).toString()
      if (/ENOSPC|No space left/.test(text))
        return reject(new Halt('The disk is full: free some space and start again.'))
      reject(new Halt(`${text.trimEnd()}\n\n"${what}" failed (exit code ${code}); the lines above say why.`))
    })
  })
}
