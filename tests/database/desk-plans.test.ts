import { dirname, join } from 'node:path'
import { beforeAll, expect, inject, test, vi } from 'vitest'
import { disconnect, fill, settle, withClient } from '@/bin/bench/database'
import { explainEverything, type Plan, plansOf } from '@/bin/bench/plans/capture'
import { objections, planLines, rowsRead } from '@/bin/bench/plans/plan-text'
import { importFirstEssay } from '@/bin/serve/first-essay'
import { readFigures } from '@/forum/figures/queries'
import { readPersonBeside } from '@/forum/moderation/person'
import { MOST_COUNTED, readQueue } from '@/forum/moderation/queue'
import type { SignedIn, Viewer } from '@/forum/viewer'
import { db } from '@/lib/db'
import { newId } from '@/lib/id'
import { makeModeratorOf, makePerson, makeThread, say, type Thread } from '../support/people'

// A page of the desk's list costs what it shows: at 100,000 cases, of which 5,000 are open, at most 1.3 times what it costs
// at 1,000, of which 50 are. From the plans of its own statements, as PostgreSQL really ran them.

vi.setConfig({ testTimeout: 240_000, hookTimeout: 240_000 })
process.env.LIMITS = 'off'

let moderator: SignedIn
/** Of an essay with few cases, and of that one and the other with all the rest. */
let ofFew: Viewer
let ofBoth: Viewer
let few: Thread
/** Of all the comments there. */
let writer: string
/** Open cases of the essay with few of them, and as many done: more than a page. */
const FEW = 40
let log = ''
const url = process.env.DATABASE_URL ?? ''

beforeAll(async () => {
  await importFirstEssay(url)
  await fill(url, 6_000, 1)
  moderator = await makePerson('moderator')
  few = await makeThread()
  const first = await db.essay.findFirstOrThrow({ where: { slug: { not: few.slug } }, select: { slug: true } })
  ofFew = await makeModeratorOf(few)
  ofBoth = await makeModeratorOf(few, first)
  const by = await makePerson()
  writer = by.handle
  const words = await Promise.all(Array.from({ length: 2 * FEW }, () => say(few, { by })))
  for (const [index, commentId] of words.entries())
    await db.case.create({
      data: {
        id: newId(),
        essayId: few.essayId,
        commentId,
        reasons: { create: { id: newId(), essayId: few.essayId, source: 'check', code: 'rare' } },
        ...(index < FEW ? {} : { state: 'done', closedAt: new Date(Date.now() - index * 60_000) }),
      },
      select: { id: true },
    })
  await withClient(url, async (client) => {
    const { rows } = await client.query<{ folder: string }>(`SELECT current_setting('data_directory') AS folder`)
    log = join(dirname(rows[0]?.folder ?? ''), 'server.log')
  })
  await explainEverything(inject('cluster'), new URL(url).pathname.slice(1), 'custom')
  // What is set for a database holds for new connections.
  await disconnect()
})

test('a page of the list is cut from an index, and costs at 100,000 cases at most 1.3 times that at 1,000', async () => {
  await addCases(1, 50, 'open')
  await addCases(1, 950, 'done')
  const small = await costOf()
  await addCases(51, 5_000, 'open')
  await addCases(1, 94_050, 'done')
  const large = await costOf()
  for (const [name, { plans }] of Object.entries(large))
    for (const plan of plans) expect(against(plan), `${name}: ${planLines(plan.root).join('\n')}`).toEqual([])
  // Where few cases have a reason all of them are looked at, in either forum, which PostgreSQL may do in either way.
  for (const name of Object.keys(large))
    expect(large[name]?.rows, name).toBeLessThanOrEqual(Math.max(1.3 * (small[name]?.rows ?? 0), 8 * 2 * FEW))
})

test('figures of a month read the month from indexes, and nothing of the two years before it', async () => {
  const read = () => readFigures(moderator, { days: 30 })
  const { flow } = await read()
  const inRange = flow.reduce((sum, { opened, decided }) => sum + opened + decided, 0)
  expect(inRange).toBeGreaterThan(8_000)
  const plans = await plansOf(log, read)
  for (const plan of plans)
    expect(
      against(plan).filter((objection) => objection.startsWith('SEQUENTIAL')),
      planLines(plan.root).join('\n'),
    ).toEqual([])
  // Each of the four looks at the range and a few rows that belong to it.
  expect(rowsOf(plans)).toBeLessThan(6 * inRange)
})

test('what stands beside a case costs the same however much its author wrote and reported', async () => {
  const [some, many] = [await makePerson(), await makePerson()]
  await giveHistory(some.id, 0, 1_200)
  await giveHistory(many.id, 1_200, 4_800)
  const costs = []
  for (const { id } of [some, many]) {
    const { comments, flagsRaised, flagsUpheld } = await readPersonBeside(moderator, id)
    expect([comments, flagsRaised, flagsUpheld]).toEqual([MOST_COUNTED, MOST_COUNTED, MOST_COUNTED])
    const plans = await plansOf(log, () => readPersonBeside(moderator, id))
    const scans = plans.flatMap((plan) => objections(plan)).filter((objection) => objection.startsWith('SEQUENTIAL'))
    expect(scans).toEqual([])
    costs.push(rowsOf(plans))
  }
  expect(costs[1]).toBeLessThanOrEqual(1.05 * (costs[0] ?? 0))
})

/** Nobody has reported or appealed anything here: reading an empty table from end to end is no fault. */
const against = (plan: Plan) => objections(plan).filter((objection) => !/ of Flag$/.test(objection))

const rowsOf = (plans: Plan[]) => plans.reduce((sum, { root }) => sum + rowsRead(root), 0)

/** Pages by age, by score, narrowed to a reason that all have, and of those done: their plans and the rows they looked at. */
async function costOf() {
  const pages = {
    age: () => readQueue(moderator, { state: 'open' }),
    score: () => readQueue(moderator, { state: 'open', sort: 'score' }),
    reason: () => readQueue(moderator, { state: 'open', reason: 'unkind' }),
    done: () => readQueue(moderator, { state: 'done' }),
    'age, of a reason that few have': () => readQueue(moderator, { state: 'open', reason: 'rare' }),
    'done, of a reason that few have': () => readQueue(moderator, { state: 'done', reason: 'rare' }),
    'age, of one person': () => readQueue(moderator, { state: 'open', person: writer }),
    'done, of one person': () => readQueue(moderator, { state: 'done', person: writer }),
    'age, of one essay': () => readQueue(moderator, { state: 'open', essay: few.slug }),
    'age, a moderator of few': () => readQueue(ofFew, { state: 'open' }),
    'score, a moderator of few': () => readQueue(ofFew, { state: 'open', sort: 'score' }),
    'done, a moderator of few': () => readQueue(ofFew, { state: 'done' }),
    'age, a moderator of both': () => readQueue(ofBoth, { state: 'open' }),
    'score, a moderator of both': () => readQueue(ofBoth, { state: 'open', sort: 'score' }),
    'done, a moderator of both': () => readQueue(ofBoth, { state: 'done' }),
  }
  const costs: Record<string, { rows: number; plans: Plan[] }> = {}
  for (const [name, read] of Object.entries(pages)) {
    expect((await read()).cases, name).toHaveLength(30)
    const plans = await plansOf(log, read)
    expect(plans.length, name).toBeGreaterThan(0)
    costs[name] = { plans, rows: rowsOf(plans) }
  }
  return costs
}

/**
 * Cases; open ones of the comments from number `from` on, done ones of whichever. A comment is looked up by its number alone:
 * with its number beside how many there are, PostgreSQL would compare every case with every comment.
 */
async function addCases(from: number, to: number, state: 'open' | 'done') {
  await withClient(url, async (client) => {
    await client.query('BEGIN')
    // Every row refers to one that was just read, and no comment is held.
    await client.query(`SET LOCAL session_replication_role = 'replica'`)
    await client.query(
      `WITH numbered AS (
         SELECT c."id", c."essayId", c."authorId", row_number() OVER (ORDER BY c."id") AS n FROM "Comment" c WHERE c."status" = 'published'
       ), wanted AS (
         SELECT s, 1 + (s - 1) % (SELECT count(*) FROM numbered) AS n FROM generate_series($1::int, $2::int) s
       ), made AS (
         INSERT INTO "Case" ("id", "essayId", "commentId", "authorId", "state", "openedAt", "closedAt", "score")
         SELECT uuidv7(), c."essayId", c."id", c."authorId", $3::"CaseState", now() - s * e.every,
           CASE WHEN $3 = 'done' THEN now() - s * e.every END, s % 7
         FROM wanted JOIN numbered c USING (n),
           (SELECT CASE WHEN $3 = 'done' THEN interval '10 minutes' ELSE interval '1 second' END AS every) e
         RETURNING "id", "essayId"
       )
       INSERT INTO "CaseReason" ("id", "essayId", "caseId", "source", "code", "points")
       SELECT uuidv7(), "essayId", "id", 'flag', 'unkind', 1 FROM made`,
      [from, to, state],
    )
    await client.query(
      `WITH made AS (
         INSERT INTO "Decision" ("id", "essayId", "caseId", "commentId", "commentRevision", "revisionId", "act", "reason", "byId", "createdAt")
         SELECT uuidv7(), k."essayId", k."id", k."commentId", 1, c."revisionId", 'remove', 'for the test', $1, k."closedAt"
         FROM "Case" k JOIN "Comment" c ON c."id" = k."commentId"
         WHERE k."state" = 'done' AND NOT EXISTS (SELECT 1 FROM "Decision" d WHERE d."caseId" = k."id")
         RETURNING "id"
       )
       INSERT INTO "DecisionOutcome" ("decisionId", "kind") SELECT "id", 'applied' FROM made`,
      [moderator.id],
    )
    await client.query('COMMIT')
  })
  await settle(url)
}

/** So many of the comments, from the number `after` on, are somebody's own; and of as many cases that are done it is their report. */
async function giveHistory(personId: string, after: number, count: number) {
  await withClient(url, async (client) => {
    await client.query(
      `UPDATE "Comment" SET "authorId" = $1 WHERE "id" IN (SELECT "id" FROM "Comment" ORDER BY "id" OFFSET $2 LIMIT $3)`,
      [personId, after, count],
    )
    await client.query(
      `INSERT INTO "Flag" ("id", "essayId", "commentId", "commentRevision", "personId", "caseId", "reason")
       SELECT DISTINCT ON ("commentId") uuidv7(), "essayId", "commentId", 1, $1::uuid, "id", 'unkind'::"FlagReason"
       FROM "Case" WHERE "state" = 'done' ORDER BY "commentId", "id" LIMIT $2`,
      [personId, count],
    )
  })
  await settle(url)
}
