import type { NextAuthOptions } from 'next-auth'

/** The ways in that are configured, besides e-mail and password. */
export function providers(): NextAuthOptions['providers'] {
  return []
}
