import { db } from '@/lib/db'

const HOUR = 3_600_000

/** Direct updates of times, the only thing of a scenario that the forum's mutations cannot make. */
export async function setBack(essayId: string, comments: readonly { id: string; hoursAgo: number }[]): Promise<void> {
  if (comments.length === 0) return
  const now = Date.now()
  const ids = comments.map(({ id }) => id)
  const times = comments.map(({ hoursAgo }) => new Date(now - hoursAgo * HOUR))
  await db.$executeRaw`
    UPDATE "Comment" c SET "createdAt" = t."at"
    FROM unnest(${ids}::uuid[], ${times}::timestamptz[]) AS t("id", "at") WHERE c."id" = t."id"`
  await db.$executeRaw`
    UPDATE "Notification" n SET "createdAt" = c."createdAt"
    FROM "Comment" c WHERE c."id" = n."commentId" AND n."kind" = 'reply' AND c."id" = ANY (${ids}::uuid[])`
  await publishBefore(essayId, new Date(now - Math.max(...comments.map(({ hoursAgo }) => hoursAgo)) * HOUR))
}

/** An essay and its readers are there half a day before the first of them says something. */
async function publishBefore(essayId: string, first: Date): Promise<void> {
  const start = new Date(first.getTime() - 12 * HOUR)
  await db.revision.updateMany({
    where: { essayId, number: 1, publishedAt: { gt: start } },
    data: { publishedAt: start },
  })
  await db.essay.updateMany({ where: { id: essayId, createdAt: { gt: start } }, data: { createdAt: start } })
  await db.person.updateMany({
    where: { comments: { some: { essayId } }, createdAt: { gt: start } },
    data: { createdAt: start },
  })
}

/** Each flag a quarter of an hour after the comment or the flag before it, and never in the future. */
export async function setBackFlags(essayId: string): Promise<void> {
  await db.$executeRaw`
    UPDATE "Flag" f SET "createdAt" = least(f."createdAt", t."at") FROM (
      SELECT f."id", c."createdAt" + interval '15 minutes' * row_number() OVER (PARTITION BY f."commentId" ORDER BY f."id") AS "at"
      FROM "Flag" f JOIN "Comment" c ON c."id" = f."commentId"
      WHERE f."essayId" = ${essayId}::uuid AND c."clientId" LIKE 'seed-%'
    ) t WHERE t."id" = f."id"`
  await db.$executeRaw`
    UPDATE "Case" k SET "openedAt" = t."at" FROM (
      SELECT "caseId", min("createdAt") AS "at" FROM "Flag" WHERE "essayId" = ${essayId}::uuid GROUP BY "caseId"
    ) t WHERE t."caseId" = k."id" AND k."openedAt" > t."at"`
}
