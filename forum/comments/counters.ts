import { forgetArrival, recordArrival } from '@/forum/unread/arrivals'
import type { Tx } from '@/lib/db'

/** What is left of a comment for everybody: its words, its place, or nothing. */
export type Shown = 'words' | 'place' | 'nothing'

type Counted = {
  status: 'published' | 'held' | 'removed' | 'deleted'
  replyCount: number
  placeCount: number
}

/** A deleted comment keeps its place as long as something below it is shown. */
export function shownOf(comment: Counted): Shown {
  if (comment.status === 'published') return 'words'
  if (comment.status === 'removed') return 'place'
  return comment.status === 'deleted' && comment.replyCount + comment.placeCount > 0 ? 'place' : 'nothing'
}

/**
 * Keeps the counts above a comment true when what is shown of it changes: of its parent, further up where the place of a
 * deleted comment comes or goes with it, and of its paragraph, where its arrival is noted. In the transaction of that
 * change; from leaf to root to paragraph, as everywhere.
 * @returns the paragraph as it is under its lock
 */
export async function countShown(
  tx: Tx,
  comment: { id: string; essayId: string; paragraphId: string; parentId: string | null },
  from: Shown,
  to: Shown,
): Promise<{ retiredInId: string | null }> {
  let change = { id: comment.parentId, from, to }
  while (change.id && change.from !== change.to) change = await countBelow(tx, change.id, change.from, change.to)
  const words = step('words', from, to)
  const paragraph = await tx.paragraph.update({
    where: { id: comment.paragraphId },
    data: { commentCount: { increment: words } },
    select: { retiredInId: true },
  })
  if (words === 1) await recordArrival(tx, comment)
  if (words === -1) await forgetArrival(tx, comment.id)
  return paragraph
}

/** @returns what changes with it for the comment above */
async function countBelow(tx: Tx, id: string, from: Shown, to: Shown) {
  const [words, places] = [step('words', from, to), step('place', from, to)]
  const now = await tx.comment.update({
    where: { id },
    data: { replyCount: { increment: words }, placeCount: { increment: places } },
    select: { parentId: true, status: true, replyCount: true, placeCount: true },
  })
  const before = { ...now, replyCount: now.replyCount - words, placeCount: now.placeCount - places }
  return { id: now.parentId, from: shownOf(before), to: shownOf(now) }
}

const step = (what: Shown, from: Shown, to: Shown) => Number(to === what) - Number(from === what)
