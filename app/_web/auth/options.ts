import type { NextAuthOptions } from 'next-auth'
import { SESSION_DAYS } from '@/forum/people/sessions'
import { env } from '@/lib/env'
import { adapter } from './adapter'
import { providers } from './providers'

declare module 'next-auth' {
  interface Session {
    user: { id: string; name?: string | null }
  }
}

/** next-auth as the forum uses it: sessions are rows in the database; the cookie carries a random token and nothing else. */
export function authOptions(): NextAuthOptions {
  return {
    adapter,
    secret: env().NEXTAUTH_SECRET,
    session: { strategy: 'database', maxAge: SESSION_DAYS * 86_400, updateAge: 86_400 },
    providers: providers(),
    pages: { signIn: '/sign-in', error: '/sign-in', verifyRequest: '/sign-in/mail' },
    callbacks: {
      // Only the id: role and standing are read from the database where they count.
      session: ({ session, user }) => ({ expires: session.expires, user: { id: user.id } }),
    },
  }
}
