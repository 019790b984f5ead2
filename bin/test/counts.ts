import { existsSync, readFileSync } from 'node:fs'
import { z } from 'zod'

export type Counts = { passed: number; failed: number }

export const nothing: Counts = { passed: 0, failed: 0 }
export const oneFailure: Counts = { passed: 0, failed: 1 }
export const sum = (a: Counts, b: Counts): Counts => ({ passed: a.passed + b.passed, failed: a.failed + b.failed })

const VitestReport = z.object({
  numPassedTests: z.number(),
  numFailedTests: z.number(),
  testResults: z.array(z.object({ status: z.string(), assertionResults: z.array(z.unknown()) })),
})

const PlaywrightReport = z.object({
  stats: z.object({ expected: z.number(), unexpected: z.number(), flaky: z.number() }),
})

/** A file that could not even be loaded has no tests to fail: it counts as one. */
export function countVitest(file: string, exitCode: number): Counts {
  const report = read(file, VitestReport)
  if (!report) return oneFailure
  const unloaded = report.testResults.filter(
    (result) => result.status === 'failed' && result.assertionResults.length === 0,
  )
  return trust({ passed: report.numPassedTests, failed: report.numFailedTests + unloaded.length }, exitCode)
}

export function countPlaywright(file: string, exitCode: number): Counts {
  const report = read(file, PlaywrightReport)
  if (!report) return oneFailure
  // Flaky: failed, then passed. There are no retries, so it means that somebody asked for them; it is no failure.
  return trust({ passed: report.stats.expected + report.stats.flaky, failed: report.stats.unexpected }, exitCode)
}

/** A runner that ends badly with every test passed (an error between tests, no tests at all) has failed all the same. */
function trust(counts: Counts, exitCode: number): Counts {
  return exitCode !== 0 && counts.failed === 0 ? sum(counts, oneFailure) : counts
}

function read<T>(file: string, shape: z.ZodType<T>): T | null {
  if (!existsSync(file)) return null
  try {
    return shape.parse(JSON.parse(readFileSync(file, 'utf8')))
  } catch {
    return null
  }
}
