import { afterEach, expect, test, vi } from 'vitest'
import { editComment } from '@/forum/comments/mutations'
import { previewComment } from '@/forum/comments/preview'
import { admitSearch } from '@/forum/search/pace'
import { GUEST } from '@/forum/viewer'
import { unvote, vote } from '@/forum/votes/mutations'
import { db } from '@/lib/db'
import { env } from '@/lib/env'
import { keyedHash } from '@/lib/secret'
import { makeEssay, makePerson, makeThread, refusalOf, say, unique } from '../support/people'

// Dozens of transactions a test, on a machine with much else to do.
vi.setConfig({ testTimeout: 120_000 })

afterEach(() => {
  env().LIMITS = 'on'
})

/** Eight seconds have passed for the person: the count of the pace has run out. */
const later = (person: { id: string }) =>
  db.$executeRaw`UPDATE "rate_limit" SET "expire" = 1 WHERE "key" = ${`post-pace:${keyedHash(person.id)}`}`

const times = async (count: number, act: () => Promise<unknown>) => {
  for (let index = 0; index < count; index++) await act()
}

test('one comment in eight seconds is a fast typist, the next one is refused with the time to wait', async () => {
  const thread = await makeThread()
  const [script, person] = [await makePerson(), await makePerson()]
  await say(thread, { by: script })
  const no = await refusalOf(say(thread, { by: script }))
  expect(no).toMatchObject({ code: 'too-fast', status: 429 })
  expect(no.about.facts?.seconds).toBeGreaterThan(0)
  expect(no.about.facts?.seconds).toBeLessThanOrEqual(8)
  await say(thread, { by: person })
  await later(script)
  await say(thread, { by: script })
  expect(await db.comment.count({ where: { paragraphId: thread.id } })).toBe(3)
})

test('of two comments sent at the same moment one is too fast', async () => {
  const thread = await makeThread()
  const by = await makePerson()
  const both = await Promise.allSettled([say(thread, { by }), say(thread, { by })])
  expect(both.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected'])
})

test('ten comments on the first day, and more from the second on', async () => {
  const thread = await makeThread()
  const by = await makePerson()
  await times(10, async () => {
    await say(thread, { by })
    await later(by)
  })
  expect(await refusalOf(say(thread, { by }))).toMatchObject({ code: 'first-day', about: { facts: { count: 10 } } })
  await later(by)
  await db.person.update({ where: { id: by.id }, data: { createdAt: new Date(Date.now() - 25 * 3_600_000) } })
  await say(thread, { by })
})

test('moderators, and authors in their own essay, write as fast as they like', async () => {
  const author = await makePerson()
  const [thread] = await makeEssay(['Of its author.'], [author.id])
  if (!thread) throw new Error('no thread')
  const moderator = await makePerson('moderator')
  await times(12, () => say(thread, { by: author }))
  await times(12, () => say(thread, { by: moderator }))
})

test('the same form again does not count', async () => {
  const thread = await makeThread()
  const by = await makePerson()
  const input = { by, body: 'once', clientId: unique('form') }
  for (let index = 0; index < 40; index++) await say(thread, input)
  expect(await db.comment.count({ where: { paragraphId: thread.id } })).toBe(1)
})

test('previews are counted by network', async () => {
  const network = `${unique('network')}/24`
  for (let index = 0; index < 120; index++) await previewComment(network, { body: '*a*' })
  expect(await refusalOf(previewComment(network, { body: '*a*' }))).toMatchObject({ code: 'too-fast' })
  expect(await previewComment(unique('network'), { body: '*a*' })).toEqual({ html: '<p><em>a</em></p>' })
})

test('sixty votes a minute, given and taken back, are a reader; the next one is refused, and others go on', async () => {
  const id = await say(await makeThread())
  const [script, person] = [await makePerson(), await makePerson()]
  await times(30, async () => {
    await vote(script, id)
    await unvote(script, id)
  })
  const no = await refusalOf(vote(script, id))
  expect(no).toMatchObject({ code: 'too-fast', about: { facts: { seconds: expect.any(Number) } } })
  expect(await refusalOf(unvote(script, id))).toMatchObject({ code: 'too-fast' })
  await vote(person, id)
  expect(await db.vote.count({ where: { commentId: id } })).toBe(1)
})

test('thirty edits in ten minutes are somebody mending; the next one is refused', async () => {
  const by = await makePerson()
  const id = await say(await makeThread(), { by })
  let count = 0
  const edit = () => editComment(by, id, { body: `words ${++count}` })
  await times(30, edit)
  expect(await refusalOf(edit())).toMatchObject({ code: 'too-fast' })
  expect(await db.commentRevision.count({ where: { commentId: id } })).toBe(30)
})

test('thirty searches a minute from a network, and by a person from wherever, are all', async () => {
  const network = `${unique('network')}/24`
  await times(30, () => admitSearch(GUEST, network))
  expect(await refusalOf(admitSearch(GUEST, network))).toMatchObject({ code: 'too-fast' })
  const person = await makePerson()
  await times(30, () => admitSearch(person, unique('network')))
  expect(await refusalOf(admitSearch(person, unique('network')))).toMatchObject({ code: 'too-fast' })
  await admitSearch(await makePerson(), unique('network'))
})

test('for measuring all of them are switched off', async () => {
  env().LIMITS = 'off'
  const by = await makePerson()
  const id = await say(await makeThread(), { by })
  const reader = await makePerson()
  await times(61, () => vote(reader, id))
  await times(31, () => editComment(by, id, { body: unique('words') }))
  await times(31, () => admitSearch(reader, 'one network'))
})
