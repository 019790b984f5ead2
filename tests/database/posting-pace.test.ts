import { expect, test, vi } from 'vitest'
import { previewComment } from '@/forum/comments/preview'
import { db } from '@/lib/db'
import { makePerson, makeThread, refusalOf, say, unique } from '../support/people'

// Dozens of transactions a test, on a machine with much else to do.
vi.setConfig({ testTimeout: 120_000 })

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
