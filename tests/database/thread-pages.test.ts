import { createElement } from 'react'
import { renderToStaticMarkup } from 'react-dom/server'
import { describe, expect, test, vi } from 'vitest'
import { MoreReplies } from '@/app/_components/comments/more-replies'
import { firstPage } from '@/app/_web/shared-pages'
import { RepliesPage, Sort, ThreadPage } from '@/forum/comments/input'
import { deleteComment } from '@/forum/comments/mutations'
import {
  locateComment,
  readComment,
  readReplies,
  readThread,
  readWindow,
  type ThreadComment,
} from '@/forum/comments/queries'
import { findInTree } from '@/forum/comments/tree'
import { parse } from '@/forum/parse'
import { GUEST } from '@/forum/viewer'
import { unvote, vote } from '@/forum/votes/mutations'
import { db } from '@/lib/db'
import { newId } from '@/lib/id'
import { codeOf, hold, makeEssay, makePeople, makePerson, makeThread, refusalOf, remove, say } from '../support/people'

// Dozens of transactions a test, on a machine with much else to do.
vi.setConfig({ testTimeout: 120_000 })

// Hundreds of posts within a minute; posting-pace.test.ts is about the limit.
process.env.LIMITS = 'off'

const page = (asked: Partial<ThreadPage> = {}) => parse(ThreadPage, asked)
const countOf = async (paragraphId: string) =>
  (await db.paragraph.findUniqueOrThrow({ where: { id: paragraphId }, select: { commentCount: true } })).commentCount
/** All ids in the pages of an order, with something happening between one page and the next. */
async function readAll(
  paragraphId: string,
  asked: { sort: Sort; limit: number },
  between: () => Promise<unknown> = async () => {},
): Promise<string[]> {
  const ids: string[] = []
  let cursor: string | undefined
  do {
    const { comments, nextCursor } = await readThread(GUEST, paragraphId, page({ ...asked, cursor }))
    ids.push(...comments.map(({ id }) => id))
    cursor = nextCursor ?? undefined
    if (cursor) await between()
  } while (cursor)
  return ids
}

describe('a page of a thread', () => {
  test.each(Sort.options)('in the order %s: nothing twice, nothing skipped', async (sort) => {
    const thread = await makeThread()
    const by = await makePerson()
    const ids: string[] = []
    for (let index = 0; index < 23; index++) ids.push(await say(thread, { by }))
    const voters = await makePeople(3)
    for (const [index, voter] of voters.entries())
      for (const id of ids.slice(index * 4, index * 4 + 9)) await vote(voter, id)
    const scores = new Map(
      (await db.comment.findMany({ where: { paragraphId: thread.id } })).map((c) => [c.id, c.score]),
    )
    const expected = {
      oldest: ids,
      newest: [...ids].reverse(),
      best: [...ids].sort((a, b) => (scores.get(b) ?? 0) - (scores.get(a) ?? 0) || (a < b ? -1 : 1)),
    }[sort]
    for (const limit of [1, 5, 23, 100]) expect(await readAll(thread.id, { sort, limit })).toEqual(expected)
  })

  test.each(Sort.options)('in the order %s, while others post and vote: what stood there comes once', async (sort) => {
    const thread = await makeThread()
    const [by, voter, early, newcomer] = await makePeople(4)
    if (!by || !voter || !early || !newcomer) throw new Error('four people')
    const ids: string[] = []
    for (let index = 0; index < 15; index++) ids.push(await say(thread, { by }))
    for (const id of ids.slice(3, 9)) await vote(early, id)
    const seen: string[] = []
    let cursor: string | undefined
    for (;;) {
      const { comments, nextCursor } = await readThread(GUEST, thread.id, page({ sort, limit: 4, cursor }))
      seen.push(...comments.map(({ id }) => id))
      if (!nextCursor) break
      cursor = nextCursor
      // Between two pages: new comments, an answer, and votes for what has been read.
      await say(thread, { by: newcomer })
      await say(thread, { by: newcomer, to: seen[0] })
      await vote(voter, seen[seen.length - 2] ?? '')
      await vote(voter, seen.at(-1) ?? '')
    }
    const old = seen.filter((id) => ids.includes(id))
    expect(old).toHaveLength(15)
    expect(new Set(seen).size).toBe(seen.length)
  })

  test('goes on after the last comment of the page was deleted or lost its votes', async () => {
    const thread = await makeThread()
    const [by, voter] = await makePeople(2)
    if (!by || !voter) throw new Error('two people')
    const ids = [await say(thread, { by }), await say(thread, { by }), await say(thread, { by })]
    await vote(voter, ids[0] ?? '')
    const { comments, nextCursor } = await readThread(GUEST, thread.id, page({ sort: 'best', limit: 1 }))
    expect(comments).toMatchObject([{ id: ids[0], score: 1 }])
    await unvote(voter, ids[0] ?? '')
    await deleteComment(by, ids[0] ?? '')
    const rest = await readThread(GUEST, thread.id, page({ sort: 'best', cursor: nextCursor ?? undefined }))
    expect(rest.comments.map(({ id }) => id)).toEqual(ids.slice(1))
  })

  test('puts places without words behind the comments in the best order, whatever votes they had', async () => {
    const thread = await makeThread()
    const [by, voter] = await makePeople(2)
    const [held, removed, deleted, voted, plain] = [
      await say(thread, { by }),
      await say(thread),
      await say(thread, { by }),
      await say(thread, { by }),
      await say(thread, { by }),
    ]
    for (const id of [held, removed, deleted, voted]) await vote(voter ?? GUEST, id)
    await vote(await makePerson(), removed)
    await say(thread, { to: deleted })
    await hold(held)
    await remove(removed)
    await deleteComment(by ?? GUEST, deleted)
    const best = [voted, plain, removed, deleted]
    expect(await readAll(thread.id, { sort: 'best', limit: 1 })).toEqual(best)
    const moderator = await makePerson('moderator')
    const { comments } = await readThread(moderator, thread.id, page({ sort: 'best' }))
    expect(comments.map(({ id }) => id)).toEqual([voted, plain, held, removed, deleted])
  })

  test.each([...Sort.options, 'replies'] as const)(
    'in the order %s has cursors that tell nothing hidden',
    async (sort) => {
      const thread = await makeThread()
      const parent = await say(thread)
      const asked = { limit: 1 }
      const to = sort === 'replies' ? { to: parent } : {}
      const ids = [await say(thread, to), await say(thread, to), await say(thread, to)]
      for (const voter of await makePeople(3)) for (const id of ids) await vote(voter, id)
      for (const id of ids) await remove(id)
      const shown: unknown[] = []
      for (let cursor: string | undefined; shown.length < 10; ) {
        const { nextCursor } =
          sort === 'replies'
            ? await readReplies(GUEST, parent, { ...asked, cursor })
            : await readThread(GUEST, thread.id, page({ ...asked, sort, cursor }))
        if (nextCursor === null) break
        shown.push(JSON.parse(Buffer.from(nextCursor, 'base64url').toString())[1])
        cursor = nextCursor
      }
      expect(shown).toEqual({ best: [0, -1, -1], newest: [0, 0, 0], oldest: [0, 0, 0], replies: [0, 0] }[sort])
    },
  )

  test('refuses a cursor of another order, and one we did not make', async () => {
    const thread = await makeThread()
    const root = await say(thread)
    await say(thread)
    const { nextCursor } = await readThread(GUEST, thread.id, page({ sort: 'oldest', limit: 1 }))
    expect(nextCursor).not.toBeNull()
    const made = (value: unknown) => Buffer.from(JSON.stringify(value)).toString('base64url')
    for (const cursor of [
      nextCursor ?? '',
      'nonsense',
      '',
      made(['best', 0]),
      made(['best', 1e15, newId()]),
      made(['best', 2 ** 31, newId()]),
      made(['best', -2, newId()]),
      made(['best', -(2 ** 31), newId()]),
      made(['best', 0.5, newId()]),
      made(['best', 0, "'; DROP TABLE"]),
      made({ length: 3 }),
    ])
      expect(await refusalOf(readThread(GUEST, thread.id, page({ sort: 'best', cursor })))).toMatchObject({
        code: 'bad-input',
        about: { field: 'cursor' },
      })
    expect(await codeOf(readReplies(GUEST, root, { limit: 5, cursor: nextCursor ?? '' }))).toBe('bad-input')
  })

  test('of an unknown paragraph or comment is not found', async () => {
    expect(await codeOf(readThread(GUEST, newId(), page()))).toBe('not-found')
    expect(await codeOf(readReplies(GUEST, newId(), { limit: 5 }))).toBe('not-found')
    expect(await codeOf(readComment(GUEST, newId()))).toBe('not-found')
    expect(await codeOf(locateComment(GUEST, newId()))).toBe('not-found')
    const [here, there] = [await makeThread(), await makeThread()]
    expect(await codeOf(readWindow(GUEST, here.id, { sort: 'best', at: await say(there) }))).toBe('not-found')
  })

  test.each([
    { limit: 0 },
    { limit: 101 },
    { limit: 'many' },
    { sort: 'random' },
    { cursor: 'x'.repeat(201) },
    { page: 2 },
  ])('cannot be asked for with %j', (asked) => {
    expect(() => parse(ThreadPage, asked)).toThrow('bad-input')
    expect(() => parse(RepliesPage, { ...asked, sort: 'best' })).toThrow('bad-input')
  })

  test('pages replies oldest first, each once, while others answer', async () => {
    const thread = await makeThread()
    const by = await makePerson()
    const root = await say(thread)
    const replies: string[] = []
    for (let index = 0; index < 9; index++) replies.push(await say(thread, { by, to: root }))
    const seen: string[] = []
    let cursor: string | undefined
    do {
      const { comments, nextCursor } = await readReplies(GUEST, root, { limit: 4, cursor })
      seen.push(...comments.map(({ id }) => id))
      cursor = nextCursor ?? undefined
      if (seen.length < 9) replies.push(await say(thread, { by, to: root }))
    } while (cursor)
    expect(seen).toEqual(replies)
  })

  test('brings the first replies of each level: three, two, then one', async () => {
    const thread = await makeThread()
    const by = await makePerson()
    const root = await say(thread, { by })
    const level1: string[] = []
    for (let index = 0; index < 5; index++) level1.push(await say(thread, { by, to: root }))
    const level2: string[] = []
    for (let index = 0; index < 4; index++) level2.push(await say(thread, { by, to: level1[0] ?? '' }))
    let last = level2[0] ?? ''
    const chain = [last]
    for (let index = 0; index < 6; index++) {
      last = await say(thread, { by, to: last })
      chain.push(last)
    }
    const [shown] = (await readThread(GUEST, thread.id, page())).comments
    expect(shown?.replies.map(({ id }) => id)).toEqual(level1.slice(0, 3))
    expect(shown?.replyCount).toBe(5)
    expect(shown?.replies[0]?.replies.map(({ id }) => id)).toEqual(level2.slice(0, 2))
    const ids = new Set(JSON.stringify(shown).match(/[0-9a-f-]{36}/g))
    expect(chain.map((id) => ids.has(id))).toEqual([true, true, true, true, false, false, false])
  })

  test('shows a short discussion whole, and every root on a page with its own replies only', async () => {
    const thread = await makeThread()
    const root = await say(thread)
    for (let index = 0; index < 4; index++) await say(thread, { to: root })
    const [shown] = (await readThread(GUEST, thread.id, page())).comments
    expect(shown?.replies).toHaveLength(4)
    const next = await say(thread)
    await say(thread, { to: next })
    const { comments } = await readThread(GUEST, thread.id, page({ sort: 'oldest', limit: 1 }))
    expect(comments.map(({ id }) => id)).toEqual([root])
  })

  test('shows a short discussion whole among whatever was removed from it', async () => {
    const thread = await makeThread()
    const spam: string[] = []
    for (let index = 0; index < 6; index++) spam.push(await say(thread))
    const root = await say(thread)
    for (let index = 0; index < 6; index++) spam.push(await say(thread, { to: root }))
    const reply = await say(thread, { to: root })
    const last = await say(thread)
    for (const id of spam) await remove(id)
    const { comments, nextCursor } = await readThread(GUEST, thread.id, firstPage(await countOf(thread.id)))
    for (const id of [root, reply, last, ...spam]) expect(findInTree(comments, id), id).toBeDefined()
    expect(nextCursor).toBeNull()
  })

  test('keeps the place of a removed comment between its neighbours, and what answers it', async () => {
    const thread = await makeThread()
    const ids = [await say(thread), await say(thread), await say(thread)]
    const reply = await say(thread, { to: ids[1] ?? '' })
    await remove(ids[1] ?? '')
    const { comments } = await readThread(GUEST, thread.id, page({ sort: 'oldest' }))
    expect(comments).toMatchObject([
      { id: ids[0], status: 'published' },
      { id: ids[1], status: 'removed', body: null, author: null, replies: [{ id: reply }] },
      { id: ids[2], status: 'published' },
    ])
  })

  test('calls the author of the essay so, whatever else they are', async () => {
    const [author, moderator] = [await makePerson('owner'), await makePerson('moderator')]
    const [thread] = await makeEssay(['One paragraph.'], [author.id])
    if (!thread) throw new Error('one paragraph')
    const roles = [await say(thread, { by: author }), await say(thread, { by: moderator })].map(
      async (id) => (await readComment(GUEST, id)).author?.role,
    )
    expect(await Promise.all(roles)).toEqual(['author', 'moderator'])
  })
})

describe('all replies of a comment', () => {
  /** Where the link to further replies leads, on a page without scripts. */
  const linkOf = (comment: ThreadComment | undefined) => {
    if (!comment) throw new Error('no comment')
    const place = { paragraphId: comment.paragraphId, since: 1, text: '', closed: false }
    return renderToStaticMarkup(createElement(MoreReplies, { comment, place, language: 'en', level: 1 }))
  }

  test('can be read page after page without scripts, each once, among whatever was removed', async () => {
    const thread = await makeThread()
    const by = await makePerson()
    const root = await say(thread, { by })
    const replies: string[] = []
    for (let index = 0; index < 45; index++) replies.push(await say(thread, { by, to: root }))
    for (const id of replies.slice(18, 24)) await remove(id)
    const seen: string[] = []
    const links: string[] = []
    for (let cursor: string | undefined, last = false; !last; ) {
      const { comments } = await readWindow(GUEST, thread.id, { sort: 'best', at: root, cursor })
      seen.push(...(comments[0]?.replies ?? []).map(({ id }) => id))
      const link = linkOf(comments[0])
      cursor = new RegExp(`href="/c/${root}\\?cursor=([\\w-]+)"`).exec(link)?.[1]
      last = cursor === undefined || links.length > 5
      if (!last) links.push(link)
      else expect(link).toBe('')
    }
    expect(seen).toEqual(replies)
    // The first page knows how many are left, the second does not know how many stood before it.
    expect(links.map((link) => />([^<]+)<\/a>/.exec(link)?.[1])).toEqual(['21 more replies', 'More comments'])
  })

  test('begin at the beginning below a comment that came with its first few', async () => {
    const thread = await makeThread()
    const by = await makePerson()
    const root = await say(thread, { by })
    for (let index = 0; index < 6; index++) await say(thread, { by, to: root })
    const [comment] = (await readThread(GUEST, thread.id, page())).comments
    const link = linkOf(comment)
    expect(link).toContain(`href="/c/${root}"`)
    expect(link).toContain('3 more replies')
  })
})
