import { describe, expect, test } from 'vitest'
import { below, code } from '../support/sources'

// Whoever holds a transaction's connection and asks the pool for another one waits, when ten do it at once, for themselves.

/** A function that gets a transaction: its parameters begin with `tx`, alone or among others on their line. */
const HOLDS = /(?:\(|\bfunction \w+\([^)]*\b)tx(?:: Tx)?[,)]/

/** What such functions ask of the pool, by the lines of formatted code: a body ends where its first line's indentation comes back. */
function askingThePool(text: string): string[] {
  const lines = code(text).split('\n')
  const indent = (line: string) => line.length - line.trimStart().length
  return lines.flatMap((line, start) => {
    if (!HOLDS.test(line) || !/=>|function/.test(line)) return []
    const after = lines.slice(start + 1)
    const end = after.findIndex((later) => later.trim() !== '' && indent(later) <= indent(line))
    const opens = /[{([,]$|=>$/.test(line.trimEnd())
    const body = opens ? after.slice(0, end === -1 ? undefined : end) : []
    return [line.slice(line.search(HOLDS)), ...body]
      .filter((one) => /\bdb\b\s*[.),]/.test(one))
      .map((one) => one.trim())
  })
}

/** Each has its reason, and is looked at when it changes. */
const BESIDE: Record<string, string> = {
  'forum/privacy/exports.ts': 'one job at a time; others are to see how far it is while its snapshot is open',
  'forum/search/in-time.ts': 'opens the transaction: the word stands in the type of what runs in it',
}

describe('a transaction', () => {
  test('is asked itself by what runs in it, never the pool beside it', () => {
    const sources = below('forum/', 'bin/', 'app/', 'lib/').filter(({ text }) => HOLDS.test(text))
    expect(sources.length).toBeGreaterThan(30)
    const found = sources.filter(({ text }) => askingThePool(text).length > 0).map(({ path }) => path)
    expect(found).toEqual(Object.keys(BESIDE))
  })

  test('that is not would be seen', () => {
    for (const text of [
      'change(async (tx, tell) => {\n  await db.person.count()\n})',
      '  return change(\n    async (tx) => {\n      if (a) {\n        await db.x()\n      }\n    },\n  )',
      'async function f(tx: Tx, id: string) {\n  return g(() => db.$queryRaw`x`)\n}',
      'async function f(viewer: Viewer, tx: Tx) {\n  await isRetired(db, handle)\n}',
      'await db.$transaction((tx) => db.person.count())',
    ])
      expect(askingThePool(text), text).toHaveLength(1)
    expect(
      askingThePool(
        'async function f() {\n  await db.x()\n  return db.$transaction(async (tx) => {\n    tx.y()\n  })\n}',
      ),
    ).toEqual([])
  })
})
