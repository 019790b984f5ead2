import { dirname, join } from 'node:path'
import { beforeAll, describe, expect, inject, test, vi } from 'vitest'
import { disconnect, fill, settle, withClient } from '@/bin/bench/database'
import { findThread } from '@/bin/bench/places'
import { explainEverything, plansOf } from '@/bin/bench/plans/capture'
import { fillDesk } from '@/bin/bench/plans/fill'
import { MANY_ROWS, objections, planLines, rowsRead } from '@/bin/bench/plans/plan-text'
import { type Read, reads } from '@/bin/bench/plans/reads'
import { importFirstEssay } from '@/bin/serve/first-essay'
import { viewerOfPerson } from '@/forum/people/standing'
import { db } from '@/lib/db'
import { makePerson } from '../support/people'

// What a page reads follows what it shows, not what there is: from the plans of the forum's own statements, as
// PostgreSQL really ran them. `npm run bench -- --plans` says the same of a million comments, and of more pages.

vi.setConfig({ testTimeout: 120_000, hookTimeout: 240_000 })

process.env.LIMITS = 'off'

/** Where whole tables are still small enough to tempt PostgreSQL into reading them. */
const COMMENTS = 10_000

let cases: Read[] = []
let log = ''

beforeAll(async () => {
  const url = process.env.DATABASE_URL ?? ''
  await importFirstEssay(url)
  await fill(url, COMMENTS, 1)
  await fill(url, 100, 2)
  const moderator = await makePerson('moderator')
  await withClient(url, fillDesk)
  await settle(url)
  await withClient(url, async (client) => {
    const { rows } = await client.query<{ folder: string }>(`SELECT current_setting('data_directory') AS folder`)
    log = join(dirname(rows[0]?.folder ?? ''), 'server.log')
  })
  const someone = await db.person.findFirstOrThrow({ where: { handle: 'reader-001' }, select: { id: true } })
  const viewers = { reader: await viewerOfPerson(someone.id), moderator }
  const threads = await withClient(url, async (client) => ({
    large: await findThread(client, 1),
    small: await findThread(client, 2),
    empty: await findThread(client, 3),
  }))
  cases = reads(threads, viewers).filter(({ name }) =>
    /^(large thread|post|who am I|who begins so|notifications|profile)/.test(name),
  )
})

describe.each(['custom', 'generic'] as const)('with the %s plan', (planning) => {
  test('every read of a long thread comes from an index and looks at a page of rows', async () => {
    await explainEverything(inject('cluster'), new URL(process.env.DATABASE_URL ?? '').pathname.slice(1), planning)
    // What is set for a database holds for new connections.
    await disconnect()
    expect(cases.length).toBeGreaterThan(10)
    for (const { name, run } of cases) {
      await run()
      const plans = await plansOf(log, run)
      expect(plans.length, `${name} was seen`).toBeGreaterThan(0)
      for (const plan of plans) {
        expect(objections(plan), `${name}: ${plan.sql}\n${planLines(plan.root).join('\n')}`).toEqual([])
        expect(rowsRead(plan.root), `${name}: ${plan.sql}`).toBeLessThan(MANY_ROWS)
      }
    }
  })
})
