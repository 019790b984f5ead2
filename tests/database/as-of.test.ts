import { describe, expect, test, vi } from 'vitest'
import { z } from 'zod'
import { findThreadAsOf, firstIdAt, readThreadAsOf, threadAsOfSql } from '@/forum/comments/as-of'
import { deleteComment } from '@/forum/comments/mutations'
import { pathUnder } from '@/forum/comments/path'
import type { Tree } from '@/forum/comments/tree'
import { publishRevision } from '@/forum/essay/publish'
import { GUEST, type Viewer } from '@/forum/viewer'
import { db, Prisma } from '@/lib/db'
import { newId } from '@/lib/id'
import {
  codeOf,
  hold,
  makeEssay,
  makePerson,
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

const TEXTS = [
  'The lighthouse stands at the end of the northern pier, and its lamp turns all night long.',
  'Nobody has lived in the keeper’s cottage since the winter of the great storm, forty years ago.',
]

/** Later than anything that a test writes before it asks. */
const later = () => new Date(Date.now() + 60_000)

/** Ids as nested lists: what stands where. */
type Ids = (string | Ids)[]
const idsOf = (comments: readonly Tree<{ id: string }>[]): Ids =>
  comments.flatMap(({ id, replies }) => (replies.length > 0 ? [id, idsOf(replies)] : [id]))

async function asOf(thread: { slug: string }, number: number, viewer: Viewer = GUEST, ordinal = 1) {
  const { paragraphId, until } = await findThreadAsOf(GUEST, thread.slug, number, ordinal)
  return readThreadAsOf(viewer, paragraphId, until)
}

describe('a discussion as of a revision', () => {
  test('is what was written before the next one came, replies included', async () => {
    const [first, second] = await makeEssay(TEXTS)
    if (!first || !second) throw new Error('an essay without paragraphs')
    const early = await say(first)
    const answered = await say(first, { to: early })
    const elsewhere = await say(second)
    await publishRevision({ slug: first.slug, source: TEXTS.toReversed().join('\n\n'), publishedById: null })
    const late = await say(first)
    await say(first, { to: early })
    const deep = await say(first, { to: answered })
    await say(first, { to: late })

    expect(idsOf((await asOf(first, 1)).comments)).toEqual([early, [answered]])
    expect(idsOf((await asOf(first, 1, GUEST, 2)).comments)).toEqual([elsewhere])
    // The paragraph has moved to the second place; the last revision goes on until now.
    const now = await readThreadAsOf(GUEST, first.id, later())
    expect(idsOf((await asOf(first, 2, GUEST, 2)).comments)).toEqual(idsOf(now.comments))
    expect(now.comments.map(({ id }) => id)).toEqual([early, late])
    expect(JSON.stringify(now.comments)).toContain(deep)
  })

  test('has the paragraph’s words and place of then, and is not there for what never was', async () => {
    const [first] = await makeEssay(TEXTS)
    const slug = first?.slug ?? ''
    await publishRevision({ slug, source: TEXTS[1] ?? '', publishedById: null })
    const then = { paragraphId: first?.id, text: TEXTS[0], isLast: false }
    expect(await findThreadAsOf(GUEST, slug, 1, 1)).toMatchObject(then)
    expect(await findThreadAsOf(GUEST, slug, 2, 1)).toMatchObject({ text: TEXTS[1], isLast: true })
    for (const [number, ordinal] of [
      [2, 2],
      [3, 1],
      [0, 1],
    ] as const)
      expect(await codeOf(findThreadAsOf(GUEST, slug, number, ordinal))).toBe('not-found')
    expect(await codeOf(findThreadAsOf(GUEST, unique('nothing'), 1, 1))).toBe('not-found')
  })

  test('ends before the first id that the moment itself could make', () => {
    const at = new Date('2026-11-22T15:00:00.123Z')
    expect(firstIdAt(at)).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-7000-8000-0{12}$/)
    expect(Number.parseInt(firstIdAt(at).replaceAll('-', '').slice(0, 12), 16)).toBe(at.getTime())
    const before = Date.now()
    const id = newId()
    expect(id >= firstIdAt(new Date(before))).toBe(true)
    expect(id < firstIdAt(new Date(Date.now() + 1))).toBe(true)
  })
})

describe('who sees what of it', () => {
  test('is what they see of the discussion today', async () => {
    const thread = await makeThread()
    const author = await makePerson()
    const plain = await say(thread, { body: 'plain words' })
    const held = await say(thread, { by: author, body: 'held words' })
    const belowHeld = await say(thread, { to: held })
    const removed = await say(thread, { by: author, body: 'removed words' })
    const deleted = await say(thread, { by: author, body: 'deleted words' })
    const answer = await say(thread, { to: deleted })
    const alone = await say(thread, { by: author })
    const heldReply = await say(thread, { by: author, to: plain, body: 'held reply' })
    const lastReply = await say(thread, { to: plain })
    await hold(held)
    await hold(heldReply)
    await remove(removed)
    await deleteComment(author, deleted)
    await deleteComment(author, alone)

    const see = (viewer: Viewer) => readThreadAsOf(viewer, thread.id, later())
    const { guest, member, suspended, moderator, owner } = await makeViewers()
    for (const viewer of [guest, member, suspended]) {
      const { comments } = await see(viewer)
      expect(idsOf(comments)).toEqual([plain, [lastReply], removed, deleted, [answer]])
      expect(comments.map(({ body, author: by }) => [body, by === null])).toEqual([
        ['plain words', false],
        [null, true],
        [null, true],
      ])
      const told = JSON.stringify(comments)
      for (const secret of ['held words', 'held reply', 'removed words', author.handle])
        expect(told, viewer.role).not.toContain(secret)
    }
    const all = [plain, [heldReply, lastReply], held, [belowHeld], removed, deleted, [answer]]
    for (const viewer of [author, moderator, owner]) {
      const { comments } = await see(viewer)
      expect(idsOf(comments)).toEqual(all)
      expect(comments.map(({ body }) => body)).toEqual(['plain words', 'held words', 'removed words', null])
    }
  })
})

let serial = 0

/** A comment's row as posting would store it, at a time of its own; straight into the table, since there are thousands. */
class Rows {
  readonly made: Prisma.CommentCreateManyInput[] = []
  readonly #thread: Thread & { revisionId: string; authorId: string }
  #roots = 0

  constructor(thread: Thread & { revisionId: string; authorId: string }) {
    this.#thread = thread
  }

  static async of(thread: Thread): Promise<Rows> {
    const { id: revisionId } = await db.revision.findFirstOrThrow({ where: { essayId: thread.essayId } })
    const { id: authorId } = await makePerson()
    return new Rows({ ...thread, revisionId, authorId })
  }

  add(at: number, parent?: Prisma.CommentCreateManyInput): Prisma.CommentCreateManyInput {
    const { essayId, id: paragraphId, revisionId, authorId } = this.#thread
    const id = firstIdAt(new Date(at)).replace(/0{12}$/, (++serial).toString(16).padStart(12, '0'))
    if (parent) parent.childSeq = (parent.childSeq ?? 0) + 1
    const row: Prisma.CommentCreateManyInput = {
      ...{ id, essayId, paragraphId, revisionId, authorId, body: 'b', html: '<p>b</p>', createdAt: new Date(at) },
      parentId: parent?.id ?? null,
      rootId: parent?.rootId ?? id,
      depth: parent ? parent.depth + 1 : 0,
      path: parent ? pathUnder(parent.path, parent.childSeq ?? 1) : pathUnder('', ++this.#roots),
    }
    this.made.push(row)
    return row
  }

  async store(): Promise<void> {
    for (let start = 0; start < this.made.length; start += 1000)
      await db.comment.createMany({ data: this.made.slice(start, start + 1000) })
    await db.paragraph.update({ where: { id: this.#thread.id }, data: { rootSeq: this.#roots } })
  }
}

const START = Date.parse('2026-03-01T00:00:00Z')
const MINUTE = 60_000

describe('paging', () => {
  test('shows every top-level comment once, oldest first, whatever comes in meanwhile', async () => {
    const thread = await makeThread()
    const rows = await Rows.of(thread)
    for (let minute = 0; minute < 45; minute++) {
      const root = rows.add(START + minute * MINUTE)
      if (minute % 10 === 0) rows.add(START + minute * MINUTE + 1, root)
    }
    await rows.store()
    const until = new Date(START + 41 * MINUTE)
    const seen: string[] = []
    const sizes: number[] = []
    let after: string | undefined
    do {
      const page = await readThreadAsOf(GUEST, thread.id, until, after)
      seen.push(...page.comments.map(({ id }) => id))
      sizes.push(page.comments.length)
      after = page.next ?? undefined
      await say(thread)
    } while (after)
    expect(seen).toEqual(rows.made.filter(({ depth }) => depth === 0).flatMap(({ id }, n) => (n < 41 ? [id] : [])))
    expect(sizes).toEqual([20, 20, 1])
  })

  test('of exactly a page has no next one', async () => {
    const thread = await makeThread()
    const rows = await Rows.of(thread)
    for (let minute = 0; minute < 20; minute++) rows.add(START + minute * MINUTE)
    await rows.store()
    const { comments, next } = await readThreadAsOf(GUEST, thread.id, later())
    expect([comments.length, next]).toEqual([20, null])
  })

  test('brings the first fifty replies in reading order, and says when there are more', async () => {
    const thread = await makeThread()
    const rows = await Rows.of(thread)
    const [long, full, short] = [rows.add(START), rows.add(START + 1), rows.add(START + 2)]
    let at = START + MINUTE
    for (let n = 0; n < 20; n++) {
      const reply = rows.add(at++, long)
      const answer = rows.add(at++, reply)
      rows.add(at++, answer)
    }
    for (let n = 0; n < 50; n++) rows.add(at++, full)
    const until = new Date(at)
    const late = rows.add(at + MINUTE, short)
    rows.add(at + MINUTE, late)
    await rows.store()
    const { comments } = await readThreadAsOf(GUEST, thread.id, until)
    const shown = comments.map((comment) => idsOf(comment.replies).flat(5))
    const inOrder = rows.made.filter(({ rootId, depth }) => rootId === long.id && depth > 0)
    expect(shown[0]).toEqual(inOrder.slice(0, 50).map(({ id }) => id))
    expect(shown.map((ids) => ids.length)).toEqual([50, 50, 0])
    expect(comments.map(({ moreReplies }) => moreReplies)).toEqual([true, false, false])
    expect(comments[0]?.replies[0]?.replies[0]?.replies).toHaveLength(1)
  })
})

type Step = {
  'Node Type': string
  'Index Name'?: string | undefined
  'Actual Rows': number
  'Actual Loops': number
  'Rows Removed by Filter'?: number | undefined
  Plans?: Step[] | undefined
}
const Step: z.ZodType<Step> = z.lazy(() =>
  z.object({
    'Node Type': z.string(),
    'Index Name': z.string().optional(),
    'Actual Rows': z.number(),
    'Actual Loops': z.number(),
    'Rows Removed by Filter': z.number().optional(),
    Plans: z.array(Step).optional(),
  }),
)
const Explained = z.array(z.object({ 'QUERY PLAN': z.array(z.object({ Plan: Step })) }))
const steps = (step: Step): Step[] => [step, ...(step.Plans ?? []).flatMap(steps)]

test('its cost follows the page: straight from the indexes, past whatever was written since', async () => {
  const thread = await makeThread()
  const rows = await Rows.of(thread)
  const early = Array.from({ length: 60 }, (_, minute) => rows.add(START + minute * MINUTE))
  for (const root of early) rows.add(START + 100 * MINUTE, root)
  const until = new Date(START + 200 * MINUTE)
  // Far more since then: below the first of them, beside them, and below what was answered to them.
  for (let n = 0; n < 1500; n++) rows.add(until.getTime() + n * MINUTE, early[0])
  for (let n = 0; n < 1500; n++) rows.add(until.getTime() + n * MINUTE)
  await rows.store()
  await db.$executeRaw`ANALYZE "Comment"`
  const asked = threadAsOfSql(GUEST, { paragraphId: thread.id, bound: firstIdAt(until) })
  const [explained] = Explained.parse(await db.$queryRaw(Prisma.sql`EXPLAIN (ANALYZE, FORMAT JSON) ${asked}`))
  const plan = explained?.['QUERY PLAN'][0]?.Plan
  const all = plan ? steps(plan) : []
  const indexes = all.flatMap((step) => step['Index Name'] ?? [])
  expect(indexes).toEqual(expect.arrayContaining(['Comment_roots_time_idx', 'Comment_paragraphId_path_key']))
  // 21 top-level comments, their replies, and one step past each: no step reads more than a few times that.
  const read = (step: Step) => (step['Actual Rows'] + (step['Rows Removed by Filter'] ?? 0)) * step['Actual Loops']
  for (const step of all) expect(read(step), step['Node Type']).toBeLessThan(300)
})
