import { readTrust, type Trust } from '@/forum/people/trust'
import { db, Prisma } from '@/lib/db'
import { isGroundless, stands } from './standing-decisions'

/** What the level of trust adds to a report. */
const BY_TRUST = { 0: 0, 1: 0.5, 2: 1 } as const satisfies Record<Trust, number>
/** At most so much is added for reports that were right, and taken for those that were not. */
const MOST = 2
/** As if so many reports had gone neither way: the first outcomes say little about a person. */
const PRIOR = 3
/** Reports of so many days are looked at: people learn. */
const DAYS = 180

/**
 * How much a person's report weighs: 1 + trust + accuracy, never below 0.
 *
 * accuracy = 2 × (upheld − rejected) ÷ (upheld + rejected + 3), over the reports of 180 days that were decided: nobody's is
 * known at the beginning (0), nine that were upheld add 1.5, six that were rejected take 1.33, which leaves somebody new nothing.
 */
export async function weightOf(personId: string): Promise<number> {
  const [{ trust }, outcomes] = await Promise.all([readTrust(personId), readOutcomes(personId)])
  return weigh(trust, outcomes)
}

export function weigh(trust: Trust, { upheld, rejected }: { upheld: number; rejected: number }): number {
  const accuracy = (MOST * (upheld - rejected)) / (upheld + rejected + PRIOR)
  return Math.max(0, 1 + BY_TRUST[trust] + accuracy)
}

/** What became of the cases that a person's reports belong to: the last decision of each that stands. */
async function readOutcomes(personId: string) {
  const [row] = await db.$queryRaw<{ upheld: number; rejected: number }[]>(Prisma.sql`
    SELECT count(*) FILTER (WHERE NOT ${isGroundless('d')})::int AS "upheld",
      count(*) FILTER (WHERE ${isGroundless('d')})::int AS "rejected"
    FROM "Flag" f CROSS JOIN LATERAL (
      SELECT d."act" FROM "Decision" d WHERE d."caseId" = f."caseId" AND ${stands('d')} ORDER BY d."createdAt" DESC LIMIT 1
    ) d
    WHERE f."personId" = ${personId}::uuid AND f."createdAt" > now() - make_interval(days => ${DAYS}::int)`)
  return row ?? { upheld: 0, rejected: 0 }
}
