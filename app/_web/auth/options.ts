import type { NextAuthOptions } from 'next-auth'
import { SESSION_DAYS } from '@/forum/people/sessions'
import { env } from '@/lib/env'
import { adapter } from './adapter'
import { cookieName, ownCookie } from './cookie'
import { providers } from './providers'

declare module 'next-auth' {
  interface Session {
    user: { id: string; name?: string | null }
  }
}

/** Both ways of starting a session, next-auth's and ours, end in this cookie. */
export const sessionCookie = () => cookieName('next-auth.session-token')
export const csrfCookie = () => cookieName('next-auth.csrf-token')
export const callbackCookie = () => cookieName('next-auth.callback-url')
/** As long as next-auth gives a provider's flow. */
const FLOW_SECONDS = 15 * 60

/** next-auth's cookies with our names and options: its own choice is `__Secure-` for most of them. */
function cookieOptions(): NextAuthOptions['cookies'] {
  const options = ownCookie()
  const ofFlow = (name: string) => ({ name: cookieName(name), options: { ...options, maxAge: FLOW_SECONDS } })
  return {
    sessionToken: { name: sessionCookie(), options },
    csrfToken: { name: csrfCookie(), options },
    callbackUrl: { name: callbackCookie(), options },
    pkceCodeVerifier: ofFlow('next-auth.pkce.code_verifier'),
    state: ofFlow('next-auth.state'),
    nonce: ofFlow('next-auth.nonce'),
  }
}

/** next-auth as the forum uses it: sessions are rows in the database; the cookie carries a random token and nothing else. */
export function authOptions(): NextAuthOptions {
  return {
    adapter,
    secret: env().NEXTAUTH_SECRET,
    session: { strategy: 'database', maxAge: SESSION_DAYS * 86_400, updateAge: 86_400 },
    cookies: cookieOptions(),
    providers: providers(),
    pages: { signIn: '/sign-in', error: '/sign-in', verifyRequest: '/sign-in/mail' },
    callbacks: {
      // Only the id: role and standing are read from the database where they count.
      session: ({ session, user }) => ({ expires: session.expires, user: { id: user.id } }),
    },
  }
}
