import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { db } from '@/lib/db'
import { logError } from '@/lib/log'

type Readiness = { ready: boolean; reason?: string }

/** Whether the forum can serve: the database answers, and has all migrations that this version came with. */
export async function readReadiness(): Promise<Readiness> {
  try {
    const rows = await db.$queryRaw<{ name: string; done: boolean }[]>`
      SELECT "migration_name" AS name, "finished_at" IS NOT NULL AS done FROM "_prisma_migrations"
      WHERE "rolled_back_at" IS NULL`
    if (rows.some(({ done }) => !done)) return { ready: false, reason: 'a migration is not finished' }
    const applied = new Set(rows.map(({ name }) => name))
    const missing = migrationsHere().filter((name) => !applied.has(name))
    if (missing.length > 0) return { ready: false, reason: `migrations are not applied: ${missing.join(', ')}` }
    await db.keptForm.findFirst({ select: { id: true } })
    return { ready: true }
  } catch (error) {
    logError('not ready', error)
    return { ready: false, reason: 'the database does not answer as it should; the log of the server says more' }
  }
}

/** The folder lies beside the build; where it does not, there is nothing to compare with. */
function migrationsHere(): string[] {
  try {
    const folder = join(/* turbopackIgnore: true */ process.cwd(), 'prisma/migrations')
    return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => (entry.isDirectory() ? [entry.name] : []))
  } catch {
    return []
  }
}
