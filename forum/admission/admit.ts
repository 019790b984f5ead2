import { claimHandle } from '@/forum/people/claims'
import { Refusal } from '@/forum/refusal'
import { readSetting } from '@/forum/settings/settings'
import { db, type Tx } from '@/lib/db'
import { newId } from '@/lib/id'
import { isDisposable } from './disposable'
import { isAt } from './domains'
import { takePlace } from './invitations'
import { hasWorked } from './proof-of-work'

export type Newcomer = {
  handle: string
  displayName: string
  email: string | null
  emailVerified: Date | null
  /** Null for whoever signs in another way. */
  passwordHash: string | null
}

const PERSON = { id: true, email: true, emailVerified: true, displayName: true } as const

/**
 * The one way to become somebody here by oneself, whichever door it was (password, mail, provider): under the owner's policy
 * of this moment, in one transaction with the place of an invitation. Outside it stand only what the operator adds
 * (forum/people/add.ts), who answers for it, and the link that makes an owner, which makes nobody who was not there before.
 * @param proof of work, of a form with a password
 * @throws Refusal invitation-needed, domain-needed, address-disposable, proof-failed, link-used, handle-taken, handle-alike
 */
export async function admit(newcomer: Newcomer, invitation: string | null, proof?: string) {
  const { passwordHash, ...row } = newcomer
  // A mail that was opened and a provider that was asked are work enough.
  const proved = passwordHash === null || (await hasWorked(proof))
  return db.$transaction(async (tx) => {
    const state = invitation === null ? await stateByPolicy(tx, newcomer.email, proved) : null
    const person = await tx.person.create({
      data: {
        ...row,
        id: newId(),
        ...(passwordHash === null ? {} : { credential: { create: { passwordHash } } }),
        ...(state === null ? {} : { admission: { create: { state } } }),
      },
      select: PERSON,
    })
    await claimHandle(tx, person.id, newcomer.handle)
    if (invitation !== null) await takePlace(tx, invitation, person.id)
    return person
  })
}

/** The same answer before anything is made, where only the address is known yet. @throws Refusal as above */
export async function refuseUnwanted(email: string | null, invitation: string | null): Promise<void> {
  if (invitation === null) await stateByPolicy(db, email)
}

/** Where the owner wants none of those addresses; also of whoever is here and wants another one. @throws Refusal address-disposable */
export async function refuseDisposable(tx: Tx, email: string): Promise<void> {
  const setting = await readSetting('signUp', tx)
  if (setting.refuseDisposable && isDisposable(email)) throw new Refusal('address-disposable', { field: 'email' })
}

/** The same of somebody who signs in and may have an account: whoever has one is nobody new. @throws Refusal as above */
export async function refuseStranger(email: string | null, invitation: string | null): Promise<void> {
  const known = email !== null && (await db.person.findUnique({ where: { email }, select: { id: true } }))
  if (!known) await refuseUnwanted(email, invitation)
}

/** @returns how they begin, where that is not simply as a member */
async function stateByPolicy(tx: Tx, email: string | null, proved = true): Promise<'unproven' | 'waiting' | null> {
  const { way, domains, proofOfWork } = await readSetting('signUp', tx)
  if (email !== null) await refuseDisposable(tx, email)
  if (way === 'invitation') throw new Refusal('invitation-needed')
  if (way === 'approval') return 'waiting'
  if (way === 'open') return proofOfWork && !proved ? 'waiting' : null
  if (email === null || !isAt(email, domains))
    throw new Refusal('domain-needed', { field: 'email', facts: { domains: domains.join(', ') } })
  return 'unproven'
}
