import { env } from '@/lib/env'
import { hashSecret } from '@/lib/secret'

/** How next-auth stores the token of a magic link. */
export function magicLinkHash(token: string): string {
  return hashSecret(`${token}${env().NEXTAUTH_SECRET}`)
}
