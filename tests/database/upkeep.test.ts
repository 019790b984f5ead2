import { expect, test } from 'vitest'
import { pruneOutbox } from '@/forum/upkeep/outbox'
import { db } from '@/lib/db'
import { makeThread, say } from '../support/people'

process.env.LIMITS = 'off'

const DAY = 24 * 60 * 60 * 1000

test('the outbox keeps a week', async () => {
  const thread = await makeThread()
  const [young, old] = [await say(thread), await say(thread)]
  await db.outbox.updateMany({ where: { subjectId: young }, data: { createdAt: new Date(Date.now() - 6.9 * DAY) } })
  await db.outbox.updateMany({ where: { subjectId: old }, data: { createdAt: new Date(Date.now() - 7.1 * DAY) } })
  expect(await pruneOutbox()).toBe(1)
  expect(await pruneOutbox()).toBe(0)
  expect(await db.outbox.count({ where: { subjectId: young } })).toBe(1)
  expect(await db.outbox.count({ where: { subjectId: old } })).toBe(0)
})
