import { describe, expect, test, vi } from 'vitest'
import { PostCommentForm } from '@/app/_web/comment-forms'
import { EditComment, PostComment, ThreadPage } from '@/forum/comments/input'
import { DEPTH_MAX } from '@/forum/comments/limits'
import { deleteComment, editComment, postComment, postForm } from '@/forum/comments/mutations'
import { previewComment } from '@/forum/comments/preview'
import { readComment, readCommentHistory, readThread, readWindow } from '@/forum/comments/queries'
import { findInTree } from '@/forum/comments/tree'
import { createEssay } from '@/forum/essay/mutations'
import { publishRevision } from '@/forum/essay/publish'
import { decideCase } from '@/forum/moderation/decide'
import { parse } from '@/forum/parse'
import { EDIT_WINDOW_MS, SILENT_EDIT_MS } from '@/forum/policy'
import { COUNTER_NAMES, countDrift, recount } from '@/forum/upkeep/counters'
import { findOrphans, ORPHAN_CHECKS } from '@/forum/upkeep/orphans'
import { GUEST } from '@/forum/viewer'
import { db } from '@/lib/db'
import { newId } from '@/lib/id'
import {
  age,
  codeOf,
  hold,
  makeEssay,
  makePeople,
  makePerson,
  makeSuspended,
  makeThread,
  refusalOf,
  remove,
  say,
  unique,
} from '../support/people'

// Dozens of transactions a test, on a machine with much else to do.
vi.setConfig({ testTimeout: 120_000 })

// Hundreds of posts within a minute; posting-pace.test.ts is about the limit.
process.env.LIMITS = 'off'

const page = (asked: Partial<ThreadPage> = {}) => parse(ThreadPage, asked)
const countOf = async (paragraphId: string) =>
  (await db.paragraph.findUniqueOrThrow({ where: { id: paragraphId }, select: { commentCount: true } })).commentCount
const rowOf = (id: string) => db.comment.findUniqueOrThrow({ where: { id } })
const nothingDrifts = async () => {
  for (const name of COUNTER_NAMES) expect(await countDrift(name), name).toBe(0)
  for (const check of ORPHAN_CHECKS) expect(await findOrphans(check), check).toMatchObject({ found: 0 })
}
/** Answers a comment by an answer to an answer …, down to a depth, as posting would store them. @returns the deepest */
async function deepen(commentId: string, depth: number): Promise<string> {
  const top = await rowOf(commentId)
  const ids = [top.id, ...Array.from({ length: depth - top.depth }, () => newId())]
  await db.comment.createMany({
    data: ids.slice(1).map((id, index) => ({
      ...top,
      id,
      parentId: ids[index] ?? null,
      depth: top.depth + index + 1,
      path: top.path + '00001'.repeat(index + 1),
      clientId: null,
      childSeq: index + 2 < ids.length ? 1 : 0,
      replyCount: index + 2 < ids.length ? 1 : 0,
    })),
  })
  await db.comment.update({ where: { id: top.id }, data: { childSeq: 1, replyCount: 1 } })
  await db.paragraph.update({ where: { id: top.paragraphId }, data: { commentCount: { increment: ids.length - 1 } } })
  return ids.at(-1) ?? commentId
}

describe('posting', () => {
  test('stores the words, their rendering, and the wording they were written on', async () => {
    const thread = await makeThread()
    const by = await makePerson()
    const { id } = await postComment(by, thread.id, { body: 'It *is* a promise.' })
    const comment = await readComment(GUEST, id)
    expect(comment).toMatchObject({
      parentId: null,
      paragraphId: thread.id,
      depth: 0,
      author: { handle: by.handle, role: 'member' },
      body: 'It *is* a promise.',
      html: '<p>It <em>is</em> a promise.</p>',
      quote: null,
      status: 'published',
      score: 0,
      replyCount: 0,
      revision: 1,
      editedAt: null,
      writtenOn: 1,
    })
    expect(await countOf(thread.id)).toBe(1)
  })

  test('writes the outbox row in the same transaction', async () => {
    const thread = await makeThread()
    const id = await say(thread)
    expect(await db.outbox.findMany({ where: { subjectId: id } })).toMatchObject([
      { topic: 'comment.posted', essayId: thread.essayId, paragraphId: thread.id },
    ])
  })

  test('is refused to guests, to suspended people, and where there is no paragraph', async () => {
    const thread = await makeThread()
    expect(await codeOf(postComment(GUEST, thread.id, { body: 'a' }))).toBe('sign-in-required')
    const suspended = await makeSuspended()
    const no = await refusalOf(postComment(suspended, thread.id, { body: 'a' }))
    expect(no).toMatchObject({
      code: 'suspended',
      about: { facts: { until: suspended.suspendedUntil?.toISOString() } },
    })
    expect(await codeOf(postComment(await makePerson(), newId(), { body: 'a' }))).toBe('not-found')
    expect(await countOf(thread.id)).toBe(0)
  })

  test('is refused at a paragraph that the essay no longer has; reading is not', async () => {
    const [kept, gone] = await makeEssay([
      'The city planted four thousand trees in ten years and nobody can agree on whether it worked.',
      'Residents were asked to help, and in the first spring six hundred people signed up to water a tree.',
    ])
    if (!kept || !gone) throw new Error('two paragraphs')
    const id = await say(gone)
    await publishRevision({ slug: kept.slug, source: kept.text, publishedById: null })
    expect(await codeOf(say(gone))).toBe('not-found')
    expect(await codeOf(say(gone, { to: id }))).toBe('not-found')
    expect((await readThread(GUEST, gone.id, page())).comments).toMatchObject([{ id }])
  })
})

describe('replies', () => {
  test('stand below what they answer, and the one who is answered is told', async () => {
    const thread = await makeThread()
    const [asking, answering] = await makePeople(2)
    const root = await say(thread, { by: asking })
    const reply = await say(thread, { by: answering, to: root })
    const deeper = await say(thread, { by: asking, to: reply })
    expect(await rowOf(deeper)).toMatchObject({ depth: 2, parentId: reply, rootId: root })
    expect(await readComment(GUEST, root)).toMatchObject({ replyCount: 1 })
    expect(await db.notification.findMany({ where: { personId: asking?.id ?? '' } })).toMatchObject([
      { kind: 'reply', commentId: reply },
    ])
  })

  test('to oneself tell nobody', async () => {
    const thread = await makeThread()
    const by = await makePerson()
    await say(thread, { by, to: await say(thread, { by }) })
    expect(await db.notification.count({ where: { personId: by.id } })).toBe(0)
  })

  test('are refused below a comment of another thread, an unknown one, and one that is gone', async () => {
    const [here, there] = [await makeThread(), await makeThread()]
    const elsewhere = await say(there)
    expect(await refusalOf(say(here, { to: elsewhere }))).toMatchObject({
      code: 'parent-elsewhere',
      about: { field: 'parentId' },
    })
    expect(await codeOf(say(here, { to: newId() }))).toBe('parent-elsewhere')

    const removed = await say(here)
    await remove(removed)
    expect(await codeOf(say(here, { to: removed }))).toBe('parent-gone')

    const author = await makePerson()
    const deleted = await say(here, { by: author })
    await say(here, { to: deleted })
    await deleteComment(author, deleted)
    expect(await codeOf(say(here, { to: deleted }))).toBe('parent-gone')

    const held = await say(here)
    await hold(held)
    expect(await codeOf(say(here, { to: held }))).toBe('parent-elsewhere')
  })

  test('a thousand deep work, each knows where it stands, and the next is refused', async () => {
    const thread = await makeThread()
    const by = await makePerson()
    let last = await say(thread, { by })
    for (let depth = 1; depth <= 3; depth++) last = await say(thread, { by, to: last })
    last = await deepen(last, DEPTH_MAX - 4)
    for (let depth = DEPTH_MAX - 3; depth <= DEPTH_MAX; depth++) last = await say(thread, { by, to: last })
    expect(await rowOf(last)).toMatchObject({ depth: DEPTH_MAX })
    expect(await refusalOf(say(thread, { by, to: last }))).toMatchObject({
      code: 'too-deep',
      about: { field: 'parentId' },
    })
    await nothingDrifts()
    expect((await readThread(GUEST, thread.id, page())).comments).toHaveLength(1)
    expect(await countOf(thread.id)).toBe(DEPTH_MAX + 1)
  })

  test('are shown with the root and the twenty comments above them, however deep, and what is left out is counted', async () => {
    const thread = await makeThread()
    const by = await makePerson()
    const root = await say(thread, { by })
    const at = async (depth: number) => {
      const row = await db.comment.findFirstOrThrow({ where: { paragraphId: thread.id, depth } })
      const { above, skipped, comments } = await readWindow(GUEST, thread.id, { sort: 'best', at: row.id })
      expect(comments).toMatchObject([{ id: row.id }])
      return { above: above.map((comment) => comment.depth), skipped }
    }
    await deepen(root, 100)
    expect(await at(0)).toEqual({ above: [], skipped: 0 })
    expect(await at(21)).toEqual({ above: Array.from({ length: 21 }, (_, depth) => depth), skipped: 0 })
    expect(await at(22)).toEqual({ above: [0, ...Array.from({ length: 20 }, (_, index) => 2 + index)], skipped: 1 })
    expect(await at(100)).toEqual({ above: [0, ...Array.from({ length: 20 }, (_, index) => 80 + index)], skipped: 79 })
  })

  test('are in reading order when sorted by path', async () => {
    const thread = await makeThread()
    const first = await say(thread)
    const second = await say(thread)
    const below = await say(thread, { to: first })
    const deepest = await say(thread, { to: below })
    const besides = await say(thread, { to: first })
    const rows = await db.comment.findMany({ where: { paragraphId: thread.id }, orderBy: { path: 'asc' } })
    expect(rows.map(({ id }) => id)).toEqual([first, below, deepest, besides, second])
  })

  test('keep their place: the database refuses to move one', async () => {
    const thread = await makeThread()
    const [one, other] = [await say(thread), await say(thread)]
    const reply = await say(thread, { to: one })
    await expect(db.comment.update({ where: { id: reply }, data: { parentId: other } })).rejects.toThrow()
    expect(await rowOf(reply)).toMatchObject({ parentId: one })
  })
})

describe('many at once', () => {
  test('twenty writers post, answer, delete and lose comments: counts, places and orders stay true', {
    timeout: 120_000,
  }, async () => {
    const thread = await makeThread()
    const root = await say(thread)
    const writers = await makePeople(20)
    await Promise.all(
      writers.map(async (by, index) => {
        const own = await say(thread, { by })
        const reply = await say(thread, { by, to: root })
        await say(thread, { by, to: own })
        if (index % 4 === 0) await deleteComment(by, reply)
        if (index % 4 === 1) await deleteComment(by, own)
        if (index % 4 === 2) await remove(own)
      }),
    )
    const rows = await db.comment.findMany({ where: { paragraphId: thread.id } })
    expect(rows).toHaveLength(61)
    expect(new Set(rows.map(({ path }) => path)).size).toBe(61)
    const published = rows.filter(({ status }) => status === 'published')
    expect(published).toHaveLength(46)
    expect(await countOf(thread.id)).toBe(46)
    expect(await readComment(GUEST, root)).toMatchObject({ replyCount: 15 })
    await nothingDrifts()
  })

  test('among siblings the order of ids is the order of places', async () => {
    const thread = await makeThread()
    const writers = await makePeople(12)
    await Promise.all(writers.map((by) => say(thread, { by })))
    const rows = await db.comment.findMany({ where: { paragraphId: thread.id }, orderBy: { path: 'asc' } })
    expect(rows.map(({ id }) => id)).toEqual(rows.map(({ id }) => id).sort())
  })

  test('a reply to a comment that goes at the same moment is posted or refused, never lost in between', async () => {
    const thread = await makeThread()
    for (let round = 0; round < 6; round++) {
      const [author, answering] = await makePeople(2)
      if (!author || !answering) throw new Error('two people')
      const root = await say(thread, { by: author })
      const [reply] = await Promise.allSettled([say(thread, { by: answering, to: root }), deleteComment(author, root)])
      if (reply.status === 'rejected') expect(reply.reason).toMatchObject({ code: 'parent-gone' })
      else expect(await readComment(GUEST, reply.value)).toMatchObject({ parentId: root })
    }
    await nothingDrifts()
  })
})

describe('the same form again', () => {
  test('is the same comment, one after the other and twenty at once', async () => {
    const thread = await makeThread()
    const by = await makePerson()
    const input = { body: 'once', clientId: unique('form') }
    const all = await Promise.all(Array.from({ length: 20 }, () => postComment(by, thread.id, input)))
    const later = await postComment(by, thread.id, input)
    expect(new Set([...all, later].map(({ id }) => id)).size).toBe(1)
    expect(await countOf(thread.id)).toBe(1)
    expect(await db.outbox.count({ where: { subjectId: later.id } })).toBe(1)
  })

  test('of two people is two comments', async () => {
    const thread = await makeThread()
    const [one, other] = await makePeople(2)
    const clientId = unique('form')
    expect(await say(thread, { by: one, clientId })).not.toBe(await say(thread, { by: other, clientId }))
    expect(await countOf(thread.id)).toBe(2)
  })

  test('without a clientId has one made of its words and place', async () => {
    const thread = await makeThread()
    const by = await makePerson()
    const send = (body: string, parentId?: string) => postForm(by, thread.id, { body, parentId }).then(({ id }) => id)
    const first = await send('twice')
    expect(await send('twice')).toBe(first)
    expect(await send('something else')).not.toBe(first)
    expect(await send('twice', first)).not.toBe(first)
    parse(PostCommentForm, { body: 'twice', paragraphId: thread.id, clientId: '', parentId: '', quote: '' })
  })

  test('without a clientId is one comment whenever the clock turns between two clicks', async () => {
    const thread = await makeThread()
    const by = await makePerson()
    const sentAt = async (minutes: number) => {
      vi.useFakeTimers({ toFake: ['Date'], now: new Date(Date.UTC(2026, 10, 22, 12, 0) + minutes * 60_000) })
      const { id } = await postForm(by, thread.id, { body: 'a double click' })
      vi.useRealTimers()
      return id
    }
    const first = await sentAt(9.999)
    expect(await sentAt(10.001)).toBe(first)
    expect(await sentAt(30)).not.toBe(first)
    expect(await countOf(thread.id)).toBe(2)
  })

  test('with other words answers with the comment that stands, and says so', async () => {
    const thread = await makeThread()
    const by = await makePerson()
    const clientId = unique('form')
    const first = await postComment(by, thread.id, { body: 'as it was sent', clientId })
    expect(first.otherWords).toBe(false)
    expect(await postComment(by, thread.id, { body: 'as it was sent', clientId })).toEqual(first)
    const changed = { body: 'and changed since', clientId }
    expect(await postComment(by, thread.id, changed)).toEqual({ id: first.id, otherWords: true })
    expect(await postForm(by, thread.id, changed)).toEqual({ id: first.id, otherWords: true })
    const both = await Promise.all(
      ['one', 'other'].map((body) => postComment(by, thread.id, { body, clientId: `${clientId}-both` })),
    )
    expect(both.map(({ otherWords }) => otherWords).toSorted((a, b) => Number(a) - Number(b))).toEqual([false, true])
    expect(await countOf(thread.id)).toBe(2)
  })

  test('after the comment was taken back is a new comment', async () => {
    const thread = await makeThread()
    const by = await makePerson()
    const clientId = unique('form')
    const first = await say(thread, { by, clientId })
    await deleteComment(by, first)
    const second = await say(thread, { by, clientId })
    expect(second).not.toBe(first)
    expect(await readComment(GUEST, second)).toMatchObject({ status: 'published' })
  })
})

describe('editing', () => {
  test('within five minutes is silent, and keeps the earlier words', async () => {
    const by = await makePerson()
    const id = await say(await makeThread(), { by, body: 'teh words' })
    await editComment(by, id, { body: 'the words', revision: 1 })
    const { comment, earlier } = await readCommentHistory(GUEST, id)
    expect(comment).toMatchObject({ body: 'the words', html: '<p>the words</p>', revision: 2, editedAt: null })
    expect(earlier).toMatchObject([{ revision: 1, html: '<p>teh words</p>' }])
  })

  test('after five minutes is marked', async () => {
    const by = await makePerson()
    const id = await say(await makeThread(), { by })
    await age(id, SILENT_EDIT_MS + 1_000)
    await editComment(by, id, { body: 'other words' })
    expect((await readComment(GUEST, id)).editedAt).not.toBeNull()
  })

  test('is closed after a day', async () => {
    const by = await makePerson()
    const id = await say(await makeThread(), { by, body: 'as it was' })
    await age(id, EDIT_WINDOW_MS - 60_000)
    await editComment(by, id, { body: 'in time' })
    await age(id, EDIT_WINDOW_MS + 1_000)
    expect(await codeOf(editComment(by, id, { body: 'too late' }))).toBe('edit-too-late')
    expect(await readComment(GUEST, id)).toMatchObject({ body: 'in time' })
  })

  test('from an older revision is refused: in two tabs, and at the same moment', async () => {
    const by = await makePerson()
    const id = await say(await makeThread(), { by })
    await editComment(by, id, { body: 'first tab', revision: 1 })
    expect(await codeOf(editComment(by, id, { body: 'second tab', revision: 1 }))).toBe('changed-meanwhile')
    const all = await Promise.allSettled(
      Array.from({ length: 8 }, (_, index) => editComment(by, id, { body: `tab ${index}`, revision: 2 })),
    )
    expect(all.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
    for (const one of all)
      if (one.status === 'rejected') expect(one.reason).toMatchObject({ code: 'changed-meanwhile' })
    expect(await rowOf(id)).toMatchObject({ revision: 3 })
    expect(await db.commentRevision.count({ where: { commentId: id } })).toBe(2)
  })

  test('into the same words changes nothing', async () => {
    const by = await makePerson()
    const id = await say(await makeThread(), { by, body: 'the same' })
    await editComment(by, id, { body: 'the same' })
    expect(await rowOf(id)).toMatchObject({ revision: 1 })
    expect(await db.commentRevision.count({ where: { commentId: id } })).toBe(0)
  })

  test("somebody else's, a removed or an unknown comment is refused", async () => {
    const by = await makePerson()
    const id = await say(await makeThread(), { by })
    const edit = { body: 'not mine' }
    expect(await codeOf(editComment(GUEST, id, edit))).toBe('sign-in-required')
    for (const role of ['member', 'moderator', 'owner'] as const)
      expect(await codeOf(editComment(await makePerson(role), id, edit))).toBe('not-allowed')
    expect(await codeOf(editComment(by, newId(), edit))).toBe('not-found')
    await remove(id)
    expect(await codeOf(editComment(by, id, edit))).toBe('not-allowed')
  })
})

describe('deleting', () => {
  test('leaves nothing of a comment that nobody answered', async () => {
    const thread = await makeThread()
    const by = await makePerson()
    const id = await say(thread, { by })
    await deleteComment(by, id)
    expect(await codeOf(readComment(GUEST, id))).toBe('not-found')
    expect((await readThread(GUEST, thread.id, page())).comments).toEqual([])
    expect(await countOf(thread.id)).toBe(0)
  })

  test('keeps the place of one that was answered, without words, author and earlier words', async () => {
    const thread = await makeThread('A promise that someone will be around.')
    const by = await makePerson()
    const id = await say(thread, { by, quote: 'promise' })
    await editComment(by, id, { body: 'edited words' })
    const reply = await say(thread, { to: id })
    await deleteComment(by, id)
    const [place] = (await readThread(GUEST, thread.id, page())).comments
    expect(place).toMatchObject({ id, status: 'deleted', body: null, html: null, quote: null, author: null, score: 0 })
    expect(place?.replies).toMatchObject([{ id: reply }])
    expect(await rowOf(id)).toMatchObject({ body: '', html: '', quote: null })
    expect(await db.commentRevision.count({ where: { commentId: id } })).toBe(0)
    expect(await countOf(thread.id)).toBe(1)
  })

  test('twice, or five times at once, is deleting once', async () => {
    const thread = await makeThread()
    const by = await makePerson()
    const id = await say(thread, { by })
    await Promise.all(Array.from({ length: 5 }, () => deleteComment(by, id)))
    // Each time it says where the comment stood: its own address leads nowhere.
    expect(await deleteComment(by, id)).toEqual({ id, paragraphId: thread.id })
    expect(await countOf(thread.id)).toBe(0)
  })

  test('keeps a place only while something stands below it', async () => {
    const thread = await makeThread()
    const by = await makePerson()
    const chain = [await say(thread, { by })]
    for (let depth = 1; depth < 4; depth++) chain.push(await say(thread, { by, to: chain.at(-1) }))
    const [root = '', first = '', second = '', last = ''] = chain
    const places = async () => {
      const { comments } = await readThread(GUEST, thread.id, page())
      return chain.map((id) => findInTree(comments, id)?.status ?? 'gone')
    }
    await deleteComment(by, first)
    await deleteComment(by, root)
    expect(await places()).toEqual(['deleted', 'deleted', 'published', 'published'])
    await deleteComment(by, second)
    expect(await places()).toEqual(['deleted', 'deleted', 'deleted', 'published'])
    await nothingDrifts()
    await deleteComment(by, last)
    expect(await places()).toEqual(['gone', 'gone', 'gone', 'gone'])
    for (const id of chain) expect(await codeOf(readComment(GUEST, id))).toBe('not-found')
    await nothingDrifts()
  })

  test('keeps a place above a removed answer, and gives it back when a held one is published', async () => {
    const thread = await makeThread()
    const by = await makePerson()
    const [root, other] = [await say(thread, { by }), await say(thread, { by })]
    const removed = await say(thread, { to: root })
    const held = await say(thread, { to: other })
    await remove(removed)
    await hold(held)
    await deleteComment(by, root)
    await deleteComment(by, other)
    expect(await readComment(GUEST, root)).toMatchObject({ status: 'deleted', replyCount: 0 })
    expect(await codeOf(readComment(GUEST, other))).toBe('not-found')
    await nothingDrifts()
    const decide = async (act: 'approve' | 'remove') => {
      const item = await db.case.create({ data: { id: newId(), essayId: thread.essayId, commentId: held } })
      const input = { act, reason: 'for the test', version: 1, commentRevision: 1 }
      await decideCase(await makePerson('moderator'), item.id, input)
    }
    await decide('remove')
    expect(await readComment(GUEST, other)).toMatchObject({ status: 'deleted', replyCount: 0 })
    await decide('approve')
    expect(await readComment(GUEST, other)).toMatchObject({ status: 'deleted', replyCount: 1 })
    await nothingDrifts()
  })

  test('the places below a comment are counted right by a recount, level by level', async () => {
    const thread = await makeThread()
    const by = await makePerson()
    const chain = [await say(thread, { by })]
    for (let depth = 1; depth < 5; depth++) chain.push(await say(thread, { by, to: chain.at(-1) }))
    for (const id of chain.slice(0, -1)) await deleteComment(by, id)
    await db.$executeRaw`UPDATE "Comment" SET "placeCount" = 0, "replyCount" = 0 WHERE "paragraphId" = ${thread.id}::uuid`
    expect(await recount()).toBe(4)
    await nothingDrifts()
    expect((await readThread(GUEST, thread.id, page())).comments).toMatchObject([{ id: chain[0], status: 'deleted' }])
  })

  test('is open to suspended people, and to nobody but the author', async () => {
    const thread = await makeThread()
    const by = await makePerson()
    const id = await say(thread, { by })
    expect(await codeOf(deleteComment(GUEST, id))).toBe('sign-in-required')
    expect(await codeOf(deleteComment(await makePerson('owner'), id))).toBe('not-allowed')
    expect(await codeOf(deleteComment(by, newId()))).toBe('not-found')
    expect(await codeOf(deleteComment(GUEST, newId()))).toBe('not-found')
    await deleteComment({ ...by, suspendedUntil: new Date(Date.now() + 1e6), suspendedFor: 'for the test' }, id)
    expect(await rowOf(id)).toMatchObject({ status: 'deleted' })
  })

  test('of a removed comment is refused: the reasons refer to it', async () => {
    const by = await makePerson()
    const id = await say(await makeThread(), { by })
    await remove(id)
    expect(await codeOf(deleteComment(by, id))).toBe('not-allowed')
    expect(await rowOf(id)).toMatchObject({ status: 'removed' })
  })
})

describe('a quote', () => {
  const thread = () =>
    makeThread(
      '小米造车，并不是一时冲动。\u201cIt\u2019s a promise,\u201d she said \u2014 and left.  Twice the ﬁne café.',
    )

  test.each([
    '并不是一时冲动',
    '小米造车，并不是一时冲动。',
    "It's a promise",
    '"It’s a promise,"',
    'said — and left.',
    'left. Twice',
    'the fine café',
    'cafe\u0301',
  ])('may be %j', async (quote) => {
    const here = await thread()
    const id = await say(here, { quote })
    expect(await readComment(GUEST, id)).toMatchObject({ quote })
  })

  test.each(['不是一时的冲动', 'it is a promise', 'Twice  the fine cafes', '小米汽车'])(
    'may not be %j, which the paragraph does not say',
    async (quote) => {
      const here = await thread()
      expect(await refusalOf(say(here, { quote }))).toMatchObject({
        code: 'quote-not-found',
        about: { field: 'quote' },
      })
      expect(await countOf(here.id)).toBe(0)
    },
  )
})

describe('what a comment may be', () => {
  const bodyOf = (body: unknown) => parse(PostComment, { body }).body
  const refused = (input: unknown) => {
    try {
      parse(PostComment, input)
    } catch (error) {
      return error
    }
    throw new Error(`taken: ${JSON.stringify(input)}`)
  }

  test('ten thousand characters, counted as people count them', async () => {
    for (const character of ['a', '字', '\u{1f333}', 'é']) {
      const body = character.repeat(10_000)
      const id = await say(await makeThread(), { body: bodyOf(body) })
      expect(await rowOf(id)).toMatchObject({ body })
      expect(refused({ body: `${body}${character}` })).toMatchObject({
        code: 'body-too-long',
        about: { field: 'body' },
      })
    }
    expect(bodyOf('a\r\nb\rc')).toBe('a\nb\nc')
    expect(bodyOf(`${'\r\n'.repeat(4_999)}aa`)).toHaveLength(5_001)
  })

  test.each(['', ' ', '\n\t\u3000', '\u200b', '\u00ad\u2060\ufeff', '\u3164', '\u2800', '\u0001'])(
    'not %j, which shows nothing',
    (body) => {
      expect(refused({ body })).toMatchObject({ code: 'body-empty', about: { field: 'body' } })
    },
  )

  test.each(['[a]: https://example.org', '---', '- ', '> ', '&#8203;', '[a]:\nb'])(
    'not %j, of which Markdown makes nothing to read',
    async (body) => {
      const thread = await makeThread()
      const by = await makePerson()
      const empty = { code: 'body-empty', about: { field: 'body' } }
      expect(await refusalOf(postComment(by, thread.id, { body }))).toMatchObject(empty)
      expect(await refusalOf(previewComment('a network', { body }))).toMatchObject(empty)
      const id = await say(thread, { by, body: 'words' })
      expect(await refusalOf(editComment(by, id, { body }))).toMatchObject(empty)
      expect(await rowOf(id)).toMatchObject({ body: 'words', revision: 1 })
    },
  )

  test.each(['a\u0000b', '\ud800', 'a\udfff', '\ud83c\ud83c'])('not %j, which cannot be stored', (body) => {
    expect(refused({ body })).toMatchObject({ code: 'bad-characters' })
    expect(refused({ body: 'a', quote: body })).toMatchObject({ code: 'bad-characters', about: { field: 'quote' } })
  })

  test.each([
    null,
    [],
    'text',
    7,
    {},
    { body: null },
    { body: ['a'] },
    { body: { toString: 'a' } },
    { body: 7 },
    { body: 'a', parentId: 'no id' },
    { body: 'a', parentId: { not: '' } },
    { body: 'a', clientId: 'short' },
    { body: 'a', clientId: ['12345678'] },
    { body: 'a', authorId: newId() },
    { body: 'a', status: 'published' },
    JSON.parse('{"body":"a","__proto__":{"role":"owner"}}'),
    { body: 'a', quote: 'q'.repeat(1_001) },
  ])('not of another shape: %j', (input) => {
    expect(refused(input)).toMatchObject({ code: 'bad-input', status: 422 })
  })

  test.each([
    true,
    [1],
    null,
    {},
    '',
    ' 1',
    '0x1',
    '1e1',
    0,
    -1,
    1.5,
    Number.NaN,
    1e300,
    2 ** 31,
    2 ** 31 - 1,
    '9999999999',
  ])('an edit does not start from revision %j', (revision) => {
    expect(() => parse(EditComment, { body: 'a', revision })).toThrow('bad-input')
  })

  test.each([1, '1', 7, '12'])('an edit may start from revision %j', (revision) => {
    expect(parse(EditComment, { body: 'a', revision }).revision).toBe(Number(revision))
  })
})

test('an essay of nothing, and a second one of the same address, are refused', async () => {
  const slug = unique('essay')
  const essay = { slug, title: 'A title', language: 'en', source: ' \n\n ' }
  expect(await refusalOf(createEssay(essay, []))).toMatchObject({ code: 'no-text', about: { field: 'source' } })
  const text = Array.from({ length: 2_001 }, (_, index) => `Paragraph ${index}.`).join('\n\n')
  expect(await codeOf(createEssay({ ...essay, source: text }, []))).toBe('too-many-paragraphs')
  await createEssay({ ...essay, source: 'A paragraph.' }, [])
  expect(await refusalOf(createEssay({ ...essay, source: 'Another.' }, []))).toMatchObject({ about: { field: 'slug' } })
})
