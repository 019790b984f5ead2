import type { Prisma } from '@/lib/db'

/** The restrictions of a kind that count at this moment. */
export function countsNow(kind: 'suspension' | 'approval') {
  const now = new Date()
  return { kind, liftedAt: null, startsAt: { lte: now }, endsAt: { gt: now } } satisfies Prisma.RestrictionWhereInput
}

/** The suspension that counts at this moment, the one that ends last first; part of a query for a person. */
export function activeSuspension() {
  return {
    where: countsNow('suspension'),
    orderBy: { endsAt: 'desc' },
    take: 1,
    select: { endsAt: true, reason: true },
  } as const satisfies Prisma.Person$restrictionsArgs
}
