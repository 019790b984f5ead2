import { expect, test } from 'vitest'
import { GET as logFeed } from '@/app/[lang]/log/feed/route'
import { DECIDED } from '@/forum/log/acts'
import { LogAddress } from '@/forum/log/input'
import { writeLog } from '@/forum/log/mutations'
import { monthOf, readLog, readMonth, readMonths, verifyLog } from '@/forum/log/queries'
import { decideCase, takeDecision } from '@/forum/moderation/decide'
import { DECISION_ACTS } from '@/forum/moderation/input'
import { flagComment } from '@/forum/moderation/mutations'
import { undoDecision } from '@/forum/moderation/undo'
import { db } from '@/lib/db'
import { newId } from '@/lib/id'
import { makePerson, makeThread, remove, say } from '../support/people'

process.env.LIMITS = 'off'

const month = monthOf(new Date())

/** All pages that a filter leaves, by their own links. */
async function walk(query: Record<string, string>) {
  const found = []
  let before: string | undefined
  do {
    const page = await readLog(LogAddress.parse({ ...query, ...(before ? { before } : {}) }))
    found.push(...page.entries)
    before = page.before === null ? undefined : String(page.before)
  } while (before)
  return found
}

test('totals of a month are what the log of that month has, act by act, however many pages it takes', async () => {
  const owner = await makePerson('owner')
  await remove(await say(await makeThread()))
  for (let index = 0; index < 60; index++)
    await db.$transaction((tx) => writeLog(tx, { act: 'comment.hold', subject: newId(), byId: owner.id }))
  const totals = await readMonth(month)
  const all = await walk({ month })
  expect(totals.reduce((sum, { count }) => sum + count, 0)).toBe(all.length)
  for (const { act, count } of totals) {
    const some = await walk({ month, act })
    expect(some.length, act).toBe(count)
    expect(new Set(some.map((entry) => entry.act)), act).toEqual(new Set([act]))
  }
  expect(totals.find(({ act }) => act === 'comment.hold')?.count).toBeGreaterThanOrEqual(60)
  expect(await readMonths()).toEqual([month])
})

test('the log of an essay has what happened in it; another month has nothing of this one', async () => {
  const [thread, other] = [await makeThread(), await makeThread()]
  const id = await say(thread)
  await remove(id)
  await remove(await say(other))
  const found = await walk({ essay: thread.slug })
  expect(found.filter(({ act }) => act === 'comment.remove').map(({ subject }) => subject)).toEqual([id])
  expect(new Set(found.map(({ essayId }) => essayId))).toEqual(new Set([thread.essayId]))
  expect(await walk({ month: '2001-01' })).toEqual([])
  expect(await readMonth('2001-01')).toEqual([])
})

test('what cannot be a filter is none', () => {
  const odd = { act: 'comment.love', essay: '../x', month: '2026-13', before: '-1' }
  expect(Object.values(LogAddress.parse(odd)).every((value) => value === undefined)).toBe(true)
})

test('the feed has the newest entries with their reasons, and names nobody who acted', async () => {
  const thread = await makeThread()
  await remove(await say(thread), 'A reason & <this>.')
  const decision = await db.decision.findFirstOrThrow({
    orderBy: { createdAt: 'desc' },
    select: { byId: true, by: { select: { handle: true } } },
  })
  const answer = await logFeed(new Request('https://forum.example/log/feed'), {
    params: Promise.resolve({ lang: 'en' }),
  })
  expect(answer.headers.get('content-type')).toBe('application/atom+xml; charset=utf-8')
  const xml = await answer.text()
  expect(xml).toContain('A reason &#38; &#60;this&#62;.')
  expect(xml).toContain('A comment was removed')
  expect(xml).not.toContain(decision.by.handle)
  expect(xml).not.toContain(decision.byId)
})

test('every act of the desk that took effect has its entry; what was taken back, or asked for twice, is missed by nobody', async () => {
  const owner = await makePerson('owner')
  const whole = async () => expect((await verifyLog()).brokenAt).toBeNull()
  for (const act of DECISION_ACTS) {
    const commentId = await say(await makeThread())
    await flagComment(await makePerson(), commentId, { reason: 'spam' })
    const item = await db.case.findFirstOrThrow({ where: { commentId }, select: { id: true, version: true } })
    const asked = { act, reason: 'for the test', version: item.version, commentRevision: 1 }
    const first = await takeDecision(owner, item.id, asked)
    await undoDecision(owner, first.id)
    await whole()
    await decideCase(owner, item.id, { ...asked, version: item.version + 2 })
    await whole()
    const logged = await db.logEntry.count({ where: { subject: commentId, act: DECIDED[act] } })
    expect(logged, act).toBe(1)
  }
})
