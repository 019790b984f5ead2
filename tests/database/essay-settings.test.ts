import { describe, expect, test } from 'vitest'
import { postComment } from '@/forum/comments/mutations'
import { createAuthored, readAuthored } from '@/forum/essay/authored'
import { readPast } from '@/forum/essay/past'
import { publishRevision } from '@/forum/essay/publish'
import { listEssays, readEssay } from '@/forum/essay/queries'
import { changeEssay, changeParagraph, readSettings } from '@/forum/essay/settings'
import { ChangeEssay, ChangeParagraph } from '@/forum/essay/settings-input'
import { readTraces } from '@/forum/essay/traces'
import { SearchQuery } from '@/forum/search/input'
import { search } from '@/forum/search/queries'
import { markThreadRead } from '@/forum/unread/mutations'
import { GUEST } from '@/forum/viewer'
import { db } from '@/lib/db'
import { newId } from '@/lib/id'
import { codeOf, makeEssay, makePerson, refusalOf, say, type Thread, unique } from '../support/people'

process.env.LIMITS = 'off'

const TEXTS = ['A tree is a promise that someone will be around later.', 'A hedge is a promise to oneself.'] as const

async function authored() {
  const author = await makePerson()
  const threads = await makeEssay(TEXTS, [author.id])
  const [first, second] = threads as [Thread, Thread]
  return { author, slug: first.slug, first, second }
}

const open = { question: undefined, locked: undefined, lockNote: undefined, pinned: undefined } as const

describe('an essay', () => {
  test('is set by its authors and owners only', async () => {
    const { slug, first } = await authored()
    const changed = { visibility: 'unlisted', houseRules: undefined } as const
    for (const [viewer, code] of [
      [GUEST, 'sign-in-required'],
      [await makePerson(), 'not-allowed'],
      [await makePerson('moderator'), 'not-allowed'],
    ] as const) {
      expect(await codeOf(readSettings(viewer, slug))).toBe(code)
      expect(await codeOf(changeEssay(viewer, slug, changed))).toBe(code)
      expect(await codeOf(changeParagraph(viewer, slug, { paragraphId: first.id, ...open }))).toBe(code)
    }
    await changeEssay(await makePerson('owner'), slug, changed)
    expect((await readEssay(GUEST, slug)).isListed).toBe(false)
  })

  test('that is unlisted is read by its address and named by no list and no search', async () => {
    const { author, slug, first } = await authored()
    const words = unique('acorn')
    await say(first, { body: `About ${words}.` })
    const listed = async () => (await listEssays(GUEST)).some((essay) => essay.slug === slug)
    const found = async () => (await search(GUEST, SearchQuery.parse({ q: words }))).comments.length
    expect([await listed(), await found()]).toEqual([true, 1])
    await changeEssay(author, slug, { visibility: 'unlisted', houseRules: undefined })
    expect([await listed(), await found()]).toEqual([false, 0])
    expect((await readEssay(GUEST, slug)).paragraphs).toHaveLength(2)
  })

  test('shows its house rules as harmless Markdown', async () => {
    const { author, slug } = await authored()
    await changeEssay(author, slug, { visibility: 'public', houseRules: '**Be kind.** <script>x</script>' })
    expect((await readEssay(GUEST, slug)).houseRulesHtml).toBe(
      '<p><strong>Be kind.</strong> &#x3C;script>x&#x3C;/script></p>',
    )
  })
})

describe('a paragraph', () => {
  test('can be closed: readers may not write, those who answer for it may', async () => {
    const { author, slug, first } = await authored()
    const reader = await makePerson()
    const lock = { paragraphId: first.id, ...open, locked: 'on', lockNote: 'Back on Monday.' } as const
    await changeParagraph(author, slug, lock)
    expect((await readEssay(GUEST, slug)).paragraphs[0]).toMatchObject({ locked: true, lockNote: 'Back on Monday.' })
    expect(await codeOf(postComment(reader, first.id, { body: 'Still here.' }))).toBe('locked')
    await postComment(author, first.id, { body: 'As I said.' })
    await postComment(await makePerson('moderator'), first.id, { body: 'Please wait.' })
    const { lockedAt } = await db.paragraph.findUniqueOrThrow({ where: { id: first.id } })
    await changeParagraph(author, slug, lock)
    expect((await db.paragraph.findUniqueOrThrow({ where: { id: first.id } })).lockedAt).toEqual(lockedAt)
    await changeParagraph(author, slug, { paragraphId: first.id, ...open })
    expect((await readEssay(GUEST, slug)).paragraphs[0]).toMatchObject({ locked: false, lockNote: null })
    // Once for each turn, whatever else was kept with it.
    const entries = await db.logEntry.findMany({ where: { subject: first.id }, orderBy: { seq: 'asc' } })
    expect(entries.map(({ act, reason, byId }) => [act, reason, byId])).toEqual([
      ['paragraph.lock', 'Back on Monday.', author.id],
      ['paragraph.unlock', null, author.id],
    ])
    await postComment(reader, first.id, { body: 'At last.' })
  })

  test('has a question and one pinned comment, of its own and public', async () => {
    const { author, slug, first, second } = await authored()
    const [good, hidden, elsewhere] = [await say(first), await say(first), await say(second)]
    await db.comment.update({ where: { id: hidden }, data: { status: 'held' } })
    const pin = (pinned: string) =>
      changeParagraph(author, slug, { paragraphId: first.id, ...open, question: 'Which tree?', pinned })
    for (const wrong of [hidden, elsewhere, first.id])
      expect(await refusalOf(pin(wrong))).toMatchObject({ code: 'bad-input', about: { field: 'pinned' } })
    await pin(good)
    expect((await readPast(GUEST, first.id)).pinned).toMatchObject({ id: good })
    expect((await readEssay(GUEST, slug)).paragraphs[0]?.question).toBe('Which tree?')
    // What is hidden later is pinned to nothing.
    await db.comment.update({ where: { id: good }, data: { status: 'removed' } })
    expect((await readPast(GUEST, first.id)).pinned).toBeNull()
  })

  test('counts questions that nobody has answered', async () => {
    const { author, slug, first } = await authored()
    await say(first, { body: 'Which tree?' })
    const answered = await say(first, { body: '哪棵树？' })
    await say(first, { to: answered, body: 'The oak. Why?' })
    await say(first, { body: 'No question.' })
    const { paragraphs } = await readSettings(author, slug)
    expect(paragraphs.map(({ ordinal, unanswered, commentCount }) => [ordinal, unanswered, commentCount])).toEqual([
      [1, 1, 4],
      [2, 0, 0],
    ])
  })

  test('counts the members who have read it, its authors aside', async () => {
    const { author, slug, first, second } = await authored()
    const [reader, other] = [await makePerson(), await makePerson()]
    await say(first, { body: 'Something to read.' })
    const readers = async () => (await readSettings(author, slug)).paragraphs.map((paragraph) => paragraph.readers)
    expect(await readers()).toEqual([0, 0])
    await markThreadRead(reader, first.id)
    await markThreadRead(reader, first.id)
    await markThreadRead(other, first.id)
    await markThreadRead(author, first.id)
    await markThreadRead(other, second.id)
    expect(await readers()).toEqual([2, 0])
  })

  test('stands on a page of fifty, found by its number or by itself', async () => {
    const author = await makePerson()
    const texts = Array.from({ length: 101 }, (_, at) => `Paragraph number ${at + 1} of this text.`)
    const threads = await makeEssay(texts, [author.id])
    const slug = threads[0]?.slug ?? ''
    const ordinals = async (asked?: Parameters<typeof readSettings>[2]) => {
      const { paragraphs, page, count } = await readSettings(author, slug, asked)
      return { page, count, from: paragraphs[0]?.ordinal, to: paragraphs.at(-1)?.ordinal }
    }
    expect(await ordinals()).toEqual({ page: 1, count: 101, from: 1, to: 50 })
    expect(await ordinals({ page: 2 })).toEqual({ page: 2, count: 101, from: 51, to: 100 })
    expect(await ordinals({ page: 99 })).toEqual({ page: 3, count: 101, from: 101, to: 101 })
    expect(await ordinals({ paragraphId: threads[50]?.id })).toMatchObject({ page: 2 })
    expect(await ordinals({ page: 3, paragraphId: newId() })).toMatchObject({ page: 3 })
  })

  test('of another essay is none of this one', async () => {
    const { author, slug } = await authored()
    const other = await authored()
    expect(await codeOf(changeParagraph(author, slug, { paragraphId: other.first.id, ...open }))).toBe('not-found')
  })

  test('that was split or merged knows where its words went and came from', async () => {
    const { slug, first, second } = await authored()
    await say(first)
    await publishRevision({ slug, source: TEXTS.join(' '), publishedById: null })
    const [kept, gone] = await Promise.all([readTraces(GUEST, first.id), readTraces(GUEST, second.id)])
    const live = (await readEssay(GUEST, slug)).paragraphs.map(({ id }) => id)
    const [into, from] = live[0] === first.id ? [kept, gone] : [gone, kept]
    expect(into.came).toMatchObject([{ kind: 'merged', revision: 2, ordinal: null }])
    expect(from.went).toMatchObject([{ kind: 'merged', revision: 2, ordinal: 1, paragraphId: live[0] }])
  })
})

describe('an author', () => {
  test('finds their essays, an owner all, and only an owner begins one', async () => {
    const { author, slug } = await authored()
    const owner = await makePerson('owner')
    expect((await readAuthored(author)).essays.map((essay) => essay.slug)).toEqual([slug])
    expect((await readAuthored(owner)).essays.map((essay) => essay.slug)).toContain(slug)
    const said = { title: unique('On walls'), slug: '', language: '' }
    const text = { source: '墙是写给邻居的一句话。', format: 'text' } as const
    expect(await codeOf(createAuthored(author, said, text, { title: null }))).toBe('not-found')
    const made = await createAuthored(owner, said, text, { title: null })
    expect(await readEssay(GUEST, made.slug)).toMatchObject({ title: said.title, language: 'zh' })
    expect(await refusalOf(createAuthored(owner, { ...said, title: '' }, text, { title: null }))).toMatchObject({
      about: { field: 'title' },
    })
  })
})

test('what the forms send is taken strictly, and an empty field is none', () => {
  expect(ChangeEssay.parse({ slug: 'a', visibility: 'public', houseRules: ' ' }).houseRules).toBeUndefined()
  expect(ChangeEssay.safeParse({ slug: 'a', visibility: 'hidden', houseRules: '' }).success).toBe(false)
  expect(ChangeEssay.safeParse({ slug: 'a', visibility: 'public', houseRules: 'x'.repeat(2_001) }).success).toBe(false)
  const id = '0190aaaa-0000-7000-8000-000000000001'
  const form = { slug: 'a', paragraphId: id, question: '', lockNote: '', pinned: '' }
  expect(ChangeParagraph.parse({ ...form, pinned: `https://forum.example/c/${id}` }).pinned).toBe(id)
  expect(ChangeParagraph.safeParse({ ...form, pinned: 'the first one' }).success).toBe(false)
  expect(ChangeParagraph.safeParse({ ...form, more: '' }).success).toBe(false)
})
