import { afterEach, describe, expect, test, vi } from 'vitest'
import { change } from '@/forum/change'
import { readMine } from '@/forum/comments/mine'
import { deleteComment, editComment } from '@/forum/comments/mutations'
import { readComment } from '@/forum/comments/queries'
import { readLog } from '@/forum/log/queries'
import { openCase } from '@/forum/moderation/cases'
import type { Check, Written } from '@/forum/moderation/checks/written'
import { decideCase } from '@/forum/moderation/decide'
import { FLAG_REASONS } from '@/forum/moderation/input'
import { flagComment } from '@/forum/moderation/mutations'
import { weigh, weightOf } from '@/forum/moderation/reporters'
import { screen } from '@/forum/moderation/screen'
import { readTrust } from '@/forum/people/trust'
import { writeSetting } from '@/forum/settings/settings'
import { GUEST, type SignedIn } from '@/forum/viewer'
import { db } from '@/lib/db'
import { env } from '@/lib/env'
import { age, codeOf, makeEssay, makePeople, makePerson, makeThread, refusalOf, remove, say } from '../support/people'

vi.setConfig({ testTimeout: 120_000 })

// The pace has tests of its own (posting-pace.test.ts); where a check is switched off together with it, a test says so.
process.env.LIMITS = 'off'

afterEach(async () => {
  env().LIMITS = 'off'
  await db.setting.deleteMany()
})

const statusOf = async (id: string) => (await db.comment.findUniqueOrThrow({ where: { id } })).status
const countOf = async (id: string) => (await db.paragraph.findUniqueOrThrow({ where: { id } })).commentCount
const reasonsOf = async (commentId: string) =>
  (
    await db.caseReason.findMany({
      where: { case: { commentId, state: 'open' } },
      orderBy: { at: 'asc' },
      select: { source: true, code: true },
    })
  ).map(({ source, code }) => `${source} ${code}`)

async function decideOpen(commentId: string, act: 'approve' | 'remove' | 'noAction') {
  const item = await db.case.findFirstOrThrow({
    where: { commentId, state: 'open' },
    select: { id: true, version: true, comment: { select: { revision: true } } },
  })
  const bound = { version: item.version, commentRevision: item.comment.revision }
  await decideCase(await makePerson('moderator'), item.id, { act, reason: 'For the test.', ...bound })
}

/** A case for a comment that readers cannot report. */
const flagged = (id: string) =>
  change(async (tx) => {
    const comment = await tx.comment.findUniqueOrThrow({ where: { id } })
    await openCase(tx, { comment, reasons: [{ source: 'author', code: 'hidden', points: 1 }] })
  })

const LINKS = 'See https://a.example/ and https://b.example/ and https://c.example/ for it.'

/** The person has been here so long. */
const joined = (person: SignedIn, days: number) =>
  db.person.update({
    where: { id: person.id },
    data: { createdAt: new Date(Date.now() - days * 86_400_000) },
    select: { id: true },
  })

describe('before publication', () => {
  test('what somebody new writes with three links waits; nobody else sees it, counts it or hears of it', async () => {
    env().LIMITS = 'on'
    const thread = await makeThread()
    const by = await makePerson()
    const to = await say(thread)
    const answered = await db.comment.findUniqueOrThrow({ where: { id: to } })
    const before = await db.outbox.count({ where: { paragraphId: thread.id } })
    const id = await say(thread, { by, to, body: LINKS })
    expect(await statusOf(id)).toBe('held')
    expect(await reasonsOf(id)).toEqual(['check links'])
    expect(await countOf(thread.id)).toBe(1)
    expect(await codeOf(readComment(GUEST, id))).toBe('not-found')
    expect(await codeOf(readComment(await makePerson(), id))).toBe('not-found')
    expect(await readComment(by, id)).toMatchObject({ status: 'held', body: LINKS })
    expect(await db.notification.count({ where: { personId: answered.authorId } })).toBe(0)
    expect(await db.outbox.count({ where: { paragraphId: thread.id } })).toBe(before)
    expect((await readLog()).entries[0]).toMatchObject({
      act: 'comment.hold',
      subject: id,
      details: { check: 'links' },
    })
  })

  test('the author learns why it waits; let through, it is news to whoever it answers, once', async () => {
    env().LIMITS = 'on'
    const thread = await makeThread()
    const by = await makePerson()
    const answered = await makePerson()
    const id = await say(thread, { by, to: await say(thread, { by: answered }), body: LINKS })
    expect((await readMine(by, thread.id)).held).toEqual([
      { id, why: [{ source: 'check', code: 'links', reason: null }] },
    ])
    expect((await readMine(await makePerson('moderator'), thread.id)).held).toEqual([])
    await decideOpen(id, 'approve')
    expect(await countOf(thread.id)).toBe(2)
    await flagComment(await makePerson(), id, { reason: 'spam' })
    await decideOpen(id, 'remove')
    await flagged(id)
    await decideOpen(id, 'approve')
    expect(await db.notification.count({ where: { personId: answered.id, kind: 'reply' } })).toBe(1)
  })

  test('two links are nobody’s business, nor are three of somebody known', async () => {
    env().LIMITS = 'on'
    const thread = await makeThread()
    expect(await statusOf(await say(thread, { body: 'See https://a.example/ and https://b.example/.' }))).toBe(
      'published',
    )
    env().LIMITS = 'off'
    const known = await makePerson()
    await joined(known, 2)
    for (let index = 0; index < 3; index++) await say(thread, { by: known })
    env().LIMITS = 'on'
    expect(await statusOf(await say(thread, { by: known, body: LINKS }))).toBe('published')
  })

  test('an edit is looked at like a comment, and hides what stood there', async () => {
    env().LIMITS = 'on'
    const thread = await makeThread()
    const by = await makePerson()
    const id = await say(thread, { by, body: 'Harmless.' })
    await editComment(by, id, { body: LINKS })
    expect(await statusOf(id)).toBe('held')
    expect(await countOf(thread.id)).toBe(0)
    expect(await reasonsOf(id)).toEqual(['check links'])
  })

  test('the same words again within a day are refused, whatever their signs; taken back, they may be said anew', async () => {
    env().LIMITS = 'on'
    const author = await makePerson()
    const [one, two] = await makeEssay(['The first.', 'The second.'], [author.id])
    if (!one || !two) throw new Error('no threads')
    const body = 'Buy this wonderful thing from me today.'
    const id = await say(one, { by: author, body })
    expect(await codeOf(say(two, { by: author, body: '  buy this — WONDERFUL thing, from me, today!' }))).toBe(
      'repeated',
    )
    await say(two, { body })
    await deleteComment(author, id)
    const again = await say(two, { by: author, body })
    await age(again, 25 * 3_600_000)
    await say(two, { by: author, body })
  })

  test('where the owner wants it, the first comments wait until two stand', async () => {
    await change((tx) => writeSetting(tx, 'screening', { holdFirst: true }))
    const thread = await makeThread()
    const by = await makePerson()
    const first = await say(thread, { by })
    expect(await statusOf(first)).toBe('held')
    expect(await reasonsOf(first)).toEqual(['check first-comments'])
    await db.comment.update({ where: { id: first }, data: { status: 'published' } })
    const second = await say(thread, { by })
    expect(await statusOf(second)).toBe('held')
    await db.comment.update({ where: { id: second }, data: { status: 'published' } })
    expect(await statusOf(await say(thread, { by }))).toBe('published')
    expect(await statusOf(await say(thread, { by: await makePerson('moderator') }))).toBe('published')
  })

  test('after three removed comments of a week, a third of all, the next one waits', async () => {
    const thread = await makeThread()
    const by = await makePerson()
    for (let index = 0; index < 3; index++) await remove(await say(thread, { by }))
    const id = await say(thread, { by })
    expect(await statusOf(id)).toBe('held')
    expect(await reasonsOf(id)).toEqual(['check history'])
    await db.comment.updateMany({
      where: { authorId: by.id },
      data: { createdAt: new Date(Date.now() - 8 * 86_400_000) },
    })
    expect(await statusOf(await say(thread, { by }))).toBe('published')
  })

  test('a paragraph that is cooling takes one comment of a person in its time, until it has cooled', async () => {
    const author = await makePerson()
    const [thread] = await makeEssay(['Hot.'], [author.id])
    if (!thread) throw new Error('no thread')
    const slow = (slowUntil: Date | null) =>
      db.paragraph.update({ where: { id: thread.id }, data: { slowSeconds: 600, slowUntil }, select: { id: true } })
    await slow(null)
    const by = await makePerson()
    const id = await say(thread, { by })
    const no = await refusalOf(say(thread, { by }))
    expect(no).toMatchObject({ code: 'slow-mode', status: 429 })
    expect(no.about.facts?.seconds).toBeGreaterThan(590)
    await say(thread)
    await say(thread, { by: author })
    await say(thread, { by: author })
    await slow(new Date(Date.now() - 1000))
    await say(thread, { by })
    await slow(new Date(Date.now() + 60_000))
    expect(await codeOf(say(thread, { by }))).toBe('slow-mode')
    await db.comment.updateMany({ where: { authorId: by.id }, data: { createdAt: new Date(Date.now() - 601_000) } })
    expect(id).not.toBe(await say(thread, { by }))
  })

  test('in a chain that readers reported people take two minutes, and one more for each report', async () => {
    const thread = await makeThread()
    const [one, other] = [await makePerson(), await makePerson()]
    const root = await say(thread, { by: other })
    const mine = await say(thread, { by: one, to: root })
    const theirs = await say(thread, { by: other, to: mine })
    await flagComment(await makePerson(), mine, { reason: 'unkind' })
    env().LIMITS = 'on'
    const no = await refusalOf(say(thread, { by: one, to: theirs }))
    expect(no).toMatchObject({ code: 'heated' })
    expect(no.about.facts?.seconds).toBeGreaterThan(170)
    expect(no.about.facts?.seconds).toBeLessThanOrEqual(180)
    await say(thread, { to: theirs })
    await age(mine, 181_000)
    await say(thread, { by: one, to: theirs })
  })

  test.each(['approve', 'noAction'] as const)('a report that came to nothing (%s) slows nobody', async (act) => {
    const thread = await makeThread()
    const [one, other] = [await makePerson(), await makePerson()]
    const root = await say(thread, { by: other })
    const mine = await say(thread, { by: one, to: root })
    const theirs = await say(thread, { by: other, to: mine })
    await flagComment(await makePerson(), mine, { reason: 'unkind' })
    await decideOpen(mine, act)
    env().LIMITS = 'on'
    await say(thread, { by: one, to: theirs })
  })

  test('a check that fails holds; those after it are asked all the same', async () => {
    const silent = vi.spyOn(console, 'error').mockReturnValue(undefined)
    const by = await makePerson()
    const written: Written = {
      by: { ...by, ...(await readTrust(by.id)) },
      body: 'Words.',
      html: '<p>Words.</p>',
      thread: { id: by.id, essayId: by.id, authorIds: [], slowSeconds: null, slowUntil: null },
      parent: null,
      isEdit: false,
    }
    const failing: Check = {
      name: 'broken',
      look: () => {
        throw new Error('a detector fell over')
      },
    }
    const holding: Check = { name: 'after', look: () => ({ hold: { source: 'check', code: 'after' } }) }
    const { holds } = await screen(written, [failing, holding])
    expect(holds.map(({ code }) => code)).toEqual(['check-failed', 'after'])
    expect(silent).toHaveBeenCalledOnce()
    silent.mockRestore()
  })
})

describe('reports', () => {
  test('hide a comment when they weigh enough, and one reader alone never does', async () => {
    const thread = await makeThread()
    const id = await say(thread)
    const readers = await makePeople(4)
    await change((tx) => writeSetting(tx, 'flags', { hideAt: 1, reasons: [...FLAG_REASONS] }))
    const [one, two] = readers
    if (!one || !two) throw new Error('no readers')
    await flagComment(one, id, { reason: 'spam' })
    expect(await statusOf(id)).toBe('published')
    await flagComment(two, id, { reason: 'spam' })
    expect(await statusOf(id)).toBe('held')
    expect(await countOf(thread.id)).toBe(0)
    expect((await readLog()).entries[0]).toMatchObject({
      act: 'comment.hide',
      by: null,
      details: { readers: 2, weight: 2 },
    })
  })

  test('five of people nobody knows are enough', async () => {
    const id = await say(await makeThread())
    const readers = await makePeople(5)
    for (const [index, reader] of readers.entries()) {
      expect(await statusOf(id)).toBe('published')
      await flagComment(reader, id, { reason: index % 2 ? 'spam' : 'unkind' })
    }
    expect(await statusOf(id)).toBe('held')
  })

  test('let the author bring the comment back once, by editing, after ten minutes', async () => {
    const thread = await makeThread()
    const by = await makePerson()
    const id = await say(thread, { by })
    const hide = async () => {
      for (const reader of await makePeople(5)) await flagComment(reader, id, { reason: 'unkind' })
      expect(await statusOf(id)).toBe('held')
    }
    const elevenMinutes = () =>
      db.hiding.update({ where: { commentId: id }, data: { at: new Date(Date.now() - 11 * 60_000) } })
    await hide()
    await editComment(by, id, { body: 'Mended in anger.' })
    expect(await statusOf(id)).toBe('held')
    await elevenMinutes()
    await editComment(by, id, { body: 'Mended with care.' })
    expect(await statusOf(id)).toBe('published')
    expect(await countOf(thread.id)).toBe(1)
    expect(await reasonsOf(id)).toContain('author brought-back')
    await flagComment(await makePerson(), id, { reason: 'unkind' })
    expect(await statusOf(id)).toBe('held')
    await elevenMinutes()
    await editComment(by, id, { body: 'Mended once more.' })
    expect(await statusOf(id)).toBe('held')
  })

  test('weigh by trust and by what came of earlier ones', async () => {
    expect(weigh(0, { upheld: 0, rejected: 0 })).toBe(1)
    expect(weigh(2, { upheld: 0, rejected: 0 })).toBe(2)
    expect(weigh(0, { upheld: 9, rejected: 0 })).toBe(2.5)
    expect(weigh(0, { upheld: 0, rejected: 6 })).toBe(0)
    const reader = await makePerson()
    const thread = await makeThread()
    const before = await weightOf(reader.id)
    const id = await say(thread)
    await flagComment(reader, id, { reason: 'spam' })
    await remove(id)
    expect(await weightOf(reader.id)).toBeGreaterThan(before)
    const weighed = await weightOf(reader.id)
    const harmless = await say(thread)
    await flagComment(reader, harmless, { reason: 'spam' })
    await decideOpen(harmless, 'noAction')
    expect(await weightOf(reader.id)).toBeLessThan(weighed)
    const [reason] = await db.caseReason.findMany({ where: { case: { commentId: id } }, orderBy: { at: 'asc' } })
    expect(reason?.points).toBe(before)
  })

  test('for reasons that the forum does not offer are refused, "something else" never', async () => {
    await change((tx) => writeSetting(tx, 'flags', { hideAt: 4, reasons: ['spam'] }))
    const id = await say(await makeThread())
    const reader = await makePerson()
    expect(await codeOf(flagComment(reader, id, { reason: 'unkind' }))).toBe('bad-input')
    await flagComment(reader, id, { reason: 'other', note: 'Because of this.' })
  })
})

describe('trust', () => {
  test('is earned by days and by comments that stand, and lost by one that was removed', async () => {
    const thread = await makeThread()
    const by = await makePerson()
    const trust = async () => (await readTrust(by.id)).trust
    for (let index = 0; index < 20; index++) await say(thread, { by })
    expect(await trust()).toBe(0)
    await joined(by, 2)
    expect(await trust()).toBe(1)
    await joined(by, 31)
    expect(await trust()).toBe(2)
    await remove(await say(thread, { by }))
    expect(await trust()).toBe(1)
    expect((await readTrust((await makePerson('moderator')).id)).trust).toBe(2)
  })
})
