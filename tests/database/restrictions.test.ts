import { describe, expect, test } from 'vitest'
import { editComment } from '@/forum/comments/mutations'
import { readAgainstOwn } from '@/forum/moderation/against-own'
import { readHeldForOwn } from '@/forum/moderation/held'
import { RestrictPerson } from '@/forum/moderation/input'
import { clearAbout } from '@/forum/moderation/mutations'
import { readRecord } from '@/forum/moderation/record'
import { endRestriction, restrictPerson, suspendPerson } from '@/forum/moderation/restrict'
import { parse } from '@/forum/parse'
import type { PeopleAmong } from '@/forum/people/input'
import { changeProfile } from '@/forum/people/mutations'
import { listPeople } from '@/forum/people/queries'
import { GUEST, type SignedIn, type Viewer } from '@/forum/viewer'
import { db } from '@/lib/db'
import { codeOf, makeModeratorOf, makePerson, makeThread, say, type Thread } from '../support/people'

// What somebody writes waits for a moderator: everywhere, or in one essay; with an end, and in the log.

process.env.LIMITS = 'off'

const restrict = (viewer: Viewer, person: SignedIn, essay = '', reason = 'Three quarrels in a week.') =>
  restrictPerson(viewer, parse(RestrictPerson, { handle: person.handle, days: '7', essay, reason }))

/** Says something there, and whether it waits. */
async function waits(by: SignedIn, thread: Thread): Promise<boolean> {
  const id = await say(thread, { by })
  const { status } = await db.comment.findUniqueOrThrow({ where: { id }, select: { status: true } })
  return status === 'held'
}

const entries = (person: SignedIn) =>
  db.logEntry.findMany({ where: { subject: person.id }, orderBy: { seq: 'asc' }, select: { act: true, essayId: true } })

describe('a person whose words wait', () => {
  test('everywhere: is held wherever they write, and reads why; until the end, or until it is taken back', async () => {
    const [one, other, moderator, person] = [
      await makeThread(),
      await makeThread(),
      await makePerson('moderator'),
      await makePerson(),
    ]
    expect(await waits(person, one)).toBe(false)
    const { id } = await restrict(moderator, person)
    expect(await waits(person, one)).toBe(true)
    expect(await waits(person, other)).toBe(true)
    const [held] = await readHeldForOwn(person, one.id)
    expect(held?.why).toEqual([{ source: 'check', code: 'restricted', reason: 'Three quarrels in a week.' }])
    await endRestriction(moderator, { restrictionId: id, handle: person.handle, reason: 'Enough.' })
    expect(await waits(person, one)).toBe(false)
    expect(await entries(person)).toEqual([
      { act: 'person.restrict', essayId: null },
      { act: 'person.unrestrict', essayId: null },
    ])
    // Ended twice is ended once.
    await endRestriction(moderator, { restrictionId: id, handle: person.handle, reason: 'Enough.' })
    expect(await entries(person)).toHaveLength(2)

    const again = await restrict(moderator, person)
    const [begun, over] = [new Date(Date.now() - 2_000), new Date(Date.now() - 1_000)]
    await db.restriction.update({ where: { id: again.id }, data: { startsAt: begun, endsAt: over } })
    expect(await waits(person, one)).toBe(false)
  })

  test('in one essay: is held there only', async () => {
    const [here, other, person] = [await makeThread(), await makeThread(), await makePerson()]
    await restrict(await makeModeratorOf(here), person, here.slug)
    expect([await waits(person, here), await waits(person, other)]).toEqual([true, false])
    expect(await entries(person)).toEqual([{ act: 'person.restrict', essayId: here.essayId }])
  })

  test('cannot get round it by an edit of what stands', async () => {
    const [thread, person] = [await makeThread(), await makePerson()]
    const id = await say(thread, { by: person })
    await restrict(await makePerson('moderator'), person)
    await editComment(person, id, { body: 'Something else altogether.' })
    expect(await db.comment.findUniqueOrThrow({ where: { id }, select: { status: true } })).toEqual({ status: 'held' })
  })
})

describe('a person against whom something was decided', () => {
  test('reads on their own pages what and why, until it is over', async () => {
    const [here, person, moderator] = [await makeThread(), await makePerson(), await makePerson('moderator')]
    expect(await readAgainstOwn(person)).toEqual({ restrictions: [], aboutCleared: null })
    await changeProfile(person, { displayName: 'Somebody', about: 'Buy my cars.' })
    await clearAbout(moderator, person.handle, { reason: 'Advertising.' })
    const everywhere = await restrict(moderator, person)
    await restrict(moderator, person, here.slug, 'Here above all.')
    await suspendPerson(moderator, person.handle, { days: 30, reason: 'Enough for a month.' })
    const { restrictions, aboutCleared } = await readAgainstOwn(person)
    expect(aboutCleared).toBe('Advertising.')
    expect(restrictions.map(({ kind, reason, essay }) => [kind, reason, essay?.title ?? null])).toEqual([
      ['suspension', 'Enough for a month.', null],
      ['approval', 'Here above all.', here.slug],
      ['approval', 'Three quarrels in a week.', null],
    ])
    await endRestriction(moderator, { restrictionId: everywhere.id, handle: person.handle, reason: 'Enough.' })
    await changeProfile(person, { displayName: 'Somebody', about: 'I read.' })
    const after = await readAgainstOwn(person)
    expect([after.restrictions.length, after.aboutCleared]).toEqual([2, null])
    expect(await codeOf(readAgainstOwn(GUEST))).toBe('sign-in-required')
  })
})

describe('to have words wait', () => {
  test('is for whoever moderates there, over whom they may act on', async () => {
    const [here, other, person] = [await makeThread(), await makeThread(), await makePerson()]
    const [scoped, all, owner] = [await makeModeratorOf(here), await makePerson('moderator'), await makePerson('owner')]
    expect(await codeOf(restrict(GUEST, person))).toBe('sign-in-required')
    expect(await codeOf(restrict(await makePerson(), person))).toBe('not-found')
    expect(await codeOf(restrict(scoped, person))).toBe('not-allowed')
    expect(await codeOf(restrict(scoped, person, other.slug))).toBe('not-found')
    expect(await codeOf(restrict(all, person, 'no-such-essay'))).toBe('bad-input')
    expect(await codeOf(restrict(all, scoped))).toBe('not-allowed')
    expect(await codeOf(restrict(all, owner))).toBe('not-allowed')
    const everywhere = await restrict(all, person)
    const end = { restrictionId: everywhere.id, handle: person.handle, reason: 'Enough.' }
    expect(await codeOf(endRestriction(scoped, end))).toBe('not-allowed')
    await endRestriction(all, end)
  })

  test('is asked for with a reason and a number of days, and sent twice it is one', async () => {
    const [moderator, person] = [await makePerson('moderator'), await makePerson()]
    const once = await restrict(moderator, person)
    expect(await restrict(moderator, person)).toEqual(once)
    expect((await restrict(moderator, person, '', 'Another reason.')).id).not.toBe(once.id)
    for (const wrong of [
      { days: '0' },
      { days: '4000' },
      { days: 'x' },
      { reason: ' ' },
      { reason: 'x'.repeat(1_001) },
    ])
      expect(() =>
        parse(RestrictPerson, { handle: person.handle, days: '7', essay: '', reason: 'A reason.', ...wrong }),
      ).toThrow(/^bad-/)
  })

  test('stands on the person’s page of the desk and beside their cases, with its end for those who may', async () => {
    const [here, person] = [await makeThread(), await makePerson()]
    const [scoped, all] = [await makeModeratorOf(here), await makePerson('moderator')]
    await restrict(all, person)
    await restrict(scoped, person, here.slug)
    const seen = async (viewer: Viewer) => {
      const { restrictions, can, person: beside } = await readRecord(viewer, person.handle)
      return {
        ends: restrictions.map((one) => [one.essay !== null, one.can.end]),
        everywhere: can.restrict?.everywhere,
        beside: beside.approvals.length,
      }
    }
    expect(await seen(all)).toEqual({
      ends: [
        [true, true],
        [false, true],
      ],
      everywhere: true,
      beside: 2,
    })
    expect(await seen(scoped)).toMatchObject({
      ends: [
        [true, true],
        [false, false],
      ],
      everywhere: false,
    })
    const listed = async (among: PeopleAmong) =>
      (await listPeople(all, { search: person.handle, among })).people.map(({ approvals }) => approvals.length)
    expect([await listed('everybody'), await listed('restricted'), await listed('moderators')]).toEqual([[2], [2], []])
    const { people } = await listPeople(all, { search: scoped.handle, among: 'moderators' })
    expect(people).toMatchObject([{ role: 'moderator-of', suspension: null, approvals: [] }])
    expect((await listPeople(all, { search: scoped.handle, among: 'restricted' })).people).toEqual([])
    const { can } = await readRecord(scoped, person.handle)
    expect(can.restrict?.essays.map(({ slug }) => slug)).toEqual([here.slug])
    expect((await readRecord(scoped, all.handle)).can.restrict).toBeNull()
  })
})
