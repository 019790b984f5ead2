import { beforeEach, describe, expect, test, vi } from 'vitest'
import { api } from '@/app/_web/api'
import { readToken, viewerOfToken } from '@/forum/people/standing'
import { listTokens } from '@/forum/people/token-list'
import { MakeToken, makeApiToken, makeOwnToken, revokeToken } from '@/forum/people/tokens'
import { may } from '@/forum/policy'
import { GUEST } from '@/forum/viewer'
import { db } from '@/lib/db'
import { codeOf, makePerson } from '../support/people'

// Next hands a request's headers to our doors; outside of it there is nobody to do that.
const given = vi.hoisted(() => ({ headers: new Headers() }))
vi.mock('next/headers', () => ({ headers: async () => given.headers, cookies: async () => new Map() }))
beforeEach(() => {
  given.headers = new Headers()
})

const asked = (scope: MakeToken['scope'], days: MakeToken['days'] = 30) => ({ name: 'a script', scope, days })

async function call(method: string, token: string) {
  given.headers = new Headers({ authorization: `Bearer ${token}` })
  const door = api({ summary: 'A door of a test' }, async ({ viewer }) => ({ role: viewer.role }))
  const response = await door(new Request('http://localhost:3000/api/test', { method }), {
    params: Promise.resolve({}),
  })
  return { status: response.status, body: await response.json() }
}

describe('a token', () => {
  test('for reading changes nothing, at any door', async () => {
    const token = await makeOwnToken(await makePerson('owner'), asked('read'))
    expect(await call('GET', token)).toMatchObject({ status: 200, body: { role: 'member' } })
    for (const method of ['POST', 'PUT', 'PATCH', 'DELETE'])
      expect(await call(method, token), method).toMatchObject({ status: 403, body: { code: 'token-reads-only' } })
  })

  test('for writing writes, and does not moderate, whoever its person is', async () => {
    const owner = await makePerson('owner')
    const token = await makeOwnToken(owner, asked('write'))
    expect(await call('POST', token)).toMatchObject({ status: 200, body: { role: 'member' } })
    const viewer = await viewerOfToken(token)
    expect(may('desk.enter', owner)).toBe(true)
    expect(may('desk.enter', viewer ?? GUEST)).toBe(false)
  })

  test('for everything is as good as its person, now', async () => {
    const who = await makePerson('moderator')
    const token = await makeOwnToken(who, asked('moderate'))
    expect(await call('DELETE', token)).toMatchObject({ status: 200, body: { role: 'moderator' } })
    await db.person.update({ where: { id: who.id }, data: { role: 'member' } })
    expect(await call('DELETE', token)).toMatchObject({ status: 200, body: { role: 'member' } })
    expect(await readToken(await makeApiToken(who.handle, 'operator'))).toMatchObject({ scope: 'moderate' })
  })

  test('ends on its day, and at once when it is taken back by its own person', async () => {
    const [who, other] = [await makePerson(), await makePerson()]
    const [token, second] = [await makeOwnToken(who, asked('write', 7)), await makeOwnToken(who, asked('write'))]
    const [newer, older] = await listTokens(who)
    expect((older?.expiresAt?.getTime() ?? 0) - Date.now()).toBeLessThanOrEqual(7 * 86_400_000)
    await db.apiToken.update({ where: { id: older?.id ?? '' }, data: { expiresAt: new Date(Date.now() - 1) } })
    expect(await call('GET', token)).toMatchObject({ status: 401, body: { code: 'bad-token' } })
    expect(await listTokens(who)).toHaveLength(1)
    await revokeToken(other, newer?.id ?? '')
    expect(await viewerOfToken(second)).toMatchObject({ id: who.id })
    await revokeToken(who, newer?.id ?? '')
    expect(await viewerOfToken(second)).toBeNull()
    expect(await listTokens(who)).toEqual([])
  })

  test('is kept as a hash, is one of twenty, and is nobody else’s to see', async () => {
    const who = await makePerson()
    const token = await makeOwnToken(who, asked('read'))
    expect(JSON.stringify(await db.apiToken.findMany({ where: { personId: who.id } }))).not.toContain(token.slice(4))
    for (let count = 1; count < 20; count++) await makeOwnToken(who, asked('read'))
    expect(await codeOf(makeOwnToken(who, asked('read')))).toBe('tokens-full')
    expect(await listTokens(await makePerson())).toEqual([])
    expect(await codeOf(listTokens(GUEST))).toBe('sign-in-required')
    expect(await codeOf(makeOwnToken(GUEST, asked('read')))).toBe('sign-in-required')
  })

  test.each([{ days: 3650 }, { days: '' }, { scope: 'owner' }, { name: ' ' }, { more: 1 }])(
    'is not made of %j',
    (wrong) => {
      expect(MakeToken.safeParse({ name: 'a', scope: 'read', days: '30', ...wrong }).success).toBe(false)
      expect(MakeToken.safeParse({ name: 'a', scope: 'read', days: '30' }).success).toBe(true)
    },
  )
})
