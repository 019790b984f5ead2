import { GUEST } from '@/forum/viewer'
import { readableComments } from '@/forum/visibility'
import { db } from '@/lib/db'
import { readComment } from './queries'
import type { CommentView } from './view'

/** The comment above the others of a thread, as everybody reads it; none when it is not public any more. */
export async function readPinned(paragraphId: string): Promise<CommentView | null> {
  const pin = await db.pin.findFirst({
    where: { paragraphId, comment: readableComments(GUEST) },
    select: { commentId: true },
  })
  return pin && readComment(GUEST, pin.commentId)
}
