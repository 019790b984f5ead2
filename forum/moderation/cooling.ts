import { change } from '@/forum/change'
import { closedTo } from '@/forum/essay/closed'
import { SLOW, slowNow } from '@/forum/essay/slow'
import { enqueue } from '@/forum/job'
import { writeLog } from '@/forum/log/mutations'
import { allow } from '@/forum/policy'
import { Refusal } from '@/forum/refusal'
import type { Viewer } from '@/forum/viewer'
import { visibleEssays } from '@/forum/visibility'
import { db, type Tx } from '@/lib/db'
import type { CoolThread } from './input'

const DAY_MS = 86_400_000

/** Readers pause; the reason stands where they would write. */
export async function lockThread(tx: Tx, id: string, reason: string): Promise<void> {
  await tx.paragraph.update({
    where: { id },
    data: { lockedAt: new Date(), lockNote: reason },
    select: { id: true },
  })
}

/** From now on everybody writes there once in so many seconds, for so many days. The pages that say so are drawn again at its end. */
export async function slowThread(
  tx: Tx,
  { id, seconds, days, reason }: { id: string; seconds: number; days: number; reason: string },
): Promise<void> {
  const until = new Date(Date.now() + days * DAY_MS)
  await tx.paragraph.update({
    where: { id },
    data: { slowSeconds: seconds, slowUntil: until, slowNote: reason },
    select: { id: true },
  })
  await enqueue(tx, 'thread.cooled', { paragraphId: id }, { at: until })
}

const AS_IT_WAS = { lockedAt: null, lockNote: null, slowSeconds: null, slowUntil: null, slowNote: null } as const

/** A discussion as those see it who may cool it. @throws Refusal not-found, sign-in-required, suspended */
export async function readCooling(viewer: Viewer, paragraphId: string) {
  const { lockedAt, lockNote, authors: _, ...paragraph } = await findThread(viewer, paragraphId)
  return { id: paragraph.id, locked: lockedAt !== null, lockNote, slow: slowNow(paragraph) }
}

/**
 * Slows a discussion, closes it, or takes both back. Nothing waits and nobody is told: the reason stands in the discussion and
 * in the log, and the next such act makes good for this one. @throws Refusal not-found, sign-in-required, suspended
 */
export async function coolThread(viewer: Viewer, given: CoolThread): Promise<void> {
  const { paragraphId: id, act, slowSeconds: seconds, slowDays: days, reason } = given
  const { essayId, authors } = await findThread(viewer, id)
  allow('thread.cool', viewer, { essayId, authorIds: authors })
  await change(
    async (tx, tell) => {
      if (act === 'lock') await lockThread(tx, id, reason)
      else if (act === 'slow') await slowThread(tx, { id, seconds, days, reason })
      else await tx.paragraph.update({ where: { id }, data: AS_IT_WAS, select: { id: true } })
      const details = act === 'slow' ? { details: { seconds, days } } : {}
      await writeLog(tx, { act: `paragraph.${act}`, subject: id, essayId, byId: viewer.id, reason, ...details })
      tell({ topic: 'essay.published', essayId })
    },
    { log: true },
  )
}

/** Expires the pages of a discussion whose slow mode is over; one that was slowed again since has a later job. */
export async function tellCooled(paragraphId: string): Promise<void> {
  const found = await db.paragraph.findUnique({ where: { id: paragraphId }, select: { essayId: true, ...SLOW } })
  if (!found || slowNow(found)) return
  await change(async (_, tell) => tell({ topic: 'essay.published', essayId: found.essayId }))
}

async function findThread(viewer: Viewer, id: string) {
  const found = await db.paragraph.findFirst({
    where: { id, essay: visibleEssays(viewer) },
    select: {
      id: true,
      essayId: true,
      retiredInId: true,
      lockedAt: true,
      lockNote: true,
      ...SLOW,
      essay: { select: { authors: { select: { personId: true } } } },
    },
  })
  if (!found) throw await closedTo(viewer, { paragraphs: { some: { id } } })
  const { essay, retiredInId, ...thread } = found
  const authors = essay.authors.map(({ personId }) => personId)
  allow('thread.cool', viewer, { essayId: found.essayId, authorIds: authors })
  // What left the text can be read and not written to: there is nothing to cool.
  if (retiredInId !== null) throw new Refusal('not-found')
  return { ...thread, authors }
}
