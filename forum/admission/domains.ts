import { domainToASCII } from 'node:url'

export const DOMAINS_MAX = 100
const DOMAIN = /^(?:\*\.)?(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z][a-z0-9-]*[a-z0-9]$/

/** A domain as somebody wrote it, in the letters that addresses have; null for what is none. */
export function readDomain(written: string): string | null {
  const [, star = '', name = ''] = /^(\*\.)?@?(.*)$/.exec(written.trim().toLowerCase()) ?? []
  const domain = `${star}${domainToASCII(name)}`
  return domain.length <= 253 && DOMAIN.test(domain) ? domain : null
}

export const domainOf = (email: string) => domainToASCII(email.slice(email.lastIndexOf('@') + 1).toLowerCase())

/**
 * Whether the address is at one of the domains. `example.edu` is that domain and no other: names below it are often handed
 * to others. `*.example.edu` is all of those below it, and not the domain itself.
 */
export function isAt(email: string, domains: readonly string[]): boolean {
  const domain = domainOf(email)
  return domains.some((one) => (one.startsWith('*.') ? domain.endsWith(one.slice(1)) : domain === one))
}
