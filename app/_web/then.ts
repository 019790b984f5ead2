import { DEFAULT_LANGUAGE } from '@/lib/default-language'
import { env } from '@/lib/env'
import { isLanguage, type Language } from '@/messages/language'
import { inLanguage, ownPath } from './address'

/** The way back that a form or an address carries, fit for a Location header: a path of ours or the front page. */
export function thenPath(value: string | string[] | null | undefined): string {
  const { pathname, search, hash } = new URL(ownPath(typeof value === 'string' ? value : null), 'http://forum.invalid')
  // Resolving takes dots away and can leave two slashes at the start, which would name another host.
  return ownPath(`${pathname}${search}${hash}`)
}

/** The same of an absolute address, which next-auth prefers. */
export function thenOfAddress(address: string | null | undefined): string {
  if (!address || !URL.canParse(address)) return thenPath(address)
  const { origin, pathname, search, hash } = new URL(address)
  return origin === new URL(env().NEXTAUTH_URL).origin ? thenPath(`${pathname}${search}${hash}`) : '/'
}

/** `path` (with or without a query) carrying the way back; the front page needs no mention. */
export function withThen(path: string, then: string): string {
  if (then === '/') return path
  return `${path}${path.includes('?') ? '&' : '?'}then=${encodeURIComponent(then)}`
}

/** The language in which somebody was reading when they left for sign-in. */
export function languageOfPath(path: string): Language {
  const first = /^\/([^/?#]*)/.exec(path)?.[1]
  return isLanguage(first) ? first : DEFAULT_LANGUAGE
}

/** Where a form of an account leads when it is done: the way back as it is, else the front page in its language. */
export function goThen(then: string | undefined): { to: string; asItIs: boolean } {
  const to = thenPath(then)
  return { to, asItIs: to !== '/' }
}

/** The sign-in page in the language of the way back, without and with something that went wrong at a provider. */
export function signInAfter(then: string, error: string | null): string {
  const path = error ? `/sign-in?error=${encodeURIComponent(error)}` : '/sign-in'
  return inLanguage(languageOfPath(then), withThen(path, then))
}
