import type { Prisma } from '@/lib/db'

/** The suspension that counts at this moment, the one that ends last first; part of a query for a person. */
export function activeSuspension() {
  const now = new Date()
  return {
    where: { kind: 'suspension', liftedAt: null, startsAt: { lte: now }, endsAt: { gt: now } },
    orderBy: { endsAt: 'desc' },
    take: 1,
    select: { endsAt: true, reason: true },
  } as const satisfies Prisma.Person$restrictionsArgs
}
