import { admit, refuseUnwanted } from '@/forum/admission/admit'
import { change } from '@/forum/change'
import { writeLog } from '@/forum/log/mutations'
import { allow } from '@/forum/policy'
import { Refusal } from '@/forum/refusal'
import type { Viewer } from '@/forum/viewer'
import { db, sqlState, type Tx } from '@/lib/db'
import { hashPassword, passwordMatches } from '@/lib/password'
import type { ChangeProfile, ChangeRole, SignIn, SignUp } from './input'
import { lockOwners } from './owners'
import { addressKey, refuseTooFast } from './pace'
import { refuseOwnWords } from './password-rules'
import { renewThreadsOf } from './renew-threads'
import { isRetired } from './retired'

const SIGN_UPS = { name: 'sign-up', points: 20, seconds: 60 * 60 }
const SIGN_INS_OF_NETWORK = { name: 'sign-in-net', points: 60, seconds: 15 * 60 }
const SIGN_INS_OF_ACCOUNT = { name: 'sign-in-account', points: 10, seconds: 15 * 60 }

/**
 * A new person with e-mail and password, who is signed in at once. So it cannot be kept from whoever asks that an address
 * has an account (docs/decisions/003-sign-in.md); the number of questions is limited, and the time tells nothing: the
 * password is hashed before anything is looked up.
 * @param network where the request came from, see lib/network.ts
 * @param invitation the secret of one
 * @throws Refusal too-fast, password-yours, handle-taken, handle-alike, email-taken, invitation-needed, domain-needed, address-disposable, proof-failed, link-used
 */
export async function signUp(
  network: string,
  input: SignUp,
  invitation: string | null = null,
  proof?: string,
): Promise<{ id: string }> {
  await refuseTooFast(SIGN_UPS, network)
  // Before it is told whether somebody has the address: whoever is not wanted learns nothing of who is here.
  await refuseUnwanted(input.email, invitation)
  refuseOwnWords(input.password, input)
  const passwordHash = await hashPassword(input.password)
  await refuseTaken(input)
  try {
    const { handle, email } = input
    const newcomer = { handle, displayName: handle, email, emailVerified: null, passwordHash }
    const { id } = await admit(newcomer, invitation, proof)
    return { id }
  } catch (error) {
    // Somebody else, or the same form a second time, was faster: the unique keys decide, and the answer names the reason.
    if (sqlState(error) === '23505') await refuseTaken(input)
    throw error
  }
}

/** The same words and the same time for an unknown address as for a wrong password. @throws Refusal wrong-password, too-fast */
export async function checkPassword(network: string, input: SignIn): Promise<{ id: string }> {
  await refuseTooFast(SIGN_INS_OF_NETWORK, network)
  await refuseTooFast(SIGN_INS_OF_ACCOUNT, addressKey(input.email))
  // One question to the database, whether there is such an account or not.
  const credential = await db.credential.findFirst({
    where: { person: { email: input.email } },
    select: { personId: true, passwordHash: true },
  })
  const matches = await passwordMatches(credential?.passwordHash ?? null, input.password)
  if (!matches || !credential) throw new Refusal('wrong-password', { field: 'password' })
  return { id: credential.personId }
}

/** The language of the page where somebody became a member is that of their mails, until they choose. */
export async function keepFirstLanguage(who: { id: string } | { email: string }, language: 'en' | 'zh'): Promise<void> {
  await db.person.updateMany({ where: { ...who, language: null }, data: { language } })
}

export async function changeProfile(viewer: Viewer, input: ChangeProfile): Promise<{ id: string }> {
  allow('self.change', viewer)
  await db.person.update({ where: { id: viewer.id }, data: input, select: { id: true } })
  return { id: viewer.id }
}

/** @throws Refusal not-found, last-owner, bad-input for an essay that is not there */
export async function changeRole(viewer: Viewer, handle: string, input: ChangeRole): Promise<{ id: string }> {
  const person = await db.person.findUnique({ where: { handle }, select: { id: true, role: true } })
  if (!person) throw new Refusal('not-found')
  allow('person.role', viewer, person)
  return setRole({ ...input, handle, byId: viewer.id })
}

/**
 * The change itself, also for the operator at the command line (`byId` null).
 * @param given.of the essays of a moderator by their slugs; of all when left out
 * @throws Refusal not-found, last-owner, bad-input for an essay that is not there
 */
export async function setRole(given: ChangeRole & { handle: string; byId: string | null }): Promise<{ id: string }> {
  const of = given.role === 'moderator' ? (given.of ?? 'all') : 'all'
  const { id, changed } = await change(
    async (tx) => {
      const owners = await lockOwners(tx)
      const person = await tx.person.findUnique({
        where: { handle: given.handle },
        select: { id: true, role: true, essaysOnly: true, moderated: { select: { essayId: true } } },
      })
      if (!person) throw new Refusal('not-found')
      const essays = of === 'all' ? [] : await findEssays(tx, of)
      const had = person.moderated.map(({ essayId }) => essayId)
      const sameEssays = person.essaysOnly === (of !== 'all') && sameIds(essays, had)
      if (person.role === given.role && sameEssays) return { id: person.id, changed: false }
      const last = person.role === 'owner' && owners.length === 1
      if (last) throw new Refusal('last-owner', { field: 'role' })
      await tx.essayModerator.deleteMany({ where: { personId: person.id } })
      await tx.person.update({
        where: { id: person.id },
        data: { role: given.role, essaysOnly: of !== 'all' },
        select: { id: true },
      })
      await tx.essayModerator.createMany({ data: essays.map((essayId) => ({ essayId, personId: person.id })) })
      await writeLog(tx, {
        act: 'person.role',
        subject: person.id,
        byId: given.byId,
        // How many and not which: the log is public, and not every essay is named to everybody.
        details: { from: person.role, to: given.role, ...(of === 'all' ? {} : { essays: essays.length }) },
      })
      return { id: person.id, changed: true }
    },
    { log: true },
  )
  if (changed) await renewThreadsOf(id)
  return { id }
}

async function findEssays(tx: Tx, slugs: readonly string[]): Promise<string[]> {
  const found = await tx.essay.findMany({ where: { slug: { in: [...slugs] } }, select: { id: true } })
  if (found.length !== new Set(slugs).size) throw new Refusal('bad-input', { field: 'of' })
  return found.map(({ id }) => id)
}

const sameIds = (some: readonly string[], others: readonly string[]) =>
  some.length === others.length && some.every((id) => others.includes(id))

async function refuseTaken(input: { handle: string; email: string }) {
  const taken = await db.person.findMany({
    where: { OR: [{ handle: input.handle }, { email: input.email }] },
    select: { handle: true },
  })
  if (taken.some((person) => person.handle === input.handle) || (await isRetired(db, input.handle)))
    throw new Refusal('handle-taken', { field: 'handle' })
  if (taken.length > 0) throw new Refusal('email-taken', { field: 'email' })
}
