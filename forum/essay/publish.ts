import { change } from '@/forum/change'
import { writeLog } from '@/forum/log/mutations'
import { Refusal } from '@/forum/refusal'
import { db, type Tx } from '@/lib/db'
import { newId } from '@/lib/id'
import { align } from './align'
import { type Inheritance, inherit } from './inherit'
import { PARAGRAPHS_MAX } from './input'
import { LONGEST_SECONDS } from './mutations'
import { type Block, splitText } from './split-text'
import { hashWording } from './wording-hash'

/** How many old paragraphs met which fate; `added` counts new ones that come from none. */
export type Fates = Record<'kept' | 'edited' | 'moved' | 'split' | 'merged' | 'removed' | 'restored' | 'added', number>

export type Published = Fates & { revision: number; changed: boolean }

/**
 * Publishes the essay's next revision. The text is compared before the lock is taken, against the revision that was
 * current then; if another one was published in between, nothing happens. Who may publish is the caller's question.
 * @returns the revision's number and what became of the paragraphs; `changed` false when the text is the current one
 * @throws Refusal not-found, bad-input (field `text`), revision-changed
 */
export async function publishRevision(given: {
  slug: string
  text: string
  note?: string
  publishedById: string | null
}): Promise<Published> {
  const current = await readCurrent(given.slug)
  const blocks = splitText(given.text)
  if (blocks.length === 0 || blocks.length > PARAGRAPHS_MAX)
    throw new Refusal('bad-input', { field: 'text', facts: { paragraphs: blocks.length, most: PARAGRAPHS_MAX } })
  if (reads(current.wordings, blocks)) return { revision: current.number, changed: false, ...NONE, kept: blocks.length }

  const alignment = align(
    current.wordings.map(({ text }) => text),
    blocks.map(({ text }) => text),
  )
  const returning = await findReturning(current.essayId, alignment.inserted, blocks)
  const inheritance = inherit(
    current.wordings.map(({ paragraphId, text }) => ({ id: paragraphId, length: text.length })),
    blocks.length,
    alignment,
    returning,
    newId,
  )
  const fates = countFates(inheritance)
  const number = current.number + 1
  await change(
    async (tx, tell) => {
      await lockEssay(tx, current)
      await write(tx, { current, number, note: given.note, blocks, inheritance })
      await writeLog(tx, {
        act: 'essay.publish',
        subject: given.slug,
        essayId: current.essayId,
        byId: given.publishedById,
        details: { revision: number, ...fates },
      })
      tell({ topic: 'essay.published', essayId: current.essayId })
    },
    { log: true, seconds: LONGEST_SECONDS },
  )
  return { revision: number, changed: true, ...fates }
}

type Current = Awaited<ReturnType<typeof readCurrent>>

async function readCurrent(slug: string) {
  const revision = await db.revision.findFirst({
    where: { essay: { slug } },
    orderBy: { number: 'desc' },
    select: {
      number: true,
      essayId: true,
      wordings: { orderBy: { ordinal: 'asc' }, select: { paragraphId: true, text: true, kind: true } },
    },
  })
  if (!revision) throw new Refusal('not-found')
  return revision
}

function reads(wordings: readonly { text: string; kind: string }[], blocks: readonly Block[]): boolean {
  if (wordings.length !== blocks.length) return false
  return wordings.every(({ text, kind }, index) => blocks[index]?.text === text && blocks[index]?.kind === kind)
}

/** One publisher at a time. NO KEY: people who post meanwhile, and with it refer to the essay, need not wait. */
async function lockEssay(tx: Tx, current: Current) {
  await tx.$queryRaw`SELECT 1 FROM "Essay" WHERE "id" = ${current.essayId}::uuid FOR NO KEY UPDATE`
  const latest = await tx.revision.findFirstOrThrow({
    where: { essayId: current.essayId },
    orderBy: { number: 'desc' },
    select: { number: true },
  })
  if (latest.number !== current.number) throw new Refusal('revision-changed')
}

/**
 * Retired paragraphs whose last words are in the text again: new index → paragraph. Only where the words name one
 * retired paragraph and one new place; anything less clear is a new paragraph.
 */
async function findReturning(essayId: string, inserted: readonly number[], blocks: readonly Block[]) {
  const places = unambiguous(inserted.map((index) => [hashWording(blocks[index]?.text ?? ''), index]))
  if (places.size === 0) return new Map<number, string>()
  const retired = await db.$queryRaw<{ id: string; hash: string }[]>`
    SELECT p."id", w."hash" FROM "Paragraph" p CROSS JOIN LATERAL (
      SELECT w."hash" FROM "Wording" w JOIN "Revision" r ON r."id" = w."revisionId"
      WHERE w."paragraphId" = p."id" ORDER BY r."number" DESC LIMIT 1
    ) w
    WHERE p."essayId" = ${essayId}::uuid AND p."retiredInId" IS NOT NULL AND w."hash" = ANY (${[...places.keys()]})`
  const returning = new Map<number, string>()
  for (const [hash, id] of unambiguous(retired.map(({ id, hash }) => [hash, id]))) {
    const index = places.get(hash)
    if (index !== undefined) returning.set(index, id)
  }
  return returning
}

/** The pairs whose key stands only once. */
function unambiguous<V>(pairs: readonly (readonly [string, V])[]): Map<string, V> {
  const times = new Map<string, number>()
  for (const [key] of pairs) times.set(key, (times.get(key) ?? 0) + 1)
  return new Map(pairs.filter(([key]) => times.get(key) === 1))
}

async function write(
  tx: Tx,
  made: {
    current: Current
    number: number
    note: string | undefined
    blocks: readonly Block[]
    inheritance: Inheritance
  },
) {
  const { current, blocks, inheritance } = made
  const { essayId } = current
  const revisionId = newId()
  await tx.revision.create({
    data: { id: revisionId, essayId, number: made.number, note: made.note ?? null },
    select: { id: true },
  })
  await tx.paragraph.createMany({ data: inheritance.created.map((id) => ({ id, essayId, createdInId: revisionId })) })
  await tx.paragraph.updateMany({ where: { id: { in: inheritance.retired } }, data: { retiredInId: revisionId } })
  await tx.paragraph.updateMany({ where: { id: { in: inheritance.restored } }, data: { retiredInId: null } })
  await tx.wording.createMany({
    data: blocks.map(({ kind, text }, index) => ({
      paragraphId: inheritance.ids[index] ?? '',
      revisionId,
      ordinal: index + 1,
      kind,
      text,
      hash: hashWording(text),
    })),
  })
  await tx.lineage.createMany({
    data: inheritance.lineage.map((row) => ({ id: newId(), essayId, revisionId, ...row })),
  })
}

const NONE: Fates = { kept: 0, edited: 0, moved: 0, split: 0, merged: 0, removed: 0, restored: 0, added: 0 }

function countFates({ fates, restored, created, lineage }: Inheritance): Fates {
  const counts = { ...NONE, restored: restored.length }
  for (const kind of fates) counts[kind]++
  const pieces = new Set(lineage.filter(({ kind }) => kind === 'split').map(({ toId }) => toId))
  counts.added = created.filter((id) => !pieces.has(id)).length
  return counts
}
