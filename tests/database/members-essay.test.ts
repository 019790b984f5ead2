import { beforeAll, describe, expect, test, vi } from 'vitest'
import { findThreadAsOf, readThreadAsOf } from '@/forum/comments/as-of'
import { readMine } from '@/forum/comments/mine'
import { deleteComment, editComment, postComment } from '@/forum/comments/mutations'
import { readPinned } from '@/forum/comments/pinned'
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
import { readAuthored } from '@/forum/essay/authored'
import { compareRevisions } from '@/forum/essay/compare'
import { readDraft } from '@/forum/essay/drafts'
import { countMembersEssays, listMembersEssays } from '@/forum/essay/for-members'
import { readAsOf, readHistory, readRetiredParagraphs } from '@/forum/essay/history'
import { readLatest } from '@/forum/essay/latest-revision'
import { readPast } from '@/forum/essay/past'
import { publishRevision } from '@/forum/essay/publish'
import { findEssayId, listEssays, locateParagraph, readEssay } from '@/forum/essay/queries'
import { findRevision } from '@/forum/essay/revisions'
import { changeEssay, changeParagraph, readSettings } from '@/forum/essay/settings'
import { mayHear } from '@/forum/essay/stream'
import { readThenAndNow, wordingSince } from '@/forum/essay/then-and-now'
import { readTraces } from '@/forum/essay/traces'
import { readLog } from '@/forum/log/queries'
import { flagComment } from '@/forum/moderation/mutations'
import { readFlagging, readReceipt } from '@/forum/moderation/queries'
import { readNotifications } from '@/forum/notifications/queries'
import { readMe } from '@/forum/people/me'
import { readProfile } from '@/forum/people/queries'
import { endSession, startSession } from '@/forum/people/sessions'
import { viewerOfSession } from '@/forum/people/standing'
import { Refusal } from '@/forum/refusal'
import { SearchQuery } from '@/forum/search/input'
import { search } from '@/forum/search/queries'
import { markEssayRead, markThreadRead } from '@/forum/unread/mutations'
import { readFresh, readStanding } from '@/forum/unread/queries'
import { GUEST, type SignedIn, type Viewer } from '@/forum/viewer'
import { vote } from '@/forum/votes/mutations'
import { codeOf, hold, makeEssay, makePerson, makeSuspended, say, type Thread, unique } from '../support/people'

vi.setConfig({ testTimeout: 120_000, hookTimeout: 120_000 })
process.env.LIMITS = 'off'

const SECRET = unique('canary')
const TEXTS = [
  `A tree is a promise that someone will be around later, said ${SECRET}.`,
  `A hedge is a promise to oneself, wrote ${SECRET}.`,
  `A wall is a sentence addressed to a neighbour, thought ${SECRET}.`,
] as const

type Place = { slug: string; first: Thread; second: Thread; gone: Thread; root: string; held: string }
let author: SignedIn
let writer: SignedIn
let place: Place

const set = (visibility: 'public' | 'unlisted' | 'members') =>
  changeEssay(author, place.slug, { visibility, houseRules: `Rules of ${SECRET}.` })

/** An essay with two revisions, a retired paragraph, comments in several states, a pin and thanks; the secret in all of it. */
beforeAll(async () => {
  ;[author, writer] = [await makePerson(), await makePerson()]
  const [first, second, gone] = (await makeEssay(TEXTS, [author.id])) as [Thread, Thread, Thread]
  const { slug } = first
  const root = await say(first, { by: writer, body: `First ${SECRET}`, quote: 'promise' })
  await editComment(writer, root, { body: `Then ${SECRET}` })
  await say(first, { to: root, body: `Answer ${SECRET}` })
  await say(gone, { body: `On a wall, ${SECRET}?` })
  const held = await say(first, { body: `Held ${SECRET}` })
  await hold(held)
  place = { slug, first, second, gone, root, held }
  await publishRevision({
    slug,
    source: `${TEXTS[0]} And longer.\n\n${TEXTS[1]}`,
    note: `Note of ${SECRET}`,
    publishedById: author.id,
    credits: [root],
    fates: { [gone.id]: { retire: true } },
  })
  const settings = { question: `What of ${SECRET}?`, locked: undefined, lockNote: undefined, pinned: root }
  await changeParagraph(author, slug, { paragraphId: first.id, ...settings })
})

/** What every query answers about the essay and what stands in it; refusals are answers too. */
async function everything(viewer: Viewer) {
  const { slug, first, gone, root } = place
  const bySlug: Record<string, Promise<unknown>> = {
    id: findEssayId(viewer, slug),
    essay: readEssay(viewer, slug),
    latest: readLatest(viewer, slug),
    history: readHistory(viewer, slug),
    revision: findRevision(viewer, slug, 1),
    'as of': readAsOf(viewer, slug, 1),
    'thread as of': findThreadAsOf(viewer, slug, 1, 1),
    compared: compareRevisions(viewer, slug, 1, 2),
    settings: readSettings(viewer, slug),
    draft: readDraft(viewer, slug),
    standing: readStanding(viewer, slug, {}),
  }
  const byId: Record<string, Promise<unknown>> = {
    paragraph: locateParagraph(viewer, first.id),
    retired: locateParagraph(viewer, gone.id),
    thread: readThread(viewer, first.id, { sort: 'best', limit: 100 }),
    'retired thread': readThread(viewer, gone.id, { sort: 'oldest', limit: 100 }),
    window: readWindow(viewer, first.id, { sort: 'best', at: root }),
    'then and now': readThenAndNow(viewer, first.id, 1),
    comment: readComment(viewer, root),
    found: findComment(viewer, root),
    located: locateComment(viewer, root),
    replies: readReplies(viewer, root, { limit: 10 }),
    'earlier words': readCommentHistory(viewer, root),
    editing: readForEditing(viewer, root),
    flagging: readFlagging(viewer, root),
    receipt: readReceipt(viewer, root),
    fresh: readFresh(viewer, first.id, {}),
  }
  const lists: Record<string, Promise<unknown>> = {
    essays: listEssays(viewer),
    'essays for members': listMembersEssays(viewer),
    retired: readRetiredParagraphs(viewer, slug),
    since: wordingSince(viewer, first.id),
    traces: readTraces(viewer, first.id),
    past: readPast(viewer, first.id),
    pinned: readPinned(viewer, first.id),
    'thread as of': readThreadAsOf(viewer, first.id, new Date(Date.now() + 60_000)),
    mine: readMine(viewer, first.id),
    me: readMe(viewer),
    profile: readProfile(viewer, writer.handle),
    search: search(viewer, SearchQuery.parse({ q: SECRET })),
    notifications: readNotifications(viewer),
    authored: readAuthored(viewer),
    log: readLog(),
  }
  const [slugs, ids, others] = await Promise.all([settle(bySlug), settle(byId), settle(lists)])
  return { bySlug: slugs, byId: ids, lists: others }
}

async function settle(asked: Record<string, Promise<unknown>>) {
  const answers = Object.entries(asked).map(async ([name, asking]) => {
    const answer = await asking.catch((error: unknown) => {
      if (error instanceof Refusal) return error.code
      throw error
    })
    return [name, JSON.stringify(answer, (_, value) => (typeof value === 'bigint' ? String(value) : value))] as const
  })
  return Object.fromEntries(await Promise.all(answers))
}

type Answers = Awaited<ReturnType<typeof everything>>
const saying = (answers: Answers, words: string) =>
  Object.values(answers).flatMap((kind) =>
    Object.entries(kind).flatMap(([name, answer]) => (answer.includes(words) ? [name] : [])),
  )

describe('an essay for members', () => {
  test('is in no answer to a guest: by its address and by ids they are asked to sign in, no list has it', async () => {
    const before = await everything(GUEST)
    // The test would pass with nothing planted.
    expect(saying(before, SECRET)).toEqual(
      expect.arrayContaining([
        'essay',
        'history',
        'compared',
        'thread',
        'earlier words',
        'search',
        'profile',
        'pinned',
      ]),
    )
    await set('members')
    const closed = await everything(GUEST)
    expect(saying(closed, SECRET)).toEqual([])
    const slugs = saying(closed, place.slug)
    // The log names what was published, as it always does; no title, no text.
    expect(slugs.filter((name) => name !== 'log')).toEqual([])
    expect(new Set(Object.values(closed.bySlug))).toEqual(new Set(['"sign-in-required"']))
    expect(new Set(Object.values(closed.byId))).toEqual(new Set(['"sign-in-required"']))
  })

  test('is read by whoever is signed in, as it was when it was public', async () => {
    const [member, suspended] = [await makePerson(), await makeSuspended()]
    const read = async (viewer: Viewer) => saying(await everything(viewer), SECRET).sort()
    await set('public')
    const open = { member: await read(member), suspended: await read(suspended), author: await read(author) }
    await set('members')
    const now = { member: await read(member), suspended: await read(suspended), author: await read(author) }
    expect(now).toEqual(
      Object.fromEntries(Object.entries(open).map(([who, names]) => [who, expect.arrayContaining(names)])),
    )
    expect(await listMembersEssays(member)).toMatchObject([{ slug: place.slug }])
    expect(await countMembersEssays(member)).toBe(1)
    expect(await countMembersEssays(GUEST)).toBe(0)
    expect((await listEssays(member)).map(({ slug }) => slug)).toContain(place.slug)
  })

  test('does not tell a guest what waits for a moderator, nor what never was', async () => {
    await set('members')
    expect(await codeOf(readComment(GUEST, place.held))).toBe('not-found')
    expect(await codeOf(readComment(GUEST, crypto.randomUUID()))).toBe('not-found')
    expect(await codeOf(locateParagraph(GUEST, crypto.randomUUID()))).toBe('not-found')
    expect(await codeOf(readEssay(GUEST, unique('nothing')))).toBe('not-found')
    expect(await codeOf(readEssay(await makePerson(), unique('nothing')))).toBe('not-found')
  })

  test('is written in by nobody who has not signed in', async () => {
    await set('members')
    const { first, root } = place
    for (const doing of [
      () => postComment(GUEST, first.id, { body: 'Let me in.' }),
      () => editComment(GUEST, root, { body: 'Let me in.' }),
      () => deleteComment(GUEST, root),
      () => vote(GUEST, root),
      () => flagComment(GUEST, root, { reason: 'spam' }),
      () => markEssayRead(GUEST, place.slug),
      () => markThreadRead(GUEST, first.id),
    ])
      expect(await codeOf(doing())).toBe('sign-in-required')
    await postComment(await makePerson(), first.id, { body: 'I am in.' })
  })

  test('keeps its author at work: pin, thanks and open questions are those of its readers', async () => {
    await set('members')
    const { slug, first, second, root } = place
    const asked = await say(second, { body: 'Whose hedge?' })
    const settings = { question: undefined, locked: undefined, lockNote: undefined }
    await changeParagraph(author, slug, { paragraphId: first.id, ...settings, pinned: root })
    expect((await readPast(await makePerson(), first.id)).pinned).toMatchObject({ id: root })
    expect((await readSettings(author, slug)).paragraphs.find(({ id }) => id === second.id)?.unanswered).toBe(1)
    const source = `${TEXTS[0]} And longer.\n\n${TEXTS[1]} Mine.`
    await publishRevision({ slug, source, publishedById: author.id, credits: [asked] })
    const [latest] = (await readHistory(await makePerson(), slug)).revisions
    expect(latest?.credits).toMatchObject([{ commentId: asked }])
  })
})

test('what is said in an essay for members changes no count, no order and no page of what a guest reads', async () => {
  const person = await makePerson()
  const words = unique('acorn')
  const open = (await makeEssay(['One paragraph for everybody.']))[0] as Thread
  const owner = await makePerson()
  const closed = (await makeEssay(['One paragraph for members.'], [owner.id]))[0] as Thread
  for (let turn = 0; turn < 25; turn++) await say(open, { by: person, body: `${words} ${turn}` })
  const seen = async () => ({
    profile: await readProfile(GUEST, person.handle),
    further: await readProfile(GUEST, person.handle, (await readProfile(GUEST, person.handle)).before ?? undefined),
    found: await search(GUEST, SearchQuery.parse({ q: words })),
    essays: (await listEssays(GUEST)).filter(({ id }) => id === open.essayId),
  })
  await changeEssay(owner, closed.slug, { visibility: 'members', houseRules: undefined })
  const before = await seen()
  expect(before.further.comments).toHaveLength(5)
  for (let turn = 0; turn < 5; turn++) await say(closed, { by: person, body: `${words} inside ${turn}` })
  expect(await seen()).toEqual(before)
  expect((await readProfile(await makePerson(), person.handle)).comments[0]?.html).toContain('inside 4')
})

test('a stream goes on only for those who may still read, and is asked anew', async () => {
  await set('public')
  const essayId = await findEssayId(GUEST, place.slug)
  const { token } = await startSession(writer.id)
  expect(await mayHear(GUEST, essayId)).toBe('until-it-changes')
  await set('members')
  expect(await mayHear(GUEST, essayId)).toBe('no')
  expect(await mayHear(await viewerOfSession(token), essayId)).toBe('once')
  await endSession(token)
  expect(await mayHear(await viewerOfSession(token), essayId)).toBe('no')
})
