import { describe, expect, test, vi } from 'vitest'
import { deleteComment, editComment } from '@/forum/comments/mutations'
import { readRecent } from '@/forum/comments/recent'
import { publishRevision } from '@/forum/essay/publish'
import { decideCase } from '@/forum/moderation/decide'
import { inTime } from '@/forum/search/in-time'
import { SearchQuery } from '@/forum/search/input'
import { search } from '@/forum/search/queries'
import { findOrphans } from '@/forum/upkeep/orphans'
import { GUEST, type Viewer } from '@/forum/viewer'
import { vote } from '@/forum/votes/mutations'
import { db } from '@/lib/db'
import { age, hold, makeEssay, makePerson, makeThread, refusalOf, remove, say, unique } from '../support/people'

// Dozens of transactions a test, on a machine with much else to do.
vi.setConfig({ testTimeout: 120_000 })
process.env.LIMITS = 'off'

const DAY = 86_400_000
/** A name that is one word. */
const word = () => unique('w').replace(/[^a-z0-9]/g, '')
const ask = (asked: Record<string, unknown>, viewer: Viewer = GUEST) => search(viewer, SearchQuery.parse(asked))
const idsFor = async (asked: Record<string, unknown>, viewer?: Viewer) =>
  (await ask(asked, viewer)).comments.map(({ id }) => id)
const marked = (parts: { text: string; found: boolean }[] = []) =>
  parts.filter((part) => part.found).map((part) => part.text)
const makeThreads = async (count: number) =>
  makeEssay(Array.from({ length: count }, (_, index) => `A paragraph that stands at place ${index + 1}.`))

describe('a comment is found', () => {
  test('by every one of its words, in any form, and each occurrence is marked', async () => {
    const only = word()
    const thread = await makeThread()
    const id = await say(thread, { body: `Factories: *${only}*. A factory makes what it was making.` })
    const found = await ask({ q: `${only} FACTORY make` })
    expect(found.comments.map((comment) => comment.id)).toEqual([id])
    expect(marked(found.comments[0]?.parts)).toEqual(['Factories', only, 'factory', 'makes', 'making'])
    expect(await idsFor({ q: `${only} absent` })).toEqual([])
    // Words that other dictionaries leave out are words.
    expect(await idsFor({ q: `${only} it was` })).toEqual([id])
  })

  test('by what a reader sees of it: not by its markup, and not by an address behind a link', async () => {
    const only = word()
    const id = await say(await makeThread(), {
      body: `${only} un**believ**able [here](https://example.org/behind) &amp;`,
    })
    expect(await idsFor({ q: `${only} unbelievable` })).toEqual([id])
    for (const unseen of ['strong', 'behind', 'href']) expect(await idsFor({ q: `${only} ${unseen}` })).toEqual([])
  })

  test('by one, two or more Chinese characters beside each other, in any place of a run', async () => {
    const thread = await makeThread()
    const id = await say(thread, { body: '鲲鹏展翅九万里，翻动扶摇羊角' })
    const other = await say(thread, { body: '展示，翅膀；九，万里长' })
    for (const q of [
      '鲲',
      '角',
      '翅',
      '鲲鹏',
      '鹏展',
      '鹏展翅',
      '展翅九万',
      '翅九万里',
      '动扶摇羊角',
      '鲲鹏展翅九万里',
    ])
      expect(await idsFor({ q }), q).toContain(id)
    expect(await idsFor({ q: '翅' })).toEqual([other, id])
    for (const q of ['展翅', '九万里', '鹏九']) expect(await idsFor({ q }), q).not.toContain(other)
    expect(marked((await ask({ q: '扶摇羊' })).comments[0]?.parts)).toEqual(['扶摇羊'])
    expect(await idsFor({ q: '鲲鱼' })).toEqual([])
  })

  test('by Chinese that is set in bold or broken by letters', async () => {
    const id = await say(await makeThread(), { body: '麒麟**芯片**Kirin9000很快' })
    for (const q of ['麒麟芯片', '芯片', '片 kirin9000', '很快', '芯片Kirin9000很'])
      expect(await idsFor({ q }), q).toEqual([id])
  })

  test('by words one after another in quotation marks, and by a beginning with an asterisk', async () => {
    const only = word()
    const thread = await makeThread()
    const [together, apart] = [
      await say(thread, { body: `${only} a low price` }),
      await say(thread, { body: `${only} a price that is low` }),
    ]
    expect(await idsFor({ q: `${only} "low price"` })).toEqual([together])
    expect(await idsFor({ q: `${only} low price` })).toEqual([apart, together])
    expect(await idsFor({ q: `${only.slice(0, -2)}*` })).toEqual([apart, together])
    expect(await idsFor({ q: only.slice(0, -2) })).toEqual([])
  })

  test('as it reads now, and no more when its words are gone; a vote or an answer changes nothing', async () => {
    const [first, second] = [word(), word()]
    const author = await makePerson()
    const id = await say(await makeThread(), { by: author, body: first })
    await vote(await makePerson(), id)
    expect(await idsFor({ q: first })).toEqual([id])
    await editComment(author, id, { body: second })
    expect([await idsFor({ q: first }), await idsFor({ q: second })]).toEqual([[], [id]])
    await deleteComment(author, id)
    expect(await idsFor({ q: second }, author)).toEqual([])
    expect(await db.commentEntry.findUnique({ where: { commentId: id } })).toBeNull()
  })

  test('again when a moderator approves it after all', async () => {
    const only = word()
    const id = await say(await makeThread(), { body: only })
    await remove(id)
    expect(await idsFor({ q: only }, await makePerson('moderator'))).toEqual([])
    const { essayId, revision } = await db.comment.findUniqueOrThrow({ where: { id } })
    const opened = await db.case.create({ data: { id: crypto.randomUUID(), essayId, commentId: id } })
    const decision = { act: 'approve', reason: 'within the rules', version: 1, commentRevision: revision } as const
    await decideCase(await makePerson('moderator'), opened.id, decision)
    expect(await idsFor({ q: only })).toEqual([id])
  })

  test('while it is held by its author and the moderators only', async () => {
    const only = word()
    const author = await makePerson()
    const id = await say(await makeThread(), { by: author, body: only })
    await hold(id)
    for (const viewer of [GUEST, await makePerson()]) expect(await idsFor({ q: only }, viewer)).toEqual([])
    for (const viewer of [author, await makePerson('moderator')])
      expect(await idsFor({ q: only }, viewer)).toEqual([id])
  })
})

describe('a search', () => {
  test('is narrowed to an essay, a paragraph, a person and a time', async () => {
    const only = word()
    const [here, there] = [await makeThreads(2), await makeThread()]
    const [ada, bob] = [await makePerson(), await makePerson()]
    const ids = {
      first: await say(here[0] ?? there, { by: ada, body: only }),
      second: await say(here[1] ?? there, { by: bob, body: only }),
      other: await say(there, { by: ada, body: only }),
    }
    await age(ids.first, 10 * DAY)
    await age(ids.second, 5 * DAY)
    const day = (days: number) => new Date(Date.now() - days * DAY).toISOString().slice(0, 10)
    const slug = here[0]?.slug
    expect(await idsFor({ q: only })).toEqual([ids.other, ids.second, ids.first])
    expect(await idsFor({ q: only, essay: slug })).toEqual([ids.second, ids.first])
    expect(await idsFor({ q: only, essay: slug, paragraph: '2' })).toEqual([ids.second])
    expect(await idsFor({ q: only, person: `@${ada.handle.toUpperCase()}` })).toEqual([ids.other, ids.first])
    expect(await idsFor({ q: only, since: day(5) })).toEqual([ids.other, ids.second])
    expect(await idsFor({ q: only, until: day(5) })).toEqual([ids.second, ids.first])
    expect(await idsFor({ q: only, since: day(6), until: day(4), person: bob.handle, essay: slug })).toEqual([
      ids.second,
    ])
  })

  test('that is narrowed to what is not there says which field it is', async () => {
    const thread = await makeThread()
    const hidden = await makeThread()
    await db.essay.update({ where: { id: hidden.essayId }, data: { visibility: 'unlisted' } })
    for (const [asked, field] of [
      [{ essay: 'no-such-essay' }, 'essay'],
      // Whoever has no address of it learns nothing of it here.
      [{ essay: hidden.slug }, 'essay'],
      [{ essay: thread.slug, paragraph: 9 }, 'paragraph'],
      [{ person: 'nobody-at-all' }, 'person'],
      [{ since: '2026-02-02', until: '2026-02-01' }, 'until'],
      [{ in: 'text', person: (await makePerson()).handle }, 'in'],
      [{ cursor: 'x.y' }, 'cursor'],
    ] as const)
      expect((await refusalOf(ask({ q: 'word', ...asked }))).about, field).toEqual({ field })
    for (const wrong of [
      { since: '2026-02-30' },
      { q: '\u0000' },
      { q: 'a'.repeat(101) },
      { paragraph: '-1' },
      { x: '1' },
    ])
      expect(SearchQuery.safeParse({ q: 'word', ...wrong }).success, JSON.stringify(wrong)).toBe(false)
  })

  test('goes on where its page ended: nothing twice, nothing left out, whatever came since', async () => {
    const only = word()
    const thread = await makeThread()
    const ids: string[] = []
    for (let index = 0; index < 7; index++) ids.push(await say(thread, { body: `${only} ${index}` }))
    // Several of the same moment.
    await db.comment.updateMany({ where: { id: { in: ids.slice(1, 5) } }, data: { createdAt: new Date('2026-01-01') } })
    const found: string[] = []
    let cursor: string | null = null
    do {
      const page: Awaited<ReturnType<typeof ask>> = await ask({ q: only, limit: 2, ...(cursor ? { cursor } : {}) })
      found.push(...page.comments.map(({ id }) => id))
      cursor = page.nextCursor
      await say(thread, { body: only })
    } while (cursor)
    expect(found).toHaveLength(7)
    expect(new Set(found)).toEqual(new Set(ids))
  })

  test('finds what lies behind thousands of others, by the index over words', async () => {
    const only = word()
    const thread = await makeThread()
    const id = await say(thread, { body: only })
    await age(id, 100 * DAY)
    const newer = await say(thread, { body: `${only} again` })
    await db.$executeRaw`
      INSERT INTO "Comment" ("id", "essayId", "paragraphId", "revisionId", "rootId", "depth", "path", "authorId", "body", "html")
      SELECT n."id", c."essayId", c."paragraphId", c."revisionId", n."id", 0, 'y' || lpad(n."n"::text, 4, '0'), c."authorId", 'hay', '<p>hay</p>'
      FROM "Comment" c, (SELECT uuidv7() AS "id", n FROM generate_series(1, 2500) n) n WHERE c."id" = ${id}::uuid`
    expect(await idsFor({ q: only })).toEqual([newer, id])
    expect(await idsFor({ q: only, essay: thread.slug, paragraph: 1 })).toEqual([newer, id])
    expect(await idsFor({ q: 'hay', limit: 50 })).toHaveLength(50)
  })

  test('finds titles, and paragraphs as they read now', async () => {
    const [before, now] = [word(), word()]
    const [thread] = await makeEssay([`A text about ${before} and trees.`, 'Another paragraph.'])
    const slug = thread?.slug ?? ''
    const paragraphs = async (q: string) =>
      (await ask({ q, in: 'text' })).paragraphs.map(({ paragraphId }) => paragraphId)
    expect(await paragraphs(before)).toEqual([thread?.id])
    expect((await ask({ q: slug })).titles).toMatchObject([{ slug }])
    const publish = (...texts: string[]) => publishRevision({ slug, source: texts.join('\n\n'), publishedById: null })
    await publish(`A text about ${now} and trees.`, 'Another paragraph.')
    expect([await paragraphs(before), await paragraphs(now)]).toEqual([[], [thread?.id]])
    const found = (await ask({ q: `tree ${now}` })).paragraphs[0]
    expect(found).toMatchObject({ slug, ordinal: 1 })
    expect(marked(found?.parts)).toEqual([now, 'trees'])
    // Taken out of the text, it is not in it.
    await publish('Another paragraph.')
    expect(await paragraphs(now)).toEqual([])
    expect(await findOrphans('comments and paragraphs that search does not know as they are')).toMatchObject({
      found: 0,
    })
  })

  test('goes through paragraphs page by page', async () => {
    const only = word()
    const [one] = await makeEssay(Array.from({ length: 5 }, (_, index) => `Part ${index} of ${only}, and no more.`))
    await makeEssay([`${only} elsewhere.`])
    const first = await ask({ q: only, in: 'text', limit: 4 })
    const second = await ask({ q: only, in: 'text', limit: 4, cursor: first.nextCursor })
    expect([first, second].flatMap(({ paragraphs }) => paragraphs.map(({ ordinal }) => ordinal))).toEqual([
      1, 1, 2, 3, 4, 5,
    ])
    expect(second.nextCursor).toBeNull()
    expect((await ask({ q: only, in: 'text', essay: one?.slug, paragraph: 3 })).paragraphs).toHaveLength(1)
    expect(await ask({ q: only })).toMatchObject({ moreParagraphs: true })
  })

  test('names essays to those only for whom lists name them', async () => {
    const only = word()
    const thread = await makeThread(`A paragraph with ${only}.`)
    await say(thread, { body: only })
    const member = await makePerson()
    const seen = async (viewer: Viewer) => {
      const { paragraphs, comments } = await ask({ q: only }, viewer)
      const recent = await readRecent(viewer, { essay: thread.slug })
      return [paragraphs.length, comments.length, recent.comments.length]
    }
    const under = (visibility: 'public' | 'unlisted' | 'members') =>
      db.essay.update({ where: { id: thread.essayId }, data: { visibility } })
    expect([await seen(GUEST), await seen(member)]).toEqual([
      [1, 1, 1],
      [1, 1, 1],
    ])
    await under('members')
    expect([await seen(GUEST), await seen(member)]).toEqual([
      [0, 0, 0],
      [1, 1, 1],
    ])
    await under('unlisted')
    expect([await seen(GUEST), await seen(member)]).toEqual([
      [0, 0, 0],
      [0, 0, 0],
    ])
  })

  test('answers to every question, however it is written', async () => {
    for (const q of [
      '"',
      "'; DROP TABLE x",
      '&|!()<->:*',
      '\\',
      'a:*b',
      '%_',
      '1e5 -3.14',
      'http://a.b/c',
      '造 " 车',
      '😀',
      'İ',
      'ß',
    ])
      await expect(ask({ q }), q).resolves.toHaveProperty('comments')
  })
})

test('a search that takes too long is put aside, and says so', async () => {
  const slow = inTime((tx) => tx.$queryRaw`SELECT pg_sleep(60)::text`, 50)
  expect((await refusalOf(slow)).code).toBe('search-too-long')
  expect(await db.$queryRaw`SELECT current_setting('statement_timeout') AS timeout`).toEqual([{ timeout: '0' }])
})

describe('recent comments', () => {
  test('are the newest of all essays, without what waits for a moderator, page by page', async () => {
    const [here, there] = [await makeThreads(2), await makeThread()]
    const ids: string[] = []
    for (let index = 0; index < 23; index++) ids.push(await say(index % 2 ? there : (here[0] ?? there)))
    const held = await say(there)
    await hold(held)
    const first = await readRecent(await makePerson('moderator'), {})
    const second = await readRecent(GUEST, { cursor: first.nextCursor ?? '' })
    const shown = [...first.comments, ...second.comments].map(({ id }) => id)
    expect(first.comments).toHaveLength(20)
    expect(shown.slice(0, 23)).toEqual(ids.toReversed())
    expect(shown).not.toContain(held)
    const ofOne = await readRecent(GUEST, { essay: there.slug })
    expect(ofOne.comments.map(({ id }) => id)).toEqual(ids.filter((_, index) => index % 2).toReversed())
    expect(ofOne.comments[0]).toMatchObject({
      paragraph: { ordinal: 1, text: there.text },
      essay: { slug: there.slug },
    })
  })
})
