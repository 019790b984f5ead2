import { Refusal } from '@/forum/refusal'
import { env } from '@/lib/env'

/**
 * A change by cookie has to come from our own pages. Browsers send Origin with every POST; `null` is foreign, and so is
 * a request that says neither where it comes from nor that it is same-origin. @throws Refusal foreign-origin
 */
export function requireOwnOrigin(request: Request): void {
  const origin = request.headers.get('origin')
  const site = request.headers.get('sec-fetch-site')
  if (site !== null && site !== 'same-origin' && site !== 'none') throw new Refusal('foreign-origin')
  if (origin === null) {
    if (site === 'same-origin') return
    throw new Refusal('foreign-origin')
  }
  if (!ownOrigins(request).has(origin)) throw new Refusal('foreign-origin')
}

/** The configured address; and on a loopback machine also the name it was asked by (localhost, 127.0.0.1). */
function ownOrigins(request: Request): Set<string> {
  const own = new URL(env().NEXTAUTH_URL)
  const origins = new Set([own.origin])
  const asked = `http://${request.headers.get('host')}`
  if (isLoopback(own.hostname) && URL.canParse(asked) && isLoopback(new URL(asked).hostname)) origins.add(asked)
  return origins
}

const isLoopback = (name: string) => name === 'localhost' || name === '127.0.0.1' || name === '[::1]'
