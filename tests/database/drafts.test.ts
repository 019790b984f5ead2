import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { postComment } from '@/forum/comments/mutations'
import { compareRevisions } from '@/forum/essay/compare'
import { draftOfRevision, dropDraft, publishDraft, readDraft, saveDecisions, saveDraft } from '@/forum/essay/drafts'
import { readAsOf, readHistory, readRetiredParagraphs } from '@/forum/essay/history'
import { readPreflight } from '@/forum/essay/preflight'
import { PreflightForm } from '@/forum/essay/preflight-form'
import { publishRevision } from '@/forum/essay/publish'
import { readEssay } from '@/forum/essay/queries'
import { readThenAndNow, wordingSince } from '@/forum/essay/then-and-now'
import { wordDiff } from '@/forum/essay/word-diff'
import { hashWording } from '@/forum/essay/wording-hash'
import { GUEST } from '@/forum/viewer'
import { db } from '@/lib/db'
import { codeOf, makeEssay, makePerson, refusalOf, say, type Thread } from '../support/people'

const A = 'The lighthouse stands at the end of the northern pier, and its lamp turns all night long.'
const B = 'Nobody has lived in the keeper’s cottage since the winter of the great storm, forty years ago.'
const C = 'Ships follow the painted buoys now, and their captains look at screens instead of lamps.'
const E = 'The last keeper sold postcards of it, and wrote the date of each storm on the back.'
const D = 'Every summer the harbour council votes on tearing it down, and every summer the vote is lost.'
/** So far from B that nobody can say whether it is B's. */
const B_OR_NOT = 'Nobody has lived here since.'

process.env.LIMITS = 'off'

const NOTHING = { fates: {}, credits: [] }

/** An essay of an author's, and ways to draft, look and publish as they. */
async function authored(...texts: string[]) {
  const author = await makePerson()
  const threads = await makeEssay(texts, [author.id])
  const [{ slug }] = threads as [Thread]
  const draft = (...next: string[]) => saveDraft(author, slug, { source: next.join('\n\n'), format: 'text' })
  const look = () => readPreflight(author, slug)
  const publish = async (decided: Parameters<typeof publishDraft>[3] = NOTHING) =>
    publishDraft(author, slug, (await look()).base, decided)
  return { author, slug, threads, ids: threads.map(({ id }) => id), draft, look, publish }
}

const idsOf = async (slug: string) => (await readEssay(GUEST, slug)).paragraphs.map(({ id }) => id)

describe('a draft', () => {
  test('is its author’s alone, survives whatever it says, and can be thrown away', async () => {
    const { author, slug, draft } = await authored(A, B)
    const stranger = await makePerson()
    expect(await codeOf(saveDraft(GUEST, slug, { source: A, format: 'text' }))).toBe('sign-in-required')
    expect(await codeOf(saveDraft(stranger, slug, { source: A, format: 'text' }))).toBe('not-allowed')
    expect(await codeOf(readDraft(stranger, slug))).toBe('not-allowed')
    await draft(' ')
    expect((await readDraft(author, slug)).draft).toMatchObject({ source: ' ', base: 1 })
    expect(await codeOf(readPreflight(author, slug))).toBe('no-text')
    await dropDraft(author, slug)
    expect((await readDraft(author, slug)).draft).toBeNull()
    expect(await codeOf(readPreflight(author, slug))).toBe('not-found')
  })

  test('begun in two tabs at once is one', async () => {
    const { author, slug, draft } = await authored(A)
    await Promise.all([draft(A, B), draft(A, C), draft(A, D)])
    expect(await db.revisionDraft.count({ where: { authorId: author.id } })).toBe(1)
    expect((await readDraft(author, slug)).draft?.source).toContain(A)
  })

  test('says what it would do, before anything is public', async () => {
    const { slug, threads, draft, look } = await authored(A, B, C, D, E)
    for (const thread of threads) await say(thread)
    await draft(D, A, B_OR_NOT, C)
    const { threads: counts, changes, base, changed } = await look()
    expect({ counts, base, changed }).toEqual({
      counts: { stay: 2, move: 1, close: 1, ask: 1 },
      base: 1,
      changed: true,
    })
    expect(changes.map(({ kind, asks, commentCount }) => ({ kind, asks, commentCount }))).toEqual([
      { kind: 'moved', asks: false, commentCount: 1 },
      // It stood behind the one that moved.
      { kind: 'removed', asks: false, commentCount: 1 },
      { kind: 'edited', asks: true, commentCount: 1 },
    ])
    const asking = changes.find(({ asks }) => asks)
    expect(asking?.choices[0]).toMatchObject({ ordinal: 3, text: B_OR_NOT })
    expect(asking?.diff?.flatMap(({ kind, text }) => (kind === 'added' ? [] : [text])).join('')).toBe(B)
    expect(await idsOf(slug)).toHaveLength(5)
  })

  test('with a doubtful discussion is not published until its author decided, and is kept', async () => {
    const { author, slug, threads, ids, draft, publish, look } = await authored(A, B, C)
    await say(threads[1] as Thread)
    await draft(A, B_OR_NOT, C)
    expect(await refusalOf(publish())).toMatchObject({ code: 'undecided', about: { facts: { count: 1 } } })
    expect((await readDraft(author, slug)).draft?.source).toContain(B_OR_NOT)
    const [b = ''] = ids.slice(1)
    await publish({ fates: { [b]: { retire: true } }, credits: [] })
    const now = await idsOf(slug)
    expect(now[0]).toBe(ids[0])
    expect(now[2]).toBe(ids[2])
    expect(now).not.toContain(b)
    const [row] = await db.lineage.findMany({ where: { fromId: b } })
    expect(row).toMatchObject({ kind: 'removed', score: null, decidedById: author.id, toId: null })
    expect(await readRetiredParagraphs(GUEST, slug)).toMatchObject([{ id: b, commentCount: 1, text: B, retiredIn: 2 }])
    expect((await readDraft(author, slug)).draft).toBeNull()
    expect(await codeOf(look())).toBe('not-found')
  })

  test('without a discussion at stake asks nothing', async () => {
    const { draft, publish } = await authored(A, B, C)
    await draft(A, B_OR_NOT, C)
    expect(await publish()).toMatchObject({ revision: 2, changed: true })
  })

  test('takes a discussion where its author says, also when somebody else’s would be there', async () => {
    const { slug, threads, ids, draft, publish } = await authored(A, B, C)
    for (const thread of threads) await say(thread)
    await draft(A, C, D)
    const [a = '', b = ''] = ids
    await publish({ fates: { [b]: { to: 1 }, [a]: { retire: true } }, credits: [] })
    expect((await idsOf(slug)).slice(0, 2)).toEqual([b, ids[2]])
  })

  test('keeps decisions while the text around them is written on, and asks again when it is not there any more', async () => {
    const { author, slug, threads, ids, draft, look } = await authored(A, B, C)
    await say(threads[1] as Thread)
    const [b = ''] = ids.slice(1)
    await draft(A, B_OR_NOT, C)
    await saveDecisions(author, slug, { fates: { [b]: { to: 2, hash: hashWording(B_OR_NOT) } }, credits: [] })
    await draft(D, A, B_OR_NOT, C)
    expect((await look()).threads).toMatchObject({ ask: 0, stay: 1 })
    await draft(A, 'Nobody has been there since.', C)
    expect((await look()).threads).toMatchObject({ ask: 1 })
  })

  test('refuses a place that is not in the text', async () => {
    const { author, slug, ids, draft } = await authored(A, B)
    await draft(A)
    const decided = { fates: { [ids[1] ?? '']: { to: 7 } }, credits: [] }
    expect(await refusalOf(saveDecisions(author, slug, decided))).toMatchObject({ about: { field: `other-${ids[1]}` } })
  })

  test('of two authors who publish at once, the second is told and keeps theirs', async () => {
    const [first, second] = [await makePerson(), await makePerson()]
    const [{ slug }] = (await makeEssay([A, B], [first.id, second.id])) as [Thread]
    await saveDraft(first, slug, { source: `${A}\n\n${C}`, format: 'text' })
    await saveDraft(second, slug, { source: `${A}\n\n${D}`, format: 'text' })
    const results = await Promise.allSettled([first, second].map((one) => publishDraft(one, slug, 1, NOTHING)))
    expect(results.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected'])
    const loser = results[0]?.status === 'rejected' ? first : second
    expect(results.find(({ status }) => status === 'rejected')).toMatchObject({ reason: { code: 'revision-changed' } })
    expect((await readDraft(loser, slug)).draft).toMatchObject({ base: 1 })
    expect((await readHistory(GUEST, slug)).revisions.map(({ number }) => number)).toEqual([2, 1])
  })
})

describe('an earlier revision', () => {
  test('brought back takes every paragraph back with its discussion', async () => {
    const { author, slug, threads, ids, draft, publish } = await authored(A, B, C, D)
    for (const thread of threads) await say(thread)
    await draft(D.replace('summer', 'winter'), A)
    await publish()
    await draftOfRevision(author, slug, 1)
    await publish()
    expect(await idsOf(slug)).toEqual(ids)
    const now = await readEssay(GUEST, slug)
    expect(now.paragraphs.map(({ text, commentCount }) => [text, commentCount])).toEqual(
      [A, B, C, D].map((t) => [t, 1]),
    )
    expect(await readRetiredParagraphs(GUEST, slug)).toEqual([])
    const [latest] = (await readHistory(GUEST, slug)).revisions
    expect(latest).toMatchObject({ number: 3, restores: 1, fates: { restored: 2 } })
  })

  test('loses no thread, whatever was published in between', async () => {
    const sentences = [A, B, C, D, B_OR_NOT, `${A} ${B}`, `${C} ${D}`, D.replace('summer', 'winter')]
    const texts = fc.array(fc.constantFrom(...sentences), { minLength: 1, maxLength: 6 })
    await fc.assert(
      fc.asyncProperty(fc.array(texts, { minLength: 1, maxLength: 3 }), async (revisions) => {
        const { author, slug, threads, ids, draft } = await authored(A, B, C, D)
        for (const thread of threads) await say(thread)
        for (const text of revisions) {
          await draft(...text)
          await publishRevision({ slug, source: text.join('\n\n'), publishedById: null })
          // Nothing is ever without a place: in the text, or retired with a page of its own.
          const live = new Set(await idsOf(slug))
          const gone = new Set((await readRetiredParagraphs(GUEST, slug)).map(({ id }) => id))
          expect(ids.filter((id) => live.has(id) === gone.has(id))).toEqual([])
        }
        await draftOfRevision(author, slug, 1)
        const { base, changed } = await readPreflight(author, slug)
        if (changed) await publishDraft(author, slug, base, NOTHING)
        const back = (await readEssay(GUEST, slug)).paragraphs
        expect(back.map(({ id, commentCount }) => [id, commentCount])).toEqual(ids.map((id) => [id, 1]))
      }),
      { numRuns: 12 },
    )
  }, 120_000)
})

describe('words that come back', () => {
  test('in other typography, or a little changed, have their old discussion', async () => {
    const { slug, ids, draft, publish } = await authored(A, B, C)
    await draft(A, C)
    await publish()
    await draft(A, B.replace('’', "'"), C)
    await publish()
    expect(await idsOf(slug)).toEqual(ids)
    await draft(A, C)
    await publish()
    await draft(A, B.replace('forty', 'fifty'), C)
    await publish()
    expect(await idsOf(slug)).toEqual(ids)
  })
})

describe('thanks', () => {
  test('go to comments that everybody can read; their authors are told, and the publisher is not', async () => {
    const { author, slug, threads, draft, publish } = await authored(A, B)
    const reader = await makePerson()
    const [thread] = threads as [Thread]
    const helpful = await say(thread, { by: reader })
    const own = await say(thread, { by: author })
    const hidden = await say(thread)
    await db.comment.update({ where: { id: hidden }, data: { status: 'removed' } })
    const elsewhere = await say(((await makeEssay([A])) as [Thread])[0])
    await draft(A.replace('northern', 'southern'), B)
    await publish({ fates: {}, note: 'North was wrong.', credits: [helpful, own, hidden, elsewhere] })
    const [latest] = (await readHistory(GUEST, slug)).revisions
    expect(latest).toMatchObject({ note: 'North was wrong.', by: author.handle })
    expect(latest?.credits.map(({ commentId }) => commentId).toSorted()).toEqual([helpful, own].toSorted())
    const told = await db.notification.findMany({ where: { kind: 'credit', essayId: thread.essayId } })
    expect(told).toMatchObject([{ personId: reader.id, commentId: helpful }])
  })
})

describe('history', () => {
  test('compares any two revisions by what became of each paragraph', async () => {
    const { slug, draft, publish } = await authored(A, B, C, E)
    await draft(E, A.replace('northern', 'southern'), C)
    await publish()
    await draft(E, A.replace('northern', 'southern'), C, D)
    await publish()
    const { rows } = await compareRevisions(GUEST, slug, 1, 3)
    expect(rows.map(({ kind, from, to }) => [kind, from?.ordinal ?? null, to?.ordinal ?? null])).toEqual([
      ['moved', 4, 1],
      ['edited', 1, 2],
      ['removed', 2, null],
      ['same', 3, 3],
      ['added', null, 4],
    ])
    expect(rows[1]?.diff?.find(({ kind }) => kind === 'added')?.text).toBe('southern')
    expect(await codeOf(compareRevisions(GUEST, slug, 1, 9))).toBe('not-found')
  })

  test('shows the essay with as many comments as it had then', async () => {
    const { author, slug, threads, draft, publish } = await authored(A, B)
    const [thread] = threads as [Thread]
    await say(thread)
    await draft(A, B, C)
    await publish()
    await postComment(author, thread.id, { body: 'Later.' })
    expect((await readAsOf(GUEST, slug, 1)).paragraphs.map(({ commentCount }) => commentCount)).toEqual([1, 0])
    expect((await readAsOf(GUEST, slug, 2)).paragraphs.map(({ commentCount }) => commentCount)).toEqual([2, 0, 0])
  })

  test('knows since when a paragraph reads as it does, and how it read before', async () => {
    const { ids, draft, publish } = await authored(A, B)
    const [a = '', b = ''] = ids
    await draft(A.replace('northern', 'southern'), B.replace('’', "'"))
    await publish()
    expect([await wordingSince(GUEST, a), await wordingSince(GUEST, b)]).toEqual([2, 1])
    const { diff, earlier, present } = await readThenAndNow(GUEST, a, 1)
    expect([earlier.revision, present.revision]).toEqual([1, 2])
    expect(diff).toEqual([
      { kind: 'same', text: A.slice(0, A.indexOf('northern')) },
      { kind: 'removed', text: 'northern' },
      { kind: 'added', text: 'southern' },
      { kind: 'same', text: A.slice(A.indexOf('northern') + 8) },
    ])
    expect(await codeOf(readThenAndNow(GUEST, a, 9))).toBe('not-found')
  })
})

test('a word diff gives back both wordings, of any script', () => {
  const text = fc.oneof(
    fc.string({ unit: 'grapheme' }),
    fc.lorem(),
    fc.constantFrom(A, '小米造车，是一场豪赌。', 'مرحبا بالعالم'),
  )
  fc.assert(
    fc.property(text, text, (before, after) => {
      const parts = wordDiff(before, after)
      const without = (kind: string) => parts.flatMap((part) => (part.kind === kind ? [] : [part.text])).join('')
      expect([without('added'), without('removed')]).toEqual([before, after])
    }),
  )
  expect(wordDiff('小米造车是豪赌', '小米造车不是豪赌')).toContainEqual({ kind: 'added', text: '不是' })
})

describe('the form of preflight', () => {
  const id = '0190aaaa-0000-7000-8000-000000000001'
  const whole = { slug: 'a', base: '2', note: '', intent: 'publish' }

  test('takes decisions and thanks, and nothing it does not know', () => {
    const hash = 'a'.repeat(64)
    expect(
      PreflightForm.parse({ ...whole, [`fate-${id}`]: `to:3:${hash}`, [`other-${id}`]: '', [`credit-${id}`]: 'on' }),
    ).toEqual({
      slug: 'a',
      base: 2,
      note: undefined,
      intent: 'publish',
      fates: { [id]: { to: 3, hash } },
      credits: [id],
    })
    expect(PreflightForm.parse({ ...whole, [`fate-${id}`]: 'other', [`other-${id}`]: ' 12 ' }).fates).toEqual({
      [id]: { to: 12 },
    })
    for (const wrong of [{ more: '1' }, { [`fate-${id}`]: 'to:0:x' }, { [`fate-${id}`]: 'other' }, { base: 'x' }])
      expect(PreflightForm.safeParse({ ...whole, ...wrong }).success, JSON.stringify(wrong)).toBe(false)
  })
})
