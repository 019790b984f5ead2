import { cookies } from 'next/headers'
import { readInvitation } from '@/forum/admission/invitations'
import { cookieName, ownCookie, takeAway } from './cookie'

const SECONDS = 7 * 86_400
const name = () => cookieName('marginalia-invitation')

// An invitation that somebody took goes with them through every way in: in a cookie, which comes along when a provider sends
// them back; and in the mail with a link, which may be opened in another browser.

export async function carryInvitation(secret: string): Promise<void> {
  const jar = await cookies()
  jar.set(name(), secret, { ...ownCookie(), maxAge: SECONDS })
}

/** The secret of the one that came with the request, while it opens the door: else it would stand in its person's way. */
export async function invitationHere(): Promise<string | null> {
  const secret = (await cookies()).get(name())?.value
  if (!secret || secret.length > 200) return null
  return (await readInvitation(secret)) ? secret : null
}

export async function dropInvitation(): Promise<void> {
  const jar = await cookies()
  if (jar.has(name())) takeAway(jar, name())
}
