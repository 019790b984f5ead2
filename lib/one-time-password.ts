import { Secret, TOTP } from 'otpauth'

// RFC 6238 as every app knows it: SHA-1, six digits, thirty seconds.
const SHAPE = { algorithm: 'SHA1', digits: 6, period: 30 } as const
/** 160 bits, the length of the hash. */
const SECRET_BYTES = 20
/** Clocks differ, and typing takes time: one step to either side. */
const WINDOW = 1

export const newOneTimeSecret = (): string => new Secret({ size: SECRET_BYTES }).base32

/** What an app reads from the square: whose it is and for which forum. */
export function oneTimeAddress(secret: string, forum: string, handle: string): string {
  return new TOTP({ ...SHAPE, secret: Secret.fromBase32(secret), issuer: forum, label: handle }).toString()
}

/** @returns the time step that the code is of, or null when it is of none near `at`, in milliseconds. */
export function stepOfCode(secret: string, code: string, at = Date.now()): number | null {
  const totp = new TOTP({ ...SHAPE, secret: Secret.fromBase32(secret) })
  const delta = totp.validate({ token: code, timestamp: at, window: WINDOW })
  return delta === null ? null : TOTP.counter({ period: SHAPE.period, timestamp: at }) + delta
}

/** The code of a moment, as an app shows it. */
export function codeAt(secret: string, at = Date.now()): string {
  return new TOTP({ ...SHAPE, secret: Secret.fromBase32(secret) }).generate({ timestamp: at })
}
