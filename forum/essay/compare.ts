import type { Viewer } from '@/forum/viewer'
import { db } from '@/lib/db'
import { readCurrent } from './current'
import { inOrder } from './order'
import { findEssayId } from './queries'
import { type DiffPart, wordDiff } from './word-diff'

type Side = { ordinal: number; text: string }

export type Compared = {
  kind: 'same' | 'edited' | 'moved' | 'added' | 'removed' | 'split' | 'merged'
  paragraphId: string
  from: Side | null
  to: Side | null
  /** Null when nothing changed or it would be too long to read. */
  diff: DiffPart[] | null
}

const DIFF_MAX_CHARACTERS = 20_000

/**
 * Two revisions side by side, in the order of the later one; what is gone stands where it stood. Paragraphs are compared
 * by identity, so that a moved one is found in its new place; pieces and merged ones by their lineage.
 * @throws Refusal not-found, sign-in-required
 */
export async function compareRevisions(viewer: Viewer, slug: string, from: number, to: number) {
  await findEssayId(viewer, slug)
  const [before, after] = await Promise.all([readCurrent(slug, from), readCurrent(slug, to)])
  const olds = new Map(before.paragraphs.map((paragraph) => [paragraph.id, paragraph]))
  const news = new Map(after.paragraphs.map((paragraph) => [paragraph.id, paragraph]))
  const lineage = await db.lineage.findMany({
    where: {
      essayId: before.essay.id,
      kind: { in: ['split', 'merged'] },
      revision: { number: { gt: Math.min(from, to), lte: Math.max(from, to) } },
    },
    select: { fromId: true, toId: true, kind: true },
  })
  const origin = new Map(lineage.filter(({ kind }) => kind === 'split').map(({ fromId, toId }) => [toId, fromId]))
  const target = new Map(lineage.filter(({ kind }) => kind === 'merged').map(({ fromId, toId }) => [fromId, toId]))
  const places = before.paragraphs.map(({ id }) => (news.get(id)?.ordinal ?? 0) - 1)
  const ordered = inOrder(places.map((place) => (place < 0 ? null : place)))
  const moved = new Set(
    before.paragraphs.flatMap(({ id }, index) => (places[index] !== -1 && !ordered[index] ? [id] : [])),
  )

  const rows: (Compared & { at: number })[] = after.paragraphs.map((paragraph) => {
    const { id, ordinal, text } = paragraph
    const old = olds.get(id)
    const piece = old ? undefined : olds.get(origin.get(id) ?? '')
    const changed = old !== undefined && old.text !== text
    const kind = old ? (changed ? 'edited' : moved.has(id) ? 'moved' : 'same') : piece ? 'split' : 'added'
    const source = old ?? piece
    return {
      ...{ kind, at: ordinal, paragraphId: id, to: { ordinal, text } },
      from: source ? { ordinal: source.ordinal, text: source.text } : null,
      diff: changed ? diffOf(old.text, text) : null,
    }
  })
  let last = 0
  for (const { id, ordinal, text } of before.paragraphs) {
    const here = news.get(id)
    last = here?.ordinal ?? last
    if (here) continue
    const into = news.get(target.get(id) ?? '')
    rows.push({
      ...{ at: last + 0.5, paragraphId: id, from: { ordinal, text }, diff: null },
      kind: into ? 'merged' : 'removed',
      to: into ? { ordinal: into.ordinal, text: into.text } : null,
    })
  }
  rows.sort((a, b) => a.at - b.at)
  return { essay: before.essay, from, to, rows: rows.map(({ at: _, ...row }): Compared => row) }
}

function diffOf(before: string, after: string): DiffPart[] | null {
  return before.length + after.length > DIFF_MAX_CHARACTERS ? null : wordDiff(before, after)
}
