import { cookies } from 'next/headers'
import { seal, unseal } from '@/lib/seal'
import { cookieName, ownCookie, takeAway } from './cookie'

const SECONDS = 10 * 60
const name = () => cookieName('marginalia-codes')

/**
 * New recovery codes on their way to the page that shows them. The database has their hashes only; in clear they travel
 * once, sealed, in the browser of their owner.
 */
export async function carryCodes(personId: string, codes: string[]): Promise<void> {
  const jar = await cookies()
  jar.set(name(), seal(codes.join(' '), personId), { ...ownCookie(), maxAge: SECONDS })
}

export async function carriedCodes(personId: string): Promise<string[]> {
  const sealed = (await cookies()).get(name())?.value
  const codes = sealed ? unseal(sealed, personId) : null
  return codes === null ? [] : codes.split(' ')
}

export async function dropCodes(): Promise<void> {
  takeAway(await cookies(), name())
}
