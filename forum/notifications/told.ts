import type { SignedIn } from '@/forum/viewer'
import { visibleComments } from '@/forum/visibility'
import type { Prisma } from '@/lib/db'

/**
 * What the viewer is told: decisions about their own words and about what they reported, and the rest unless its comment has
 * become invisible to them.
 */
export function told(viewer: SignedIn) {
  return {
    personId: viewer.id,
    OR: [{ kind: { in: ['decision', 'report'] } }, { comment: visibleComments(viewer) }],
  } satisfies Prisma.NotificationWhereInput
}

/** What news says of the comment it is about, in the page and by mail. */
export const TOLD_OF = {
  id: true,
  essayId: true,
  paragraphId: true,
  body: true,
  status: true,
  authorId: true,
  author: { select: { handle: true } },
  essay: { select: { title: true, slug: true } },
} satisfies Prisma.CommentSelect
