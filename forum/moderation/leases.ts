import { allow } from '@/forum/policy'
import { Refusal } from '@/forum/refusal'
import type { Viewer } from '@/forum/viewer'
import { db, type Tx } from '@/lib/db'

/** Long enough to read a case and what led to it, short enough that a forgotten tab holds nobody up. */
export const LEASE_MS = 5 * 60 * 1000

/**
 * Says who is at work on a case, for five minutes from now. One's own lease is renewed and keeps its number. Somebody else's
 * is respected while it lasts; afterwards it is taken over only by saying so, under a higher number.
 * @throws Refusal not-found, suspended, case-closed, case-claimed
 */
export async function claimCase(
  viewer: Viewer,
  caseId: string,
  { takeOver = false }: { takeOver?: boolean } = {},
): Promise<{ fence: number; expiresAt: Date }> {
  allow('desk.enter', viewer)
  return db.$transaction(async (tx) => {
    await lockCase(tx, caseId)
    const item = await tx.case.findUnique({ where: { id: caseId }, select: { state: true, essayId: true } })
    if (!item) throw new Refusal('not-found')
    allow('essay.moderate', viewer, item)
    if (item.state !== 'open') throw await closedBy(tx, caseId)
    const lease = await tx.lease.findUnique({ where: { caseId }, select: LEASE })
    if (lease && lease.personId !== viewer.id && (isLive(lease) || !takeOver)) throw claimedBy(lease)
    if (lease?.personId === viewer.id) return renew(tx, caseId, viewer.id)
    return giveLease(tx, caseId, viewer.id)
  })
}

/** Under a new number, whoever had it before. The caller has asked whether that may be. */
export async function giveLease(tx: Tx, caseId: string, personId: string) {
  const { fence } = await tx.case.update({
    where: { id: caseId },
    data: { fence: { increment: 1 } },
    select: { fence: true },
  })
  const given = { personId, fence, expiresAt: new Date(Date.now() + LEASE_MS) }
  return tx.lease.upsert({
    where: { caseId },
    create: { caseId, ...given },
    update: given,
    select: { fence: true, expiresAt: true },
  })
}

/**
 * Whoever decides holds the case or nobody does: a lease of somebody else, also one that has run out, is never taken over in
 * passing; and a form made under an earlier lease of one's own decides nothing.
 * @throws Refusal case-claimed
 */
export async function requireLease(tx: Tx, caseId: string, personId: string, fence: number | undefined): Promise<void> {
  const lease = await tx.lease.findUnique({ where: { caseId }, select: LEASE })
  if (lease && lease.personId !== personId) throw claimedBy(lease)
  if (fence !== undefined && lease?.fence !== fence) throw new Refusal('case-changed')
}

export async function lockCase(tx: Tx, caseId: string): Promise<void> {
  await tx.$queryRaw`SELECT 1 FROM "Case" WHERE "id" = ${caseId}::uuid FOR UPDATE`
}

/** Who decided it and what, for whoever comes too late. */
export async function closedBy(tx: Tx, caseId: string): Promise<Refusal> {
  const last = await tx.decision.findFirst({
    where: { caseId },
    orderBy: { createdAt: 'desc' },
    select: { act: true, by: { select: { handle: true } } },
  })
  return new Refusal('case-closed', last ? { facts: { by: last.by.handle, act: last.act } } : {})
}

function renew(tx: Tx, caseId: string, personId: string) {
  return tx.lease.update({
    where: { caseId, personId },
    data: { expiresAt: new Date(Date.now() + LEASE_MS) },
    select: { fence: true, expiresAt: true },
  })
}

type LeaseRow = { personId: string; fence: number; expiresAt: Date; person: { handle: string } }

const LEASE = { personId: true, fence: true, expiresAt: true, person: { select: { handle: true } } } as const

const isLive = ({ expiresAt }: { expiresAt: Date }) => expiresAt.getTime() > Date.now()

function claimedBy(lease: LeaseRow): Refusal {
  return new Refusal('case-claimed', {
    facts: { by: lease.person.handle, until: lease.expiresAt.toISOString(), ...(isLive(lease) ? {} : { over: 1 }) },
  })
}
