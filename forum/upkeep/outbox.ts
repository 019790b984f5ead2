import { db } from '@/lib/db'

/** Whoever acts on the outbox has long done so; a copy of the forum that was away this long reads everything anew. */
const KEPT_DAYS = 7

/** @returns how many rows went */
export async function pruneOutbox(): Promise<number> {
  const { count } = await db.outbox.deleteMany({
    where: { createdAt: { lt: new Date(Date.now() - KEPT_DAYS * 86_400_000) } },
  })
  return count
}
