import { closeSync, copyFileSync, mkdirSync, openSync } from 'node:fs'
import { join } from 'node:path'
import { root } from '../prepare.mjs'
import { ensureBuild, ensureClient } from '../serve/build'
import { createDatabase } from '../serve/database'
import { environmentOf } from '../serve/environment'
import { importFirstEssay } from '../serve/first-essay'
import { freePort } from '../serve/ports'
import { line, step } from '../serve/report'
import { readSecrets } from '../serve/secrets'
import { startServer, untilReady } from '../serve/server'
import { startWorker } from '../serve/worker'
import { findChromium } from './chromium'
import { template } from './cluster'
import { type Counts, countPlaywright } from './counts'
import { runChild } from './run-child'
import { layOutServed } from './served-folder'
import type { Run } from './test'

/** tests/browser, against a production build with the first essay in it. */
export async function testInBrowser({ cluster, folder, args, stop }: Run): Promise<Counts> {
  const chromium = await step(
    'chromium',
    () => findChromium(),
    (path) => path,
  )
  const { environment, place } = await prepareForum({ cluster, folder })
  await step(
    'build',
    (say) => ensureBuild(environment, { say, signal: stop }),
    (built) => (built ? 'built' : 'up to date'),
  )

  const log = join(folder, 'server.log')
  const output = openSync(log, 'a')
  const server = startServer({ env: environment, folder: layOutServed(folder), output })
  const report = join(folder, 'playwright.json')
  let worker: Awaited<ReturnType<typeof startWorker>> | undefined
  try {
    await step(
      'server',
      () => untilReady(place, server, stop),
      () => environment.NEXTAUTH_URL,
    )
    worker = await startWorker(environment.DATABASE_URL)
    const env = {
      ...process.env,
      CHROMIUM: chromium,
      MARGINALIA_TEST_URL: environment.NEXTAUTH_URL,
      MARGINALIA_TEST_REPORT: report,
    }
    const program = join(root, 'node_modules/@playwright/test/cli.js')
    const counts = countPlaywright(report, await runChild(program, ['test', ...args], { env, folder, stop }))
    if (counts.failed > 0) keepLog(log)
    return counts
  } catch (error) {
    keepLog(log)
    throw error
  } finally {
    await worker?.stop()
    await server.stop()
    closeSync(output)
  }
}

/** A database of its own with the first essay, and the environment of a server on it. */
async function prepareForum({ cluster, folder }: Pick<Run, 'cluster' | 'folder'>) {
  const name = 'marginalia_browser'
  await createDatabase(cluster.url('postgres'), name, template)
  const place = { host: '127.0.0.1', port: await freePort() }
  const dataFolder = join(folder, 'data')
  const settings = { ...place, dataFolder, databaseUrl: undefined, forumUrl: `http://localhost:${place.port}` }
  const environment = {
    ...environmentOf(settings, await readSecrets(dataFolder), cluster.url(name), false),
    // Hundreds of posts from one address in a minute: what the limits are there to stop. They have tests of their own.
    LIMITS: process.env.LIMITS ?? 'off',
  }
  Object.assign(process.env, environment)
  await ensureClient()
  await importFirstEssay(environment.DATABASE_URL)
  return { environment, place }
}

function keepLog(log: string): void {
  mkdirSync(join(root, 'test-results'), { recursive: true })
  copyFileSync(log, join(root, 'test-results/server.log'))
  line('server', 'its output is in test-results/server.log')
}
