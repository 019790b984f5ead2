import { expect, test, vi } from 'vitest'
import { ShownQuery } from '@/forum/comments/input'
import { SHOWN_MOST } from '@/forum/comments/limits'
import { deleteComment, editComment } from '@/forum/comments/mutations'
import { readComment } from '@/forum/comments/queries'
import { readShown } from '@/forum/comments/shown'
import { GUEST, type Viewer } from '@/forum/viewer'
import { vote } from '@/forum/votes/mutations'
import { db } from '@/lib/db'
import { codeOf, hold, makePerson, makeThread, remove, say, unique } from '../support/people'

// What a page that is open hears of its comments when others change them.

vi.setConfig({ testTimeout: 120_000 })

process.env.LIMITS = 'off'

async function marksOf(viewer: Viewer, ids: readonly string[]) {
  const views = await Promise.all(ids.map((id) => readComment(viewer, id)))
  return views.map(({ id, status, revision, score, replyCount }) => ({ id, status, revision, score, replyCount }))
}

test('what others do to a comment on a page is told as it reads now, and nothing of those that stay', async () => {
  const thread = await makeThread()
  const author = await makePerson()
  const write = () => say(thread, { by: author })
  const edited = await write()
  const voted = await write()
  const answered = await write()
  const removed = await write()
  const deleted = await write()
  const held = await write()
  const same = await write()
  const shown = await marksOf(GUEST, [edited, voted, answered, removed, deleted, held, same])
  expect(await readShown(GUEST, thread.id, { shown })).toEqual({ changed: [], gone: [] })
  await editComment(author, edited, { body: 'Other words.' })
  await vote(await makePerson(), voted)
  await say(thread, { to: answered })
  await remove(removed)
  await deleteComment(author, deleted)
  await hold(held)
  const { changed, gone } = await readShown(GUEST, thread.id, { shown })
  expect(new Map(changed.map((comment) => [comment.id, comment]))).toEqual(
    new Map(
      await Promise.all(
        [edited, voted, answered, removed].map(async (id) => [id, await readComment(GUEST, id)] as const),
      ),
    ),
  )
  expect(changed.find(({ id }) => id === removed)).toMatchObject({ status: 'removed', html: null, author: null })
  expect(gone.sort()).toEqual([deleted, held].sort())
  // Its author sees what waits for a moderator, and why a place is empty.
  const own = await readShown(author, thread.id, { shown })
  expect(own.changed.map(({ id }) => id)).toContain(held)
  expect(own.gone).toEqual([deleted])
})

test('a comment that comes back is told with its words', async () => {
  const thread = await makeThread()
  const id = await say(thread)
  const shown = (await marksOf(GUEST, [id])).map((mark) => ({ ...mark, status: 'held' as const }))
  expect(await readShown(GUEST, thread.id, { shown })).toMatchObject({
    changed: [{ id, status: 'published' }],
    gone: [],
  })
})

test('comments of other threads, and what a page cannot know of, are not told of', async () => {
  const [thread, other] = [await makeThread(), await makeThread()]
  const elsewhere = await say(other)
  const secret = await say(thread, { body: unique('secret') })
  await hold(secret)
  const { changed, gone } = await readShown(GUEST, thread.id, { shown: await marksOf(GUEST, [elsewhere]) })
  expect(changed).toEqual([])
  // Nothing is said of it that could not be said of an id that was made up.
  expect(gone).toEqual([elsewhere])
  await db.essay.update({ where: { id: thread.essayId }, data: { visibility: 'members' } })
  expect(await codeOf(readShown(GUEST, thread.id, { shown: [] }))).toBe('sign-in-required')
})

const ID = '0190f3c4-7b5e-7cc1-9a53-3d1b7f2a4e10'

test.each([
  '',
  ID,
  `${ID}~published~1~0`,
  `${ID}~published~1~0~0~0`,
  `${ID}~published~-1~0~0`,
  `${ID}~secret~1~0~0`,
  `${ID}~published~9999999999~0~0`,
  `${'-'.repeat(36)}~published~1~0~0`,
  Array.from({ length: SHOWN_MOST + 1 }, () => `${ID}~published~1~0~0`).join(','),
])('what is no list of comments on a page is refused: %.60s', (shown) => {
  expect(ShownQuery.safeParse({ shown }).success).toBe(false)
})

test('as many comments as a page asks about at once are a list', () => {
  const shown = Array.from({ length: SHOWN_MOST }, () => `${ID}~published~999999999~999999999~999999999`).join(',')
  expect(ShownQuery.parse({ shown }).shown).toHaveLength(SHOWN_MOST)
})
