import { expect, test, vi } from 'vitest'
import { MarkRead } from '@/forum/notifications/input'
import { markAllRead } from '@/forum/notifications/mutations'
import { countUnread, readNotifications } from '@/forum/notifications/queries'
import { parse } from '@/forum/parse'
import { GUEST } from '@/forum/viewer'
import { db } from '@/lib/db'
import { codeOf, hold, makePerson, makeThread, remove, say } from '../support/people'

// Dozens of transactions a test, on a machine with much else to do.
vi.setConfig({ testTimeout: 120_000 })

process.env.LIMITS = 'off'

test('what is counted as unread is what the page shows as unread', async () => {
  const thread = await makeThread()
  const person = await makePerson()
  const own = await say(thread, { by: person })
  const unread = async () => {
    const { items } = await readNotifications(person)
    const shown = items.filter(({ readAt }) => readAt === null).length
    expect(await countUnread(person)).toBe(shown)
    return shown
  }
  expect(await unread()).toBe(0)
  const replies = [await say(thread, { to: own }), await say(thread, { to: own }), await say(thread, { to: own })]
  expect(await unread()).toBe(3)
  await hold(replies[0] ?? '')
  expect(await unread()).toBe(2)
  await remove(own)
  expect(await unread()).toBe(3)
  expect(await countUnread(GUEST)).toBe(0)
})

test('“all read” is what stood on the page: what arrived since, and what could not be seen, stays new', async () => {
  const thread = await makeThread()
  const [person, other] = [await makePerson(), await makePerson()]
  const [own, theirs] = [await say(thread, { by: person }), await say(thread, { by: other })]
  const seen = await say(thread, { to: own })
  const unseen = await say(thread, { to: own })
  await say(thread, { to: theirs })
  await hold(unseen)
  const { items } = await readNotifications(person)
  const later = await say(thread, { to: own })
  await markAllRead(person, { upTo: items[0]?.id ?? '' })
  await db.comment.update({ where: { id: unseen }, data: { status: 'published' } })
  const now = (await readNotifications(person)).items.map(({ comment, readAt }) => [comment.id, readAt !== null])
  expect(now).toEqual([
    [later, false],
    [unseen, false],
    [seen, true],
  ])
  expect(await countUnread(other)).toBe(1)
  expect(await codeOf(markAllRead(GUEST, { upTo: items[0]?.id ?? '' }))).toBe('sign-in-required')
})

test.each([{}, { upTo: '' }, { upTo: 'all' }, { upTo: null }])('a page is not marked as read by %j', (input) => {
  expect(() => parse(MarkRead, input)).toThrow('bad-input')
})
