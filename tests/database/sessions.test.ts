import { describe, expect, test } from 'vitest'
import { deviceOf } from '@/app/_web/auth/seat'
import { suspendPerson } from '@/forum/moderation/restrict'
import { parse } from '@/forum/parse'
import { SignUp } from '@/forum/people/input'
import { setRole, signUp } from '@/forum/people/mutations'
import { endSession, forgetOldNetworks, readSession, startSession } from '@/forum/people/sessions'
import { viewerOfPerson, viewerOfSession } from '@/forum/people/standing'
import { allow } from '@/forum/policy'
import { changePassword, endOtherSessions, endOwnSession } from '@/forum/security/mutations'
import { listSessions } from '@/forum/security/queries'
import { GUEST } from '@/forum/viewer'
import { db } from '@/lib/db'
import { newId } from '@/lib/id'
import { passwordMatches } from '@/lib/password'
import { codeOf, makePerson, refusalOf, unique } from '../support/people'

const DAY = 86_400_000
const OLD = 'four plain words here'
const NEW = 'four other words there'

async function withPassword() {
  const handle = unique('reader')
  const { id } = await signUp(unique('net'), { handle, email: `${handle}@example.org`, password: OLD })
  const viewer = await viewerOfPerson(id)
  if (viewer.role === 'guest') throw new Error('was not made')
  return viewer
}
const sessionOf = async (token: string, proven = true) => {
  const session = await readSession(token)
  if (!session) throw new Error('the session is over')
  return { id: session.id, proven }
}
const moved = (token: string, data: { createdAt?: Date; expires?: Date; provenAt?: Date; seenAt?: Date }) =>
  sessionOf(token).then(({ id }) => db.session.update({ where: { id }, data }))

describe('a session', () => {
  test('ends 30 days after its last use, and 180 days after it began however much it is used', async () => {
    const { id } = await makePerson()
    const { token } = await startSession(id)
    expect(await viewerOfSession(token)).toMatchObject({ id })
    await moved(token, { createdAt: new Date(Date.now() - 181 * DAY) })
    expect(await viewerOfSession(token)).toEqual(GUEST)
    const other = await startSession(id)
    expect(other.expires.getTime()).toBeLessThanOrEqual(Date.now() + 30 * DAY)
    await moved(other.token, { expires: new Date(Date.now() - 1) })
    expect(await viewerOfSession(other.token)).toEqual(GUEST)
  })

  test('says when it was last used, to ten minutes', async () => {
    const { token } = await startSession((await makePerson()).id)
    await moved(token, { seenAt: new Date(Date.now() - DAY) })
    await readSession(token)
    expect(Date.now() - ((await readSession(token))?.seenAt.getTime() ?? 0)).toBeLessThan(10 * 60_000)
  })

  test('keeps the network hashed, and for 30 days', async () => {
    const viewer = await makePerson()
    const network = '203.0.113.0/24'
    const { token } = await startSession(viewer.id, { device: 'Firefox, Linux', network })
    const row = await db.session.findFirstOrThrow({ where: { userId: viewer.id } })
    expect(JSON.stringify(row)).not.toContain('203.0.113')
    const { id } = await sessionOf(token)
    const asked = (from: string) => listSessions(viewer, { sessionId: null, network: from })
    expect((await asked(network))[0]).toMatchObject({ device: 'Firefox, Linux', sameNetwork: true, isThis: false })
    expect((await asked('198.51.100.0/24'))[0]).toMatchObject({ sameNetwork: false })
    await moved(token, { createdAt: new Date(Date.now() - 31 * DAY) })
    await forgetOldNetworks()
    expect((await db.session.findUniqueOrThrow({ where: { id } })).networkHash).toBeNull()
    expect((await asked(network))[0]).toMatchObject({ sameNetwork: null })
  })

  test.each([
    ['Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0', 'Firefox, Linux'],
    [
      'Mozilla/5.0 (iPhone; CPU iPhone OS 18_0 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/18.0 Mobile/15E148 Safari/604.1',
      'Safari, iOS',
    ],
    ['', null],
    ['<script>alert(1)</script>', null],
  ])('names %j as %j', (userAgent, device) => {
    expect(deviceOf(userAgent)).toBe(device)
  })

  test('is ended by its own person only', async () => {
    const [viewer, other] = [await makePerson(), await makePerson()]
    const [kept, gone] = [await startSession(viewer.id), await startSession(viewer.id)]
    const { id } = await sessionOf(gone.token)
    await endOwnSession(other, id)
    expect(await readSession(gone.token)).not.toBeNull()
    expect(await codeOf(endOwnSession(GUEST, id))).toBe('sign-in-required')
    await endOwnSession(viewer, id)
    expect(await readSession(gone.token)).toBeNull()
    expect(await viewerOfSession(kept.token)).toMatchObject({ id: viewer.id })
  })

  test('stays alone when all others are ended', async () => {
    const viewer = await makePerson()
    const [here, there] = [await startSession(viewer.id), await startSession(viewer.id)]
    const stranger = await startSession((await makePerson()).id)
    await endOtherSessions(viewer, (await sessionOf(here.token)).id)
    expect(await readSession(there.token)).toBeNull()
    expect(await readSession(here.token)).not.toBeNull()
    expect(await readSession(stranger.token)).not.toBeNull()
  })
})

describe('what changes about a person counts in every session from its next request on', () => {
  const matrix = {
    'a role given': async (handle: string) => setRole({ handle, role: 'moderator', byId: null }),
    'a suspension': async (handle: string) =>
      suspendPerson(await makePerson('moderator'), handle, { days: 1, reason: 'a day of rest' }),
  }
  test.each(Object.keys(matrix) as (keyof typeof matrix)[])('%s', async (name) => {
    const { id, handle } = await makePerson()
    const tokens = [await startSession(id), await startSession(id)].map(({ token }) => token)
    await matrix[name](handle)
    for (const token of tokens) {
      const viewer = await viewerOfSession(token)
      if (name === 'a role given') expect(viewer.role).toBe('moderator')
      else
        expect(() => allow('comment.post', viewer, { essayId: newId(), locked: false, authorIds: [] })).toThrow(
          'suspended',
        )
    }
  })

  test('a role taken away', async () => {
    const { id, handle } = await makePerson('moderator')
    const { token } = await startSession(id)
    await setRole({ handle, role: 'member', byId: null })
    expect(await viewerOfSession(token)).toMatchObject({ role: 'member' })
  })

  test('a session ended', async () => {
    const { token } = await startSession((await makePerson()).id)
    await endSession(token)
    expect(await viewerOfSession(token)).toEqual(GUEST)
  })
})

describe('a new password', () => {
  const storedOf = async (id: string) =>
    (await db.credential.findUnique({ where: { personId: id } }))?.passwordHash ?? null

  test('asks for the old one, and ends every session but the one it was changed from', async () => {
    const viewer = await withPassword()
    const [here, there] = [await startSession(viewer.id), await startSession(viewer.id)]
    const session = await sessionOf(here.token, false)
    const wrong = await refusalOf(changePassword(viewer, session, { password: 'not it', newPassword: NEW }))
    expect(wrong).toMatchObject({ code: 'wrong-password', about: { field: 'password' } })
    expect(await readSession(there.token)).not.toBeNull()
    await changePassword(viewer, session, { password: OLD, newPassword: NEW })
    expect(await readSession(there.token)).toBeNull()
    expect(await readSession(here.token)).not.toBeNull()
    expect(await passwordMatches(await storedOf(viewer.id), NEW)).toBe(true)
    expect(await passwordMatches(await storedOf(viewer.id), OLD)).toBe(false)
  })

  test('the first one is set only soon after signing in', async () => {
    const viewer = await makePerson()
    const { token } = await startSession(viewer.id)
    const input = { password: '', newPassword: NEW }
    expect(await codeOf(changePassword(viewer, await sessionOf(token, false), input))).toBe('prove-again')
    await changePassword(viewer, await sessionOf(token), input)
    expect(await passwordMatches(await storedOf(viewer.id), NEW)).toBe(true)
  })

  test('is guessed at ten times in a quarter of an hour', async () => {
    const viewer = await withPassword()
    const session = await sessionOf((await startSession(viewer.id)).token)
    const guess = () => codeOf(changePassword(viewer, session, { password: 'a guess', newPassword: NEW }))
    for (let count = 0; count < 10; count++) expect(await guess()).toBe('wrong-password')
    expect(await guess()).toBe('too-fast')
  })
})

describe('a password', () => {
  const input = (password: string) => ({ handle: 'wintergarden', email: 'letters@example.org', password })

  test.each(['password1', 'Sunshine', 'QWERTYUIOP', '1qaz2wsx', '12345678'])(
    'that everybody tries is refused: %s',
    (password) => {
      expect(() => parse(SignUp, input(password))).toThrow('password-common')
    },
  )

  test.each(['Wintergarden', 'wintergarden99', 'letters-2024', 'letters@example.org', 'Marginalia'])(
    'that is one’s own name, address or the forum’s is refused: %s',
    async (password) => {
      const asked = { ...input(password), email: 'letters@example.org' }
      const refused = await refusalOf(signUp(unique('net'), { ...asked, handle: 'wintergarden' }))
      expect(refused).toMatchObject({ code: 'password-yours', about: { field: 'password' } })
    },
  )

  test.each(['        z', '四个普通的词语在这里', 'aaaaaaaab', 'no capital no digit no sign'])(
    'needs no kinds of characters: %s',
    (password) => {
      expect(parse(SignUp, input(password)).password).toBe(password)
    },
  )
})
