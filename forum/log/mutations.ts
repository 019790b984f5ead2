import { Prisma, type Tx } from '@/lib/db'
import type { LogAct } from './acts'
import { GENESIS, hashEntry } from './hash'

/** Any number, the same in every process: writers of the log queue up behind it, so that the chain has no forks. */
const CHAIN_LOCK = 7_201_001

/** Adds an entry to the public log in the transaction of what it tells of. Reasons and details are public. */
export async function writeLog(
  tx: Tx,
  entry: {
    act: LogAct
    subject: string
    essayId?: string
    byId: string | null
    reason?: string
    details?: Record<string, string | number>
  },
): Promise<void> {
  await tx.$executeRaw(Prisma.sql`SELECT pg_advisory_xact_lock(${CHAIN_LOCK})`)
  const last = await tx.logEntry.findFirst({ orderBy: { seq: 'desc' }, select: { seq: true, hash: true } })
  const facts = {
    seq: (last?.seq ?? 0n) + 1n,
    at: new Date(),
    act: entry.act,
    essayId: entry.essayId ?? null,
    subject: entry.subject,
    byId: entry.byId,
    reason: entry.reason ?? null,
    details: entry.details ?? {},
    prevHash: last?.hash ?? GENESIS,
  }
  await tx.logEntry.create({ data: { ...facts, hash: hashEntry(facts) }, select: { seq: true } })
}
