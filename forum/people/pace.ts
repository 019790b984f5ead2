import { Refusal } from '@/forum/refusal'
import { countAgainst, type Limit } from '@/lib/limits'
import { hashSecret } from '@/lib/secret'

/** @throws Refusal too-fast */
export async function refuseTooFast(limit: Limit, key: string): Promise<void> {
  const wait = await countAgainst(limit, key)
  if (wait > 0) throw new Refusal('too-fast', { facts: { seconds: wait } })
}

/** An address as a key of a limit: hashed, since it is as long as people like, and the table of limits needs no addresses. */
export function addressKey(email: string): string {
  return hashSecret(email)
}
