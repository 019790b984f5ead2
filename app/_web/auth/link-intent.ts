import { cookies } from 'next/headers'
import { seal, unseal } from '@/lib/seal'
import { cookieName, ownCookie, takeAway } from './cookie'

const SECONDS = 15 * 60
const name = () => cookieName('marginalia-link')

/** Who asked on their settings page to connect which provider: only then an unknown account there is taken as theirs. */
export async function intendLink(personId: string, provider: string): Promise<void> {
  const jar = await cookies()
  jar.set(name(), seal(provider, personId), { ...ownCookie(), maxAge: SECONDS })
}

/** Whether they did; it is asked once. */
export async function spendLinkIntent(personId: string, provider: string): Promise<boolean> {
  const jar = await cookies()
  const sealed = jar.get(name())?.value
  if (sealed === undefined) return false
  takeAway(jar, name())
  return unseal(sealed, personId) === provider
}
