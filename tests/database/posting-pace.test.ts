import { afterEach, expect, test, vi } from 'vitest'
import { editComment } from '@/forum/comments/mutations'
import { previewComment } from '@/forum/comments/preview'
import { admitSearch } from '@/forum/search/pace'
import { GUEST } from '@/forum/viewer'
import { unvote, vote } from '@/forum/votes/mutations'
import { db } from '@/lib/db'
import { env } from '@/lib/env'
import { makePerson, makeThread, refusalOf, say, unique } from '../support/people'

// Dozens of transactions a test, on a machine with much else to do.
vi.setConfig({ testTimeout: 120_000 })

afterEach(() => {
  env().LIMITS = 'on'
})

const times = async (count: number, act: () => Promise<unknown>) => {
  for (let index = 0; index < count; index++) await act()
}

test('thirty comments a minute are a fast typist, the next one is refused with the time to wait', async () => {
  const thread = await makeThread()
  const [script, person] = [await makePerson(), await makePerson()]
  for (let index = 0; index < 30; index++) await say(thread, { by: script })
  const no = await refusalOf(say(thread, { by: script }))
  expect(no).toMatchObject({ code: 'too-fast', status: 429 })
  expect(no.about.facts?.seconds).toBeGreaterThan(0)
  expect(no.about.facts?.seconds).toBeLessThanOrEqual(60)
  await say(thread, { by: person })
  expect(await db.comment.count({ where: { paragraphId: thread.id } })).toBe(31)
})

test('the same form again does not count', async () => {
  const thread = await makeThread()
  const by = await makePerson()
  const input = { by, body: 'once', clientId: unique('form') }
  for (let index = 0; index < 40; index++) await say(thread, input)
  await say(thread, { by })
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
