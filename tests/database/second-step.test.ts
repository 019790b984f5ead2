import { createHash, createSign, generateKeyPairSync } from 'node:crypto'
import { describe, expect, test } from 'vitest'
import { readHalfway, readSession, startSession } from '@/forum/people/sessions'
import { viewerOfSession } from '@/forum/people/standing'
import { newChallenge, spendChallenge } from '@/forum/security/challenges'
import { checkPasskey } from '@/forum/security/passkeys'
import { readWaysIn } from '@/forum/security/queries'
import {
  beginApp,
  checkSecondStep,
  confirmApp,
  dropSecondStep,
  readBegunApp,
  removeApp,
  renewRecoveryCodes,
  switchTwoStepsOff,
  switchTwoStepsOn,
} from '@/forum/security/second-step'
import { GUEST, type SignedIn } from '@/forum/viewer'
import { db } from '@/lib/db'
import { env } from '@/lib/env'
import { newId } from '@/lib/id'
import { codeAt, stepOfCode } from '@/lib/one-time-password'
import { seal, unseal } from '@/lib/seal'
import { codeOf, makePerson, unique } from '../support/people'

/** A code that is not used up, and is still or already taken whenever it arrives. */
const nextCode = (secret: string) => codeAt(secret, Date.now() + 30_000)

/** Somebody with an app; the code that confirmed it is used up. */
async function withApp() {
  const viewer = await makePerson()
  await beginApp(viewer)
  const secret = (await readBegunApp(viewer)) ?? ''
  const codes = await confirmApp(viewer, codeAt(secret))
  return { viewer, secret, codes }
}
const keyOf = (viewer: SignedIn) =>
  db.passkey.create({
    data: {
      id: newId(),
      personId: viewer.id,
      credentialId: Buffer.from(unique('key')).toString('base64url'),
      publicKey: Buffer.from('key'),
      counter: 0,
      name: 'Key',
    },
  })

const [PRESENT, VERIFIED] = [0x01, 0x04]

/** A security key as its maker writes it (WebAuthn level 2, section 6.1), with what it signs. */
async function plainKey(viewer: SignedIn) {
  const { publicKey, privateKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' })
  const { x = '', y = '' } = publicKey.export({ format: 'jwk' })
  // COSE: {1: 2 (EC2), 3: -7 (ES256), -1: 1 (P-256), -2: x, -3: y}
  const cose = Buffer.concat([
    Buffer.from('a5010203262001215820', 'hex'),
    Buffer.from(x, 'base64url'),
    Buffer.from('225820', 'hex'),
    Buffer.from(y, 'base64url'),
  ])
  const { id, credentialId } = await keyOf(viewer)
  await db.passkey.update({ where: { id }, data: { publicKey: cose } })
  const sign = async (flags: number, at: { origin?: string; host?: string } = {}) => {
    const own = new URL(env().NEXTAUTH_URL)
    const client = { type: 'webauthn.get', challenge: await newChallenge(null), origin: at.origin ?? own.origin }
    const clientDataJSON = Buffer.from(JSON.stringify(client))
    const hash = (bytes: Buffer | string) => createHash('sha256').update(bytes).digest()
    const data = Buffer.concat([hash(at.host ?? own.hostname), Buffer.from([flags]), Buffer.alloc(4)])
    const signature = createSign('sha256').update(data).update(hash(clientDataJSON)).sign(privateKey)
    const response = {
      clientDataJSON: clientDataJSON.toString('base64url'),
      authenticatorData: data.toString('base64url'),
      signature: signature.toString('base64url'),
    }
    return { id: credentialId, rawId: credentialId, type: 'public-key' as const, response }
  }
  return { sign }
}

describe('one-time passwords', () => {
  // RFC 6238, appendix B, SHA-1: the last six of its eight digits.
  test.each([
    [59, '287082'],
    [1_111_111_109, '081804'],
    [1_234_567_890, '005924'],
    [20_000_000_000, '353130'],
  ])('at second %i are those of the standard: %s', (second, code) => {
    const secret = 'GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ'
    expect(codeAt(secret, second * 1000)).toBe(code)
    expect(stepOfCode(secret, code, second * 1000)).toBe(Math.floor(second / 30))
    expect(stepOfCode(secret, code, (second + 30) * 1000)).toBe(Math.floor(second / 30))
    expect(stepOfCode(secret, code, (second + 90) * 1000)).toBeNull()
  })
})

describe('what is sealed', () => {
  test('is read again for the same context only, and not when a byte is changed', () => {
    const sealed = seal('a secret', 'one')
    expect(unseal(sealed, 'one')).toBe('a secret')
    expect(unseal(sealed, 'other')).toBeNull()
    const bytes = Buffer.from(sealed, 'base64url')
    bytes[bytes.length - 1] = (bytes.at(-1) ?? 0) ^ 1
    expect(unseal(bytes.toString('base64url'), 'one')).toBeNull()
    for (const nonsense of ['', 'x', 'a'.repeat(60)]) expect(unseal(nonsense, 'one')).toBeNull()
  })
})

describe('an app', () => {
  test('counts for nothing until its first code is shown; its secret is kept encrypted', async () => {
    const viewer = await makePerson()
    await beginApp(viewer)
    const secret = (await readBegunApp(viewer)) ?? ''
    expect(secret).toMatch(/^[A-Z2-7]{32}$/)
    expect((await db.totp.findUniqueOrThrow({ where: { personId: viewer.id } })).secret).not.toContain(secret)
    expect((await startSession(viewer.id)).halfway).toBe(false)
    expect(await codeOf(confirmApp(viewer, '000000'))).toBe('wrong-code')
    await confirmApp(viewer, codeAt(secret))
    expect(await readBegunApp(viewer)).toBeNull()
    expect((await startSession(viewer.id)).halfway).toBe(true)
  })

  test('that works is not put aside by beginning anew', async () => {
    const { viewer, secret } = await withApp()
    await beginApp(viewer)
    expect(await readBegunApp(viewer)).toBeNull()
    await checkSecondStep(viewer.id, nextCode(secret))
  })

  test('gives codes that are good once, also when brought twice at the same time', async () => {
    const { viewer, secret } = await withApp()
    const code = nextCode(secret)
    const outcomes = await Promise.allSettled([1, 2, 3].map(() => checkSecondStep(viewer.id, code)))
    expect(outcomes.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
    expect(await codeOf(checkSecondStep(viewer.id, codeAt(secret)))).toBe('wrong-code')
  })

  test('of one person is none of another’s', async () => {
    const [{ secret }, { viewer }] = [await withApp(), await withApp()]
    expect(await codeOf(checkSecondStep(viewer.id, nextCode(secret)))).toBe('wrong-code')
  })

  test('is guessed at ten times in a quarter of an hour', async () => {
    const { viewer } = await withApp()
    for (let count = 0; count < 9; count++)
      expect(await codeOf(checkSecondStep(viewer.id, '000000'))).toBe('wrong-code')
    expect(await codeOf(checkSecondStep(viewer.id, '000000'))).toBe('too-fast')
  })
})

describe('recovery codes', () => {
  test('open once each, however they are typed; the database has no more than hashes', async () => {
    const { viewer, codes } = await withApp()
    expect(new Set(codes).size).toBe(10)
    const [first = '', second = ''] = codes
    expect(JSON.stringify(await db.recoveryCode.findMany({ where: { personId: viewer.id } }))).not.toContain(
      first.slice(0, 5),
    )
    await checkSecondStep(viewer.id, first.toUpperCase().replace('-', ' '))
    expect(await codeOf(checkSecondStep(viewer.id, first))).toBe('wrong-code')
    await checkSecondStep(viewer.id, second)
    expect((await readWaysIn(viewer)).codesLeft).toBe(8)
  })

  test('are dead when new ones are made, and are nobody else’s', async () => {
    const { viewer, codes } = await withApp()
    const [other = ''] = (await withApp()).codes
    const renewed = await renewRecoveryCodes(viewer)
    expect(await codeOf(checkSecondStep(viewer.id, codes[0] ?? ''))).toBe('wrong-code')
    expect(await codeOf(checkSecondStep(viewer.id, other))).toBe('wrong-code')
    await checkSecondStep(viewer.id, renewed[0] ?? '')
    expect(await codeOf(renewRecoveryCodes(await makePerson()))).toBe('second-missing')
  })
})

describe('a session of an account with a second step', () => {
  test('is nobody’s before it, is not listed, and waits a quarter of an hour', async () => {
    const { viewer } = await withApp()
    const { token, halfway } = await startSession(viewer.id)
    expect(halfway).toBe(true)
    expect(await viewerOfSession(token)).toEqual(GUEST)
    expect(await readSession(token)).toBeNull()
    expect(await readHalfway(token)).toEqual({ personId: viewer.id })
    await db.session.updateMany({
      where: { userId: viewer.id },
      data: { createdAt: new Date(Date.now() - 16 * 60_000) },
    })
    expect(await readHalfway(token)).toBeNull()
    const strong = await startSession(viewer.id, undefined, true)
    expect(await viewerOfSession(strong.token)).toMatchObject({ id: viewer.id })
    expect(await readHalfway(strong.token)).toBeNull()
  })
})

describe('the second step', () => {
  test('needs something to ask for, and ends with the last of it', async () => {
    const viewer = await makePerson()
    expect(await codeOf(switchTwoStepsOn(viewer))).toBe('second-missing')
    await keyOf(viewer)
    expect(await switchTwoStepsOn(viewer)).toHaveLength(10)
    expect((await startSession(viewer.id)).halfway).toBe(true)
    await switchTwoStepsOff(viewer)
    expect((await startSession(viewer.id)).halfway).toBe(false)
    const { viewer: other } = await withApp()
    await keyOf(other)
    await removeApp(other)
    expect((await readWaysIn(other)).twoSteps).toBe(true)
    await db.passkey.deleteMany({ where: { personId: other.id } })
    await removeApp(other)
    expect(await readWaysIn(other)).toMatchObject({ twoSteps: false, codesLeft: 0 })
  })

  test('is dropped by the operator for who lost everything', async () => {
    const { viewer } = await withApp()
    await dropSecondStep(viewer.id)
    expect((await startSession(viewer.id)).halfway).toBe(false)
  })

  test('is asked of nobody by a guest', async () => {
    for (const act of [
      beginApp(GUEST),
      removeApp(GUEST),
      switchTwoStepsOn(GUEST),
      switchTwoStepsOff(GUEST),
      renewRecoveryCodes(GUEST),
      confirmApp(GUEST, '000000'),
    ])
      expect(await codeOf(act)).toBe('sign-in-required')
  })
})

describe('what a passkey signs', () => {
  const signed = (challenge: string) => Buffer.from(JSON.stringify({ challenge })).toString('base64url')

  test('is good once, for whom it was made, for five minutes', async () => {
    const { id } = await makePerson()
    const challenge = await newChallenge(id)
    expect(await codeOf(spendChallenge(signed(challenge), null))).toBe('passkey-failed')
    expect(await spendChallenge(signed(challenge), id)).toBe(challenge)
    expect(await codeOf(spendChallenge(signed(challenge), id))).toBe('passkey-failed')
    const late = await newChallenge(null)
    await db.challenge.updateMany({ data: { expiresAt: new Date(0) } })
    expect(await codeOf(spendChallenge(signed(late), null))).toBe('passkey-failed')
  })

  test.each(['', 'e30', 'bm8ganNvbg', '____'])('that is nonsense is refused: %j', async (clientDataJSON) => {
    expect(await codeOf(spendChallenge(clientDataJSON, null))).toBe('passkey-failed')
  })

  test('by a key that did not check who holds it is a second step, and alone nothing', async () => {
    const [owner, other] = [await makePerson(), await makePerson()]
    const { sign } = await plainKey(owner)
    expect(await codeOf(checkPasskey(unique('net'), await sign(PRESENT), null))).toBe('passkey-alone')
    expect(await codeOf(checkPasskey(unique('net'), await sign(PRESENT), other.id))).toBe('passkey-alone')
    expect(await checkPasskey(unique('net'), await sign(PRESENT), owner.id)).toEqual({ personId: owner.id })
    expect(await checkPasskey(unique('net'), await sign(PRESENT | VERIFIED), null)).toEqual({ personId: owner.id })
  })

  test('is refused from another site, for another site, and sent twice', async () => {
    const { sign } = await plainKey(await makePerson())
    const checked = async (signedAnswer: Awaited<ReturnType<typeof sign>>) =>
      codeOf(checkPasskey(unique('net'), signedAnswer, null))
    expect(await checked(await sign(PRESENT | VERIFIED, { origin: 'https://evil.example' }))).toBe('passkey-failed')
    expect(await checked(await sign(PRESENT | VERIFIED, { host: 'evil.example' }))).toBe('passkey-failed')
    const answer = await sign(PRESENT | VERIFIED)
    await checkPasskey(unique('net'), answer, null)
    expect(await checked(answer)).toBe('passkey-failed')
  })

  test('by a key that nobody has, or that signed badly, is refused', async () => {
    const { credentialId } = await keyOf(await makePerson())
    for (const id of ['nobodys', credentialId]) {
      const shown = {
        id,
        rawId: id,
        type: 'public-key' as const,
        response: { clientDataJSON: signed(await newChallenge(null)), authenticatorData: 'AAAA', signature: 'AAAA' },
      }
      expect(await codeOf(checkPasskey(unique('net'), shown, null))).toBe('passkey-failed')
    }
  })
})
