import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { explain } from '../halt.mjs'
import { root } from '../prepare.mjs'
import { ensureClient } from '../serve/build'
import { withDatabase } from '../serve/database'
import { drift } from '../serve/migrate'
import { step } from '../serve/report'
import { withTestDatabase } from './scratch-database'
import { runTool, type Verdict } from './tool'
import { checkVulnerabilities } from './vulnerabilities'

/** `npm run check`: all of it, so that one run shows everything there is to mend. Returns the exit code. */
export async function check(): Promise<number> {
  await ensureClient()
  const checks: [string, () => Promise<Verdict>][] = [
    ['format, lint', () => runTool('@biomejs/biome/bin/biome', ['check', '--error-on-warnings', '.'])],
    ['walls, lint', () => runTool('oxlint/bin/oxlint', ['--type-aware', '--deny-warnings'])],
    ['types', checkTypes],
    ['migrations', checkMigrations],
    ['advisories', checkVulnerabilities],
  ]
  let failed = 0
  for (const [name, run] of checks) {
    const verdict = await step(
      name,
      () => run().catch(failure),
      ({ ok, note }) => note ?? (ok ? 'ok' : 'failed'),
    )
    if (verdict.ok) continue
    failed += 1
    console.log(`${verdict.output.trimEnd()}\n`)
  }
  console.log(failed === 0 ? 'Everything is in order.' : `${failed} of ${checks.length} checks failed.`)
  return failed === 0 ? 0 : 1
}

function failure(error: unknown): Verdict {
  return { ok: false, output: explain(error) }
}

/** Next writes the types of the routes, which the pages refer to. */
async function checkTypes(): Promise<Verdict> {
  if (existsSync(join(root, 'app'))) {
    const routes = await runTool('next/dist/bin/next', ['typegen'])
    if (!routes.ok) return routes
  }
  return runTool('typescript/bin/tsc', ['--noEmit'])
}

async function checkMigrations(): Promise<Verdict> {
  const sql = await (process.env.DATABASE_URL ? withDatabase(drift) : withTestDatabase(drift))
  if (sql === null) return { ok: true, output: '' }
  return {
    ok: false,
    output: `The migrations lack this to reach prisma/schema.prisma; "node bin/migrate.mjs new NAME" writes it:\n${sql}`,
  }
}
