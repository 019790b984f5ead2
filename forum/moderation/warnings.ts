import { allow } from '@/forum/policy'
import { Refusal } from '@/forum/refusal'
import type { Viewer } from '@/forum/viewer'
import { db } from '@/lib/db'

/** Whoever was warned says that they have read it before they write again. @throws Refusal warning-unread */
export async function refuseUnreadWarning(personId: string): Promise<void> {
  const warning = await db.warning.findFirst({
    where: { personId, acknowledgedAt: null },
    select: { decision: { select: { reason: true } } },
  })
  if (warning) throw new Refusal('warning-unread', { facts: { reason: warning.decision.reason } })
}

/** Also while suspended. Twice is once. @throws Refusal not-found, sign-in-required */
export async function acknowledgeWarning(viewer: Viewer, decisionId: string): Promise<void> {
  allow('self.change', viewer)
  const own = await db.warning.findFirst({ where: { decisionId, personId: viewer.id }, select: { decisionId: true } })
  if (!own) throw new Refusal('not-found')
  await db.warning.updateMany({ where: { decisionId, acknowledgedAt: null }, data: { acknowledgedAt: new Date() } })
}
