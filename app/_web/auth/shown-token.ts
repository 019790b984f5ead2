import { cookies } from 'next/headers'
import { cookieName, ownCookie } from './cookie'

const COOKIE = 'marginalia-new-token'
const SECONDS = 300

// A token is shown once: it goes from the door that makes it to the page that shows it in a cookie that no script reads, and
// never through an address or the database.

export async function carryToken(token: string): Promise<void> {
  const jar = await cookies()
  jar.set(cookieName(COOKIE), token, { ...ownCookie(), maxAge: SECONDS })
}

export async function carriedToken(): Promise<string | undefined> {
  const value = (await cookies()).get(cookieName(COOKIE))?.value
  return value && /^mgn_[\w-]{20,100}$/.test(value) ? value : undefined
}
