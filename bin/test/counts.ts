import { existsSync, readFileSync } from 'node:fs'
import { basename } from 'node:path'
import { z } from 'zod'

/** `failures`: what failed, in words, for the end of a long run. May be fewer than `failed`. */
export type Counts = { passed: number; failed: number; failures: string[] }

export const nothing: Counts = { passed: 0, failed: 0, failures: [] }
export const oneFailure = (what: string): Counts => ({ passed: 0, failed: 1, failures: [what] })
export const sum = (a: Counts, b: Counts): Counts => ({
  passed: a.passed + b.passed,
  failed: a.failed + b.failed,
  failures: [...a.failures, ...b.failures],
})

const VitestReport = z.object({
  numPassedTests: z.number(),
  numFailedTests: z.number(),
  testResults: z.array(
    z.object({
      name: z.string(),
      status: z.string(),
      message: z.string().default(''),
      assertionResults: z.array(
        z.object({ status: z.string(), fullName: z.string(), failureMessages: z.array(z.string()).default([]) }),
      ),
    }),
  ),
})

const MESSAGE_MAX = 1_000

const PlaywrightReport = z.object({
  stats: z.object({ expected: z.number(), unexpected: z.number(), flaky: z.number() }),
})

/** A file that could not even be loaded has no tests to fail: it counts as one. */
export function countVitest(file: string, exitCode: number): Counts {
  const report = read(file, VitestReport)
  if (!report) return oneFailure('Vitest left no report')
  const unloaded = report.testResults.filter(
    (result) => result.status === 'failed' && result.assertionResults.length === 0,
  )
  const failures = [
    ...report.testResults.flatMap(({ assertionResults }) =>
      assertionResults
        .filter(({ status }) => status === 'failed')
        .map(({ fullName, failureMessages: [why = ''] }) => `${fullName}: ${why.slice(0, MESSAGE_MAX)}`),
    ),
    ...unloaded.map(({ name, message }) => `${basename(name)}: ${message.slice(0, MESSAGE_MAX)}`),
  ]
  return trust({ passed: report.numPassedTests, failed: report.numFailedTests + unloaded.length, failures }, exitCode)
}

export function countPlaywright(file: string, exitCode: number): Counts {
  const report = read(file, PlaywrightReport)
  if (!report) return oneFailure('Playwright left no report')
  // Flaky: failed, then passed. There are no retries, so it means that somebody asked for them; it is no failure.
  const { expected, flaky, unexpected } = report.stats
  // It lists what failed at its end, which is the end of the run.
  return trust({ passed: expected + flaky, failed: unexpected, failures: [] }, exitCode)
}

/** A runner that ends badly with every test passed (an error between tests, no tests at all) has failed all the same. */
function trust(counts: Counts, exitCode: number): Counts {
  return exitCode !== 0 && counts.failed === 0
    ? sum(counts, oneFailure(`a runner ended with ${exitCode}, though every test passed`))
    : counts
}

function read<T>(file: string, shape: z.ZodType<T>): T | null {
  if (!existsSync(file)) return null
  try {
    return shape.parse(JSON.parse(readFileSync(file, 'utf8')))
  } catch {
    return null
  }
}
