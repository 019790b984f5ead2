import { createHash } from 'node:crypto'
import { db } from '@/lib/db'
import { env } from '@/lib/env'
import { GENESIS, hashEntry } from './hash'

const PAGE = 50

/**
 * The public log, newest first. Those who acted stand under a pseudonym that stays the same for one person and cannot be
 * traced back without the forum's secret.
 */
export async function readLog(before?: bigint) {
  const rows = await db.logEntry.findMany({
    where: before === undefined ? {} : { seq: { lt: before } },
    orderBy: { seq: 'desc' },
    take: PAGE + 1,
  })
  const entries = rows.slice(0, PAGE).map(({ byId, prevHash: _, ...entry }) => ({
    ...entry,
    seq: Number(entry.seq),
    at: entry.at.toISOString(),
    by: byId === null ? null : pseudonym(byId),
  }))
  return { entries, before: rows.length > PAGE ? (entries.at(-1)?.seq ?? null) : null }
}

function pseudonym(personId: string): string {
  return createHash('sha256').update(`${env().NEXTAUTH_SECRET}:log:${personId}`).digest('hex').slice(0, 4)
}

/**
 * Walks the whole chain in pages.
 * @returns the number of entries, and the first one that does not fit: changed, missing before it, or out of order.
 */
export async function verifyLog(): Promise<{ entries: number; brokenAt: number | null }> {
  let seq = 0n
  let prevHash = GENESIS
  for (;;) {
    const rows = await db.logEntry.findMany({ where: { seq: { gt: seq } }, orderBy: { seq: 'asc' }, take: 1000 })
    for (const row of rows) {
      const fits = row.seq === seq + 1n && row.prevHash === prevHash && row.hash === hashEntry(row)
      if (!fits) return { entries: Number(seq), brokenAt: Number(row.seq) }
      seq = row.seq
      prevHash = row.hash
    }
    if (rows.length < 1000) return { entries: Number(seq), brokenAt: null }
  }
}
