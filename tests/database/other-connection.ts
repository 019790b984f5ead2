import pg from 'pg'
import { vi } from 'vitest'
import { db } from '@/lib/db'

/** Somebody else at the database, for what happens between two steps of ours. */
export async function withOther(act: (other: pg.Client) => Promise<void>): Promise<void> {
  const other = new pg.Client({ connectionString: process.env.DATABASE_URL })
  await other.connect()
  try {
    await act(other)
  } finally {
    await other.end()
  }
}

/** Until one of our transactions waits for a lock that somebody else holds. */
export async function untilOneWaits(): Promise<void> {
  await vi.waitUntil(
    async () => {
      const [row] = await db.$queryRaw<{ waiting: number }[]>`
        SELECT count(*)::int AS waiting FROM pg_stat_activity
        WHERE datname = current_database() AND wait_event_type = 'Lock'`
      return (row?.waiting ?? 0) > 0
    },
    { timeout: 20_000 },
  )
}
