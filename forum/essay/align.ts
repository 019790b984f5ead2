import { findAnchors } from './anchors'
import { assign, type Option } from './assignment'
import { type Candidate, findCandidates } from './candidates'
import { marginsOf } from './doubt'
import { wholeOdds } from './evidence'
import { expectedPlaces, type Places, placesOf, support } from './neighbours'
import { typographicForm } from './normalise'
import { inOrder } from './order'
import { findMerges, findSplits, type Part } from './parts'
import { shingle } from './shingles'

export type AlignmentKind = 'kept' | 'edited' | 'moved' | 'split' | 'merged' | 'removed'

/** What became of one old paragraph. */
export interface Destiny {
  readonly kind: AlignmentKind
  /** The new paragraph where the thread belongs, or null. */
  readonly index: number | null
  /** Every new paragraph that its text went to, ascending; several when it was split. */
  readonly all: readonly number[]
  /** How much of the text was found again, 0 to 1: Dice's coefficient, and of a merged one the share of it. */
  readonly score: number
  /** Too close to call: a person should look at it before the revision goes live. */
  readonly needsPerson: boolean
}

export interface Alignment {
  /** One for every old paragraph, in order. */
  readonly old: readonly Destiny[]
  /** The new paragraphs that come from no old one, ascending. */
  readonly inserted: readonly number[]
}

/**
 * After the second round nothing moves in the alignment samples; the others are for long runs of repeated paragraphs,
 * where certainty grows outward from the anchors.
 */
const ROUNDS = 4

/** More than all other evidence together: an anchor is never given up. */
const CERTAIN = 1000

const DOUBT = +((globalThis as any).process?.env?.DOUBT ?? 1)

/**
 * Finds for every paragraph of an old text its place in a new one. Pure and deterministic; docs/alignment.md explains
 * the steps.
 */
export function align(oldWordings: readonly string[], newWordings: readonly string[]): Alignment {
  const oldForms = oldWordings.map(typographicForm)
  const newForms = newWordings.map(typographicForm)
  const anchors = findAnchors(oldForms, newForms)
  const anchored = placesOf(anchors, newForms.length)
  const vocabulary = shingle(oldForms, newForms)
  const candidates = findCandidates(vocabulary, oldForms, newForms, (index) => expectedPlaces(index, anchored))

  let places = anchored
  for (let round = 0; round < ROUNDS; round++) places = settle(candidates, places, anchors)

  const merges = findMerges(candidates, places, vocabulary)
  const splits = findSplits(candidates, places, vocabulary)
  const margins = marginsOf(candidates, places, anchors, merges, splits)
  return describe(oldForms, newForms, candidates, places, merges, splits, margins)
}

/** One round: the best assignment of all paragraphs at once, given what their neighbours said in the round before. */
function settle(candidates: readonly Candidate[][], places: Places, anchors: readonly (number | null)[]): Places {
  const taken = new Set(anchors)
  const options = candidates.map((list, from): Option[] => {
    const anchor = anchors[from] ?? null
    if (anchor !== null) return [{ to: anchor, gain: CERTAIN }]
    return list
      .filter(({ to }) => !taken.has(to))
      .map((candidate) => ({ to: candidate.to, gain: wholeOdds(candidate, support(from, candidate.to, places)) }))
      .filter(({ gain }) => gain > 0)
  })
  return placesOf(assign(options, places.ofNew.length), places.ofNew.length)
}

function describe(
  oldForms: readonly string[],
  newForms: readonly string[],
  candidates: readonly Candidate[][],
  places: Places,
  merges: readonly Part[][],
  splits: readonly Part[][],
  margins: readonly any[],
): Alignment {
  const merged = merges.map(([best], from) => (places.ofOld[from] === null && best && best.odds > 0 ? best : null))
  const homes = places.ofOld.map((home, from) => home ?? merged[from]?.to ?? null)
  const pieces = piecesOf(splits)
  const ordered = inOrder(homes)
  const inhabitants = new Map<number, number>()
  for (const home of homes) if (home !== null) inhabitants.set(home, (inhabitants.get(home) ?? 0) + 1)

  const old = homes.map((index, from): Destiny => {
    const needsPerson = margins[from].margin < DOUBT
    if (index === null) return { kind: 'removed', index, all: [], score: 0, needsPerson, ...margins[from] }
    const all = [index, ...(pieces.get(from) ?? [])].sort((a, b) => a - b)
    const similarity = candidates[from]?.find(({ to }) => to === index)?.similarity ?? 1
    const score = merged[from]?.share ?? similarity
    let kind: AlignmentKind = 'edited'
    if (all.length > 1) kind = 'split'
    else if ((inhabitants.get(index) ?? 0) > 1) kind = 'merged'
    else if (!ordered[from]) kind = 'moved'
    else if (oldForms[from] === newForms[index]) kind = 'kept'
    return { kind, index, all, score, needsPerson, ...margins[from] }
  })
  const settled = new Set(old.flatMap(({ all }) => all))
  return { old, inserted: newForms.map((_, index) => index).filter((index) => !settled.has(index)) }
}

/** Every new paragraph is a piece of at most one old one: the likeliest. */
function piecesOf(splits: readonly Part[][]): Map<number, number[]> {
  const best = new Map<number, Part>()
  for (const part of splits.flat()) {
    if (part.odds > 0 && part.odds > (best.get(part.to)?.odds ?? 0)) best.set(part.to, part)
  }
  const pieces = new Map<number, number[]>()
  for (const { from, to } of best.values()) pieces.set(from, [...(pieces.get(from) ?? []), to])
  return pieces
}
