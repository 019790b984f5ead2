import { commonWordsSql } from '@/forum/visibility'
import { db } from '@/lib/db'

export type Creditable = { id: string; paragraphId: string; handle: string; body: string }

const EACH = 5

/** The comments of each paragraph that most people agreed with, as all readers of the essay can read them: whom a change may thank. */
export async function readCreditable(paragraphIds: readonly string[]): Promise<Map<string, Creditable[]>> {
  const found = new Map<string, Creditable[]>()
  if (paragraphIds.length === 0) return found
  const rows = await db.$queryRaw<Creditable[]>`
    SELECT c."id", c."paragraphId", p."handle", left(c."body", 200) AS body
    FROM unnest(${paragraphIds}::uuid[]) AS wanted("id") CROSS JOIN LATERAL (
      SELECT c.* FROM "Comment" c
      WHERE c."paragraphId" = wanted."id" AND c."depth" = 0
        AND ${commonWordsSql()}
      ORDER BY -c."score", c."id" LIMIT ${EACH}
    ) c JOIN "Person" p ON p."id" = c."authorId"`
  for (const row of rows) found.set(row.paragraphId, [...(found.get(row.paragraphId) ?? []), row])
  return found
}
