import type { Tx } from '@/lib/db'

/**
 * Keeps the counts of published comments true when one appears (+1) or disappears (-1): of its parent's replies and of
 * its paragraph. Runs in the transaction of that change; parent before paragraph, as everywhere.
 */
export async function countPublished(tx: Tx, comment: { paragraphId: string; parentId: string | null }, by: 1 | -1) {
  if (comment.parentId)
    await tx.comment.update({
      where: { id: comment.parentId },
      data: { replyCount: { increment: by } },
      select: { id: true },
    })
  await tx.paragraph.update({
    where: { id: comment.paragraphId },
    data: { commentCount: { increment: by } },
    select: { id: true },
  })
}
