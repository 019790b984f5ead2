import { cookies } from 'next/headers'
import { getServerSession } from 'next-auth'
import { endSession, startSession } from '@/forum/people/sessions'
import { ownCookie, secure, takeAway } from './cookie'
import { authOptions } from './options'

/** next-auth's own name for it, so that both ways of starting a session end in the same cookie. */
export const sessionCookie = () => `${secure() ? '__Secure-' : ''}next-auth.session-token`

/** The id of the person whose session the cookie names, or null. */
export async function sessionPersonId(): Promise<string | null> {
  const jar = await cookies()
  // Spares readers without a session the work of next-auth.
  if (!jar.has(sessionCookie())) return null
  const session = await getServerSession(authOptions())
  return session?.user.id ?? null
}

/** Signs a person in whom we have checked ourselves (password, one-time link): a row and next-auth's cookie. */
export async function signInAs(personId: string): Promise<void> {
  const { token, expires } = await startSession(personId)
  const jar = await cookies()
  jar.set(sessionCookie(), token, { ...ownCookie(), expires })
}

export async function signOut(): Promise<void> {
  const jar = await cookies()
  const token = jar.get(sessionCookie())?.value
  if (token) await endSession(token)
  takeAway(jar, sessionCookie())
}
