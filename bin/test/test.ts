import { explain, Halt } from '../halt.mjs'
import { listenForStop, Stopped } from '../serve/stop'
import { openTestCluster, type TestCluster } from './cluster'
import { type Counts, nothing, oneFailure, sum } from './counts'
import { makeTemporaryFolder, removeTemporaryFolder } from './temporary'
import { testInBrowser } from './test-in-browser'
import { testWithVitest } from './test-with-vitest'

export type Run = { cluster: TestCluster; folder: string; args: string[]; stop: AbortSignal }

const halves = { unit: [testWithVitest], browser: [testInBrowser], all: [testWithVitest, testInBrowser] }

/** `npm test`, or one half of it: `unit [Vitest's arguments]`, `browser [Playwright's]`. Returns the exit code. */
export async function test([half = 'all', ...args]: string[]): Promise<number> {
  if (!isHalf(half) || (half === 'all' && args.length > 0))
    throw new Halt('Usage: npm test [-- unit [arguments for Vitest] | -- browser [arguments for Playwright]]')
  const stop = listenForStop()
  const folder = await makeTemporaryFolder()
  let cluster: TestCluster | undefined
  let counts = nothing
  try {
    cluster = await openTestCluster(folder)
    for (const part of halves[half])
      counts = sum(counts, await counted(part, { cluster, folder, args, stop: stop.requested }))
  } catch (error) {
    if (error instanceof Stopped) return 130
    counts = sum(counts, oneFailure(explain(error)))
  } finally {
    await cluster?.close()
    await removeTemporaryFolder(folder)
  }
  // Once more at the end: the runners said it thousands of lines ago.
  for (const failure of counts.failures) console.error(`failed: ${failure}\n`)
  console.log(`${counts.passed} passed, ${counts.failed} failed`)
  return counts.failed > 0 || counts.passed === 0 ? 1 : 0
}

function isHalf(name: string): name is keyof typeof halves {
  return Object.hasOwn(halves, name)
}

/** A half that could not run at all counts as one failure, and the other half still runs. */
async function counted(part: (run: Run) => Promise<Counts>, run: Run): Promise<Counts> {
  try {
    const counts = await part(run)
    run.stop.throwIfAborted()
    return counts
  } catch (error) {
    if (error instanceof Stopped) throw error
    return oneFailure(explain(error))
  }
}
