import { change } from '@/forum/change'
import { writeLog } from '@/forum/log/mutations'
import { Refusal } from '@/forum/refusal'
import type { Viewer } from '@/forum/viewer'
import { db } from '@/lib/db'
import { newId } from '@/lib/id'
import { hashSecret, newSecret } from '@/lib/secret'

const OWNER_LINK_DAYS = 7
const SIGN_IN_LINK_HOURS = 24

/**
 * A new link that makes its visitor the owner; the one before it stops working. Null when there is an owner already.
 * @returns the secret of the address `/welcome/{secret}`
 */
export async function makeOwnerLink(): Promise<string | null> {
  const owner = await db.person.findFirst({ where: { role: 'owner' }, select: { id: true } })
  if (owner) return null
  const secret = newSecret()
  await db.$transaction([
    db.oneTimeLink.deleteMany({ where: { purpose: 'owner', usedAt: null } }),
    db.oneTimeLink.create({
      data: {
        id: newId(),
        purpose: 'owner',
        tokenHash: hashSecret(secret),
        expiresAt: new Date(Date.now() + OWNER_LINK_DAYS * 86_400_000),
      },
    }),
  ])
  return secret
}

/** A link that signs one person in, once. */
export async function makeSignInLink(personId: string): Promise<string> {
  const secret = newSecret()
  await db.oneTimeLink.create({
    data: {
      id: newId(),
      purpose: 'signIn',
      personId,
      tokenHash: hashSecret(secret),
      expiresAt: new Date(Date.now() + SIGN_IN_LINK_HOURS * 3_600_000),
    },
  })
  return secret
}

/** What a link is for, without using it: opening an address changes nothing. @throws Refusal link-used */
export async function readLink(secret: string): Promise<{ purpose: 'owner' | 'signIn'; handle: string | null }> {
  const link = await db.oneTimeLink.findUnique({
    where: { tokenHash: hashSecret(secret) },
    select: { purpose: true, usedAt: true, expiresAt: true, person: { select: { handle: true } } },
  })
  if (!link || link.usedAt || link.expiresAt < new Date()) throw new Refusal('link-used')
  const { purpose } = link
  if (purpose !== 'owner' && purpose !== 'signIn') throw new Refusal('link-used')
  return { purpose, handle: link.person?.handle ?? null }
}

/** The signed-in visitor becomes the owner. @throws Refusal sign-in-required, link-used */
export async function claimOwnership(viewer: Viewer, secret: string): Promise<{ id: string }> {
  if (viewer.role === 'guest') throw new Refusal('sign-in-required')
  return change(
    async (tx) => {
      const used = await tx.oneTimeLink.updateMany({
        where: { tokenHash: hashSecret(secret), purpose: 'owner', usedAt: null, expiresAt: { gt: new Date() } },
        data: { usedAt: new Date(), personId: viewer.id },
      })
      const owner = await tx.person.findFirst({ where: { role: 'owner' }, select: { id: true } })
      if (used.count === 0 || owner) throw new Refusal('link-used')
      await tx.person.update({ where: { id: viewer.id }, data: { role: 'owner' }, select: { id: true } })
      await writeLog(tx, { act: 'owner.claim', subject: viewer.id, byId: viewer.id })
      return { id: viewer.id }
    },
    { log: true },
  )
}

/** @returns the person the link signs in. @throws Refusal link-used */
export async function spendSignInLink(secret: string): Promise<{ personId: string }> {
  const tokenHash = hashSecret(secret)
  const used = await db.oneTimeLink.updateMany({
    where: { tokenHash, purpose: 'signIn', usedAt: null, expiresAt: { gt: new Date() } },
    data: { usedAt: new Date() },
  })
  const link = used.count === 1 ? await db.oneTimeLink.findUnique({ where: { tokenHash } }) : null
  if (!link?.personId) throw new Refusal('link-used')
  return { personId: link.personId }
}
