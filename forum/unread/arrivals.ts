import { Prisma, type Tx } from '@/lib/db'

/**
 * Notes that a comment has become readable. Under the lock that the paragraph's count was changed with: the moments of one
 * thread grow in the order of its commits, whatever the clock does, so that nobody who has seen up to one of them has
 * passed by a comment that was still being written.
 */
export async function recordArrival(
  tx: Tx,
  comment: { id: string; essayId: string; paragraphId: string },
): Promise<void> {
  await tx.$executeRaw(Prisma.sql`
    WITH p AS (
      UPDATE "Paragraph" SET "lastArrivalAt" = GREATEST(
        date_trunc('milliseconds', clock_timestamp()), "lastArrivalAt" + interval '1 millisecond')
      WHERE "id" = ${comment.paragraphId}::uuid RETURNING "lastArrivalAt" AS "at"
    )
    INSERT INTO "Arrival" ("commentId", "essayId", "paragraphId", "at")
    SELECT ${comment.id}::uuid, ${comment.essayId}::uuid, ${comment.paragraphId}::uuid, p."at" FROM p
    ON CONFLICT ("commentId") DO UPDATE SET "at" = EXCLUDED."at"`)
}

/** It is readable no longer; when it comes back it arrives anew. */
export async function forgetArrival(tx: Tx, commentId: string): Promise<void> {
  await tx.arrival.deleteMany({ where: { commentId } })
}
