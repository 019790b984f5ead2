import { cookies } from 'next/headers'
import type { Account } from 'next-auth'
import { refuseStranger } from '@/forum/admission/admit'
import { ownerOfAccount } from '@/forum/people/accounts'
import { endSession, readSession } from '@/forum/people/sessions'
import { Refusal, type RefusalCode } from '@/forum/refusal'
import { invitationHere } from './invitation'
import { spendLinkIntent } from './link-intent'
import { sessionCookie } from './options'

/**
 * next-auth asks this when a provider has said who somebody is. It would connect an account it does not know to whoever is
 * signed in; here that has to be asked for on the settings page, soon after signing in.
 * @param email that the provider vouches for
 * @returns true, or the address where it ends
 */
export async function admitAccount(account: Account, email: string | null): Promise<true | string> {
  const token = (await cookies()).get(sessionCookie())?.value ?? ''
  const session = await readSession(token)
  const { provider, providerAccountId } = account
  const ownerId = await ownerOfAccount(provider, providerAccountId)
  if (ownerId !== null) {
    // Signing in once more begins a session of its own, with a second step where one is asked for.
    if (session?.userId === ownerId) await endSession(token)
    return true
  }
  if (!session) return (await errorOfStranger(email)) ?? true
  return (await spendLinkIntent(session.userId, provider)) || '/sign-in?error=NotConnected'
}

/** The page of sign-in has a sentence for each. */
const ERRORS = new Map<RefusalCode, string>([
  ['invitation-needed', 'InvitationNeeded'],
  ['domain-needed', 'DomainNeeded'],
])

/** Whoever is not wanted hears it on a page of ours; createUser asks once more, in the transaction that would make them. */
async function errorOfStranger(email: string | null): Promise<string | null> {
  try {
    await refuseStranger(email, await invitationHere())
    return null
  } catch (error) {
    if (!(error instanceof Refusal)) throw error
    return `/sign-in?error=${ERRORS.get(error.code) ?? 'other'}`
  }
}
