import { Refusal } from '@/forum/refusal'
import { db } from '@/lib/db'
import { addressKey, refuseTooFast } from './pace'

export const MAGIC_LINK_SECONDS = 60 * 60

// A mail reaches somebody who may not have asked for it: few to one address, more from one network (a class, an office).
const LINKS_TO_ADDRESS = { name: 'magic-link-address', points: 5, seconds: 60 * 60 }
const LINKS_FROM_NETWORK = { name: 'magic-link-net', points: 30, seconds: 60 * 60 }
/** Beginning a provider's flow costs a request of ours to it. */
const STARTS_FROM_NETWORK = { name: 'provider-net', points: 60, seconds: 15 * 60 }

/** Whether one more mail may go to the address; known and unknown addresses are treated alike. @throws Refusal too-fast */
export async function admitMagicLink(network: string, email: string): Promise<void> {
  await refuseTooFast(LINKS_FROM_NETWORK, network)
  await refuseTooFast(LINKS_TO_ADDRESS, addressKey(email))
  await db.verificationToken.deleteMany({ where: { expires: { lt: new Date() } } })
}

/** @throws Refusal too-fast */
export async function admitProvider(network: string): Promise<void> {
  await refuseTooFast(STARTS_FROM_NETWORK, network)
}

/**
 * Whom a link signs in, without using it: opening an address changes nothing.
 * `first`: the address of an account is proved by it for the first time, see `proveAddress`.
 * @throws Refusal link-used
 */
export async function readMagicLink(tokenHash: string): Promise<{ email: string; first: boolean }> {
  const link = await db.verificationToken.findUnique({ where: { token: tokenHash } })
  if (!link || link.expires < new Date()) throw new Refusal('link-used')
  const person = await db.person.findUnique({ where: { email: link.identifier }, select: { emailVerified: true } })
  return { email: link.identifier, first: person !== null && person.emailVerified === null }
}

/**
 * The person behind the address has shown that it is theirs. Whoever opened the account before could have been somebody
 * else waiting for them (account pre-hijacking): the first time, every way in that this one could have left open is closed.
 */
export async function proveAddress(email: string): Promise<void> {
  await db.$transaction(async (tx) => {
    const [person] = await tx.person.updateManyAndReturn({
      where: { email, emailVerified: null },
      data: { emailVerified: new Date() },
      select: { id: true },
    })
    if (!person) return
    await tx.credential.deleteMany({ where: { personId: person.id } })
    await tx.account.deleteMany({ where: { userId: person.id } })
    await tx.session.deleteMany({ where: { userId: person.id } })
  })
}

/** A newcomer from a provider that vouches for the address: next-auth does not note it. */
export async function acceptVouchedAddress(personId: string): Promise<void> {
  await db.person.updateMany({
    where: { id: personId, email: { not: null }, emailVerified: null },
    data: { emailVerified: new Date() },
  })
}
