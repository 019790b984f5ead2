import { refuseDisposable } from '@/forum/admission/admit'
import { addressKey, refuseTooFast } from '@/forum/people/pace'
import { refuseOwnWords } from '@/forum/people/password-rules'
import { allow } from '@/forum/policy'
import { Refusal } from '@/forum/refusal'
import type { Viewer } from '@/forum/viewer'
import { db, sqlState } from '@/lib/db'
import { newId } from '@/lib/id'
import { hashPassword } from '@/lib/password'
import { hashSecret, newSecret } from '@/lib/secret'

export const PASSWORD_LINK_MINUTES = 30
export const EMAIL_LINK_HOURS = 24

const RESETS_TO_ADDRESS = { name: 'reset-address', points: 5, seconds: 60 * 60 }
const RESETS_FROM_NETWORK = { name: 'reset-net', points: 30, seconds: 60 * 60 }
const MAILS_OF_ACCOUNT = { name: 'account-mail', points: 5, seconds: 60 * 60 }

/**
 * A link for a new password. Known and unknown addresses cost the same: a row, and a mail that the caller sends; of an
 * unknown one the row is nobody's and the mail says that there is no account. @throws Refusal too-fast
 */
export async function askNewPassword(
  network: string,
  email: string,
): Promise<{ secret: string; handle: string | null }> {
  await refuseTooFast(RESETS_FROM_NETWORK, network)
  await refuseTooFast(RESETS_TO_ADDRESS, addressKey(email))
  const person = await db.person.findUnique({ where: { email }, select: { id: true, handle: true } })
  const secret = await makeLink('password', { email, personId: person?.id ?? null, minutes: PASSWORD_LINK_MINUTES })
  return { secret, handle: person?.handle ?? null }
}

/** Whose password a link sets, without using it. @throws Refusal link-used */
export async function readPasswordLink(secret: string): Promise<{ handle: string }> {
  const link = await findLink('password', secret)
  return { handle: link.person.handle }
}

/**
 * The link's one use. Whoever was in before is out: sessions end, other links for a password die; and an address that was
 * never proved is now, with all that follows from it (forum/people/magic-links.ts). @throws Refusal link-used, password-yours
 */
export async function setNewPassword(
  secret: string,
  newPassword: string,
): Promise<{ personId: string; email: string }> {
  const { id, person, email } = await findLink('password', secret)
  refuseOwnWords(newPassword, { handle: person.handle, email }, 'newPassword')
  const passwordHash = await hashPassword(newPassword)
  await db.$transaction(async (tx) => {
    const used = await tx.oneTimeLink.updateMany({
      where: { id, usedAt: null, expiresAt: { gt: new Date() } },
      data: { usedAt: new Date() },
    })
    // The address of the account may be another one by now.
    const still = await tx.person.updateManyAndReturn({
      where: { id: person.id, email },
      data: { emailVerified: person.emailVerified ?? new Date() },
      select: { id: true },
    })
    if (used.count === 0 || still.length === 0) throw new Refusal('link-used')
    if (person.emailVerified === null) await tx.account.deleteMany({ where: { userId: person.id } })
    await tx.oneTimeLink.deleteMany({ where: { personId: person.id, purpose: 'password', usedAt: null } })
    await tx.session.deleteMany({ where: { userId: person.id } })
    await tx.credential.upsert({
      where: { personId: person.id },
      create: { personId: person.id, passwordHash },
      update: { passwordHash },
      select: { personId: true },
    })
  })
  return { personId: person.id, email }
}

/**
 * A link that shows that an address is the viewer's: the one they have, or one they want instead. The mail is the same in
 * kind when another account has the address; who asks does not learn it. @throws Refusal too-fast, address-disposable
 */
export async function askEmailProof(viewer: Viewer, email: string): Promise<{ secret: string; taken: boolean }> {
  allow('self.change', viewer)
  await refuseTooFast(MAILS_OF_ACCOUNT, viewer.id)
  await refuseTooFast(RESETS_TO_ADDRESS, addressKey(email))
  const own = await db.person.findFirst({ where: { email, id: viewer.id }, select: { id: true } })
  if (!own) await refuseDisposable(db, email)
  const other = await db.person.findFirst({ where: { email, id: { not: viewer.id } }, select: { id: true } })
  const taken = other !== null
  const personId = taken ? null : viewer.id
  return { secret: await makeLink('email', { email, personId, minutes: EMAIL_LINK_HOURS * 60 }), taken }
}

/** The one's own address, to be shown. @throws Refusal not-found when there is none to show */
export async function unprovedEmail(viewer: Viewer): Promise<string> {
  allow('self.change', viewer)
  const person = await db.person.findUniqueOrThrow({
    where: { id: viewer.id },
    select: { email: true, emailVerified: true },
  })
  if (person.email === null || person.emailVerified !== null) throw new Refusal('not-found')
  return person.email
}

/** Which address a link shows, without using it; others' links are none. @throws Refusal link-used, sign-in-required */
export async function readEmailLink(viewer: Viewer, secret: string): Promise<{ email: string }> {
  allow('self.read', viewer)
  const link = await findLink('email', secret)
  // Only in the account that asked: else a stranger's account could be given one's own address by a button in a mail.
  if (link.person.id !== viewer.id) throw new Refusal('link-used')
  return { email: link.email }
}

/** @returns the address before, which has to be told. @throws Refusal link-used, email-taken */
export async function confirmEmail(viewer: Viewer, secret: string): Promise<{ before: string | null; email: string }> {
  const { email } = await readEmailLink(viewer, secret)
  try {
    return await db.$transaction(async (tx) => {
      const used = await tx.oneTimeLink.updateMany({
        where: { tokenHash: hashSecret(secret), usedAt: null, expiresAt: { gt: new Date() } },
        data: { usedAt: new Date() },
      })
      if (used.count === 0 || viewer.id === null) throw new Refusal('link-used')
      const { email: before } = await tx.person.findUniqueOrThrow({ where: { id: viewer.id }, select: { email: true } })
      await tx.person.update({
        where: { id: viewer.id },
        data: { email, emailVerified: new Date() },
        select: { id: true },
      })
      // What was sent to the old address opens nothing any more.
      if (before !== email)
        await tx.oneTimeLink.deleteMany({ where: { personId: viewer.id, purpose: 'password', usedAt: null } })
      return { before: before === email ? null : before, email }
    })
  } catch (error) {
    if (sqlState(error) === '23505') throw new Refusal('email-taken')
    throw error
  }
}

async function makeLink(
  purpose: 'password' | 'email',
  given: { email: string; personId: string | null; minutes: number },
): Promise<string> {
  const secret = newSecret()
  const now = Date.now()
  await db.oneTimeLink.deleteMany({ where: { purpose, expiresAt: { lt: new Date(now) } } })
  await db.oneTimeLink.create({
    data: {
      id: newId(),
      purpose,
      tokenHash: hashSecret(secret),
      email: given.email,
      personId: given.personId,
      expiresAt: new Date(now + given.minutes * 60_000),
    },
    select: { id: true },
  })
  return secret
}

async function findLink(purpose: 'password' | 'email', secret: string) {
  const link = await db.oneTimeLink.findUnique({
    where: { tokenHash: hashSecret(secret), purpose, usedAt: null, expiresAt: { gt: new Date() } },
    select: { id: true, email: true, person: { select: { id: true, handle: true, emailVerified: true } } },
  })
  if (!link?.person || link.email === null) throw new Refusal('link-used')
  return { id: link.id, email: link.email, person: link.person }
}
