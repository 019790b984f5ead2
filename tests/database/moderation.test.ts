import pg from 'pg'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { change } from '@/forum/change'
import { deleteComment, editComment, postComment } from '@/forum/comments/mutations'
import { readComment, readThread } from '@/forum/comments/queries'
import { createEssay } from '@/forum/essay/mutations'
import { readLog, verifyLog } from '@/forum/log/queries'
import { decideCase } from '@/forum/moderation/decide'
import { DecideCase, FLAG_REASONS, FlagComment, LiftForm, SuspendForm } from '@/forum/moderation/input'
import { flagComment } from '@/forum/moderation/mutations'
import { readCase, readDesk, readReceipt } from '@/forum/moderation/queries'
import { nextOpenCase, readDeskFigures, readQueue } from '@/forum/moderation/queue'
import { liftSuspension, suspendPerson } from '@/forum/moderation/restrict'
import { readNotifications } from '@/forum/notifications/queries'
import { parse } from '@/forum/parse'
import { claimOwnership, makeOwnerLink } from '@/forum/people/links'
import { setRole } from '@/forum/people/mutations'
import { listPeople } from '@/forum/people/queries'
import { viewerOfPerson } from '@/forum/people/standing'
import type { Refusal } from '@/forum/refusal'
import { writeSetting } from '@/forum/settings/settings'
import { GUEST, type Viewer } from '@/forum/viewer'
import { db } from '@/lib/db'
import { newId } from '@/lib/id'

// Hundreds of posts and flags within a minute; the limits have tests of their own.
process.env.LIMITS = 'off'

let paragraphId: string
let mod: Viewer
let otherMod: Viewer
let reader: Viewer
let count = 0
const superuser = new pg.Client({ connectionString: process.env.DATABASE_URL })

beforeAll(async () => {
  await superuser.connect()
  const input = { slug: 'essay', title: 'An essay', language: 'en', source: 'The first paragraph.\n\nThe second one.' }
  const { id } = await createEssay(input, [])
  const paragraph = await db.paragraph.findFirstOrThrow({
    where: { essayId: id, wordings: { some: { ordinal: 1 } } },
    select: { id: true },
  })
  paragraphId = paragraph.id
  mod = await person('mod', 'moderator')
  otherMod = await person('other-mod', 'moderator')
  reader = await person('reader')
})

afterAll(() => superuser.end())

describe('a flag', () => {
  test('opens a case, and the next one joins it', async () => {
    const comment = await post()
    await flag(reader, comment.id, 'spam')
    await flag(await person(), comment.id, 'unkind')
    const cases = await db.case.findMany({ where: { commentId: comment.id }, include: { flags: true } })
    expect(cases).toHaveLength(1)
    expect(cases[0]?.flags).toHaveLength(2)
    expect(cases[0]?.version).toBe(2)
  })

  test('stands among the reasons of its case, whose points add up to the score', async () => {
    const comment = await post()
    await flag(reader, comment.id, 'spam')
    await flag(await person(), comment.id, 'off-topic')
    const item = await db.case.findFirstOrThrow({
      where: { commentId: comment.id },
      select: { score: true, reasons: { orderBy: { at: 'asc' }, select: { source: true, code: true, points: true } } },
    })
    expect(item.reasons.map(({ source, code }) => [source, code])).toEqual([
      ['flag', 'spam'],
      ['flag', 'off-topic'],
    ])
    expect(item.score).toBe(item.reasons.reduce((sum, { points }) => sum + points, 0))
    expect(item.score).toBeGreaterThan(0)
  })

  test('of one person counts once', async () => {
    const comment = await post()
    await flag(reader, comment.id)
    await expect(flag(reader, comment.id)).rejects.toThrow(refusal('already-flagged'))
    const all = await Promise.allSettled(Array.from({ length: 8 }, () => flag(mod, comment.id)))
    expect(all.filter((one) => one.status === 'fulfilled')).toHaveLength(1)
    expect(await db.flag.count({ where: { commentId: comment.id } })).toBe(2)
  })

  test('by fifty people at once makes one open case with fifty flags', async () => {
    const comment = await post()
    // Otherwise the first of them would hide it from the others.
    await change((tx) => writeSetting(tx, 'flags', { hideAt: null, reasons: [...FLAG_REASONS] }))
    const crowd = await Promise.all(Array.from({ length: 50 }, () => person()))
    await Promise.all(crowd.map((one) => flag(one, comment.id)))
    const [item, ...more] = await db.case.findMany({ where: { commentId: comment.id }, include: { flags: true } })
    expect(more).toEqual([])
    expect(item).toMatchObject({ state: 'open', version: 50 })
    expect(item?.flags).toHaveLength(50)
    await db.setting.deleteMany()
  })

  test('is refused to guests, to authors, and for what is gone', async () => {
    const comment = await post()
    await expect(flag(GUEST, comment.id)).rejects.toThrow(refusal('sign-in-required'))
    await expect(flag(comment.author, comment.id)).rejects.toThrow(refusal('own-comment'))
    await decide(mod, (await opened(comment.id)).id, 'remove')
    await expect(flag(await person(), comment.id)).rejects.toThrow(refusal('not-allowed'))
    await expect(flag(reader, newId())).rejects.toThrow(refusal('not-found'))
  })

  test('names the words the reader had before them', async () => {
    const comment = await post()
    await editComment(comment.author, comment.id, { body: 'Now something else.' })
    await flagComment(reader, comment.id, { reason: 'unkind', revision: 1 })
    await flagComment(otherMod, comment.id, { reason: 'unkind', revision: 99 })
    const item = await readCase(mod, (await opened(comment.id)).id)
    expect(item.flags.map((one) => [one.commentRevision, one.changedSince])).toEqual([
      [1, true],
      [2, false],
    ])
  })

  test('has a receipt that says what came of it, for its writer only', async () => {
    const comment = await post()
    await flag(reader, comment.id)
    expect((await readReceipt(reader, comment.id)).outcome).toBe('waiting')
    await decide(mod, (await opened(comment.id)).id, 'approve')
    expect((await readReceipt(reader, comment.id)).outcome).toBe('approve')
    await expect(readReceipt(otherMod, comment.id)).rejects.toThrow(refusal('not-found'))
    await expect(readReceipt(GUEST, comment.id)).rejects.toThrow(refusal('sign-in-required'))
  })
})

describe('a decision', () => {
  test('removes the words, keeps the place, corrects the counters and tells the author why', async () => {
    const parent = await post()
    const reply = await post({ parentId: parent.id })
    const before = await counts(parent.id)
    await decide(mod, (await opened(reply.id)).id, 'remove', 'It is an advertisement.')
    expect(await counts(parent.id)).toEqual({ thread: before.thread - 1, replies: before.replies - 1 })
    const seen = await readComment(GUEST, reply.id)
    expect(seen).toMatchObject({ status: 'removed', body: null, html: null, author: null })
    const { items } = await readNotifications(reply.author)
    expect(items[0]).toMatchObject({ kind: 'decision', decision: { act: 'remove', reason: 'It is an advertisement.' } })
    const { entries } = await readLog()
    expect(entries[0]).toMatchObject({ act: 'comment.remove', subject: reply.id, reason: 'It is an advertisement.' })
    expect(JSON.stringify(entries)).not.toContain(mod.id)
  })

  test('that approves what is visible changes nothing and is no news to the author', async () => {
    const comment = await post()
    const before = await counts(comment.id)
    await decide(mod, (await opened(comment.id)).id, 'approve')
    expect(await counts(comment.id)).toEqual(before)
    expect(await readComment(GUEST, comment.id)).toMatchObject({ status: 'published' })
    expect((await readNotifications(comment.author)).items).toEqual([])
  })

  test('that approves what was held publishes and counts it', async () => {
    const comment = await post()
    const before = await counts(comment.id)
    await db.comment.update({ where: { id: comment.id }, data: { status: 'held' } })
    await db.paragraph.update({ where: { id: paragraphId }, data: { commentCount: { decrement: 1 } } })
    const item = await db.case.create({ data: { id: newId(), essayId: comment.essayId, commentId: comment.id } })
    await decide(mod, item.id, 'approve')
    expect(await counts(comment.id)).toEqual(before)
  })

  test('is bound to the version of the case', async () => {
    const comment = await post()
    const item = await opened(comment.id)
    await flag(otherMod, comment.id)
    const stale = { act: 'remove', reason: 'Because of this.', version: item.version, commentRevision: 1 } as const
    await expect(decideCase(mod, item.id, stale)).rejects.toThrow(refusal('case-changed'))
    await decideCase(mod, item.id, { ...stale, version: item.version + 1 })
    expect(await db.decision.count({ where: { caseId: item.id } })).toBe(1)
  })

  test('is bound to the words of the comment', async () => {
    const comment = await post()
    const item = await opened(comment.id)
    await editComment(comment.author, comment.id, { body: 'I have thought better of it.' })
    const stale = { act: 'remove', reason: 'Because of this.', version: item.version, commentRevision: 1 } as const
    await expect(decideCase(mod, item.id, stale)).rejects.toThrow(refusal('case-changed'))
    expect(await readComment(GUEST, comment.id)).toMatchObject({ status: 'published' })
  })

  test('by two moderators at once is exactly one', async () => {
    for (let round = 0; round < 5; round++) {
      const comment = await post()
      const item = await opened(comment.id)
      const both = await Promise.allSettled([
        decide(mod, item.id, 'remove', 'The first of two.'),
        decide(otherMod, item.id, 'approve', 'The second of two.'),
      ])
      const lost = both.filter((one) => one.status === 'rejected')
      expect(lost).toHaveLength(1)
      expect(lost[0]?.reason).toMatchObject({ code: 'case-closed' })
      expect(await db.decision.count({ where: { caseId: item.id } })).toBe(1)
      expect(await db.logEntry.count({ where: { subject: comment.id } })).toBe(1)
    }
  })

  test('sent twice by one moderator is one decision, and the second answer names it', async () => {
    const comment = await post()
    const item = await opened(comment.id)
    const input = { act: 'remove', reason: 'Sent twice.', version: item.version, commentRevision: 1 } as const
    const [one, two] = await Promise.all([decideCase(mod, item.id, input), decideCase(mod, item.id, input)])
    expect(two).toEqual(one)
    expect(await db.decision.count({ where: { caseId: item.id } })).toBe(1)
    const told = await db.notification.findMany({ where: { commentId: comment.id }, orderBy: { kind: 'asc' } })
    expect(told.map(({ kind }) => kind)).toEqual(['decision', 'report'])
    await expect(decideCase(mod, item.id, { ...input, reason: 'Another reason.' })).rejects.toThrow(
      refusal('case-closed'),
    )
  })

  test('is for moderators, and not about their own words', async () => {
    const comment = await post({ author: mod })
    const item = await opened(comment.id)
    await expect(decide(mod, item.id, 'approve')).rejects.toThrow(refusal('own-comment'))
    await expect(decide(reader, item.id, 'approve')).rejects.toThrow(refusal('not-found'))
    await expect(decide(GUEST, item.id, 'approve')).rejects.toThrow(refusal('sign-in-required'))
    const seen = await readCase(mod, item.id)
    expect(seen).toMatchObject({ isOwn: true, can: { decide: false } })
    expect(seen.flags).toMatchObject([{ by: null, note: null }])
    await decide(otherMod, item.id, 'approve')
  })

  test('comes too late for a comment its author took back', async () => {
    const comment = await post()
    await flag(reader, comment.id)
    const item = await opened(comment.id)
    await deleteComment(comment.author, comment.id)
    await expect(decide(mod, item.id, 'remove')).rejects.toThrow(refusal('case-closed'))
    expect(await readCase(mod, item.id)).toMatchObject({ state: 'done', decisions: [], comment: { html: '' } })
    expect((await readReceipt(reader, comment.id)).outcome).toBe('withdrawn')
  })
})

describe('the desk', () => {
  test('lists what waits, oldest first, and loses none when a case is decided between two pages', async () => {
    await db.case.updateMany({ where: { state: 'open' }, data: { state: 'done', closedAt: new Date() } })
    const made = []
    for (let index = 0; index < 35; index++) made.push((await opened((await post()).id)).id)
    const first = await readQueue(mod, { state: 'open' })
    expect(first.cases.map((line) => line.id)).toEqual(made.slice(0, 30))
    await decide(mod, made[29] ?? '', 'approve')
    const second = await readQueue(mod, { state: 'open', after: first.after ?? undefined })
    expect(second.cases.map((line) => line.id)).toEqual(made.slice(30))
    expect(second.after).toBeNull()
    expect((await readQueue(mod, { state: 'done' })).cases[0]).toMatchObject({ id: made[29], act: 'approve' })
    expect((await readQueue(mod, { state: 'open', after: 'nonsense' })).cases[0]?.id).toBe(made[0])
    expect(first.cases[0]?.reasons).toEqual([{ reason: 'off-topic', count: 1 }])
    expect(await readDeskFigures(mod)).toMatchObject({ open: 34 })
  })

  test('goes on with the next case, round the end, and past the moderator’s own', async () => {
    await db.case.updateMany({ where: { state: 'open' }, data: { state: 'done', closedAt: new Date() } })
    const one = await opened((await post()).id)
    const own = await opened((await post({ author: mod })).id)
    const two = await opened((await post()).id)
    expect(await nextOpenCase(mod, one.id)).toBe(two.id)
    expect(await nextOpenCase(otherMod, one.id)).toBe(own.id)
    expect(await nextOpenCase(mod, two.id)).toBe(one.id)
  })

  test('does not exist for others', async () => {
    const address = { state: 'open' } as const
    await expect(readDesk(reader, address)).rejects.toThrow(refusal('not-found'))
    await expect(readDesk(GUEST, address)).rejects.toThrow(refusal('sign-in-required'))
    await expect(readDesk(mod, address, 'no-id')).rejects.toThrow(refusal('not-found'))
    await expect(readDesk(mod, address, newId())).rejects.toThrow(refusal('not-found'))
  })
})

describe('a suspension', () => {
  test('refuses the next post, the next flag and the desk, and says until when', async () => {
    const victim = await person()
    await post({ author: victim })
    const { id } = await suspendPerson(mod, handleOf(victim), { days: 7, reason: 'Three warnings.' })
    const now = await viewerOfPerson(idOf(victim))
    await expect(post({ author: now })).rejects.toThrow(refusal('suspended'))
    await expect(flag(now, (await post()).id)).rejects.toThrow(refusal('suspended'))
    const twin = await suspendPerson(mod, handleOf(victim), { days: 7, reason: 'Three warnings.' })
    expect(twin).toEqual({ id })
    expect(await db.logEntry.count({ where: { act: 'person.suspend', subject: idOf(victim) } })).toBe(1)
  })

  test('of another length is a correction, and no second click', async () => {
    const victim = await person()
    const suspend = (days: number) => suspendPerson(mod, handleOf(victim), { days, reason: 'Three warnings.' })
    const [short, again, long] = [await suspend(1), await suspend(1), await suspend(30)]
    expect(again).toEqual(short)
    expect(long).not.toEqual(short)
    const { suspendedUntil } = await viewerOfPerson(idOf(victim))
    expect((suspendedUntil?.getTime() ?? 0) - Date.now()).toBeGreaterThan(29 * 86_400_000)
    expect(await db.logEntry.count({ where: { act: 'person.suspend', subject: idOf(victim) } })).toBe(2)
  })

  test('tells the person why, wherever they are refused', async () => {
    const victim = await person()
    await suspendPerson(mod, handleOf(victim), { days: 7, reason: 'Three warnings.' })
    const now = await viewerOfPerson(idOf(victim))
    const facts = { until: now.suspendedUntil?.toISOString(), reason: 'Three warnings.' }
    await expect(post({ author: now })).rejects.toMatchObject({ code: 'suspended', about: { facts } })
  })

  test('is lifted with a reason, all of it at once, by those who may suspend; the log says so once', async () => {
    const [owner, victim, fallen] = [
      await person(undefined, 'owner'),
      await person(),
      await person(undefined, 'moderator'),
    ]
    await suspendPerson(mod, handleOf(victim), { days: 365, reason: 'A slip of the hand.' })
    await suspendPerson(mod, handleOf(victim), { days: 1, reason: 'As it was meant.' })
    await suspendPerson(owner, handleOf(fallen), { days: 1, reason: 'Because.' })
    const input = { reason: 'It was a mistake.' }
    await expect(liftSuspension(reader, handleOf(victim), input)).rejects.toThrow(refusal('not-found'))
    await expect(liftSuspension(GUEST, handleOf(victim), input)).rejects.toThrow(refusal('sign-in-required'))
    await expect(liftSuspension(mod, handleOf(fallen), input)).rejects.toThrow(refusal('not-allowed'))
    await expect(liftSuspension(mod, 'nobody-here', input)).rejects.toThrow(refusal('not-found'))
    const ownCase = await viewerOfPerson(idOf(fallen))
    await expect(liftSuspension(ownCase, handleOf(fallen), input)).rejects.toThrow(refusal('suspended'))

    const inList = async (viewer: Viewer, who: Viewer) =>
      (await listPeople(viewer, { search: handleOf(who) })).people.find(({ handle }) => handle === who.handle)
    expect(await inList(mod, victim)).toMatchObject({ can: { lift: true } })
    expect(await inList(mod, fallen)).toMatchObject({ can: { lift: false } })
    expect(await inList(owner, fallen)).toMatchObject({ can: { lift: true } })

    await Promise.all([liftSuspension(mod, handleOf(victim), input), liftSuspension(mod, handleOf(victim), input)])
    expect(await viewerOfPerson(idOf(victim))).toMatchObject({ suspendedUntil: null, suspendedFor: null })
    await post({ author: await viewerOfPerson(idOf(victim)) })
    expect(await inList(mod, victim)).toMatchObject({ suspension: null, can: { lift: false } })
    const entries = await db.logEntry.findMany({ where: { act: 'person.unsuspend', subject: idOf(victim) } })
    expect(entries).toMatchObject([{ byId: idOf(mod), reason: 'It was a mistake.' }])
    expect(await verifyLog()).toMatchObject({ brokenAt: null })
  })

  test('goes downwards only', async () => {
    const owner = await person(undefined, 'owner')
    const input = { days: 1, reason: 'Because.' }
    await expect(suspendPerson(mod, handleOf(otherMod), input)).rejects.toThrow(refusal('not-allowed'))
    await expect(suspendPerson(mod, handleOf(mod), input)).rejects.toThrow(refusal('not-allowed'))
    await expect(suspendPerson(mod, handleOf(owner), input)).rejects.toThrow(refusal('not-allowed'))
    await expect(suspendPerson(reader, handleOf(mod), input)).rejects.toThrow(refusal('not-found'))
    await expect(suspendPerson(mod, 'nobody-here', input)).rejects.toThrow(refusal('not-found'))
    const fallen = await person(undefined, 'moderator')
    await suspendPerson(owner, handleOf(fallen), input)
    const now = await viewerOfPerson(idOf(fallen))
    await expect(readDeskFigures(now)).rejects.toThrow(refusal('suspended'))
  })
})

describe('the log', () => {
  test('is whole, also after many writers at once', async () => {
    const comments = []
    for (let index = 0; index < 12; index++) comments.push(await opened((await post()).id))
    await Promise.all(comments.map((item, index) => decide(index % 2 ? mod : otherMod, item.id, 'approve')))
    const { entries, head } = await readLog()
    const whole = await verifyLog(head?.hash)
    expect(whole).toMatchObject({ brokenAt: null, known: true, head: head?.hash })
    expect(whole.entries).toBe(await db.logEntry.count())
    expect(entries[0]?.seq).toBe(whole.entries)
  })

  const tamperings = {
    'a changed reason': { sql: `UPDATE "LogEntry" SET "reason" = 'Another.' WHERE "seq" = 3`, at: 3, whole: 2 },
    'a changed reason with its hash made to fit': {
      sql: `UPDATE "LogEntry" SET "hash" = encode(sha256('x'), 'hex') WHERE "seq" = 3`,
      at: 3,
      whole: 2,
    },
    'a missing entry': { sql: `DELETE FROM "LogEntry" WHERE "seq" = 4`, at: 5, whole: 3 },
    'a missing entry with the numbers closed up': {
      sql: `DELETE FROM "LogEntry" WHERE "seq" = 4; UPDATE "LogEntry" SET "seq" = "seq" - 1 WHERE "seq" = 5`,
      at: 4,
      whole: 3,
    },
    'two entries that changed places': {
      sql: `UPDATE "LogEntry" SET "seq" = -1 WHERE "seq" = 2; UPDATE "LogEntry" SET "seq" = 2 WHERE "seq" = 3;
        UPDATE "LogEntry" SET "seq" = 3 WHERE "seq" = -1`,
      at: 2,
      whole: 1,
    },
  }
  test.each(Object.entries(tamperings))('finds %s', async (_, { sql, at, whole }) => {
    await tampered(sql, async () => expect(await verifyLog()).toMatchObject({ brokenAt: at, entries: whole }))
    expect(await verifyLog()).toMatchObject({ brokenAt: null })
  })

  test('finds that its newest entries were cut off', async () => {
    const { entries, head } = await verifyLog()
    const cut = `DELETE FROM "LogEntry" WHERE "seq" > ${entries - 2}`
    await tampered(cut, async () =>
      expect(await verifyLog(head)).toMatchObject({ brokenAt: entries - 1, entries: entries - 2, known: false }),
    )
  })

  test('gives those who acted a pseudonym, but not beside their own name', async () => {
    await db.person.updateMany({ where: { role: 'owner' }, data: { role: 'member' } })
    const owner = await person()
    await claimOwnership(owner, (await makeOwnerLink()) ?? '')
    const second = await person()
    for (const viewer of [owner, second])
      await setRole({ handle: handleOf(second), role: viewer === owner ? 'owner' : 'member', byId: idOf(viewer) })
    const { entries } = await readLog()
    expect(entries.slice(0, 3)).toMatchObject([
      { act: 'person.role', subject: second.handle, by: null },
      { act: 'person.role', subject: second.handle, by: expect.stringMatching(/^[0-9a-f]{4}$/) },
      { act: 'owner.claim', subject: owner.handle, by: null },
    ])
    // The chain is over who it was all the same.
    expect(await db.logEntry.findFirst({ where: { act: 'owner.claim' }, orderBy: { seq: 'desc' } })).toMatchObject({
      byId: idOf(owner),
    })
    expect(await verifyLog()).toMatchObject({ brokenAt: null })
  })

  const rewritings = ['LogEntry', 'Decision'].flatMap((table) => [
    `UPDATE "${table}" SET "reason" = 'Another.'`,
    `DELETE FROM "${table}"`,
    `TRUNCATE "${table}" CASCADE`,
  ])
  test.each(rewritings)('the database refuses %s', async (sql) => {
    expect(await db.decision.count()).toBeGreaterThan(0)
    await expect(superuser.query(sql)).rejects.toMatchObject({ code: '23000' })
  })
})

describe('what the desk takes', () => {
  const caseId = newId()
  const decision = { act: 'remove', reason: 'A reason.', version: '1', commentRevision: 1 }
  const suspension = { handle: 'Somebody', days: '7', reason: 'A reason.', caseId }

  test('is what its forms and programs send', () => {
    expect(parse(DecideCase, decision)).toMatchObject({ version: 1, commentRevision: 1 })
    expect(parse(SuspendForm, suspension)).toMatchObject({ handle: 'somebody', days: 7 })
    expect(parse(LiftForm, { handle: '北窗', reason: 'A reason.' })).toMatchObject({ handle: '北窗' })
    expect(parse(FlagComment, { reason: 'spam', revision: '2' })).toMatchObject({ revision: 2 })
  })

  test.each([2 ** 31 - 1, 2 ** 31, '2147483647', '9999999999', 1e300, 0, -1, 1.5, true, [1], '', ' 1'])(
    'is no version %j, which the database could not hold or compare',
    (number) => {
      expect(() => parse(DecideCase, { ...decision, version: number })).toThrow('bad-input')
      expect(() => parse(DecideCase, { ...decision, commentRevision: number })).toThrow('bad-input')
      expect(() => parse(FlagComment, { reason: 'spam', revision: number })).toThrow('bad-input')
    },
  )

  test('the greatest number that is taken is a decision on something else, and no defect', async () => {
    const comment = await post()
    const item = await opened(comment.id)
    const greatest = 2 ** 31 - 2
    const input = parse(DecideCase, { ...decision, version: greatest, commentRevision: greatest })
    await expect(decideCase(mod, item.id, input)).rejects.toThrow(refusal('case-changed'))
  })

  test.each(['a\u0000b', '', '\ud800', 'x'.repeat(61)])('is no name %j', (handle) => {
    expect(() => parse(SuspendForm, { ...suspension, handle })).toThrow(/^bad-/)
    expect(() => parse(LiftForm, { handle, reason: 'A reason.' })).toThrow(/^bad-/)
  })

  test.each(['\u200b\u200b\u200b', '\u3164'.repeat(9), ' \u2800 \u2060 ', 'a\u200b\u200b', '  a  '])(
    'is no reason %j, of which nobody reads three characters',
    (reason) => {
      expect(() => parse(DecideCase, { ...decision, reason })).toThrow('bad-input')
      expect(() => parse(SuspendForm, { ...suspension, reason })).toThrow('bad-input')
      expect(() => parse(LiftForm, { handle: 'somebody', reason })).toThrow('bad-input')
      if (reason.trim() !== 'a' && !reason.startsWith('a'))
        expect(() => parse(FlagComment, { reason: 'other', note: reason })).toThrow('note-needed')
    },
  )
})

async function person(
  handle = `person-${++count}`,
  role: 'member' | 'moderator' | 'owner' = 'member',
): Promise<Viewer> {
  const { id } = await db.person.create({ data: { id: newId(), handle, displayName: handle, role } })
  return viewerOfPerson(id)
}

async function post({ author, parentId }: { author?: Viewer; parentId?: string } = {}) {
  const by = author ?? (await person())
  const { id } = await postComment(by, paragraphId, { body: `Comment ${++count}.`, parentId })
  const { essayId } = await db.comment.findUniqueOrThrow({ where: { id }, select: { essayId: true } })
  return { id, essayId, author: by }
}

const flag = (viewer: Viewer, commentId: string, reason: 'spam' | 'unkind' | 'off-topic' = 'off-topic') =>
  flagComment(viewer, commentId, { reason })

/** The comment's open case; somebody flags it when there is none. */
async function opened(commentId: string) {
  const where = { where: { commentId, state: 'open' } } as const
  const open = await db.case.findFirst(where)
  if (open) return open
  await flag(await person(), commentId)
  return db.case.findFirstOrThrow(where)
}

async function decide(viewer: Viewer, caseId: string, act: 'approve' | 'remove', reason = 'A reason.') {
  const item = await db.case.findUniqueOrThrow({
    where: { id: caseId },
    select: { version: true, state: true, comment: { select: { revision: true } } },
  })
  return decideCase(viewer, caseId, { act, reason, version: item.version, commentRevision: item.comment.revision })
}

async function counts(commentId: string) {
  const { replyCount } = await readComment(GUEST, commentId)
  const { commentCount } = await db.paragraph.findUniqueOrThrow({
    where: { id: paragraphId },
    select: { commentCount: true },
  })
  await readThread(GUEST, paragraphId, { sort: 'oldest', limit: 1 })
  return { thread: commentCount, replies: replyCount }
}

/** Does to the log what only a superuser can, looks, and puts everything back. */
async function tampered(sql: string, look: () => Promise<void>) {
  await superuser.query(`CREATE TEMP TABLE kept AS SELECT * FROM "LogEntry"`)
  await superuser.query(`ALTER TABLE "LogEntry" DISABLE TRIGGER USER`)
  try {
    await superuser.query(sql)
    await look()
  } finally {
    await superuser.query(`DELETE FROM "LogEntry"; INSERT INTO "LogEntry" SELECT * FROM kept; DROP TABLE kept`)
    await superuser.query(`ALTER TABLE "LogEntry" ENABLE TRIGGER USER`)
  }
}

const refusal = (code: Refusal['code']) => expect.objectContaining({ name: 'Refusal', code })
const idOf = (viewer: Viewer) => viewer.id ?? ''
const handleOf = (viewer: Viewer) => viewer.handle ?? ''
