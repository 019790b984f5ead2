import { cookies } from 'next/headers'
import { getServerSession } from 'next-auth'
import { type CurrentSession, endSession, PROOF_MINUTES, readSession } from '@/forum/people/sessions'
import { Refusal } from '@/forum/refusal'
import { takeAway } from './cookie'
import { authOptions, sessionCookie } from './options'

/** The id of the person whose session the cookie names, or null. */
export async function sessionPersonId(): Promise<string | null> {
  const jar = await cookies()
  // Spares readers without a session the work of next-auth.
  if (!jar.has(sessionCookie())) return null
  const session = await getServerSession(authOptions())
  return session?.user.id ?? null
}

export async function signOut(): Promise<void> {
  const jar = await cookies()
  const token = jar.get(sessionCookie())?.value
  if (token) await endSession(token)
  takeAway(jar, sessionCookie())
}

export async function sessionToken(): Promise<string> {
  return (await cookies()).get(sessionCookie())?.value ?? ''
}

/** @throws Refusal sign-in-required */
export async function currentSession(): Promise<CurrentSession> {
  const session = await readSession(await sessionToken())
  if (!session) throw new Refusal('sign-in-required')
  return { id: session.id, proven: Date.now() - session.provenAt.getTime() < PROOF_MINUTES * 60_000 }
}

/**
 * What an account is opened with is changed only soon after signing in: a browser that was left open, or a stolen cookie,
 * is not enough. @throws Refusal sign-in-required, prove-again
 */
export async function requireProof(): Promise<CurrentSession> {
  const session = await currentSession()
  if (!session.proven) throw new Refusal('prove-again')
  return session
}
