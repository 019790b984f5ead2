import type { Viewer } from '@/forum/viewer'
import { commonWords, visibleComments } from '@/forum/visibility'
import { db } from '@/lib/db'
import { readComment } from './queries'
import type { CommentView } from './view'

/** The comment above the others of a thread, as everybody reads it; none when it is not public any more. */
export async function readPinned(viewer: Viewer, paragraphId: string): Promise<CommentView | null> {
  const pin = await db.pin.findFirst({
    where: { paragraphId, comment: { AND: [visibleComments(viewer), commonWords()] } },
    select: { commentId: true },
  })
  return pin && readComment(viewer, pin.commentId)
}
