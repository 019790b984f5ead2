import type { Tx } from '@/lib/db'
import { keyedHash } from '@/lib/secret'

// The name of a deleted account stays taken: others answered to it and mention it, and whoever got it would be answered for
// it. Only its keyed hash is kept, from which nobody reads the name.

const hashOf = (handle: string) => keyedHash(`handle:${handle}`)

export async function retireHandle(tx: Tx, handle: string): Promise<void> {
  await tx.retiredHandle.createMany({ data: [{ handleHash: hashOf(handle) }], skipDuplicates: true })
}

export async function isRetired(tx: Pick<Tx, 'retiredHandle'>, handle: string): Promise<boolean> {
  return (await tx.retiredHandle.count({ where: { handleHash: hashOf(handle) } })) > 0
}
