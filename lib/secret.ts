import { createHash, createHmac, randomBytes, timingSafeEqual } from 'node:crypto'
import { env } from './env'

/** 256 bits from the system's generator, base64url. */
export function newSecret(): string {
  return randomBytes(32).toString('base64url')
}

/** SHA-256, hex. Right for secrets of full entropy only; passwords go through lib/password. */
export function hashSecret(secret: string): string {
  return createHash('sha256').update(secret).digest('hex')
}

/** SHA-256 with the forum's own key, hex: for what can be guessed one by one (addresses, networks) and must not be. */
export function keyedHash(value: string): string {
  return createHmac('sha256', env().NEXTAUTH_SECRET).update(value).digest('hex')
}

export function sameHash(a: string, b: string): boolean {
  const left = Buffer.from(a)
  const right = Buffer.from(b)
  return left.length === right.length && timingSafeEqual(left, right)
}
