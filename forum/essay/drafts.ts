import { Refusal } from '@/forum/refusal'
import type { Viewer } from '@/forum/viewer'
import { db, sqlState } from '@/lib/db'
import { newId } from '@/lib/id'
import { essayForAuthor } from './authors'
import { blocksOf, type SourceFormat } from './blocks'
import { readCurrent } from './current'
import { Fates } from './decisions'
import type { DraftText } from './input'
import type { Chosen } from './preflight-form'
import { type Published, publishRevision } from './publish'
import { hashWording } from './wording-hash'

/** What an author decided in preflight. */
export type Decided = { fates: Record<string, Chosen>; note?: string | undefined; credits: readonly string[] }

export type Draft = {
  base: number
  source: string
  format: SourceFormat
  note: string | null
  fates: Fates
  restores: number | null
  credits: string[]
  updatedAt: Date
}

/** The author's draft of the essay's next revision, or null; and the revision that readers have. @throws Refusal */
export async function readDraft(viewer: Viewer, slug: string) {
  const { essay, author } = await essayForAuthor(viewer, slug)
  const [row, current] = await Promise.all([
    db.revisionDraft.findUnique({ where: { essayId_authorId: { essayId: essay.id, authorId: author.id } } }),
    readCurrent(slug),
  ])
  const draft: Draft | null = row && {
    base: row.base,
    source: row.source,
    format: row.format,
    note: row.note,
    // What does not fit any more (an older version of the forum wrote it) is asked again.
    fates: Fates.safeParse(row.decisions).data ?? {},
    restores: row.restores,
    credits: row.credits,
    updatedAt: row.updatedAt,
  }
  return { essay, author, current, draft }
}

/**
 * Keeps the text as it is, whether or not it could be published; what was decided about doubtful threads stays.
 * @param restores the revision whose text it is
 */
export async function saveDraft(viewer: Viewer, slug: string, text: DraftText, restores?: number): Promise<void> {
  const { essay, author } = await essayForAuthor(viewer, slug)
  const { number } = await readCurrent(slug)
  const place = { essayId: essay.id, authorId: author.id }
  const kept = { base: number, source: text.source, format: text.format }
  const write = () =>
    db.revisionDraft.upsert({
      where: { essayId_authorId: place },
      create: { id: newId(), ...place, ...kept, restores: restores ?? null },
      // A text that was changed after it was taken back is compared like any other; see findSuccession.
      update: restores === undefined ? kept : { ...kept, restores, decisions: {} },
      select: { id: true },
    })
  try {
    await write()
  } catch (error) {
    // Two tabs saved the first draft at once: now there is one.
    if (sqlState(error) !== '23505') throw error
    await write()
  }
}

/** Begins a draft with the text of an earlier revision. @throws Refusal not-found */
export async function draftOfRevision(viewer: Viewer, slug: string, number: number): Promise<void> {
  await essayForAuthor(viewer, slug)
  const { source, format } = await readCurrent(slug, number)
  await saveDraft(viewer, slug, { source, format }, number)
}

/** Keeps what the author decided in preflight. @throws Refusal not-found when there is no draft */
export async function saveDecisions(viewer: Viewer, slug: string, { fates, note, credits }: Decided): Promise<void> {
  const { essay, author, draft } = await readDraft(viewer, slug)
  if (!draft) throw new Refusal('not-found')
  await db.revisionDraft.updateMany({
    where: { essayId: essay.id, authorId: author.id },
    data: { decisions: withWords(fates, draft), note: note ?? null, credits: [...credits] },
  })
}

/** A place that was named by its number gets its words. @throws Refusal bad-input when there is no such paragraph */
function withWords(chosen: Decided['fates'], { source, format }: Draft): Fates {
  const isBare = Object.values(chosen).some((fate) => 'to' in fate && fate.hash === undefined)
  const blocks = isBare ? blocksOf(source, format) : []
  const fates: Fates = {}
  for (const [id, fate] of Object.entries(chosen)) {
    if ('retire' in fate) fates[id] = fate
    else if (fate.hash !== undefined) fates[id] = { to: fate.to, hash: fate.hash }
    else {
      const block = blocks[fate.to - 1]
      if (!block) throw new Refusal('bad-input', { field: `other-${id}` })
      fates[id] = { to: fate.to, hash: hashWording(block.text) }
    }
  }
  return fates
}

export async function dropDraft(viewer: Viewer, slug: string): Promise<void> {
  const { essay, author } = await essayForAuthor(viewer, slug)
  await db.revisionDraft.deleteMany({ where: { essayId: essay.id, authorId: author.id } })
}

/**
 * Publishes the draft as it was seen in preflight. Whatever is refused, the draft and its decisions stay.
 * @param seen number of the revision it was compared with there
 * @throws Refusal revision-changed, undecided, those of `blocksWithin`
 */
export async function publishDraft(viewer: Viewer, slug: string, seen: number, decided: Decided): Promise<Published> {
  await saveDecisions(viewer, slug, decided)
  const { author, draft } = await readDraft(viewer, slug)
  if (!draft) throw new Refusal('not-found')
  return publishRevision({
    slug,
    source: draft.source,
    format: draft.format,
    fates: draft.fates,
    restores: draft.restores,
    note: draft.note ?? undefined,
    credits: draft.credits,
    publishedById: author.id,
    base: seen,
  })
}
