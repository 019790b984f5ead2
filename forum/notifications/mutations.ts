import { enqueue } from '@/forum/job'
import { allow } from '@/forum/policy'
import type { Viewer } from '@/forum/viewer'
import { db, type Prisma, type Tx } from '@/lib/db'
import { newId } from '@/lib/id'
import { whoIgnores } from './ignored'
import type { MarkRead } from './input'
import { told } from './told'

type Row = Omit<Prisma.NotificationCreateManyInput, 'id' | 'mail'>

/**
 * The rows in the page, and for each person a job that looks whether a mail is due. Those who can be many are found by the
 * job of every five minutes.
 */
export async function tellPeople(tx: Tx, rows: readonly Row[]): Promise<void> {
  if (rows.length === 0) return
  await tx.notification.createMany({
    data: rows.map((row) => ({ ...row, id: newId(), mail: true })),
    skipDuplicates: true,
  })
  const soon = rows.filter(({ kind }) => !MANY.has(kind))
  for (const personId of new Set(soon.map((row) => row.personId)))
    await enqueue(tx, 'mail', { personId }, { key: `mail:${personId}`, joins: true })
}

const MANY = new Set<Row['kind']>(['watched', 'changed', 'report'])

type Posted = {
  commentId: string
  thread: { id: string; essayId: string }
  byId: string
  /** Whose comment it answers. */
  to: string | undefined
  mentioned: readonly string[]
  /** It was let through: some may have been told of it before. */
  isAgain?: boolean
}

/** A thread or an essay may have many who watch it; beyond these the page tells, not a notification each. */
const MOST_WATCHERS = 1_000

/**
 * Everybody who wants to hear of a new comment, each once: as the one who is answered, else as one who is named, else as one
 * who watches the thread or the whole essay. Not its author, and nobody who muted the thread or its author.
 */
export async function notifyPosted(tx: Tx, { commentId, thread, byId, to, mentioned, isAgain }: Posted): Promise<void> {
  const watching = { take: MOST_WATCHERS, select: { personId: true } }
  const ofThread = await tx.threadChoice.findMany({
    where: { paragraphId: thread.id, choice: 'watched' },
    ...watching,
  })
  const ofEssay = await tx.essayWatch.findMany({ where: { essayId: thread.essayId }, ...watching })
  const kinds = new Map<string, 'reply' | 'mention' | 'watched'>(
    [...ofThread, ...ofEssay].map(({ personId }) => [personId, 'watched']),
  )
  for (const personId of mentioned) kinds.set(personId, 'mention')
  if (to !== undefined) kinds.set(to, 'reply')
  for (const personId of await notToTell(tx, { byId, paragraphId: thread.id }, [...kinds.keys()]))
    kinds.delete(personId)
  const toldBefore = isAgain
    ? await tx.notification.findMany({ where: { commentId, decisionId: null }, select: { personId: true } })
    : []
  for (const { personId } of toldBefore) kinds.delete(personId)
  await tellPeople(
    tx,
    [...kinds].map(([personId, kind]) => ({ personId, essayId: thread.essayId, kind, commentId })),
  )
}

/** Of these people whoever wrote it, muted the thread, or muted or blocked the one who wrote it. */
async function notToTell(tx: Tx, by: { byId: string; paragraphId: string }, personIds: readonly string[]) {
  const muted = await tx.threadChoice.findMany({
    where: { paragraphId: by.paragraphId, choice: 'muted', personId: { in: [...personIds] } },
    select: { personId: true },
  })
  return [by.byId, ...muted.map(({ personId }) => personId), ...(await whoIgnores(tx, by.byId, personIds))]
}

/** Those whom an edit names for the first time, unless the comment told them of itself before. */
export async function notifyNewlyMentioned(tx: Tx, edited: Omit<Posted, 'to'>): Promise<void> {
  const earlier = await tx.notification.findMany({
    where: { commentId: edited.commentId, personId: { in: [...edited.mentioned] } },
    select: { personId: true },
  })
  const told = new Set([
    ...earlier.map(({ personId }) => personId),
    ...(await notToTell(tx, { byId: edited.byId, paragraphId: edited.thread.id }, edited.mentioned)),
  ])
  const rows = edited.mentioned.filter((personId) => !told.has(personId))
  await tellPeople(
    tx,
    rows.map((personId) => ({
      personId,
      essayId: edited.thread.essayId,
      kind: 'mention' as const,
      commentId: edited.commentId,
    })),
  )
}

/** The statement of reasons: the author of a comment learns what was decided about it and why. */
export async function notifyDecision(tx: Tx, decision: { id: string; essayId: string; commentId: string; to: string }) {
  await tellPeople(tx, [
    {
      personId: decision.to,
      essayId: decision.essayId,
      kind: 'decision',
      commentId: decision.commentId,
      decisionId: decision.id,
    },
  ])
}

/**
 * Whoever reported the comment learns that it was decided about; what came of it, the page of their report says. Not the one
 * who decided.
 */
export async function notifyReporters(
  tx: Tx,
  { caseId, essayId, commentId, byId }: { caseId: string; essayId: string; commentId: string; byId: string },
): Promise<void> {
  const flags = await tx.flag.findMany({ where: { caseId, personId: { not: byId } }, select: { personId: true } })
  await tellPeople(
    tx,
    flags.map(({ personId }) => ({ personId, essayId, kind: 'report' as const, commentId })),
  )
}

/** Everything the viewer could read up to there. A reply that they cannot see is new when it comes back. */
export async function markAllRead(viewer: Viewer, { upTo }: MarkRead) {
  allow('self.change', viewer)
  await db.notification.updateMany({
    where: { ...told(viewer), id: { lte: upTo }, readAt: null },
    data: { readAt: new Date() },
  })
}
