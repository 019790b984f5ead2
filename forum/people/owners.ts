import type { Tx } from '@/lib/db'

/**
 * Two owners who step down at the same moment: the second waits here and finds themselves the last. NO KEY: whoever
 * suspends somebody meanwhile refers to the owner who does it, holding the lock this one waits for next.
 */
export async function lockOwners(tx: Tx) {
  return tx.$queryRaw<
    { id: string }[]
  >`SELECT "id" FROM "Person" WHERE "role" = 'owner' ORDER BY "id" FOR NO KEY UPDATE`
}
