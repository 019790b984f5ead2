import { writeLog } from '@/forum/log/mutations'
import type { Tx } from '@/lib/db'

type Suspension = { id: string; personId: string; reason: string; startsAt: Date; endsAt: Date; byId: string }

/** The row that counts until its end, and its entry in the log; by itself or as what a decision does. */
export async function imposeSuspension(tx: Tx, suspension: Suspension): Promise<void> {
  const { personId, reason, endsAt, byId } = suspension
  await tx.restriction.create({ data: { ...suspension, kind: 'suspension' }, select: { id: true } })
  await writeLog(tx, {
    act: 'person.suspend',
    subject: personId,
    byId,
    reason,
    details: { until: endsAt.toISOString() },
  })
}
