import { writeLog } from '@/forum/log/mutations'
import { readSetting } from '@/forum/settings/settings'
import type { Tx } from '@/lib/db'
import { openCase } from './cases'
import { holdComment, releaseHeld } from './holding'

/** So long the words stay hidden before their author may bring them back: nobody mends in anger. */
export const BRING_BACK_MS = 10 * 60 * 1000
/** However much one report weighs, one reader alone hides nothing. */
const LEAST_READERS = 2

type Shown = Parameters<typeof holdComment>[1] & { essayId: string }

/**
 * Hides a comment until a moderator has looked, when the reports of its open case weigh enough. Under the comment's lock.
 * @returns whether it did
 */
export async function hideWhenHeavy(tx: Tx, comment: Shown, caseId: string): Promise<boolean> {
  if (comment.status !== 'published') return false
  const { hideAt } = await readSetting('flags', tx)
  const reports = await tx.caseReason.aggregate({
    where: { caseId, source: 'flag' },
    _sum: { points: true },
    _count: true,
  })
  const weight = reports._sum.points ?? 0
  if (hideAt === null || weight < hideAt || reports._count < LEAST_READERS) return false
  await holdComment(tx, comment)
  const { broughtBackAt } = await tx.hiding.upsert({
    where: { commentId: comment.id },
    create: { commentId: comment.id, essayId: comment.essayId },
    update: { at: new Date() },
    select: { broughtBackAt: true },
  })
  await writeLog(tx, {
    act: 'comment.hide',
    subject: comment.id,
    essayId: comment.essayId,
    byId: null,
    details: { readers: reports._count, weight: Math.round(weight * 100) / 100, again: broughtBackAt ? 1 : 0 },
  })
  return true
}

/**
 * The author has edited what readers' reports hid: it is back, once. The case stays with the moderators, and says so. Under
 * the comment's lock; nothing happens to what was held for another reason, hidden a second time, or hidden just now.
 * @returns whether it is back
 */
export async function bringBack(tx: Tx, comment: Shown): Promise<boolean> {
  if (comment.status !== 'held') return false
  const back = await tx.hiding.updateMany({
    where: { commentId: comment.id, broughtBackAt: null, at: { lte: new Date(Date.now() - BRING_BACK_MS) } },
    data: { broughtBackAt: new Date() },
  })
  if (back.count === 0) return false
  await releaseHeld(tx, comment)
  await openCase(tx, { comment, reasons: [{ source: 'author', code: 'brought-back', points: 0 }] })
  await writeLog(tx, { act: 'comment.bring-back', subject: comment.id, essayId: comment.essayId, byId: null })
  return true
}
