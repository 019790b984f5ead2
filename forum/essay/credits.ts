import { tellPeople } from '@/forum/notifications/mutations'
import { commonWords } from '@/forum/visibility'
import type { Tx } from '@/lib/db'

type Credit = { revisionId: string; essayId: string; byId: string | null; commentIds: readonly string[] }

/** "Changed after comments by …": thanks for comments of the essay that all its readers can read, and tells their authors. */
export async function creditComments(tx: Tx, { revisionId, essayId, byId, commentIds }: Credit): Promise<void> {
  if (commentIds.length === 0) return
  const comments = await tx.comment.findMany({
    where: { AND: [commonWords(), { id: { in: [...commentIds] }, essayId }] },
    select: { id: true, authorId: true },
  })
  await tx.revisionCredit.createMany({ data: comments.map(({ id }) => ({ revisionId, commentId: id })) })
  await tellPeople(
    tx,
    comments
      .filter(({ authorId }) => authorId !== byId)
      .map(({ id, authorId }) => ({ personId: authorId, essayId, kind: 'credit' as const, commentId: id })),
  )
}
