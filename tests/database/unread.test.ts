import { expect, test, vi } from 'vitest'
import { deleteComment } from '@/forum/comments/mutations'
import { pathUnder } from '@/forum/comments/path'
import { decideCase } from '@/forum/moderation/decide'
import { parse } from '@/forum/parse'
import { recordArrival } from '@/forum/unread/arrivals'
import { SeenUntil, StandingQuery } from '@/forum/unread/input'
import { COUNTED_MOST } from '@/forum/unread/limits'
import { markEssayRead, markSeen, markThreadRead } from '@/forum/unread/mutations'
import { readFresh, readStanding } from '@/forum/unread/queries'
import { GUEST, type Viewer } from '@/forum/viewer'
import { db } from '@/lib/db'
import { codeOf, hold, makeEssay, makePerson, makeThread, remove, say, type Thread } from '../support/people'

vi.setConfig({ testTimeout: 120_000 })
process.env.LIMITS = 'off'

const LONG_AGO = { since: new Date(0) }

/** How many are new in a thread; what is listed there is what is counted. */
async function fresh(viewer: Viewer, thread: Thread, guest = LONG_AGO): Promise<number> {
  const asked = viewer.role === 'guest' ? guest : {}
  const { paragraphs } = await readStanding(viewer, thread.slug, asked)
  const { comments } = await readFresh(viewer, thread.id, asked)
  const counted = paragraphs.find(({ id }) => id === thread.id)?.fresh
  expect(comments).toHaveLength(counted ?? 0)
  return counted ?? 0
}

/** Somebody who was in the essay before anything that a test does next. */
async function makeReader(thread: Thread) {
  const reader = await makePerson()
  await markEssayRead(reader, thread.slug)
  return reader
}

test('new are the published comments of others since one’s first visit, until they have been seen', async () => {
  const thread = await makeThread()
  await say(thread)
  const stranger = await makePerson()
  expect(await readStanding(stranger, thread.slug, {})).toMatchObject({
    known: false,
    paragraphs: [{ id: thread.id, comments: 1, fresh: 0 }],
  })
  await markEssayRead(stranger, thread.slug)
  expect(await fresh(stranger, thread)).toBe(0)
  const first = await say(thread)
  await say(thread, { by: stranger })
  await say(thread, { to: first })
  expect(await readStanding(stranger, thread.slug, {})).toMatchObject({ known: true, paragraphs: [{ comments: 4 }] })
  expect(await fresh(stranger, thread)).toBe(2)
  const [one, two] = (await readFresh(stranger, thread.id, {})).comments
  expect(one?.id).toBe(first)
  await markSeen(stranger, thread.id, new Date(one?.at ?? ''))
  expect((await readFresh(stranger, thread.id, {})).comments).toEqual([two])
  await markThreadRead(stranger, thread.id)
  expect(await fresh(stranger, thread)).toBe(0)
  // An older page that comes late takes nothing back.
  await markSeen(stranger, thread.id, new Date(one?.at ?? ''))
  expect(await fresh(stranger, thread)).toBe(0)
})

test('held, removed and deleted comments are never new; one that comes back is', async () => {
  const thread = await makeThread()
  const reader = await makeReader(thread)
  const author = await makePerson()
  const [held, removed, deleted] = [await say(thread), await say(thread), await say(thread, { by: author })]
  await say(thread, { to: removed })
  await hold(held)
  await remove(removed)
  await deleteComment(author, deleted)
  for (const viewer of [reader, GUEST, await makeReaderOfOld(thread)]) expect(await fresh(viewer, thread)).toBe(1)
  await markThreadRead(reader, thread.id)
  const { essayId, revision } = await db.comment.findUniqueOrThrow({ where: { id: removed } })
  const opened = await db.case.create({ data: { id: crypto.randomUUID(), essayId, commentId: removed } })
  await decideCase(await makePerson('moderator'), opened.id, {
    act: 'approve',
    reason: 'within the rules',
    version: 1,
    commentRevision: revision,
  })
  expect((await readFresh(reader, thread.id, {})).comments).toMatchObject([{ id: removed }])
})

/** A moderator, who sees held comments and is not told of them as new either. */
async function makeReaderOfOld(thread: Thread) {
  const moderator = await makePerson('moderator')
  await db.essayReadMark.create({
    data: { personId: moderator.id, essayId: thread.essayId, seenUntil: new Date(0) },
    select: { personId: true },
  })
  return moderator
}

test('“all read” is one paragraph or the whole essay, one person’s alone', async () => {
  const [one, two] = (await makeEssay(['The first paragraph of two.', 'The second paragraph of two.'])) as [
    Thread,
    Thread,
  ]
  const [reader, other] = [await makeReader(one), await makeReader(one)]
  for (const thread of [one, two]) await say(thread)
  await markThreadRead(reader, one.id)
  expect([await fresh(reader, one), await fresh(reader, two)]).toEqual([0, 1])
  await markEssayRead(reader, one.slug)
  expect([await fresh(reader, one), await fresh(reader, two)]).toEqual([0, 0])
  expect([await fresh(other, one), await fresh(other, two)]).toEqual([1, 1])
  await say(two)
  expect(await fresh(reader, two)).toBe(1)
  for (const doing of [markEssayRead(GUEST, one.slug), markThreadRead(GUEST, one.id)])
    expect(await codeOf(doing)).toBe('sign-in-required')
  expect(await codeOf(markThreadRead(reader, crypto.randomUUID()))).toBe('not-found')
  expect(await codeOf(readFresh(reader, crypto.randomUUID(), {}))).toBe('not-found')
})

test('what was still being written when everything was marked as read is new when it comes', async () => {
  const [here, there] = (await makeEssay(['The first paragraph of two.', 'The second paragraph of two.'])) as [
    Thread,
    Thread,
  ]
  const reader = await makeReader(here)
  const [late, early] = [await say(there), await say(here)]
  await markEssayRead(reader, here.slug)
  await db.$transaction(async (tx) => {
    await recordArrival(tx, { id: late, essayId: there.essayId, paragraphId: there.id })
    // Committed and seen meanwhile: it arrived after the one that is not committed yet.
    await db.$transaction((second) => recordArrival(second, { id: early, essayId: here.essayId, paragraphId: here.id }))
    await markEssayRead(reader, here.slug)
  })
  expect([await fresh(reader, here), await fresh(reader, there)]).toEqual([0, 1])
})

test('the moments of a thread grow although the clock goes back', async () => {
  const thread = await makeThread()
  const reader = await makeReader(thread)
  const first = await say(thread)
  const later = new Date(Date.now() + 3_600_000)
  await db.paragraph.update({ where: { id: thread.id }, data: { lastArrivalAt: later } })
  await db.arrival.update({ where: { commentId: first }, data: { at: later } })
  await markSeen(reader, thread.id, later)
  const second = await say(thread)
  expect((await readFresh(reader, thread.id, {})).comments).toMatchObject([{ id: second }])
})

test('a guest’s browser says since when, and which threads it has shown', async () => {
  const [one, two] = (await makeEssay(['The first paragraph of two.', 'The second paragraph of two.'])) as [
    Thread,
    Thread,
  ]
  for (const thread of [one, two, two]) await say(thread)
  const counts = async (asked: StandingQuery) =>
    new Map((await readStanding(GUEST, one.slug, asked)).paragraphs.map(({ id, fresh }) => [id, fresh]))
  expect(await readStanding(GUEST, one.slug, {})).toMatchObject({ known: false })
  const all = await counts(LONG_AGO)
  expect([all.get(one.id), all.get(two.id)]).toEqual([1, 2])
  const first = (await readFresh(GUEST, two.id, LONG_AGO)).comments[0]
  const seen = [{ paragraphId: two.id, seenUntil: new Date(first?.at ?? '') }]
  expect((await counts({ ...LONG_AGO, seen })).get(two.id)).toBe(1)
  expect((await readFresh(GUEST, two.id, { since: new Date(first?.at ?? '') })).comments).toHaveLength(1)
  expect((await readStanding(GUEST, one.slug, { ...LONG_AGO, paragraph: two.id })).paragraphs).toHaveLength(1)
})

test('no more are counted than are shown as a number', async () => {
  const thread = await makeThread()
  const reader = await makeReader(thread)
  await say(thread)
  const [comment] = await db.comment.findMany({ where: { paragraphId: thread.id } })
  if (!comment) throw new Error('nothing was posted')
  const copies = Array.from({ length: COUNTED_MOST + 20 }, (_, index) => {
    const id = crypto.randomUUID()
    return { ...comment, id, rootId: id, path: pathUnder('', 1_000 + index) }
  })
  await db.comment.createMany({ data: copies })
  for (const { id } of copies)
    await db.$transaction((tx) => recordArrival(tx, { id, essayId: thread.essayId, paragraphId: thread.id }))
  expect(await fresh(reader, thread)).toBe(COUNTED_MOST)
  expect((await readFresh(reader, thread.id, {})).more).toBe(true)
})

test.each([
  { since: 'yesterday' },
  { since: '2026-13-01T00:00:00.000Z' },
  { seen: 'all' },
  { seen: `${crypto.randomUUID()}~-1` },
  { seen: Array.from({ length: 61 }, () => `${crypto.randomUUID()}~1`).join(',') },
  { paragraph: "' OR 1=1" },
  { person: 'somebody else' },
])('what is new is not asked with %j', (query) => {
  expect(() => parse(StandingQuery, query)).toThrow('bad-input')
})

test.each([{}, { until: '' }, { until: 0 }, { until: null }, { until: '2026-01-01' }])(
  'nothing is seen until %j',
  (input) => {
    expect(() => parse(SeenUntil, input)).toThrow('bad-input')
  },
)
