import { describe, expect, test } from 'vitest'
import { suspendPerson } from '@/forum/moderation/restrict'
import { parse } from '@/forum/parse'
import { ChangeProfile, Email, SignUp } from '@/forum/people/input'
import { claimOwnership, makeOwnerLink, makeSignInLink, readLink, spendSignInLink } from '@/forum/people/links'
import { acceptVouchedAddress, admitMagicLink, proveAddress, readMagicLink } from '@/forum/people/magic-links'
import { changeProfile, changeRole, checkPassword, setRole, signUp } from '@/forum/people/mutations'
import { readProfile } from '@/forum/people/queries'
import { endSession, startSession } from '@/forum/people/sessions'
import { viewerOfPerson, viewerOfToken } from '@/forum/people/standing'
import { makeApiToken } from '@/forum/people/tokens'
import { allow } from '@/forum/policy'
import { Refusal } from '@/forum/refusal'
import { GUEST } from '@/forum/viewer'
import { db } from '@/lib/db'
import { newId } from '@/lib/id'
import { hashPassword } from '@/lib/password'
import { hashSecret } from '@/lib/secret'

const PASSWORD = 'four plain words here'

let number = 0
/** Input of a person nobody is yet. */
const somebody = () => {
  number += 1
  return { handle: `reader-${number}`, email: `reader-${number}@example.org`, password: PASSWORD }
}
/** A network that no limit has counted yet. */
const elsewhere = () => {
  number += 1
  return `10.${number}.0.0/24`
}

async function person(role: 'member' | 'moderator' | 'owner' = 'member') {
  const input = somebody()
  const { id } = await signUp(elsewhere(), input)
  if (role !== 'member') await setRole({ handle: input.handle, role, byId: null })
  return { ...input, id, viewer: () => viewerOfPerson(id) }
}

/** What a refusal was about; anything that is no refusal fails the test. */
async function refusal(doing: Promise<unknown>): Promise<{ code: string; field: string | undefined }> {
  const outcome = await doing.then(
    () => undefined,
    (error: unknown) => error,
  )
  if (!(outcome instanceof Refusal)) throw new Error(`expected a refusal, got ${String(outcome)}`)
  return { code: outcome.code, field: outcome.about.field }
}

const settle = async (doing: Promise<unknown>[]) => {
  const outcomes = await Promise.allSettled(doing)
  const refused = outcomes.flatMap((one) => (one.status === 'rejected' ? [one.reason] : []))
  for (const reason of refused) expect(reason).toBeInstanceOf(Refusal)
  return { done: outcomes.length - refused.length, codes: refused.map((one: Refusal) => one.code) }
}

/** Nobody owns the forum, as after its first start. */
const disown = () => db.person.updateMany({ where: { role: 'owner' }, data: { role: 'member' } })

describe('signing up', () => {
  test('makes a member whose e-mail is unproved and whose password stands apart, hashed', async () => {
    const { id } = await person()
    const row = await db.person.findUniqueOrThrow({ where: { id }, include: { credential: true } })
    expect(row).toMatchObject({ role: 'member', emailVerified: null, displayName: row.handle })
    expect(row.credential?.passwordHash).toMatch(/^\$argon2id\$/)
  })

  test.each([
    ['Ada@Example.ORG', 'ada@example.org'],
    ['  ada@example.org ', 'ada@example.org'],
    ['ada＠example.org', 'ada@example.org'],
  ])('takes %j for %s', (typed, stored) => {
    expect(parse(Email, typed)).toBe(stored)
  })

  test.each([
    '',
    'ada',
    'ada@',
    '@example.org',
    'a b@example.org',
    'ada@exam\nple.org',
    'ada@a.org,b@b.org',
    'a\u0000@b.org',
  ])('refuses %j as an e-mail', (typed) => {
    expect(() => parse(Email, typed)).toThrow(Refusal)
  })

  test.each([
    ['a', 'handle-length'],
    ['x'.repeat(31), 'handle-length'],
    ['a b', 'handle-characters'],
    ['-ada', 'handle-characters'],
    ['a/b', 'handle-characters'],
    ['Moderator', 'handle-taken'],
  ])('refuses %j as a name: %s', (handle, code) => {
    expect(() => parse(SignUp, { ...somebody(), handle })).toThrow(expect.objectContaining({ code }))
  })

  test('takes a Chinese name', () => {
    expect(parse(SignUp, { ...somebody(), handle: '北窗' }).handle).toBe('北窗')
  })

  test('takes nothing that a person may not set', () => {
    expect(() => parse(SignUp, { ...somebody(), role: 'owner' })).toThrow(Refusal)
  })

  test('refuses a name and an e-mail that are taken, and says which', async () => {
    const { handle, email } = await person()
    expect(await refusal(signUp(elsewhere(), { ...somebody(), handle }))).toEqual({
      code: 'handle-taken',
      field: 'handle',
    })
    expect(await refusal(signUp(elsewhere(), { ...somebody(), email }))).toEqual({
      code: 'email-taken',
      field: 'email',
    })
  })

  test('costs the same whether name and e-mail are taken or not: the time does not tell', async () => {
    const { handle, email } = await person()
    /** Computing, the password's in its own thread included; a machine that is busy with others does not count. */
    const computing = async (act: () => Promise<unknown>) => {
      const spent: number[] = []
      for (let round = 0; round < 5; round++) {
        const before = process.cpuUsage()
        await act()
        const { user, system } = process.cpuUsage(before)
        spent.push(user + system)
      }
      return Math.min(...spent)
    }
    const some = (await computing(() => hashPassword(PASSWORD))) / 3
    expect(await computing(() => refusal(signUp(elsewhere(), { ...somebody(), email })))).toBeGreaterThan(some)
    expect(await computing(() => refusal(signUp(elsewhere(), { ...somebody(), handle })))).toBeGreaterThan(some)
  })

  test('of one form sent several times at once makes one person, and no defect', async () => {
    const input = somebody()
    const { done, codes } = await settle(Array.from({ length: 5 }, () => signUp(elsewhere(), input)))
    expect(done).toBe(1)
    expect(new Set(codes)).toEqual(new Set(['handle-taken']))
    expect(await db.person.count({ where: { email: input.email } })).toBe(1)
  })

  test('is limited by network, and another network goes on', async () => {
    const network = elsewhere()
    for (let count = 0; count < 20; count++) await signUp(network, somebody())
    expect((await refusal(signUp(network, somebody()))).code).toBe('too-fast')
    await signUp(elsewhere(), somebody())
  })
})

describe('signing in with a password', () => {
  test('works with the right one, in either Unicode form', async () => {
    const input = { ...somebody(), password: 'caf\u00e9 au lait' }
    const { id } = await signUp(elsewhere(), input)
    expect(await checkPassword(elsewhere(), { email: input.email, password: 'cafe\u0301 au lait' })).toEqual({ id })
  })

  test('gives the same answer for a wrong password, an unknown address and an account without a password', async () => {
    const { email } = await person()
    const bare = { handle: 'no-password', email: 'no-password@example.org' }
    await db.person.create({ data: { id: newId(), displayName: 'x', ...bare } })
    const answers = await Promise.all(
      [email, 'nobody@example.org', bare.email].map((address) =>
        refusal(checkPassword(elsewhere(), { email: address, password: 'not the one' })),
      ),
    )
    expect(new Set(answers.map((answer) => JSON.stringify(answer)))).toEqual(
      new Set([JSON.stringify({ code: 'wrong-password', field: 'password' })]),
    )
  })

  test('is limited by account, from whichever networks it is tried, and longer than a person can wait by chance', async () => {
    const { email } = await person()
    const attempt = () => checkPassword(elsewhere(), { email, password: 'guess' })
    for (let count = 0; count < 10; count++) expect((await refusal(attempt())).code).toBe('wrong-password')
    expect((await refusal(attempt())).code).toBe('too-fast')
    const other = await person()
    expect(await checkPassword(elsewhere(), other)).toEqual({ id: other.id })
  })

  test('of an address of the greatest length is no defect', async () => {
    const email = `${'a'.repeat(241)}@example.org`
    expect((await refusal(checkPassword(elsewhere(), { email, password: 'x' }))).code).toBe('wrong-password')
  })
})

describe('sessions and tokens', () => {
  test('a session is kept as a hash, and ends', async () => {
    const { id } = await person()
    const { token } = await startSession(id)
    expect(await db.session.count({ where: { userId: id, sessionToken: hashSecret(token) } })).toBe(1)
    expect(await db.session.count({ where: { sessionToken: token } })).toBe(0)
    await endSession(token)
    expect(await db.session.count({ where: { userId: id } })).toBe(0)
  })

  test('an API token speaks for its person; another string for nobody', async () => {
    const { id, handle } = await person()
    const token = await makeApiToken(handle, 'test')
    expect(await viewerOfToken(token)).toMatchObject({ id, role: 'member' })
    expect(await viewerOfToken(`${token}x`)).toBeNull()
    expect(await db.apiToken.count({ where: { tokenHash: token } })).toBe(0)
  })
})

describe('the owner link', () => {
  test('opening it changes nothing; claiming works once; then there is no other', async () => {
    await disown()
    const secret = (await makeOwnerLink()) ?? ''
    expect(await readLink(secret)).toEqual({ purpose: 'owner', handle: null })
    expect(await readLink(secret)).toEqual({ purpose: 'owner', handle: null })
    expect((await refusal(claimOwnership(GUEST, secret))).code).toBe('sign-in-required')
    const first = await person()
    const second = await person()
    await claimOwnership(await first.viewer(), secret)
    expect(await first.viewer()).toMatchObject({ role: 'owner' })
    expect((await refusal(claimOwnership(await second.viewer(), secret))).code).toBe('link-used')
    expect((await refusal(readLink(secret))).code).toBe('link-used')
    expect(await makeOwnerLink()).toBeNull()
    expect(await db.logEntry.count({ where: { act: 'owner.claim', subject: first.id } })).toBe(1)
  })

  test('claimed by several at once has one winner', async () => {
    await disown()
    const secret = (await makeOwnerLink()) ?? ''
    const viewers = await Promise.all(Array.from({ length: 4 }, async () => (await person()).viewer()))
    const { done, codes } = await settle(viewers.map((viewer) => claimOwnership(viewer, secret)))
    expect(done).toBe(1)
    expect(new Set(codes)).toEqual(new Set(['link-used']))
    expect(await db.person.count({ where: { role: 'owner' } })).toBe(1)
  })

  test('made anew ends the one before; after its time it is dead', async () => {
    await disown()
    const before = (await makeOwnerLink()) ?? ''
    const now = (await makeOwnerLink()) ?? ''
    expect((await refusal(readLink(before))).code).toBe('link-used')
    await db.oneTimeLink.updateMany({ where: { tokenHash: hashSecret(now) }, data: { expiresAt: new Date(0) } })
    expect((await refusal(readLink(now))).code).toBe('link-used')
    const { viewer } = await person()
    expect((await refusal(claimOwnership(await viewer(), now))).code).toBe('link-used')
  })
})

describe('the one-time sign-in link', () => {
  test('names its person without being used, and signs in once', async () => {
    const { id, handle } = await person()
    const secret = await makeSignInLink(id)
    expect(await readLink(secret)).toEqual({ purpose: 'signIn', handle })
    expect(await spendSignInLink(secret)).toEqual({ personId: id })
    expect((await refusal(spendSignInLink(secret))).code).toBe('link-used')
  })

  test('pressed twice at once signs in once', async () => {
    const secret = await makeSignInLink((await person()).id)
    expect((await settle([spendSignInLink(secret), spendSignInLink(secret), spendSignInLink(secret)])).done).toBe(1)
  })

  test('does not make an owner, nor does the owner link sign anybody in', async () => {
    await disown()
    const { id, viewer } = await person()
    expect((await refusal(claimOwnership(await viewer(), await makeSignInLink(id)))).code).toBe('link-used')
    expect((await refusal(spendSignInLink((await makeOwnerLink()) ?? ''))).code).toBe('link-used')
  })
})

test.each(['', '  ', '\u3164', '\u200b\u200d', '\u2800 \u00ad'])('nobody shows themselves as %j', (displayName) => {
  expect(() => parse(ChangeProfile, { displayName })).toThrow('bad-input')
})

describe('roles', () => {
  test('are changed by owners; for all others the form does not exist', async () => {
    const owner = await person('owner')
    const subject = await person()
    for (const [by, code] of [
      [await subject.viewer(), 'not-found'],
      [await (await person('moderator')).viewer(), 'not-found'],
      [GUEST, 'sign-in-required'],
    ] as const)
      expect((await refusal(changeRole(by, subject.handle, { role: 'owner' }))).code).toBe(code)
    await changeRole(await owner.viewer(), subject.handle, { role: 'moderator' })
    expect(await subject.viewer()).toMatchObject({ role: 'moderator' })
    const entry = await db.logEntry.findFirst({ where: { act: 'person.role', subject: subject.id } })
    expect(entry).toMatchObject({ byId: owner.id, details: { from: 'member', to: 'moderator' } })
  })

  test('the page of a person offers the form to owners only', async () => {
    const owner = await person('owner')
    const { handle, viewer } = await person()
    expect((await readProfile(await owner.viewer(), handle)).can.changeRole).toBe(true)
    expect((await readProfile(await viewer(), handle)).can.changeRole).toBe(false)
    expect((await readProfile(GUEST, handle)).can.changeRole).toBe(false)
  })

  test('the last owner stays, also when two step down at once', async () => {
    await disown()
    const [one, other] = [await person('owner'), await person('owner')]
    const down = async (who: typeof one) => changeRole(await who.viewer(), who.handle, { role: 'member' })
    const { done, codes } = await settle([down(one), down(other)])
    expect({ done, codes }).toEqual({ done: 1, codes: ['last-owner'] })
    expect(await db.person.count({ where: { role: 'owner' } })).toBe(1)
  })
})

describe('standing', () => {
  test('a suspension counts from the next question on, by session and by token, until its end', async () => {
    const moderator = await person('moderator')
    const { id, handle, viewer } = await person()
    const token = await makeApiToken(handle, 'test')
    const post = async () => allow('comment.post', await viewer(), { essayId: newId(), locked: false, authorIds: [] })
    await post()
    await suspendPerson(await moderator.viewer(), handle, { days: 1, reason: 'a day of rest' })
    expect((await refusal(post())).code).toBe('suspended')
    expect((await viewerOfToken(token))?.suspendedUntil).toBeInstanceOf(Date)
    // What is theirs they may still look after.
    await changeProfile(await viewer(), { displayName: 'Resting', about: null })
    await db.restriction.updateMany({ where: { personId: id }, data: { liftedAt: new Date() } })
    await post()
  })

  test('a suspension that is over does not count', async () => {
    const [moderator, { id, viewer }] = [await person('moderator'), await person()]
    const [startsAt, endsAt] = [new Date(Date.now() - 2_000), new Date(Date.now() - 1_000)]
    await db.restriction.create({
      data: { id: newId(), personId: id, kind: 'suspension', reason: 'over', startsAt, endsAt, byId: moderator.id },
    })
    expect((await viewer()).suspendedUntil).toBeNull()
  })

  test('of a person who is gone is that of a guest', async () => {
    expect(await viewerOfPerson(newId())).toEqual(GUEST)
  })
})

describe('magic links', () => {
  const linkTo = async (email: string, expires = new Date(Date.now() + 60_000)) => {
    const token = hashSecret(newId())
    await db.verificationToken.create({ data: { identifier: email, token, expires } })
    return token
  }

  test('are read without being used; dead ones are all alike', async () => {
    const { email } = await person()
    const token = await linkTo(email)
    expect(await readMagicLink(token)).toEqual({ email, first: true })
    expect(await readMagicLink(token)).toEqual({ email, first: true })
    expect(await readMagicLink(await linkTo('new@example.org'))).toEqual({ email: 'new@example.org', first: false })
    expect((await refusal(readMagicLink(await linkTo(email, new Date(0))))).code).toBe('link-used')
    expect((await refusal(readMagicLink('made up'))).code).toBe('link-used')
  })

  test('the first proof of an address closes what somebody else could have left open; later ones close nothing', async () => {
    const { id, email } = await person()
    await startSession(id)
    const account = { userId: id, type: 'oauth', provider: 'github' }
    await db.account.create({ data: { id: newId(), providerAccountId: newId(), ...account } })
    await proveAddress(email)
    const ways = { credential: true, accounts: true, sessions: true } as const
    expect(await db.person.findUnique({ where: { id }, include: ways })).toMatchObject({
      emailVerified: expect.any(Date),
      credential: null,
      accounts: [],
      sessions: [],
    })
    await startSession(id)
    await proveAddress(email)
    expect(await db.session.count({ where: { userId: id } })).toBe(1)
  })

  test('an address that a provider vouched for is proved already', async () => {
    const { id, email } = await person()
    await acceptVouchedAddress(id)
    expect(await readMagicLink(await linkTo(email))).toEqual({ email, first: false })
  })

  test('are limited by address and by network, the same for known and unknown addresses', async () => {
    for (const email of [(await person()).email, 'unknown@example.org']) {
      for (let count = 0; count < 5; count++) await admitMagicLink(elsewhere(), email)
      expect((await refusal(admitMagicLink(elsewhere(), email))).code).toBe('too-fast')
    }
    const network = elsewhere()
    for (let count = 0; count < 30; count++) await admitMagicLink(network, `reader-${count}@example.net`)
    expect((await refusal(admitMagicLink(network, 'one-more@example.net'))).code).toBe('too-fast')
  })
})
