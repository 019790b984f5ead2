import { Refusal } from '@/forum/refusal'
import { db, sqlState, type Tx } from '@/lib/db'

/** A statement that takes longer is put aside: others wait for the same processors. */
const PATIENCE_MS = 3_000
const CANCELED = '57014'

/** Statements that look through an index of words, none of them for long. @throws Refusal search-too-long */
export async function inTime<T>(work: (tx: Tx) => Promise<T>, patience = PATIENCE_MS): Promise<T> {
  try {
    return await db.$transaction(async (tx) => {
      await tx.$executeRaw`SELECT set_config('statement_timeout', ${String(patience)}, true)`
      return work(tx)
    })
  } catch (error) {
    if (sqlState(error) === CANCELED) throw new Refusal('search-too-long')
    throw error
  }
}
