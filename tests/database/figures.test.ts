import { describe, expect, test } from 'vitest'
import { figuresCsv } from '@/forum/figures/csv'
import { FiguresAddress } from '@/forum/figures/input'
import { readFigures } from '@/forum/figures/queries'
import { spansOf } from '@/forum/figures/spans'
import { appealDecision } from '@/forum/moderation/appeals'
import { openCase } from '@/forum/moderation/cases'
import { decideCase, takeDecision } from '@/forum/moderation/decide'
import type { DecideCase, FlagReason } from '@/forum/moderation/input'
import { flagComment } from '@/forum/moderation/mutations'
import { undoDecision } from '@/forum/moderation/undo'
import { GUEST, type SignedIn } from '@/forum/viewer'
import { db } from '@/lib/db'
import { newId } from '@/lib/id'
import { codeOf, makePerson, makeThread, say, type Thread } from '../support/people'

process.env.LIMITS = 'off'

const HOUR_MS = 3_600_000

/** A case that has been open for so many hours. */
async function caseOf(thread: Thread, reason: FlagReason, hours: number) {
  const by = await makePerson()
  const commentId = await say(thread, { by })
  await flagComment(await makePerson(), commentId, { reason, ...(reason === 'other' ? { note: 'Look.' } : {}) })
  const openedAt = new Date(Date.now() - hours * HOUR_MS)
  const { id } = await db.case.findFirstOrThrow({ where: { commentId }, select: { id: true } })
  await db.case.update({ where: { id }, data: { openedAt }, select: { id: true } })
  return { id, commentId, by }
}

async function decide(moderator: SignedIn, caseId: string, act: DecideCase['act']) {
  const { version } = await db.case.findUniqueOrThrow({ where: { id: caseId }, select: { version: true } })
  return decideCase(moderator, caseId, { act, reason: 'for the test', version, commentRevision: 1 })
}

const asked = (thread: Thread, days = 30) => FiguresAddress.parse({ days, essay: thread.slug })

describe('the figures', () => {
  test('are for those who have a desk, and of an essay that there is', async () => {
    const thread = await makeThread()
    expect(await codeOf(readFigures(GUEST, asked(thread)))).toBe('sign-in-required')
    expect(await codeOf(readFigures(await makePerson(), asked(thread)))).toBe('not-found')
    const nowhere = FiguresAddress.parse({ days: '7', essay: 'no-such-essay' })
    expect(await codeOf(readFigures(await makePerson('moderator'), nowhere))).toBe('not-found')
  })

  test('count what came, what waits and how long, what was decided and how soon', async () => {
    const thread = await makeThread()
    const [one, other] = [await makePerson('moderator'), await makePerson('moderator')]
    await decide(one, (await caseOf(thread, 'spam', 1)).id, 'remove')
    await decide(one, (await caseOf(thread, 'spam', 2)).id, 'noAction')
    await decide(other, (await caseOf(thread, 'unkind', 3)).id, 'approve')
    await caseOf(thread, 'unkind', 0)
    await caseOf(thread, 'unkind', 100)
    await caseOf(thread, 'off-topic', 24 * 40)
    const found = await readFigures(one, asked(thread))
    const sum = (of: 'opened' | 'decided') => found.flow.reduce((all, span) => all + span[of], 0)
    expect([found.flow.length, sum('opened'), sum('decided')]).toEqual([30, 5, 3])
    expect(found.ages.map(({ count }) => count)).toEqual([1, 0, 0, 1, 1])
    expect(found.times.median).toBeCloseTo(2 * 3600, -2)
    expect(found.times.p90).toBeCloseTo(2.8 * 3600, -2)
    expect(found.reasons.map(({ code, cases, removed, groundless }) => [code, cases, removed, groundless])).toEqual([
      ['unkind', 3, 0, 1],
      ['spam', 2, 1, 1],
    ])
    expect(found.moderators.map(({ handle, decisions }) => [handle, decisions])).toEqual([
      [one.handle, 2],
      [other.handle, 1],
    ])
    expect((await readFigures(one, asked(thread, 7))).flow).toHaveLength(7)
    expect((await readFigures(one, asked(thread, 365))).flow.reduce((all, { opened }) => all + opened, 0)).toBe(6)
    expect((await readFigures(one, asked(await makeThread()))).flow.every(({ opened }) => opened === 0)).toBe(true)
  })

  test('say what was taken back, and what another moderator overturned', async () => {
    const thread = await makeThread()
    const [one, other] = [await makePerson('moderator'), await makePerson('moderator')]
    const item = await caseOf(thread, 'spam', 1)
    const taken = { act: 'remove', reason: 'for the test', version: 1, commentRevision: 1 } as const
    await undoDecision(one, (await takeDecision(one, item.id, taken)).id)
    const { id } = await decide(one, item.id, 'remove')
    const { id: appealId } = await appealDecision(item.by, id, { text: 'It was no advertisement.' })
    const appeal = await db.appeal.findUniqueOrThrow({ where: { id: appealId }, select: { caseId: true } })
    await decide(other, appeal.caseId, 'approve')
    const found = await readFigures(one, asked(thread))
    expect(found.moderators.find(({ handle }) => handle === one.handle)).toMatchObject({
      decisions: 2,
      undone: 1,
      appeals: 1,
      overturned: 1,
    })
    expect(found.moderators.find(({ handle }) => handle === other.handle)).toMatchObject({ decisions: 1, appeals: 0 })
    expect(found.reasons.find(({ code }) => code === 'spam')).toMatchObject({
      cases: 1,
      removed: 1,
      undone: 1,
      appeals: 1,
      overturned: 1,
    })
    // The decision that was taken back decided nothing.
    expect(found.flow.at(-1)?.decided).toBe(2)
  })

  test('are a file for a spreadsheet, in which no name is a formula', async () => {
    const thread = await makeThread()
    const commentId = await say(thread)
    const rule = { id: newId(), version: 1 }
    await db.rule.create({ data: { id: rule.id, name: `=1+2,"${rule.id}"` }, select: { id: true } })
    const comment = await db.comment.findUniqueOrThrow({ where: { id: commentId } })
    const why = { source: 'rule', code: `=1+2,"${rule.id}"`, points: 1, rule } as const
    await db.$transaction((tx) => openCase(tx, { comment, reasons: [why] }))
    const figures = await readFigures(await makePerson('moderator'), asked(thread, 7))
    const lines = figuresCsv(figures).split('\r\n')
    expect(lines[0]).toBe('table,of,measure,value')
    expect(lines).toContain(`rule,"'=1+2,""${rule.id}""",cases,1`)
    expect(lines.filter((line) => line.startsWith('day,'))).toHaveLength(7 * 4)
    expect(figures.flow.at(-1)?.opened).toBe(1)
  })
})

test('days and weeks end with today, in UTC, and none is cut off', () => {
  const now = new Date('2026-03-01T23:59:59Z')
  expect(
    spansOf(7, now)
      .starts.map((start) => start.toISOString().slice(0, 10))
      .at(0),
  ).toBe('2026-02-23')
  expect(spansOf(7, now).starts.at(-1)).toEqual(new Date('2026-03-01T00:00:00Z'))
  const year = spansOf(365, now)
  expect([year.unit, year.starts.length, year.starts.at(-1)]).toEqual(['week', 53, new Date('2026-02-23T00:00:00Z')])
})
