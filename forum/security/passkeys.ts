import {
  generateAuthenticationOptions,
  generateRegistrationOptions,
  verifyAuthenticationResponse,
  verifyRegistrationResponse,
} from '@simplewebauthn/server'
import { refuseTooFast } from '@/forum/people/pace'
import { allow } from '@/forum/policy'
import { Refusal } from '@/forum/refusal'
import type { Viewer } from '@/forum/viewer'
import { db, sqlState } from '@/lib/db'
import { env } from '@/lib/env'
import { newId } from '@/lib/id'
import { newChallenge, spendChallenge } from './challenges'
import type { MadePasskey, ShownPasskey } from './passkey-input'
import { offWithoutSecond } from './second-step'

const MOST_PASSKEYS = 20
const TRIES_FROM_NETWORK = { name: 'passkey-net', points: 60, seconds: 15 * 60 }

/** Keys are bound to the forum's name, and to its address. */
const place = () => ({ origin: new URL(env().NEXTAUTH_URL).origin, host: new URL(env().NEXTAUTH_URL).hostname })

/** What the browser needs to make a new key. @throws Refusal sign-in-required */
export async function optionsToMake(viewer: Viewer) {
  allow('self.change', viewer)
  return generateRegistrationOptions({
    rpName: env().FORUM_NAME,
    rpID: place().host,
    userName: viewer.handle,
    userDisplayName: viewer.displayName,
    // Random bytes of its own would do; the id finds the person again when a key is shown without a name.
    userID: new TextEncoder().encode(viewer.id),
    challenge: Buffer.from(await newChallenge(viewer.id), 'base64url'),
    excludeCredentials: await credentialsOf(viewer.id),
    // A plain security key remembers nobody; it is good for the second step all the same.
    authenticatorSelection: { residentKey: 'preferred', userVerification: 'preferred' },
  })
}

/**
 * What the browser needs to show one: whichever the person chooses, or as the second step one of `halfwayId`, whose keys are
 * named since a plain security key does not remember for whom it was made. @throws Refusal too-fast
 */
export async function optionsToShow(network: string, halfwayId: string | null) {
  await refuseTooFast(TRIES_FROM_NETWORK, network)
  const known = halfwayId === null ? [] : await credentialsOf(halfwayId)
  return generateAuthenticationOptions({
    rpID: place().host,
    challenge: Buffer.from(await newChallenge(null), 'base64url'),
    allowCredentials: known,
    userVerification: 'preferred',
  })
}

async function credentialsOf(personId: string) {
  const known = await db.passkey.findMany({
    where: { personId },
    take: MOST_PASSKEYS,
    select: { credentialId: true, transports: true },
  })
  return known.map(({ credentialId: id, transports }) => ({ id, transports }))
}

/** @throws Refusal passkey-failed, passkey-known */
export async function addPasskey(viewer: Viewer, name: string, made: MadePasskey): Promise<{ id: string }> {
  allow('self.change', viewer)
  const expectedChallenge = await spendChallenge(made.response.clientDataJSON, viewer.id)
  if ((await db.passkey.count({ where: { personId: viewer.id } })) >= MOST_PASSKEYS)
    throw new Refusal('too-fast', { facts: { seconds: 60 } })
  const { credential } = await registered(made, expectedChallenge)
  try {
    return await db.passkey.create({
      data: {
        id: newId(),
        personId: viewer.id,
        credentialId: credential.id,
        publicKey: Buffer.from(credential.publicKey),
        counter: credential.counter,
        transports: made.response.transports ?? [],
        name,
      },
      select: { id: true },
    })
  } catch (error) {
    if (sqlState(error) === '23505') throw new Refusal('passkey-known')
    throw error
  }
}

/**
 * Whose key was shown. Alone it signs in only when it checked who holds it (PIN, fingerprint, face): then it is two things.
 * Else it is the second step of `halfwayId`, who showed something else before.
 * @throws Refusal passkey-failed, passkey-alone, too-fast
 */
export async function checkPasskey(
  network: string,
  shown: ShownPasskey,
  halfwayId: string | null,
): Promise<{ personId: string }> {
  await refuseTooFast(TRIES_FROM_NETWORK, network)
  const expectedChallenge = await spendChallenge(shown.response.clientDataJSON, null)
  const passkey = await db.passkey.findUnique({ where: { credentialId: shown.id } })
  if (!passkey) throw new Refusal('passkey-failed')
  const { userVerified, newCounter } = await authenticated(shown, expectedChallenge, passkey)
  if (!userVerified && passkey.personId !== halfwayId) throw new Refusal('passkey-alone')
  await db.passkey.updateMany({
    where: { id: passkey.id },
    data: { counter: newCounter, lastUsedAt: new Date() },
  })
  return { personId: passkey.personId }
}

/** @throws Refusal last-way-in */
export async function removePasskey(viewer: Viewer, passkeyId: string): Promise<void> {
  allow('self.change', viewer)
  await db.$transaction(async (tx) => {
    const person = await tx.person.findUniqueOrThrow({
      where: { id: viewer.id },
      select: { email: true, credential: { select: { personId: true } }, accounts: { select: { id: true } } },
    })
    await tx.passkey.deleteMany({ where: { id: passkeyId, personId: viewer.id } })
    const others = await tx.passkey.count({ where: { personId: viewer.id } })
    // With an address there is a link by mail, and the way to a new password.
    if (person.email === null && !person.credential && person.accounts.length === 0 && others === 0)
      throw new Refusal('last-way-in')
    await offWithoutSecond(tx, viewer.id)
  })
}

async function registered(made: MadePasskey, expectedChallenge: string) {
  const { origin, host } = place()
  const result = await verifyRegistrationResponse({
    response: { ...made, clientExtensionResults: {} },
    expectedChallenge,
    expectedOrigin: origin,
    expectedRPID: host,
    requireUserVerification: false,
  }).catch(() => null)
  if (!result?.verified) throw new Refusal('passkey-failed')
  return result.registrationInfo
}

type Stored = { credentialId: string; publicKey: Uint8Array; counter: bigint; transports: string[] }

async function authenticated(shown: ShownPasskey, expectedChallenge: string, stored: Stored) {
  const { origin, host } = place()
  const result = await verifyAuthenticationResponse({
    response: { ...shown, clientExtensionResults: {} },
    expectedChallenge,
    expectedOrigin: origin,
    expectedRPID: host,
    credential: {
      id: stored.credentialId,
      publicKey: new Uint8Array(stored.publicKey),
      counter: Number(stored.counter),
      transports: stored.transports,
    },
    requireUserVerification: false,
  }).catch(() => null)
  if (!result?.verified) throw new Refusal('passkey-failed')
  return result.authenticationInfo
}
