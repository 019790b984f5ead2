import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { countPlaywright, countVitest } from '@/bin/test/counts'

// The last line of npm test must never be better than what happened.

const folder = mkdtempSync(join(tmpdir(), 'marginalia-counts-'))
const file = join(folder, 'report.json')
afterAll(() => rmSync(folder, { recursive: true, force: true }))

const vitest = (passed: number, failed: number, testResults: unknown[] = []) =>
  writeFileSync(file, JSON.stringify({ numPassedTests: passed, numFailedTests: failed, testResults }))
const playwright = (expected: number, unexpected: number) =>
  writeFileSync(file, JSON.stringify({ stats: { expected, unexpected, flaky: 0, skipped: 2 } }))

test('what passed and failed is taken from the report', () => {
  vitest(7, 2)
  expect(countVitest(file, 1)).toMatchObject({ passed: 7, failed: 2 })
  playwright(5, 1)
  expect(countPlaywright(file, 1)).toMatchObject({ passed: 5, failed: 1 })
})

test('what failed is said by name, for the end of the run', () => {
  const passed = { status: 'passed', fullName: 'one holds' }
  const failed = { status: 'failed', fullName: 'another holds', failureMessages: ['expected 1 to be 2'] }
  vitest(1, 1, [{ name: '/a.test.ts', status: 'failed', assertionResults: [passed, failed] }])
  expect(countVitest(file, 1).failures).toEqual(['another holds: expected 1 to be 2'])
})

test('a file that could not be loaded is a failure', () => {
  vitest(7, 0, [{ name: '/a/b.test.ts', status: 'failed', message: 'no such module', assertionResults: [] }])
  expect(countVitest(file, 1)).toEqual({ passed: 7, failed: 1, failures: ['b.test.ts: no such module'] })
})

test('a runner that ended badly is a failure, whatever its report says', () => {
  vitest(7, 0)
  expect(countVitest(file, 1)).toMatchObject({ passed: 7, failed: 1 })
  playwright(5, 0)
  expect(countPlaywright(file, 130)).toMatchObject({ passed: 5, failed: 1 })
})

test('a runner without a report, or with half of one, is a failure', () => {
  expect(countVitest(join(folder, 'none.json'), 0)).toMatchObject({ passed: 0, failed: 1 })
  writeFileSync(file, '{"stats":')
  expect(countPlaywright(file, 0)).toMatchObject({ passed: 0, failed: 1 })
})
