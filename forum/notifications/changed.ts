import { commonWordsSql } from '@/forum/visibility'
import { db, Prisma } from '@/lib/db'
import { tellPeople } from './mutations'

type Told = { personId: string; commentId: string; essayId: string }

/**
 * Those whose comments stand at paragraphs that the revision edited, divided, merged or took out: one notification per person
 * and revision (a unique key, so that the job may run twice), at their latest comment there. Not who published it, not who
 * muted the thread, and not who is thanked for that comment anyway.
 */
export async function tellOfChanges(revisionId: string): Promise<void> {
  const rows = await db.$queryRaw<Told[]>(Prisma.sql`
    SELECT DISTINCT ON (c."authorId") c."authorId" AS "personId", c."id" AS "commentId", c."essayId"
    FROM (SELECT DISTINCT "fromId" FROM "Lineage"
          WHERE "revisionId" = ${revisionId}::uuid AND "kind" IN ('edited', 'split', 'merged', 'removed')) l
    JOIN "Comment" c ON c."paragraphId" = l."fromId"
    JOIN "Revision" r ON r."id" = ${revisionId}::uuid
    WHERE ${commonWordsSql()} AND c."authorId" IS DISTINCT FROM r."publishedById"
      AND NOT EXISTS (SELECT 1 FROM "ThreadChoice" t
        WHERE t."personId" = c."authorId" AND t."paragraphId" = c."paragraphId" AND t."choice" = 'muted')
      AND NOT EXISTS (SELECT 1 FROM "RevisionCredit" k JOIN "Comment" m ON m."id" = k."commentId"
        WHERE k."revisionId" = r."id" AND m."authorId" = c."authorId")
    ORDER BY c."authorId", c."id" DESC`)
  for (let from = 0; from < rows.length; from += BATCH)
    await db.$transaction((tx) =>
      tellPeople(
        tx,
        rows.slice(from, from + BATCH).map((row) => ({ ...row, kind: 'changed' as const, revisionId })),
      ),
    )
}

const BATCH = 500
