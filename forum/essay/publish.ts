import { change } from '@/forum/change'
import { enqueue } from '@/forum/job'
import { writeLog } from '@/forum/log/mutations'
import { Refusal } from '@/forum/refusal'
import type { Tx } from '@/lib/db'
import { newId } from '@/lib/id'
import { creditComments } from './credits'
import { readCurrent } from './current'
import type { Inheritance } from './inherit'
import { LONGEST_SECONDS } from './mutations'
import { findSuccession, type NextText, type Succession } from './succession'
import { wordingRow } from './wording-row'

/** How many old paragraphs met which fate; `added` counts new ones that come from none. */
export type FateCounts = Record<
  'kept' | 'edited' | 'moved' | 'split' | 'merged' | 'removed' | 'restored' | 'added',
  number
>

export type Published = FateCounts & { revision: number; changed: boolean }

export type Publication = NextText & {
  slug: string
  note?: string | undefined
  /** Null: the operator, by command. Nobody is asked then, and doubtful threads go where `align` puts them. */
  publishedById: string | null
  /** The revision the publisher had before them. */
  base?: number | undefined
  /** Comments the note thanks for. */
  credits?: readonly string[] | undefined
}

/**
 * Publishes the essay's next revision. The text is compared before the lock is taken, against the revision that was
 * current then; if another one was published in between, nothing happens. Who may publish is the caller's question.
 * @returns the revision's number and what became of the paragraphs; `changed` false when the text is the current one
 * @throws Refusal not-found, those of `blocksWithin`, undecided, revision-changed
 */
export async function publishRevision(given: Publication): Promise<Published> {
  const current = await readCurrent(given.slug)
  if (given.base !== undefined && given.base !== current.number) throw new Refusal('revision-changed')
  const succession = await findSuccession(current, given)
  if (!succession.changed) return { revision: current.number, changed: false, ...NONE, kept: current.paragraphs.length }
  if (given.publishedById !== null && succession.asks.length > 0)
    throw new Refusal('undecided', { facts: { count: succession.asks.length } })
  const counts = countFates(succession.inheritance)
  const number = current.number + 1
  const essayId = current.essay.id
  await change(
    async (tx, tell) => {
      await lockEssay(tx, essayId, current.number)
      const revisionId = await write(tx, succession, { ...given, number })
      await creditComments(tx, { revisionId, essayId, byId: given.publishedById, commentIds: given.credits ?? [] })
      await enqueue(tx, 'changed', { revisionId })
      if (given.publishedById !== null)
        await tx.revisionDraft.deleteMany({ where: { essayId, authorId: given.publishedById } })
      await writeLog(tx, {
        act: 'essay.publish',
        subject: given.slug,
        essayId,
        byId: given.publishedById,
        details: { revision: number, ...counts },
      })
      tell({ topic: 'essay.published', essayId })
    },
    { log: true, seconds: LONGEST_SECONDS },
  )
  return { revision: number, changed: true, ...counts }
}

/** One publisher at a time. NO KEY: people who post meanwhile, and with it refer to the essay, need not wait. */
async function lockEssay(tx: Tx, essayId: string, number: number) {
  await tx.$queryRaw`SELECT 1 FROM "Essay" WHERE "id" = ${essayId}::uuid FOR NO KEY UPDATE`
  const latest = await tx.revision.findFirstOrThrow({
    where: { essayId },
    orderBy: { number: 'desc' },
    select: { number: true },
  })
  if (latest.number !== number) throw new Refusal('revision-changed')
}

async function write(tx: Tx, succession: Succession, given: Publication & { number: number }): Promise<string> {
  const { blocks, inheritance, current, decided } = succession
  const essayId = current.essay.id
  const revisionId = newId()
  await tx.revision.create({
    data: {
      id: revisionId,
      essayId,
      number: given.number,
      note: given.note ?? null,
      source: given.source,
      format: given.format ?? 'text',
      publishedById: given.publishedById,
      restores: given.restores ?? null,
    },
    select: { id: true },
  })
  await tx.paragraph.createMany({ data: inheritance.created.map((id) => ({ id, essayId, createdInId: revisionId })) })
  await tx.paragraph.updateMany({ where: { id: { in: inheritance.retired } }, data: { retiredInId: revisionId } })
  await tx.paragraph.updateMany({ where: { id: { in: inheritance.restored } }, data: { retiredInId: null } })
  await tx.wording.createMany({
    data: blocks.map((block, index) => wordingRow(block, index, inheritance.ids[index] ?? '', revisionId)),
  })
  const decidedIds = new Set([...decided].map((from) => current.paragraphs[from]?.id))
  await tx.lineage.createMany({
    data: inheritance.lineage.map((row) => ({
      id: newId(),
      essayId,
      revisionId,
      ...row,
      decidedById: decidedIds.has(row.fromId) ? given.publishedById : null,
    })),
  })
  return revisionId
}

const NONE: FateCounts = { kept: 0, edited: 0, moved: 0, split: 0, merged: 0, removed: 0, restored: 0, added: 0 }

export function countFates({ fates, restored, created, lineage }: Inheritance): FateCounts {
  const counts = { ...NONE, restored: restored.length }
  for (const kind of fates) counts[kind]++
  const pieces = new Set(lineage.filter(({ kind }) => kind === 'split').map(({ toId }) => toId))
  counts.added = created.filter((id) => !pieces.has(id)).length
  return counts
}
