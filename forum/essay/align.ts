import { findAnchors } from './anchors'
import { findCandidates } from './candidates'
import { type Decided, findDoubts } from './doubt'
import { nameKinds } from './kinds'
import { placesOf } from './neighbours'
import { typographicForm } from './normalise'
import { chooseMerges, findMerges, findSplits, type Part } from './parts'
import { settle } from './settle'
import { shingle } from './shingles'

export type AlignmentKind = 'kept' | 'edited' | 'moved' | 'split' | 'merged' | 'removed'

/** What became of one old paragraph. */
export interface AlignedParagraph {
  /** The first that applies of: removed, split, merged, moved (perhaps edited as well), kept, edited. */
  readonly kind: AlignmentKind
  /** The new paragraph where the thread belongs, or null. */
  readonly index: number | null
  /** Every new paragraph that the text went to, ascending; several only when it was split. */
  readonly all: readonly number[]
  /** How alike both wordings are, 0 to 1 (Dice); of one drawn into another how much of it was found there. */
  readonly score: number
  /** Too close to call: a person should look at it before the revision goes live. */
  readonly needsPerson: boolean
}

export interface Alignment {
  /** One for every old paragraph, in order. */
  readonly old: readonly AlignedParagraph[]
  /** The new paragraphs that come from no old one, ascending. */
  readonly inserted: readonly number[]
}

/**
 * Finds for every paragraph of an old text its place in a new one. Wordings are plain text or Markdown of one paragraph
 * each, in any language. Pure and deterministic; docs/alignment.md explains the steps.
 */
export function align(oldWordings: readonly string[], newWordings: readonly string[]): Alignment {
  const oldForms = oldWordings.map(typographicForm)
  const newForms = newWordings.map(typographicForm)
  const anchors = findAnchors(oldForms, newForms)
  const vocabulary = shingle(oldForms, newForms)
  const candidates = findCandidates(vocabulary, oldForms, newForms, placesOf(anchors, newForms.length))
  const places = settle(candidates, anchors, newForms.length)
  const merges = findMerges(candidates, places, vocabulary, { old: oldForms, new: newForms })
  const splits = findSplits(candidates, places, vocabulary)
  const merged = chooseMerges(merges, places, vocabulary)
  return describe(oldForms, newForms, { candidates, anchors, places, merges, merged, splits })
}

/**
 * Where else each old paragraph could belong, the likeliest first: what a person chooses from when `align` cannot say.
 * @returns for every old paragraph indexes of new ones
 */
export function findRivals(oldWordings: readonly string[], newWordings: readonly string[]): number[][] {
  const oldForms = oldWordings.map(typographicForm)
  const newForms = newWordings.map(typographicForm)
  const places = placesOf(findAnchors(oldForms, newForms), newForms.length)
  const candidates = findCandidates(shingle(oldForms, newForms), oldForms, newForms, places)
  return candidates.map((list) => list.toSorted((a, b) => b.similarity - a.similarity).map(({ to }) => to))
}

function describe(oldForms: readonly string[], newForms: readonly string[], decided: Decided): Alignment {
  const { candidates, places, merged, splits } = decided
  const homes = places.ofOld.map((home, from) => home ?? merged[from]?.to ?? null)
  const doubts = findDoubts(decided)
  const pieces = piecesOf(splits)
  const isSame = (from: number, index: number) => oldForms[from] === newForms[index]
  const old = homes.map((index, from) => {
    const needsPerson = doubts[from] === true
    if (index === null) return { index, all: [], score: 0, needsPerson }
    const all = [index, ...(pieces.get(from) ?? [])].sort((a, b) => a - b)
    const alike = isSame(from, index) ? 1 : (candidates[from]?.find(({ to }) => to === index)?.similarity ?? 0)
    return { index, all, score: merged[from]?.share ?? alike, needsPerson }
  })
  return nameKinds(old, newForms.length, isSame)
}

/** Every new paragraph is a piece of at most one old one: of the likeliest, of equals the first. */
function piecesOf(splits: readonly Part[][]): Map<number, number[]> {
  const likeliest = new Map<number, Part>()
  for (const part of splits.flat()) {
    if (part.odds > (likeliest.get(part.to)?.odds ?? 0)) likeliest.set(part.to, part)
  }
  const pieces = new Map<number, number[]>()
  for (const { from, to } of likeliest.values()) pieces.set(from, [...(pieces.get(from) ?? []), to])
  return pieces
}
