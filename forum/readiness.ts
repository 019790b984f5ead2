import { db } from '@/lib/db'
import { logError } from '@/lib/log'

/** Whether the forum can serve: the database answers and no migration stands half done. */
export async function readReadiness(): Promise<{ ready: boolean; reason?: string }> {
  try {
    const unfinished = await db.$queryRaw<{ name: string }[]>`
      SELECT "migration_name" AS name FROM "_prisma_migrations" WHERE "finished_at" IS NULL AND "rolled_back_at" IS NULL`
    if (unfinished.length > 0) return { ready: false, reason: 'a migration is not finished' }
    await db.keptForm.findFirst({ select: { id: true } })
    return { ready: true }
  } catch (error) {
    logError('not ready', error)
    return { ready: false, reason: 'the database does not answer' }
  }
}
