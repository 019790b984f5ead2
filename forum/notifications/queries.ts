import { allow } from '@/forum/policy'
import type { Viewer } from '@/forum/viewer'
import { mayReadWords } from '@/forum/visibility'
import { db } from '@/lib/db'
import { TOLD_OF, told } from './told'

const PAGE = 30

/** What the viewer was told, newest first. */
export async function readNotifications(viewer: Viewer, before?: string) {
  allow('self.read', viewer)
  const rows = await db.notification.findMany({
    where: { ...told(viewer), ...(before ? { id: { lt: before } } : {}) },
    orderBy: { id: 'desc' },
    take: PAGE + 1,
    select: {
      id: true,
      kind: true,
      createdAt: true,
      readAt: true,
      comment: { select: TOLD_OF },
      decision: { select: { id: true, act: true, reason: true } },
    },
  })
  const items = rows.slice(0, PAGE).map(({ comment, ...row }) => {
    const readable = mayReadWords(viewer, comment)
    return {
      ...row,
      comment: {
        id: comment.id,
        paragraphId: comment.paragraphId,
        status: comment.status,
        body: readable ? comment.body : null,
        by: readable ? comment.author.handle : null,
      },
      essay: comment.essay,
    }
  })
  return { items, before: rows.length > PAGE ? (items.at(-1)?.id ?? null) : null }
}

/** How many the viewer has not opened yet; counted to a hundred, shown as "99+". */
export async function countUnread(viewer: Viewer): Promise<number> {
  if (viewer.role === 'guest') return 0
  const rows = await db.notification.findMany({
    where: { ...told(viewer), readAt: null },
    select: { id: true },
    take: 100,
  })
  return rows.length
}
