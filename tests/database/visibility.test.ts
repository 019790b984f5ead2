import { describe, expect, test, vi } from 'vitest'
import { readThreadAsOf } from '@/forum/comments/as-of'
import { readMine } from '@/forum/comments/mine'
import { deleteComment, editComment } from '@/forum/comments/mutations'
import {
  findComment,
  locateComment,
  readComment,
  readCommentHistory,
  readForEditing,
  readReplies,
  readThread,
  readWindow,
} from '@/forum/comments/queries'
import { readRecent } from '@/forum/comments/recent'
import { readShown } from '@/forum/comments/shown'
import { listEssays, locateParagraph, readEssay } from '@/forum/essay/queries'
import { readEssayFeed, readParagraphFeed, readPersonFeed } from '@/forum/feeds/queries'
import { readLog } from '@/forum/log/queries'
import { decideCase } from '@/forum/moderation/decide'
import { flagComment } from '@/forum/moderation/mutations'
import { readCase, readDesk, readFlagging, readReceipt } from '@/forum/moderation/queries'
import { readNotifications } from '@/forum/notifications/queries'
import { readMe } from '@/forum/people/me'
import { listPeople, readProfile } from '@/forum/people/queries'
import { Refusal } from '@/forum/refusal'
import { SearchQuery } from '@/forum/search/input'
import { search } from '@/forum/search/queries'
import { findSimilar } from '@/forum/similar/queries'
import { readFresh, readStanding } from '@/forum/unread/queries'
import { GUEST, type Viewer } from '@/forum/viewer'
import { readableComments, readableEntriesSql, visibleComments, visibleCommentsSql } from '@/forum/visibility'
import { vote } from '@/forum/votes/mutations'
import { db, Prisma } from '@/lib/db'
import {
  hold,
  makeModeratorOf,
  makePerson,
  makeSuspended,
  makeThread,
  makeViewers,
  remove,
  say,
  type Thread,
  unique,
} from '../support/people'

// Dozens of transactions a test, on a machine with much else to do.
vi.setConfig({ testTimeout: 120_000 })

process.env.LIMITS = 'off'

const SORTS = ['best', 'newest', 'oldest'] as const

describe('the two forms of visibility', () => {
  test('give the same comments to every role, of every status, own and not, answered and not', async () => {
    const thread = await makeThread()
    const viewers = {
      ...(await makeViewers()),
      'suspended moderator': await makeSuspended('moderator'),
      'moderator here': await makeModeratorOf(thread, await makeThread()),
      'moderator elsewhere': await makeModeratorOf(await makeThread()),
      author: await makePerson(),
    }
    const made = new Map<string, string>()
    for (const [whose, by] of [
      ['own', viewers.author],
      ['other', await makePerson()],
    ] as const)
      for (const status of ['published', 'held', 'removed', 'deleted'] as const)
        for (const [below, counts] of [
          ['', { childSeq: 0 }],
          // Somebody answered, and nothing of it is to be seen: it waits for a moderator, or was taken back.
          [' left', { childSeq: 1 }],
          [' answered', { childSeq: 1, replyCount: 1 }],
          [' above a place', { childSeq: 1, placeCount: 1 }],
        ] as const) {
          const id = await say(thread, { by })
          await db.comment.update({ where: { id }, data: { status, ...counts } })
          made.set(id, `${whose} ${status}${below}`)
        }
    const set = (visibility: 'public' | 'members') =>
      db.essay.update({ where: { id: thread.essayId }, data: { visibility }, select: { id: true } })
    const shown = async (viewer: Viewer) => {
      const here = { paragraphId: thread.id }
      const orm = await db.comment.findMany({ where: { AND: [visibleComments(viewer), here] }, select: { id: true } })
      const sql = await db.$queryRaw<{ id: string }[]>(
        Prisma.sql`SELECT c."id" FROM "Comment" c WHERE c."paragraphId" = ${thread.id}::uuid AND ${visibleCommentsSql(viewer)}`,
      )
      const words = await db.comment.findMany({
        where: { AND: [readableComments(viewer), here] },
        select: { id: true },
      })
      const entries = await db.$queryRaw<{ id: string }[]>(
        Prisma.sql`SELECT s."commentId" AS "id" FROM "CommentEntry" s WHERE s."paragraphId" = ${thread.id}::uuid AND ${readableEntriesSql(viewer)}`,
      )
      const names = (rows: { id: string }[]) => rows.map(({ id }) => made.get(id) ?? '').sort()
      expect(names(sql)).toEqual(names(orm))
      expect(names(entries)).toEqual(names(words))
      return { places: names(orm), words: names(words) }
    }
    const all = [...made.values()].sort()
    const gone = /deleted(?: left)?$/
    const places = all.filter((name) => !/held/.test(name) && !gone.test(name))
    const published = all.filter((name) => name.includes('published'))
    expect(published).toHaveLength(8)
    const ownHeld = all.filter((name) => name.startsWith('own held'))
    for (const who of ['guest', 'member', 'suspended', 'suspended moderator', 'moderator elsewhere'] as const)
      expect(await shown(viewers[who]), who).toEqual({ places, words: published })
    expect(await shown(viewers.author)).toEqual({
      places: [...places, ...ownHeld].sort(),
      words: [...published, ...ownHeld].sort(),
    })
    for (const who of ['moderator', 'moderator here', 'owner'] as const)
      expect(await shown(viewers[who]), who).toEqual({
        places: all.filter((name) => !gone.test(name)),
        words: all.filter((name) => /published|held/.test(name)),
      })
    const member = await shown(viewers.member)
    await set('members')
    expect(await shown(viewers.guest)).toEqual({ places: [], words: [] })
    expect(await shown(viewers.member)).toEqual(member)
  })
})

type Hidden = { id: string; secret: string; handle: string; caseId: string | null; author: Viewer }

/** A comment with a secret in its words, its quote and its earlier words, in one of the states that hide it. */
async function plant(thread: Thread, state: 'held' | 'removed' | 'deleted', parentId?: string): Promise<Hidden> {
  const secret = unique(`canary-${state}`)
  const author = await makePerson()
  const to = parentId ? { to: parentId } : {}
  const id = await say(thread, { by: author, body: `first ${secret}`, quote: 'promise', ...to })
  await editComment(author, id, { body: `then ${secret}` })
  // Answered, so that its place stays.
  await say(thread, { to: id })
  if (state === 'held') await hold(id)
  if (state === 'removed') await remove(id)
  if (state === 'deleted') await deleteComment(author, id)
  const found = await db.case.findFirst({ where: { commentId: id }, select: { id: true } })
  return { id, secret, handle: author.handle, caseId: found?.id ?? null, author }
}

/** A guest's browser says when they were here last. */
const since = (viewer: Viewer) => (viewer.role === 'guest' ? { since: new Date(0) } : {})

/** A comment as a page shows it that has not heard of what became of it. */
const markOf = (id: string) => ({ id, status: 'published' as const, revision: 1, score: 0, replyCount: 0 })

/** What every query of the forum answers to the viewer about a thread and a comment in it; refusals are answers too. */
async function everything(viewer: Viewer, thread: Thread, hidden: Hidden, parentId: string) {
  const asked: Record<string, Promise<unknown>> = {
    essays: listEssays(viewer),
    essay: readEssay(GUEST, thread.slug),
    paragraph: locateParagraph(GUEST, thread.id),
    comment: readComment(viewer, hidden.id),
    found: findComment(viewer, hidden.id).then(({ body: _, ...rest }) => rest),
    located: locateComment(viewer, hidden.id),
    replies: readReplies(viewer, hidden.id, { limit: 100 }),
    siblings: readReplies(viewer, parentId, { limit: 100 }),
    history: readCommentHistory(viewer, hidden.id),
    editing: readForEditing(viewer, hidden.id),
    window: readWindow(viewer, thread.id, { sort: 'best', at: hidden.id }),
    flagging: readFlagging(viewer, hidden.id),
    receipt: readReceipt(viewer, hidden.id),
    asOf: readThreadAsOf(viewer, thread.id, new Date(Date.now() + 60_000)),
    mine: readMine(viewer, thread.id),
    shown: readShown(viewer, thread.id, { shown: [markOf(hidden.id), markOf(parentId)] }),
    fresh: readFresh(viewer, thread.id, since(viewer)),
    standing: readStanding(viewer, thread.slug, since(viewer)),
    me: readMe(viewer),
    notifications: readNotifications(viewer),
    profile: readProfile(viewer, hidden.handle),
    search: search(viewer, SearchQuery.parse({ q: hidden.secret, in: 'comments' })),
    searchOfPerson: search(viewer, SearchQuery.parse({ q: 'canary', person: hidden.handle })),
    similar: findSimilar(viewer, 'test', thread.id, { body: `then ${hidden.secret}, and so said others: first` }),
    recent: readRecent(viewer, { essay: thread.slug }),
    essayFeed: readEssayFeed(thread.slug),
    paragraphFeed: readParagraphFeed(thread.id),
    personFeed: readPersonFeed(hidden.handle),
    people: listPeople(viewer, {}),
    log: readLog(),
    desk: readDesk(viewer, { state: 'open' }),
    done: readDesk(viewer, { state: 'done' }),
    ...(hidden.caseId ? { case: readCase(viewer, hidden.caseId) } : {}),
    ...Object.fromEntries(SORTS.map((sort) => [sort, readThread(viewer, thread.id, { sort, limit: 100 })])),
  }
  const settled = await Promise.all(
    Object.entries(asked).map(async ([name, asking]) => {
      const answer = await asking.catch((error: unknown) => {
        if (error instanceof Refusal) return { refused: error.code, about: error.about }
        throw error
      })
      return [name, JSON.stringify(answer, (_, value) => (typeof value === 'bigint' ? String(value) : value))] as const
    }),
  )
  return new Map(settled)
}

/** Where those who may read it find it by its words: a held one is looked for as others are, a removed one is not. */
const FOUND_WHERE = { held: ['search', 'searchOfPerson', 'profile'], removed: [], deleted: [] } as const

const where = (answers: Map<string, string>, text: string) =>
  [...answers].filter(([, answer]) => answer.includes(text)).map(([name]) => name)

describe.each(['held', 'removed', 'deleted'] as const)('a secret in a %s comment', (state) => {
  test('is in no answer to anybody who may not read it', async () => {
    const thread = await makeThread()
    const parent = await makePerson()
    const parentId = await say(thread, { by: parent })
    const hidden = await plant(thread, state, parentId)
    const viewers = await makeViewers()
    for (const [who, viewer] of Object.entries({
      guest: viewers.guest,
      member: viewers.member,
      suspended: viewers.suspended,
      'suspended moderator': await makeSuspended('moderator'),
      'moderator of another essay': await makeModeratorOf(await makeThread()),
      // Was told of the reply.
      'author of what it answers': parent,
    }))
      expect(where(await everything(viewer, thread, hidden, parentId), hidden.secret), who).toEqual([])

    // The test would pass with nothing planted: those who may read it do.
    for (const viewer of [viewers.moderator, await makeModeratorOf(thread), viewers.owner]) {
      const found = where(await everything(viewer, thread, hidden, parentId), hidden.secret)
      if (state === 'deleted') expect(found).toEqual([])
      else expect(found).toEqual(expect.arrayContaining(['comment', 'history', 'shown', 'best', ...FOUND_WHERE[state]]))
    }
    const byAuthor = where(await everything(hidden.author, thread, hidden, parentId), hidden.secret)
    if (state === 'deleted') expect(byAuthor).toEqual([])
    else expect(byAuthor).toEqual(expect.arrayContaining(['comment', 'best']))
  })

  test('names nobody where only the place is shown', async () => {
    const thread = await makeThread()
    const parentId = await say(thread)
    const hidden = await plant(thread, state, parentId)
    const member = await makePerson()
    for (const viewer of [GUEST, member, await makeModeratorOf(await makeThread())]) {
      const answers = await everything(viewer, thread, hidden, parentId)
      expect(
        where(answers, hidden.handle).filter((name) => !['profile', 'people', 'personFeed'].includes(name)),
      ).toEqual([])
    }
  })

  test('deleted or not, is not stored where the author took it back', async () => {
    const thread = await makeThread()
    const hidden = await plant(thread, state)
    const stored = await db.comment.findUniqueOrThrow({ where: { id: hidden.id }, include: { revisions: true } })
    expect(JSON.stringify(stored).includes(hidden.secret)).toBe(state !== 'deleted')
  })
})

describe('hidden comments', () => {
  test('held ones change no count, no order and no page for those who do not see them', async () => {
    const thread = await makeThread()
    const roots: string[] = []
    for (let index = 0; index < 4; index++) roots.push(await say(thread))
    await vote(await makePerson(), roots[2] ?? '')
    await say(thread, { to: roots[0] ?? '' })
    const member = await makePerson()
    const seen = async (viewer: Viewer) => ({
      essay: await readEssay(GUEST, thread.slug),
      replies: await readReplies(viewer, roots[0] ?? '', { limit: 1 }),
      pages: await Promise.all(SORTS.map((sort) => readThread(viewer, thread.id, { sort, limit: 2 }))),
    })
    const before = { guest: await seen(GUEST), member: await seen(member) }
    for (const to of [undefined, undefined, roots[0], roots[1]]) {
      const id = await say(thread, to ? { to } : {})
      await vote(await makePerson(), id)
      await vote(await makePerson(), id)
      await hold(id)
    }
    expect({ guest: await seen(GUEST), member: await seen(member) }).toEqual(before)
    const moderator = await readThread(await makePerson('moderator'), thread.id, { sort: 'oldest', limit: 100 })
    expect(moderator.comments).toHaveLength(6)
  })

  test('a held answer does not show itself by the place of the deleted comment it answers', async () => {
    const thread = await makeThread()
    const author = await makePerson()
    const ids = [await say(thread, { by: author }), await say(thread, { by: author })]
    await hold(await say(thread, { to: ids[0] ?? '' }))
    for (const id of ids) await deleteComment(author, id)
    for (const viewer of [GUEST, await makePerson()])
      for (const sort of SORTS) expect((await readThread(viewer, thread.id, { sort, limit: 100 })).comments).toEqual([])
  })

  test('removed and deleted ones do not count, and their score is not told', async () => {
    const thread = await makeThread()
    const [author, voter] = [await makePerson(), await makePerson()]
    const root = await say(thread)
    const removed = await say(thread, { to: root })
    const deleted = await say(thread, { by: author, to: root })
    for (const id of [removed, deleted]) await vote(voter, id)
    await remove(removed)
    await deleteComment(author, deleted)
    expect((await readEssay(GUEST, thread.slug)).commentCount).toBe(1)
    const shown = await readComment(GUEST, root)
    expect(shown.replyCount).toBe(0)
    expect((await readReplies(GUEST, root, { limit: 10 })).comments).toMatchObject([{ id: removed, score: 0 }])
  })

  test('come back with their words when a moderator approves them after all', async () => {
    const thread = await makeThread()
    const id = await say(thread, { body: 'words that come back' })
    await remove(id)
    expect((await readComment(GUEST, id)).body).toBeNull()
    // A new report cannot be made of a removed comment; the case is opened as an appeal will open it.
    const { essayId, revision } = await db.comment.findUniqueOrThrow({ where: { id } })
    const opened = await db.case.create({ data: { id: crypto.randomUUID(), essayId, commentId: id } })
    await decideCase(await makePerson('moderator'), opened.id, {
      act: 'approve',
      reason: 'within the rules',
      version: 1,
      commentRevision: revision,
    })
    expect(await readComment(GUEST, id)).toMatchObject({ body: 'words that come back', status: 'published' })
    expect((await readEssay(GUEST, thread.slug)).commentCount).toBe(1)
  })

  test('that somebody reported stay as they are until a moderator decides', async () => {
    const thread = await makeThread()
    const id = await say(thread, { body: 'reported words' })
    const before = await readComment(GUEST, id)
    await flagComment(await makePerson(), id, { reason: 'spam' })
    expect(await readComment(GUEST, id)).toEqual(before)
  })
})

describe('the desk', () => {
  test('does not exist for guests, members and suspended moderators, whichever query is asked', async () => {
    const thread = await makeThread()
    const hidden = await plant(thread, 'removed')
    const { guest, member, suspended } = await makeViewers()
    for (const [viewer, code] of [
      [guest, 'sign-in-required'],
      [member, 'not-found'],
      [suspended, 'suspended'],
    ] as const)
      for (const asking of [
        readDesk(viewer, { state: 'open' }),
        readDesk(viewer, { state: 'done' }, hidden.caseId ?? ''),
        readCase(viewer, hidden.caseId ?? ''),
        listPeople(viewer, {}),
      ])
        await expect(asking).rejects.toMatchObject({ name: 'Refusal', code })
  })
})
