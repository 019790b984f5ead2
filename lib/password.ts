import { hash, verify } from '@node-rs/argon2'

// argon2id with OWASP's first choice (19 MiB, 2 passes, 1 lane); the library's default algorithm is argon2id.
const COST = { memoryCost: 19_456, timeCost: 2, parallelism: 1 }

export function hashPassword(password: string): Promise<string> {
  return hash(password.normalize('NFC'), COST)
}

let nobody: Promise<string> | undefined

/** Takes as long for an account that does not exist (`stored` null) as for one that does. */
export async function passwordMatches(stored: string | null, password: string): Promise<boolean> {
  nobody ??= hashPassword('no such account')
  const right = await verify(stored ?? (await nobody), password.normalize('NFC'))
  return right && stored !== null
}
