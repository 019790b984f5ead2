import { cookies } from 'next/headers'
import { cookieName, ownCookie } from './cookie'

const COOKIE = 'marginalia-new-invitation'
const SECONDS = 300

// An invitation's link is shown once, like a token (./shown-token.ts): the database has only its hash.

export async function carryLink(secret: string): Promise<void> {
  const jar = await cookies()
  jar.set(cookieName(COOKIE), secret, { ...ownCookie(), maxAge: SECONDS })
}

export async function carriedLink(): Promise<string | undefined> {
  const value = (await cookies()).get(cookieName(COOKIE))?.value
  return value && /^[\w-]{20,100}$/.test(value) ? value : undefined
}
