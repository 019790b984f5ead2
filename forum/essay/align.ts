import { findAnchors } from './anchors'
import { assign, type Option } from './assignment'
import { type Candidate, findCandidates } from './candidates'
import { type Decided, findDoubts } from './doubt'
import { wholeOdds } from './evidence'
import { nameKinds } from './kinds'
import { expectation, type Places, placesOf, support } from './neighbours'
import { typographicForm } from './normalise'
import { findMerges, findSplits, type Part } from './parts'
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

/** Ordinary texts settle in two rounds, and a fourth changes nothing on the samples; a bound, for texts of refrains. */
const MOST_ROUNDS = 3

/**
 * Of equals, such as the lines of one sentence repeated, those stay in order that stand near the place expected between
 * the decided neighbours. It only breaks ties: a fiftieth at most, fading out over fifty paragraphs.
 */
const TIE = 0.02
const TIE_REACH = 50

/** More than all other evidence together: an anchor is never given up. */
const CERTAIN = 1000

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
  const merges = findMerges(candidates, places, vocabulary)
  const splits = findSplits(candidates, places, vocabulary)
  return describe(oldForms, newForms, { candidates, anchors, places, merges, splits })
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

/** Assigns all paragraphs at once, and again with what the neighbours say then, until nothing changes. */
function settle(candidates: readonly Candidate[][], anchors: readonly (number | null)[], newCount: number): Places {
  let places = placesOf(anchors, newCount)
  for (let round = 0; round < MOST_ROUNDS; round++) {
    const before = places
    places = placesOf(assign(optionsOf(candidates, anchors, before), newCount), newCount)
    if (places.ofOld.every((to, from) => to === before.ofOld[from])) break
  }
  return places
}

function optionsOf(
  candidates: readonly Candidate[][],
  anchors: readonly (number | null)[],
  places: Places,
): Option[][] {
  return candidates.map((list, from) => {
    const anchor = anchors[from] ?? null
    if (anchor !== null) return [{ to: anchor, gain: CERTAIN }]
    const { between } = expectation(from, places)
    const options: Option[] = []
    for (const found of list) {
      const odds = wholeOdds(found, support(from, found.to, places))
      const nearness = Math.max(0, 1 - Math.abs(found.to - between) / TIE_REACH)
      if (odds > 0) options.push({ to: found.to, gain: odds + TIE * nearness })
    }
    return options
  })
}

function describe(oldForms: readonly string[], newForms: readonly string[], decided: Decided): Alignment {
  const { candidates, places, merges, splits } = decided
  const merged = merges.map(([best], from) => (places.ofOld[from] === null && best && best.odds > 0 ? best : null))
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
