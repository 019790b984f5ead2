import { solveChallenge } from 'altcha-lib'
import { deriveKey } from 'altcha-lib/algorithms/pbkdf2'
import { afterEach, describe, expect, test } from 'vitest'
import { admit, refuseStranger } from '@/forum/admission/admit'
import { admitNewcomer, refuseNewcomer } from '@/forum/admission/decide'
import { isAt, readDomain } from '@/forum/admission/domains'
import { MakeInvitation, RefuseNewcomer } from '@/forum/admission/input'
import { makeInvitation, readInvitation, revokeInvitation } from '@/forum/admission/invitations'
import { askForWork, hasWorked } from '@/forum/admission/proof-of-work'
import { admittedLately, readNewcomers } from '@/forum/admission/queries'
import type { SignUpWay } from '@/forum/admission/ways'
import { postComment } from '@/forum/comments/mutations'
import { parse } from '@/forum/parse'
import { acceptVouchedAddress, proveAddress } from '@/forum/people/magic-links'
import { setRole, signUp } from '@/forum/people/mutations'
import { viewerOfPerson } from '@/forum/people/standing'
import { allow } from '@/forum/policy'
import { askEmailProof } from '@/forum/security/mail-links'
import { ChangeSignUp } from '@/forum/settings/input'
import { writeSetting } from '@/forum/settings/settings'
import { saveUnsent } from '@/forum/unsent/mutations'
import { GUEST } from '@/forum/viewer'
import { db } from '@/lib/db'
import { codeOf, makePerson, makeThread, readAgain, refusalOf, say, unique } from '../support/people'

// Who comes in under which policy, by which door, and from when on they write.

type Asks = { refuseDisposable?: boolean; proofOfWork?: boolean }

const setPolicy = (way: SignUpWay, domains: string[] = [], asks: Asks = {}) =>
  db.$transaction((tx) =>
    writeSetting(tx, 'signUp', { way, domains, refuseDisposable: false, proofOfWork: false, ...asks }),
  )

afterEach(() => setPolicy('open'))

let networks = 0
/** A network that no limit has counted yet. */
const network = () => {
  networks += 1
  return `10.77.${networks}.0/24`
}

type Given = { domain?: string; invitation?: string | null }

/** Each door as the web uses it: the password's, and what next-auth asks for of whoever came by mail or from a provider. */
const DOORS = {
  'a password': async ({ domain = 'example.org', invitation = null }: Given) => {
    const handle = unique('newcomer')
    const input = { handle, email: `${handle}@${domain}`, password: 'four plain words here' }
    return (await signUp(network(), input, invitation)).id
  },
  'a link by mail': async ({ domain = 'example.org', invitation = null }: Given) => {
    const handle = unique('newcomer')
    const email = `${handle}@${domain}`
    await refuseStranger(email, invitation)
    const who = { handle, displayName: handle, email, emailVerified: new Date(), passwordHash: null }
    return (await admit(who, invitation)).id
  },
  'a provider': async ({ domain = 'example.org', invitation = null }: Given) => {
    const handle = unique('newcomer')
    const email = `${handle}@${domain}`
    await refuseStranger(email, invitation)
    const { id } = await admit(
      { handle, displayName: handle, email, emailVerified: null, passwordHash: null },
      invitation,
    )
    await acceptVouchedAddress(id)
    return id
  },
}
const WAYS_IN = Object.entries(DOORS)

const invite = async (places = 1, days = 7) => {
  const { secret } = await makeInvitation(await makePerson('moderator'), { places, days, note: unique('for') })
  const [newest] = await db.invitation.findMany({ orderBy: { id: 'desc' }, take: 1, select: { id: true } })
  return { secret, id: newest?.id ?? '' }
}
const barOf = async (id: string) => (await readAgain(id)).barred?.code ?? null

describe.each(WAYS_IN)('by %s', (_, comeIn) => {
  test('everybody comes in where signing up is open, and writes', async () => {
    const id = await comeIn({})
    expect(await say(await makeThread(), { by: await readAgain(id) })).toBeTruthy()
    expect(await db.admission.count({ where: { personId: id } })).toBe(0)
  })

  test('nobody comes in without an invitation where one is needed, and nothing of them stays', async () => {
    await setPolicy('invitation')
    const before = await db.person.count()
    expect(await codeOf(comeIn({}))).toBe('invitation-needed')
    expect(await db.person.count()).toBe(before)
  })

  test.each(['invitation', 'domain', 'approval', 'open'] as const)(
    'an invitation lets in and write, policy %s',
    async (way) => {
      await setPolicy(way, ['elsewhere.example'])
      const { secret, id: invitationId } = await invite()
      const id = await comeIn({ invitation: secret })
      expect(await barOf(id)).toBeNull()
      expect(await db.invitationUse.findUnique({ where: { personId: id } })).toMatchObject({ invitationId })
      expect(await readInvitation(secret)).toBeNull()
    },
  )

  test('an address elsewhere is refused where a domain is asked for, with the domains', async () => {
    await setPolicy('domain', ['school.example'])
    const refusal = await refusalOf(comeIn({ domain: 'school.example.evil.example' }))
    expect(refusal.code).toBe('domain-needed')
    expect(refusal.about).toEqual({ field: 'email', facts: { domains: 'school.example' } })
  })

  test('an approval is waited for: one reads, keeps drafts, and does not write until a moderator says yes', async () => {
    await setPolicy('approval')
    const id = await comeIn({})
    const thread = await makeThread()
    expect(await codeOf(say(thread, { by: await readAgain(id) }))).toBe('approval-awaited')
    await saveUnsent(await readAgain(id), thread.id, { body: 'Kept meanwhile.' })
    await admitNewcomer(await makePerson('moderator'), (await readAgain(id)).handle)
    expect(await db.commentDraft.count({ where: { personId: id, body: 'Kept meanwhile.' } })).toBe(1)
    await postComment(await readAgain(id), thread.id, { body: 'Kept meanwhile.' })
  })
})

test('by a password, an address at the domain is proved before one writes; by the others it is proved already', async () => {
  await setPolicy('domain', ['school.example'])
  const given = { domain: 'school.example' }
  const byPassword = await DOORS['a password'](given)
  expect(await barOf(byPassword)).toBe('address-unproven')
  const { email } = await db.person.findUniqueOrThrow({ where: { id: byPassword } })
  await proveAddress(email ?? '')
  expect(await barOf(byPassword)).toBeNull()
  expect(await barOf(await DOORS['a link by mail'](given))).toBeNull()
  expect(await barOf(await DOORS['a provider'](given))).toBeNull()
})

test('another address, proved, does not stand for the one that let somebody in; a moderator can', async () => {
  await setPolicy('domain', ['school.example'])
  const id = await DOORS['a password']({ domain: 'school.example' })
  await db.person.update({ where: { id }, data: { email: `${unique('x')}@mail.example`, emailVerified: new Date() } })
  expect(await barOf(id)).toBe('address-unproven')
  await admitNewcomer(await makePerson('moderator'), (await readAgain(id)).handle)
  expect(await barOf(id)).toBeNull()
})

test('a provider that vouches for no address opens nothing where a domain is asked for', async () => {
  await setPolicy('domain', ['school.example'])
  expect(await codeOf(refuseStranger(null, null))).toBe('domain-needed')
})

test('whoever has an account is no stranger, whatever the policy', async () => {
  const { id } = await makePerson()
  const { email } = await db.person.findUniqueOrThrow({ where: { id } })
  await setPolicy('invitation')
  await refuseStranger(email, null)
  expect(await barOf(id)).toBeNull()
})

test('a closed forum does not tell a stranger whose addresses it knows', async () => {
  const { id } = await makePerson()
  const { email } = await db.person.findUniqueOrThrow({ where: { id } })
  await setPolicy('invitation')
  const input = { handle: unique('x'), email: email ?? '', password: 'four plain words here' }
  expect(await codeOf(signUp(network(), input))).toBe('invitation-needed')
})

describe('an invitation', () => {
  test('is used up, ended or taken back: nobody comes in, and nothing of them stays', async () => {
    await setPolicy('invitation')
    const [used, over, back] = [await invite(), await invite(), await invite()]
    await DOORS['a password']({ invitation: used.secret })
    await db.invitation.update({ where: { id: over.id }, data: { expiresAt: new Date(Date.now() - 1) } })
    await revokeInvitation(await makePerson('moderator'), back.id)
    const before = await db.person.count()
    for (const { secret } of [used, over, back]) {
      expect(await readInvitation(secret)).toBeNull()
      expect(await codeOf(DOORS['a password']({ invitation: secret }))).toBe('link-used')
    }
    expect(await codeOf(DOORS['a password']({ invitation: 'made up' }))).toBe('link-used')
    expect(await db.person.count()).toBe(before)
  })

  test('has its last place taken by one of several who come at once', async () => {
    await setPolicy('invitation')
    const { secret, id } = await invite(2)
    const outcomes = await Promise.allSettled(
      Array.from({ length: 6 }, () => DOORS['a provider']({ invitation: secret })),
    )
    expect(outcomes.filter(({ status }) => status === 'fulfilled')).toHaveLength(2)
    for (const one of outcomes) if (one.status === 'rejected') expect(one.reason).toMatchObject({ code: 'link-used' })
    expect(await db.invitation.findUnique({ where: { id } })).toMatchObject({ taken: 2 })
    expect(await db.invitationUse.count({ where: { invitationId: id } })).toBe(2)
  })

  test('whose newcomer could not be made keeps its place', async () => {
    const { handle } = await makePerson()
    const { secret } = await invite()
    const input = { handle, email: `${unique('x')}@example.org`, password: 'four plain words here' }
    expect(await codeOf(signUp(network(), input, secret))).toBe('handle-taken')
    expect(await readInvitation(secret)).not.toBeNull()
  })

  test('is made, listed and taken back by those who moderate; the log says so without its secret', async () => {
    const moderator = await makePerson('moderator')
    const note = unique('for')
    const { secret } = await makeInvitation(moderator, { places: 3, days: 2, note })
    const id = await DOORS['a password']({ invitation: secret })
    const { handle } = await readAgain(id)
    const { invitations } = await readNewcomers(moderator)
    const mine = invitations.find((one) => one.note === note)
    expect(mine).toMatchObject({ places: 3, taken: 1, by: moderator.handle, names: [handle], end: null })
    expect(JSON.stringify(await db.invitation.findMany({ where: { note } }))).not.toContain(secret)
    const entry = await db.logEntry.findFirstOrThrow({ where: { act: 'invitation.make', subject: mine?.id ?? '' } })
    expect(JSON.stringify(entry.details)).not.toContain(note)
    await revokeInvitation(moderator, mine?.id ?? '')
    await revokeInvitation(moderator, mine?.id ?? '')
    expect(await db.logEntry.count({ where: { act: 'invitation.revoke', subject: mine?.id ?? '' } })).toBe(1)
    expect(await barOf(id)).toBeNull()
  })

  test('is nobody else’s business', async () => {
    for (const who of [GUEST, await makePerson()]) {
      const code = who.role === 'guest' ? 'sign-in-required' : 'not-found'
      expect(await codeOf(makeInvitation(who, { places: 1, days: 1 }))).toBe(code)
      expect(await codeOf(revokeInvitation(who, (await invite()).id))).toBe(code)
      expect(await codeOf(readNewcomers(who))).toBe(code)
    }
  })

  test.each([
    { places: '0', days: '1' },
    { places: '1001', days: '1' },
    { places: '1.5', days: '1' },
    { places: '1', days: '366' },
    { places: 'many', days: '1' },
    { places: '1', days: '1', note: 'x'.repeat(101) },
    { places: '1', days: '1', byId: 'somebody' },
  ])('is not made of %j', (input) => {
    expect(() => parse(MakeInvitation, input)).toThrow('bad-input')
  })
})

describe('a moderator’s answer', () => {
  const waiting = async () => {
    await setPolicy('approval')
    return readAgain(await DOORS['a password']({}))
  }

  test('lets in: the list is done with them, the log does not name them, a page tells them', async () => {
    const moderator = await makePerson('moderator')
    const newcomer = await waiting()
    const listed = (await readNewcomers(moderator)).waiting.map(({ person }) => person.handle)
    expect(listed).toContain(newcomer.handle)
    expect(await admitNewcomer(moderator, newcomer.handle)).toMatchObject({ changed: true })
    expect(await admitNewcomer(moderator, newcomer.handle)).toMatchObject({ changed: false })
    const entries = await db.logEntry.findMany({ where: { act: 'newcomer.admit', byId: moderator.id } })
    expect(entries.map(({ subject, reason }) => ({ subject, reason }))).toEqual([
      { subject: newcomer.id, reason: null },
    ])
    expect(await admittedLately(await readAgain(newcomer.id))).toBeInstanceOf(Date)
    expect(await refuseNewcomer(moderator, newcomer.handle, 'too late')).toMatchObject({ changed: false })
    expect(await barOf(newcomer.id)).toBeNull()
  })

  test('refuses: they read on, are told why wherever they try, and can be let in later', async () => {
    const moderator = await makePerson('moderator')
    const newcomer = await waiting()
    await refuseNewcomer(moderator, newcomer.handle, 'This circle is for the course.')
    const refused = await readAgain(newcomer.id)
    const refusal = await refusalOf(say(await makeThread(), { by: refused }))
    expect(refusal).toMatchObject({
      code: 'approval-refused',
      about: { facts: { reason: 'This circle is for the course.' } },
    })
    const entry = await db.logEntry.findFirstOrThrow({ where: { act: 'newcomer.refuse', subject: newcomer.id } })
    expect(entry).toMatchObject({ reason: null, byId: moderator.id })
    await admitNewcomer(moderator, newcomer.handle)
    expect(await barOf(newcomer.id)).toBeNull()
  })

  test('is given by nobody else, and not about people who wait for nothing', async () => {
    const newcomer = await waiting()
    const member = await makePerson()
    expect(await codeOf(admitNewcomer(newcomer, newcomer.handle))).toBe('approval-awaited')
    expect(await codeOf(admitNewcomer(member, newcomer.handle))).toBe('not-found')
    expect(await codeOf(admitNewcomer(GUEST, newcomer.handle))).toBe('sign-in-required')
    expect(await codeOf(refuseNewcomer(await makePerson('moderator'), member.handle, 'no reason'))).toBe('not-found')
  })

  test('of two at once is one', async () => {
    const newcomer = await waiting()
    const moderator = await makePerson('moderator')
    const both = await Promise.all([
      admitNewcomer(moderator, newcomer.handle),
      admitNewcomer(moderator, newcomer.handle),
    ])
    expect(both.filter(({ changed }) => changed)).toHaveLength(1)
  })

  test('is asked for anew at every change: nothing stands in the session', async () => {
    const newcomer = await waiting()
    const before = newcomer
    await setRole({ handle: newcomer.handle, role: 'moderator', byId: null })
    expect(before.barred?.code).toBe('approval-awaited')
    const now = await viewerOfPerson(newcomer.id)
    allow('desk.enter', now)
  })

  test.each(['', 'no', '   '])('has a reason: not %j', (reason) => {
    expect(() => parse(RefuseNewcomer, { handle: 'ada', reason })).toThrow('note-needed')
  })
})

describe('domains', () => {
  test.each([
    ['ada@school.example', true],
    ['ada@a.school.example', false],
    ['ada@notschool.example', false],
    ['ada@school.example.org', false],
    ['ada@lab.uni.example', true],
    ['ada@x.lab.uni.example', true],
    ['ada@uni.example', false],
    ['"@school.example"@evil.example', false],
  ])('%s: %s', (email, inside) => {
    expect(isAt(email, ['school.example', '*.uni.example'])).toBe(inside)
  })

  test.each([
    ['School.Example', 'school.example'],
    ['@school.example', 'school.example'],
    ['*.school.example', '*.school.example'],
    ['大学.example', 'xn--pss25c.example'],
    ['localhost', null],
    ['*', null],
    ['*.*.example', null],
    ['a b.example', null],
    ['http://a.example/', null],
    ['-a.example', null],
    ['1.2.3.4', null],
  ])('%s is read as %s', (written, domain) => {
    expect(readDomain(written)).toBe(domain)
  })

  test('are asked for where they decide; what is none is refused', () => {
    const given = (way: string, domains: string) => parse(ChangeSignUp, { way, domains })
    expect(given('domain', 'A.example, b.example\n*.c.example\n')).toEqual({
      signUp: {
        way: 'domain',
        domains: ['a.example', 'b.example', '*.c.example'],
        refuseDisposable: false,
        proofOfWork: false,
      },
    })
    expect(given('open', '').signUp.domains).toEqual([])
    expect(() => given('domain', ' ')).toThrow('domains-wrong')
    expect(() => given('open', 'not a domain')).toThrow('domains-wrong')
    expect(() => given('everybody', '')).toThrow('bad-input')
  })
})

describe('an address that is handed out for minutes', () => {
  test('lets nobody in by any door where the owner wants that, unless they are invited', async () => {
    await setPolicy('open', [], { refuseDisposable: true })
    for (const come of Object.values(DOORS)) {
      for (const domain of ['mailinator.com', 'MAILINATOR.com', 'deep.below.mailinator.com'])
        expect(await codeOf(come({ domain }))).toBe('address-disposable')
      expect(await come({ domain: 'notmailinator.example' })).toBeTruthy()
    }
    const { secret } = await makeInvitation(await makePerson('moderator'), { places: 1, days: 1 })
    expect(await DOORS['a password']({ domain: 'mailinator.com', invitation: secret })).toBeTruthy()
  })

  test('is no new address of somebody who is here either; their own is theirs to prove', async () => {
    await setPolicy('open', [], { refuseDisposable: true })
    const person = await makePerson()
    const asking = (email: string) => askEmailProof(person, email)
    expect(await codeOf(asking(`${unique('gone')}@mailinator.com`))).toBe('address-disposable')
    expect((await asking(`${unique('stays')}@example.org`)).taken).toBe(false)
    const email = `${unique('own')}@mailinator.com`
    await db.person.update({ where: { id: person.id }, data: { email } })
    expect((await asking(email)).taken).toBe(false)
  })

  test('is as good as any where the owner does not', async () => {
    expect(await DOORS['a password']({ domain: 'mailinator.com' })).toBeTruthy()
  })
})

describe('the work of a browser', () => {
  /** What the page's script does. */
  async function work(challenge: string | null) {
    const asked = JSON.parse(challenge ?? '')
    return { challenge: asked, solution: await solveChallenge({ challenge: asked, deriveKey }) }
  }
  const come = async (proof?: string) => {
    const handle = unique('worker')
    const { id } = await signUp(
      network(),
      { handle, email: `${handle}@example.org`, password: 'four plain words here' },
      null,
      proof,
    )
    return viewerOfPerson(id)
  }

  test('is asked for only where everybody comes in and the owner wants it', async () => {
    expect(await askForWork()).toBeNull()
    for (const way of ['invitation', 'domain', 'approval'] as const) {
      await setPolicy(way, ['example.org'], { proofOfWork: true })
      expect(await askForWork()).toBeNull()
    }
  })

  test('opens the door once; without it a moderator does', async () => {
    await setPolicy('open', [], { proofOfWork: true })
    const proof = JSON.stringify(await work(await askForWork()))
    const codes = await Promise.allSettled([come(proof), come(proof)])
    expect(codes.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
    expect(codes.find(({ status }) => status === 'rejected')).toMatchObject({ reason: { code: 'proof-failed' } })
    const thread = await makeThread()
    const idle = await come()
    expect(await codeOf(postComment(idle, thread.id, { body: 'At once.' }))).toBe('approval-awaited')
    const busy = await come(JSON.stringify(await work(await askForWork())))
    await postComment(busy, thread.id, { body: 'At once.' })
    // Whoever comes by mail has shown enough.
    const mailed = await viewerOfPerson(await DOORS['a link by mail']({}))
    await postComment(mailed, thread.id, { body: 'At once.' })
  })

  test('that is none, of another’s making, changed or too old, is refused', async () => {
    await setPolicy('open', [], { proofOfWork: true })
    const { challenge, solution } = await work(await askForWork())
    const { parameters } = challenge
    for (const wrong of [
      'x',
      '{}',
      'null',
      JSON.stringify({ challenge, solution: { ...solution, counter: 1, derivedKey: '00' } }),
      JSON.stringify({ challenge: { ...challenge, signature: '0'.repeat(64) }, solution }),
      JSON.stringify({ challenge: { ...challenge, parameters: { ...parameters, cost: 1 } }, solution }),
      JSON.stringify({ challenge: { ...challenge, parameters: { ...parameters, expiresAt: 1 } }, solution }),
      JSON.stringify({ challenge: { ...challenge, parameters: { ...parameters, keyPrefix: '00' } }, solution }),
    ])
      expect(await codeOf(hasWorked(wrong)), wrong).toBe('proof-failed')
    expect(await hasWorked('')).toBe(false)
    expect(await hasWorked(JSON.stringify({ challenge, solution }))).toBe(true)
  })
})
