import { beforeAll, describe, expect, test, vi } from 'vitest'
import { seed } from '@/bin/commands/seed'
import { seedBulk } from '@/bin/commands/seed-bulk'
import { postComment } from '@/forum/comments/mutations'
import { readThread } from '@/forum/comments/queries'
import { readEssay } from '@/forum/essay/queries'
import { verifyLog } from '@/forum/log/queries'
import { addPerson } from '@/forum/people/add'
import { viewerOfPerson } from '@/forum/people/standing'
import { COUNTER_NAMES, countDrift, recount } from '@/forum/upkeep/counters'
import { findOrphans, ORPHAN_CHECKS } from '@/forum/upkeep/orphans'
import { GUEST } from '@/forum/viewer'
import { db } from '@/lib/db'
import { renderMarkdown } from '@/lib/markdown'
import { LIVELY } from '@/seeds/scenarios/lively'
import { TROUBLED } from '@/seeds/scenarios/troubled'

process.env.LIMITS = 'off'
const SLUG = 'xiaomi-car-factory'
// Some five hundred changes, one after the other, on a machine with much else to do.
const LONG = 400_000

/** What `bin/forum doctor` looks at. */
async function ills(): Promise<string[]> {
  const found: string[] = []
  for (const name of COUNTER_NAMES) if ((await countDrift(name)) > 0) found.push(name)
  for (const check of ORPHAN_CHECKS) if ((await findOrphans(check)).found > 0) found.push(check)
  if ((await verifyLog()).brokenAt !== null) found.push('the log')
  return found
}

const tally = async () => ({
  comments: await db.comment.count(),
  flags: await db.flag.count(),
  decisions: await db.decision.count(),
  votes: await db.vote.count(),
  people: await db.person.count(),
  log: await db.logEntry.count(),
})

describe('scenarios', () => {
  beforeAll(async () => {
    await seed('empty', { reset: false })
  })

  test('empty is the essay and no comments', async () => {
    expect(await readEssay(GUEST, SLUG)).toMatchObject({ commentCount: 0, revision: 1 })
    expect(await seed('empty', { reset: false })).toMatch(/without comments/)
  })

  test(
    'lively says what its script says, in its order and at its times',
    async () => {
      await seed('lively', { reset: false })
      expect(await db.comment.count()).toBe(LIVELY.length)
      const comments = await db.comment.findMany({ orderBy: { id: 'asc' }, select: { createdAt: true, body: true } })
      const times = comments.map(({ createdAt }) => createdAt.getTime())
      expect(times).toEqual([...times].sort((a, b) => a - b))
      const oldest = Math.max(...LIVELY.map(({ hoursAgo }) => hoursAgo)) * 3_600_000
      expect(Math.abs(Date.now() - oldest - (times[0] ?? 0))).toBeLessThan(LONG)
      expect(await ills()).toEqual([])
      const best = await readThread(GUEST, (await readEssay(GUEST, SLUG)).paragraphs[0]?.id ?? '', {
        sort: 'best',
        limit: 5,
      })
      const newest = await readThread(GUEST, (await readEssay(GUEST, SLUG)).paragraphs[0]?.id ?? '', {
        sort: 'newest',
        limit: 5,
      })
      expect(best.comments.map(({ id }) => id)).not.toEqual(newest.comments.map(({ id }) => id))
    },
    LONG,
  )

  test(
    'troubled adds its flags and decisions; a second time adds nothing',
    async () => {
      await seed('troubled', { reset: false })
      const first = await tally()
      expect(first).toMatchObject({
        comments: LIVELY.length + TROUBLED.said.length,
        flags: TROUBLED.flags.length,
        decisions: TROUBLED.decisions.length,
      })
      expect(await ills()).toEqual([])
      await seed('troubled', { reset: false })
      await seed('lively', { reset: false })
      expect(await tally()).toEqual(first)
      const early = await db.$queryRaw`SELECT 1 FROM "Flag" f JOIN "Comment" c ON c."id" = f."commentId"
      WHERE f."createdAt" < c."createdAt" OR f."createdAt" > now()`
      expect(early).toEqual([])
    },
    LONG,
  )

  test('empty deletes nothing unasked, and never what moderators decided', async () => {
    const before = await tally()
    await expect(seed('empty', { reset: false })).rejects.toThrow('--reset deletes them')
    await expect(seed('empty', { reset: true })).rejects.toThrow('kept for good')
    expect(await tally()).toEqual(before)
  })

  test('a wrong counter is found and set right', async () => {
    await db.$executeRaw`UPDATE "Paragraph" SET "commentCount" = "commentCount" + 3`
    await db.$executeRaw`UPDATE "Comment" SET "replyCount" = 7 WHERE "replyCount" = 0 AND "depth" = 0`
    expect(await ills()).toEqual(['comments of a paragraph', 'replies to a comment'])
    expect(await recount()).toBeGreaterThan(3)
    expect(await ills()).toEqual([])
  })
})

describe('bulk', () => {
  const options = { comments: 5_000, paragraph: 2, essay: SLUG, replies: 0.4 }
  beforeAll(async () => {
    vi.spyOn(process.stderr, 'write').mockReturnValue(true)
    await seedBulk(process.env.DATABASE_URL ?? '', options)
    vi.restoreAllMocks()
  }, LONG)

  const bulk = { author: { handle: { startsWith: 'reader-' } } }

  test('leaves the forum as if everything had been posted', async () => {
    expect(await db.comment.count({ where: bulk })).toBe(5_000)
    expect(await ills()).toEqual([])
  })

  test('has four replies in ten, an exchange without end and a parent with hundreds', async () => {
    const replies = await db.comment.count({ where: { ...bulk, depth: { gt: 0 } } })
    expect(replies / 5_000).toBeCloseTo(0.4, 1)
    const { _max } = await db.comment.aggregate({ where: bulk, _max: { depth: true, replyCount: true, score: true } })
    expect(_max.depth).toBeGreaterThan(30)
    expect(_max.replyCount).toBeGreaterThan(200)
    expect(await db.person.count({ where: { handle: { startsWith: 'reader-' } } })).toBe(200)
  })

  test('has HTML that Markdown would have made, and a third in Chinese', async () => {
    const comments = await db.comment.findMany({ where: bulk, select: { body: true, html: true }, take: 500 })
    for (const { body, html } of comments) expect(html).toBe(renderMarkdown(body))
    const chinese = await db.$queryRaw<{ share: number }[]>`
      SELECT avg((c."body" ~ '[一-龥]')::int)::float AS share FROM "Comment" c JOIN "Person" p ON p."id" = c."authorId"
      WHERE p."handle" LIKE 'reader-%'`
    expect(chinese[0]?.share).toBeCloseTo(1 / 3, 1)
  })

  test('has ids in the order of times', async () => {
    const wrong = await db.$queryRaw<{ wrong: number }[]>`
      SELECT count(*)::int AS wrong FROM (
        SELECT c."createdAt" < lag(c."createdAt") OVER (ORDER BY c."id") AS back FROM "Comment" c
        JOIN "Person" p ON p."id" = c."authorId" WHERE p."handle" LIKE 'reader-%'
      ) t WHERE back`
    expect(wrong[0]?.wrong).toBe(0)
    const [{ version } = { version: '' }] = await db.$queryRaw<{ version: string }[]>`
      SELECT string_agg(DISTINCT substr("id"::text, 15, 1), '') AS version FROM "Comment"`
    expect(version).toBe('7')
  })

  test('can be answered and added to afterwards', async () => {
    const viewer = await viewerOfPerson((await addPerson({ handle: 'late-reader' })).id)
    const [deep] = await db.comment.findMany({ where: { ...bulk, depth: 30 }, take: 1 })
    const reply = await postComment(viewer, deep?.paragraphId ?? '', { body: 'Deeper.', parentId: deep?.id })
    expect(await db.comment.findUnique({ where: { id: reply.id } })).toMatchObject({ depth: 31 })
    await postComment(viewer, deep?.paragraphId ?? '', { body: 'At the end.' })
    vi.spyOn(process.stderr, 'write').mockReturnValue(true)
    await seedBulk(process.env.DATABASE_URL ?? '', { ...options, comments: 300 })
    vi.restoreAllMocks()
    expect(await ills()).toEqual([])
  })
})
