import { afterEach, describe, expect, test } from 'vitest'
import { DeskAddress } from '@/forum/moderation/input'
import { readDesk, readFlagging } from '@/forum/moderation/queries'
import { parse } from '@/forum/parse'
import { readMe } from '@/forum/people/me'
import { viewerOfPerson, viewerOfToken } from '@/forum/people/standing'
import { makeApiToken, makeOwnToken } from '@/forum/people/tokens'
import { ChangeModeration } from '@/forum/settings/input'
import { changeSettings } from '@/forum/settings/mutations'
import { readModerationSettings } from '@/forum/settings/queries'
import { readSetting, writeSetting } from '@/forum/settings/settings'
import { GUEST } from '@/forum/viewer'
import { db } from '@/lib/db'
import { codeOf, makePerson, makeThread, say } from '../support/people'

// What the owner decides, through the form's own schema.

const ALL = { 'reason-spam': 'on', 'reason-unkind': 'on', 'reason-off-topic': 'on', 'reason-illegal': 'on' } as const

test('an owner changes them; every value that is another one stands in the log, with what it was', async () => {
  const owner = await makePerson('owner')
  await changeSettings(owner, parse(ChangeModeration, { ...ALL, hideAt: '5' }))
  await db.$transaction(async (tx) => writeSetting(tx, 'screening', { holdFirst: false }))
  const { 'reason-unkind': _, ...fewer } = ALL
  const wanted = parse(ChangeModeration, { ...fewer, hideAt: '', holdFirst: 'on' })
  await changeSettings(owner, wanted)
  await changeSettings(owner, wanted)
  expect(await readModerationSettings(owner)).toEqual({
    screening: { holdFirst: true },
    moderators: { secondStep: false },
    signUp: { way: 'open', domains: [], refuseDisposable: false, proofOfWork: false },
    flags: { hideAt: null, reasons: ['spam', 'off-topic', 'illegal', 'other'] },
  })
  const entries = await db.logEntry.findMany({
    where: { act: 'setting.change', byId: owner.id },
    orderBy: { seq: 'desc' },
    take: 3,
    select: { details: true },
  })
  expect(entries.map(({ details }) => details).reverse()).toEqual([
    { setting: 'screening.holdFirst', from: 'off', to: 'on' },
    { setting: 'flags.hideAt', from: '5', to: 'off' },
    {
      setting: 'flags.reasons',
      from: 'spam, unkind, off-topic, illegal, other',
      to: 'spam, off-topic, illegal, other',
    },
  ])
  expect(await db.logEntry.count({ where: { act: 'setting.change', byId: owner.id, subject: 'flags.hideAt' } })).toBe(1)
})

test('a report offers only the reasons that are on, and "something else"', async () => {
  const owner = await makePerson('owner')
  await changeSettings(owner, parse(ChangeModeration, { hideAt: '5', 'reason-spam': 'on' }))
  const { reasons } = await readFlagging(GUEST, await say(await makeThread()))
  expect(reasons).toEqual(['spam', 'other'])
})

test('nobody else sees or changes them', async () => {
  const before = await readSetting('flags')
  for (const who of [GUEST, await makePerson(), await makePerson('moderator')]) {
    const code = who.role === 'guest' ? 'sign-in-required' : 'not-found'
    expect(await codeOf(readModerationSettings(who))).toBe(code)
    expect(await codeOf(changeSettings(who, parse(ChangeModeration, { hideAt: '7' })))).toBe(code)
  }
  expect(await readSetting('flags')).toEqual(before)
})

test.each(['0', '-3', 'five', '1001', 'NaN'])('a weight of %s is none', (hideAt) => {
  expect(() => parse(ChangeModeration, { hideAt })).toThrow('bad-input')
})

describe('two steps asked of moderators and owners', () => {
  const wanted = (mark?: 'on') =>
    parse(ChangeModeration, { ...ALL, hideAt: '5', ...(mark ? { secondStep: mark } : {}) })
  const withTwoSteps = async (role: 'member' | 'moderator' | 'owner') => {
    const person = await makePerson(role)
    await db.person.update({ where: { id: person.id }, data: { twoSteps: true }, select: { id: true } })
    return person
  }
  afterEach(() => db.setting.deleteMany({ where: { key: 'moderators' } }))

  test('are switched on by an owner who has them, so that nobody is shut out of the settings', async () => {
    const owner = await makePerson('owner')
    expect(await codeOf(changeSettings(owner, wanted('on')))).toBe('second-missing')
    expect((await readSetting('moderators')).secondStep).toBe(false)
    await changeSettings(await withTwoSteps('owner'), wanted('on'))
    expect((await readSetting('moderators')).secondStep).toBe(true)
  })

  test('make a member of whoever has one, from the next request until the second is set up', async () => {
    const [short, whole, member] = [
      await makePerson('moderator'),
      await withTwoSteps('moderator'),
      await makePerson('member'),
    ]
    const token = await makeApiToken(short.handle, 'desk')
    await changeSettings(await withTwoSteps('owner'), wanted('on'))
    for (const viewer of [await viewerOfPerson(short.id), await viewerOfToken(token)]) {
      expect(viewer).toMatchObject({ role: 'member', owesSecondStep: true })
      expect(await codeOf(readDesk(viewer ?? GUEST, DeskAddress.parse({})))).toBe('second-step-required')
    }
    expect((await readMe(await viewerOfPerson(short.id))).openCases).toBe(0)
    expect(await viewerOfPerson(whole.id)).toMatchObject({ role: 'moderator', owesSecondStep: false })
    expect(await viewerOfPerson(member.id)).toMatchObject({ role: 'member', owesSecondStep: false })
    await db.person.update({ where: { id: short.id }, data: { twoSteps: true }, select: { id: true } })
    expect(await viewerOfPerson(short.id)).toMatchObject({ role: 'moderator', owesSecondStep: false })
  })

  test('are not undone by a token of a smaller scope: it is a member’s, as before', async () => {
    const short = await makePerson('moderator')
    const token = await makeOwnToken(short, { name: 'reading', scope: 'write', days: 7 })
    await changeSettings(await withTwoSteps('owner'), wanted('on'))
    const viewer = await viewerOfToken(token)
    expect(viewer).toMatchObject({ role: 'member', owesSecondStep: false })
    expect(await codeOf(readDesk(viewer ?? GUEST, DeskAddress.parse({})))).toBe('not-found')
  })
})
