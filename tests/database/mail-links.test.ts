import { describe, expect, test } from 'vitest'
import { readLink, spendSignInLink } from '@/forum/people/links'
import { checkPassword, signUp } from '@/forum/people/mutations'
import { startSession } from '@/forum/people/sessions'
import { viewerOfPerson, viewerOfSession } from '@/forum/people/standing'
import {
  askEmailProof,
  askNewPassword,
  confirmEmail,
  readEmailLink,
  readPasswordLink,
  setNewPassword,
} from '@/forum/security/mail-links'
import { GUEST, type SignedIn } from '@/forum/viewer'
import { db } from '@/lib/db'
import { newId } from '@/lib/id'
import { hashSecret } from '@/lib/secret'
import { codeOf, makePerson, unique } from '../support/people'

const OLD = 'four plain words here'
const NEW = 'four other words there'
const net = () => unique('net')

async function withPassword() {
  const handle = unique('reader')
  const email = `${handle}@example.org`
  const { id } = await signUp(net(), { handle, email, password: OLD })
  const viewer = await viewerOfPerson(id)
  if (viewer.role === 'guest') throw new Error('was not made')
  return { id, handle, email, viewer }
}
const overdue = (secret: string) =>
  db.oneTimeLink.updateMany({ where: { tokenHash: hashSecret(secret) }, data: { expiresAt: new Date(Date.now() - 1) } })
const emailOf = async ({ id }: SignedIn) =>
  db.person.findUniqueOrThrow({ where: { id }, select: { email: true, emailVerified: true } })

describe('a link for a new password', () => {
  test('is read without being used, sets the password once, and ends every session', async () => {
    const { id, email, handle } = await withPassword()
    const { token } = await startSession(id)
    const { secret, handle: found } = await askNewPassword(net(), email)
    expect(found).toBe(handle)
    expect(secret.length).toBeGreaterThanOrEqual(43)
    for (const _ of ['a scanner', 'the person']) expect(await readPasswordLink(secret)).toEqual({ handle })
    expect(await checkPassword(net(), { email, password: OLD })).toEqual({ id })
    await setNewPassword(secret, NEW)
    expect(await checkPassword(net(), { email, password: NEW })).toEqual({ id })
    expect(await codeOf(checkPassword(net(), { email, password: OLD }))).toBe('wrong-password')
    expect(await viewerOfSession(token)).toEqual(GUEST)
    expect(await codeOf(setNewPassword(secret, OLD))).toBe('link-used')
  })

  test('lives for 30 minutes', async () => {
    const { email } = await withPassword()
    const { secret } = await askNewPassword(net(), email)
    const row = await db.oneTimeLink.findUniqueOrThrow({ where: { tokenHash: hashSecret(secret) } })
    expect(row.expiresAt.getTime() - row.createdAt.getTime()).toBeLessThanOrEqual(30 * 60_000 + 1_000)
    await overdue(secret)
    expect(await codeOf(readPasswordLink(secret))).toBe('link-used')
    expect(await codeOf(setNewPassword(secret, NEW))).toBe('link-used')
  })

  test('pressed several times at once is used once; those asked for before die with it', async () => {
    const { email } = await withPassword()
    const { secret: before } = await askNewPassword(net(), email)
    const { secret } = await askNewPassword(net(), email)
    const outcomes = await Promise.allSettled([1, 2, 3].map((number) => setNewPassword(secret, `${NEW} ${number}`)))
    expect(outcomes.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
    expect(await codeOf(setNewPassword(before, NEW))).toBe('link-used')
  })

  test('of an address that was never shown closes what a stranger may have left open', async () => {
    const { id, email } = await withPassword()
    const account = { userId: id, type: 'oauth', provider: 'github', providerAccountId: newId() }
    await db.account.create({ data: { id: newId(), ...account } })
    const { secret } = await askNewPassword(net(), email)
    await setNewPassword(secret, NEW)
    expect(await db.account.count({ where: { userId: id } })).toBe(0)
    expect((await db.person.findUniqueOrThrow({ where: { id } })).emailVerified).not.toBeNull()
  })

  test('opens nothing when the account has another address by now', async () => {
    const { id, email } = await withPassword()
    const { secret } = await askNewPassword(net(), email)
    await db.person.update({ where: { id }, data: { email: `${unique('other')}@example.org` } })
    expect(await codeOf(setNewPassword(secret, NEW))).toBe('link-used')
    expect(
      await checkPassword(net(), {
        email: (await db.person.findUniqueOrThrow({ where: { id } })).email ?? '',
        password: OLD,
      }),
    ).toEqual({ id })
  })

  test('for an unknown address is a row too, which opens nothing', async () => {
    const { secret, handle } = await askNewPassword(net(), `${unique('nobody')}@example.org`)
    expect(handle).toBeNull()
    expect(await db.oneTimeLink.count({ where: { tokenHash: hashSecret(secret) } })).toBe(1)
    expect(await codeOf(readPasswordLink(secret))).toBe('link-used')
    expect(await codeOf(setNewPassword(secret, NEW))).toBe('link-used')
  })

  test('is no other link: it signs nobody in', async () => {
    const { email } = await withPassword()
    const { secret } = await askNewPassword(net(), email)
    expect(await codeOf(readLink(secret))).toBe('link-used')
    expect(await codeOf(spendSignInLink(secret))).toBe('link-used')
    expect(await readPasswordLink(secret)).toBeTruthy()
  })

  test('is not one’s own name, and the link stays for another try', async () => {
    const { email, handle } = await withPassword()
    const { secret } = await askNewPassword(net(), email)
    expect(await codeOf(setNewPassword(secret, handle))).toBe('password-yours')
    await setNewPassword(secret, NEW)
  })

  test('is limited by address and by network, the same for known and unknown addresses', async () => {
    for (const email of [(await withPassword()).email, `${unique('nobody')}@example.org`]) {
      for (let count = 0; count < 5; count++) await askNewPassword(net(), email)
      expect(await codeOf(askNewPassword(net(), email))).toBe('too-fast')
    }
    const network = net()
    for (let count = 0; count < 30; count++) await askNewPassword(network, `${unique('reader')}@example.org`)
    expect(await codeOf(askNewPassword(network, `${unique('reader')}@example.org`))).toBe('too-fast')
  })
})

describe('an address', () => {
  test('is confirmed by its link, once, in the account that asked, and by no other', async () => {
    const [{ viewer, email }, other] = [await withPassword(), await makePerson()]
    const { secret, taken } = await askEmailProof(viewer, email)
    expect(taken).toBe(false)
    expect(await codeOf(readEmailLink(other, secret))).toBe('link-used')
    expect(await codeOf(confirmEmail(other, secret))).toBe('link-used')
    expect(await codeOf(confirmEmail(GUEST, secret))).toBe('sign-in-required')
    expect((await emailOf(viewer)).emailVerified).toBeNull()
    expect(await readEmailLink(viewer, secret)).toEqual({ email })
    expect(await confirmEmail(viewer, secret)).toEqual({ before: null, email })
    expect((await emailOf(viewer)).emailVerified).not.toBeNull()
    expect(await codeOf(confirmEmail(viewer, secret))).toBe('link-used')
  })

  test('is changed when the new one is confirmed; the old one is told, and its links die', async () => {
    const { viewer, email: old } = await withPassword()
    const email = `${unique('moved')}@example.org`
    const { secret: reset } = await askNewPassword(net(), old)
    const { secret } = await askEmailProof(viewer, email)
    expect((await emailOf(viewer)).email).toBe(old)
    expect(await confirmEmail(viewer, secret)).toEqual({ before: old, email })
    expect(await emailOf(viewer)).toMatchObject({ email, emailVerified: expect.any(Date) })
    expect(await codeOf(setNewPassword(reset, NEW))).toBe('link-used')
  })

  test('of another account is not said to be one, and not taken over', async () => {
    const [{ viewer }, { email }] = [await withPassword(), await withPassword()]
    const { secret, taken } = await askEmailProof(viewer, email)
    expect(taken).toBe(true)
    expect(await codeOf(confirmEmail(viewer, secret))).toBe('link-used')
  })

  test('that somebody else took meanwhile stays theirs', async () => {
    const [{ viewer }, other] = [await withPassword(), await withPassword()]
    const email = `${unique('wanted')}@example.org`
    const { secret } = await askEmailProof(viewer, email)
    await db.person.update({ where: { id: other.id }, data: { email } })
    expect(await codeOf(confirmEmail(viewer, secret))).toBe('email-taken')
  })

  test('gets five mails an hour', async () => {
    const { viewer, email } = await withPassword()
    for (let count = 0; count < 5; count++) await askEmailProof(viewer, email)
    expect(await codeOf(askEmailProof(viewer, email))).toBe('too-fast')
  })
})
