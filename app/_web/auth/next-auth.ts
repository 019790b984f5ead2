import { cookies } from 'next/headers'
import { NextRequest, NextResponse } from 'next/server'
import NextAuth, { type NextAuthOptions } from 'next-auth'
import { acceptVouchedAddress } from '@/forum/people/magic-links'
import { env } from '@/lib/env'
import { logError } from '@/lib/log'
import { hashSecret, newSecret } from '@/lib/secret'
import { thenOfAddress } from '../then'
import { admitAccount } from './admit-account'
import { ownCookie, takeAway } from './cookie'
import { authOptions, callbackCookie, csrfCookie } from './options'

type Asked = {
  action: 'signin' | 'callback'
  provider: string
  /** Of a callback, which is a GET to next-auth. */
  query?: Record<string, string>
  /** Of a sign-in, which is a POST. */
  fields?: Record<string, string>
  options: NextAuthOptions
}

/** next-auth as our own routes and its public door run it. */
export function runningOptions(more: Partial<NextAuthOptions> = {}): NextAuthOptions {
  return {
    ...authOptions(),
    callbacks: {
      ...authOptions().callbacks,
      signIn: ({ account, user }) => (account?.type === 'oauth' ? admitAccount(account, user.email ?? null) : true),
    },
    // An account made through a provider has an address only when the provider vouches for it.
    events: { createUser: ({ user }) => acceptVouchedAddress(user.id) },
    logger: {
      error: (code, detail) => logError('next-auth', detail instanceof Error ? detail : detail.error, { code }),
      warn: () => {},
      debug: () => {},
    },
    ...more,
  }
}

/**
 * Hands a request of one of our forms, whose origin and input we have checked, to next-auth. Its cookies go to the
 * browser with our answer. @returns where it sends the person
 */
export async function askNextAuth({ action, provider, query, fields, options }: Asked): Promise<URL> {
  const address = new URL(`/api/auth/${action}/${provider}?${new URLSearchParams(query)}`, env().NEXTAUTH_URL)
  const jar = await cookies()
  const token = newSecret()
  // next-auth wants its own proof that the form was ours: the pair of its double-submit cookie.
  const pair = `${token}|${hashSecret(`${token}${env().NEXTAUTH_SECRET}`)}`
  jar.set(csrfCookie(), pair, ownCookie())
  const request = new NextRequest(address, {
    method: fields ? 'POST' : 'GET',
    ...(fields ? { body: new URLSearchParams({ ...fields, csrfToken: token }) } : {}),
  })
  const response: Response = await NextAuth(request, { params: { nextauth: [action, provider] } }, options)
  for (const cookie of new NextResponse(null, { headers: response.headers }).cookies.getAll()) jar.set(cookie)
  takeAway(jar, csrfCookie())
  return new URL(response.headers.get('location') ?? '/', env().NEXTAUTH_URL)
}

/** The error of next-auth that an address of its own carries; null when it leads on. */
export function errorAt(address: URL): string | null {
  const own = address.origin === new URL(env().NEXTAUTH_URL).origin
  if (!own || !/^\/(?:api\/auth\/(?:error|signin)|sign-in)$/.test(address.pathname)) return null
  return address.searchParams.get('error') ?? 'SessionRequired'
}

/** The way back that next-auth keeps in a cookie during a provider's flow. A cookie that is no address is taken away. */
export async function rememberedThen(): Promise<string> {
  const jar = await cookies()
  const value = jar.get(callbackCookie())?.value
  if (value && !URL.canParse(value)) takeAway(jar, callbackCookie())
  return thenOfAddress(value)
}
