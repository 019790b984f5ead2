import { env } from '@/lib/env'

export const secure = () => env().NEXTAUTH_URL.startsWith('https://')

/** `__Host-`: set over HTTPS by this very host for all of it, so that no neighbouring name can put its own in place of it. */
export const cookieName = (name: string) => `${secure() ? '__Host-' : ''}${name}`

/** What each cookie of ours is set with. */
export const ownCookie = () => ({ httpOnly: true, sameSite: 'lax', secure: secure(), path: '/' }) as const

/** Of `cookies()` and of a response. */
type Jar = { set: (name: string, value: string, options: ReturnType<typeof ownCookie> & { maxAge: number }) => unknown }

/**
 * Takes a cookie away from the browser. Not `delete()`, which forgets `Secure`: without it browsers ignore whatever is said
 * about a name that begins with __Secure- or __Host-.
 */
export function takeAway(jar: Jar, name: string): void {
  jar.set(name, '', { ...ownCookie(), maxAge: 0 })
}
