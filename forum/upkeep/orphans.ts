import { db, Prisma } from '@/lib/db'

/** What foreign keys cannot say. Each query finds the rows that should not be, as `subject`. */
const CHECKS = {
  'replies whose place does not follow from what they answer': Prisma.sql`
    SELECT c."id"::text AS subject FROM "Comment" c JOIN "Comment" p ON p."id" = c."parentId"
    WHERE c."depth" <> p."depth" + 1 OR c."rootId" <> p."rootId" OR left(c."path", -5) <> p."path"`,
  'replies that answer nothing': Prisma.sql`
    SELECT c."id"::text AS subject FROM "Comment" c LEFT JOIN "Comment" p ON p."id" = c."parentId"
    WHERE c."parentId" IS NOT NULL AND p."id" IS NULL`,
  'comments whose next answer would take a place that is taken': Prisma.sql`
    SELECT p."id"::text AS subject FROM "Comment" p JOIN (
      SELECT "parentId", max(right("path", 5) COLLATE "C") AS last FROM "Comment"
      WHERE "parentId" IS NOT NULL GROUP BY "parentId"
    ) k ON k."parentId" = p."id"
    WHERE k.last > lpad(${base36('p."childSeq"')}, 5, '0') COLLATE "C"`,
  'paragraphs whose next comment would take a place that is taken': Prisma.sql`
    SELECT p."id"::text AS subject FROM "Paragraph" p JOIN (
      SELECT "paragraphId", max("path") AS last FROM "Comment" WHERE "depth" = 0 GROUP BY "paragraphId"
    ) k ON k."paragraphId" = p."id"
    WHERE k.last > lpad(${base36('p."rootSeq"')}, 5, '0') COLLATE "C"`,
  'comments that belong to another essay than their paragraph or revision': Prisma.sql`
    SELECT c."id"::text AS subject FROM "Comment" c
    JOIN "Paragraph" p ON p."id" = c."paragraphId" JOIN "Revision" r ON r."id" = c."revisionId"
    WHERE c."essayId" <> p."essayId" OR c."essayId" <> r."essayId"`,
  'votes, flags, cases or earlier wordings that belong to another essay than their comment': Prisma.sql`
    SELECT o."commentId"::text AS subject FROM (
      SELECT "commentId", "essayId" FROM "Vote" UNION ALL SELECT "commentId", "essayId" FROM "Flag"
      UNION ALL SELECT "commentId", "essayId" FROM "Case" UNION ALL SELECT "commentId", "essayId" FROM "CommentRevision"
    ) o LEFT JOIN "Comment" c ON c."id" = o."commentId"
    WHERE c."essayId" IS DISTINCT FROM o."essayId"`,
  'essays without a text': Prisma.sql`
    SELECT e."slug" AS subject FROM "Essay" e WHERE NOT EXISTS (
      SELECT 1 FROM "Revision" r JOIN "Wording" w ON w."revisionId" = r."id" WHERE r."essayId" = e."id")`,
  'paragraphs that are neither in the latest revision nor retired': Prisma.sql`
    SELECT p."id"::text AS subject FROM "Paragraph" p
    JOIN LATERAL (
      SELECT r."id" FROM "Revision" r WHERE r."essayId" = p."essayId" ORDER BY r."number" DESC LIMIT 1
    ) latest ON true
    LEFT JOIN "Wording" w ON w."paragraphId" = p."id" AND w."revisionId" = latest."id"
    WHERE (w."paragraphId" IS NULL) <> (p."retiredInId" IS NOT NULL)`,
  'comments and paragraphs that search does not know as they are': Prisma.sql`
    SELECT coalesce(c."id", s."commentId")::text AS subject
    FROM (SELECT * FROM "Comment" WHERE "status" IN ('published', 'held')) c
    FULL JOIN "CommentEntry" s ON s."commentId" = c."id"
    WHERE c."id" IS NULL OR s."commentId" IS NULL OR s."published" <> (c."status" = 'published')
      OR s."authorId" <> c."authorId" OR s."paragraphId" <> c."paragraphId" OR s."createdAt" <> c."createdAt"
    UNION ALL SELECT p."id"::text FROM "Paragraph" p LEFT JOIN "ParagraphEntry" s ON s."paragraphId" = p."id"
    WHERE s."paragraphId" IS NULL`,
} as const

export type OrphanCheck = keyof typeof CHECKS
export const ORPHAN_CHECKS = Object.keys(CHECKS) as OrphanCheck[]

/** How many rows a check finds, and one of them to look at. */
export async function findOrphans(check: OrphanCheck): Promise<{ found: number; example: string | null }> {
  const [row] = await db.$transaction(
    (tx) => tx.$queryRaw<{ found: number; example: string | null }[]>`
      SELECT count(*)::int AS found, min(o.subject) AS example FROM (${CHECKS[check]}) o`,
    { timeout: 1_800_000, maxWait: 30_000 },
  )
  return row ?? { found: 0, example: null }
}

/** A number as the five digits of a path's segment (forum/comments/path.ts), in SQL. */
function base36(column: string): Prisma.Sql {
  const digit = (power: number) =>
    `substr('0123456789abcdefghijklmnopqrstuvwxyz', (${column} / ${36 ** power}) % 36 + 1, 1)`
  return Prisma.raw(`(${[4, 3, 2, 1, 0].map(digit).join(' || ')})`)
}
