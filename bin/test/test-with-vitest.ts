import { join } from 'node:path'
import { root } from '../prepare.mjs'
import { ensureClient } from '../serve/build'
import { type Counts, countVitest } from './counts'
import { runChild } from './run-child'
import type { Run } from './test'

/** tests/unit, tests/architecture, tests/database. */
export async function testWithVitest({ cluster, folder, args, stop }: Run): Promise<Counts> {
  await ensureClient({ signal: stop })
  const report = join(folder, 'vitest.json')
  const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${report}`]
  const env = { ...process.env, NODE_ENV: 'test' as const, MARGINALIA_TEST_CLUSTER: cluster.url('postgres') }
  const program = join(root, 'node_modules/vitest/vitest.mjs')
  return countVitest(report, await runChild(program, ['run', ...reporters, ...args], { env, folder, stop }))
}
