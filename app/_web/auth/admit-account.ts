import { cookies } from 'next/headers'
import type { Account } from 'next-auth'
import { ownerOfAccount } from '@/forum/people/accounts'
import { endSession, readSession } from '@/forum/people/sessions'
import { spendLinkIntent } from './link-intent'
import { sessionCookie } from './options'

/**
 * next-auth asks this when a provider has said who somebody is. It would connect an account it does not know to whoever is
 * signed in; here that has to be asked for on the settings page, soon after signing in.
 * @returns true, or the address where it ends
 */
export async function admitAccount(account: Account): Promise<true | string> {
  const token = (await cookies()).get(sessionCookie())?.value ?? ''
  const session = await readSession(token)
  const { provider, providerAccountId } = account
  const ownerId = await ownerOfAccount(provider, providerAccountId)
  if (ownerId !== null) {
    // Signing in once more begins a session of its own, with a second step where one is asked for.
    if (session?.userId === ownerId) await endSession(token)
    return true
  }
  if (!session) return true
  return (await spendLinkIntent(session.userId, provider)) || '/sign-in?error=NotConnected'
}
