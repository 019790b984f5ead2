import type { Candidate } from './candidates'
import { wholeOdds } from './evidence'
import { type Places, support } from './neighbours'
import type { Part } from './parts'

/**
 * A decision won by less than 0.75 log-odds (about two to one) is a person's. On the alignment samples this asks about
 * 2.5 paragraphs in 100; docs/alignment.md has the figures.
 */
const CLOSE = 0.75

/**
 * Whether a paragraph was drawn into another is harder to see: it loses its beginning and its end on the way and is
 * often rewritten. There are few such cases, so twice the margin costs almost no questions.
 */
const CLOSE_TO_MERGED = 1.5

/** What has been decided, and on what. `anchors` are never doubted. */
export interface Decided {
  readonly candidates: readonly Candidate[][]
  readonly anchors: readonly (number | null)[]
  readonly places: Places
  readonly merges: readonly Part[][]
  readonly splits: readonly Part[][]
}

/**
 * For every old paragraph whether its place was a close call: against leaving the thread alone, against the place of
 * another paragraph (whose loss counts, should the two change places), and against having been merged.
 */
export function findDoubts(decided: Decided): boolean[] {
  const odds = decided.candidates.map((list, from) => {
    const byPlace = new Map<number, number>()
    for (const found of list) byPlace.set(found.to, wholeOdds(found, support(from, found.to, decided.places)))
    return byPlace
  })
  return decided.candidates.map((_, from) => {
    if (decided.anchors[from] !== null) return false
    const merge = decided.merges[from]?.[0]
    const home = decided.places.ofOld[from] ?? null
    if (home === null && merge && merge.odds > 0) return merge.odds < CLOSE
    const own = oddsAt(odds, from, home)
    if (home !== null && own < CLOSE) return true
    if (merge && own - merge.odds < CLOSE_TO_MERGED) return true
    return hasRival(from, home, own, odds, decided)
  })
}

type OddsByPlace = readonly ReadonlyMap<number, number>[]

function oddsAt(odds: OddsByPlace, from: number, to: number | null): number {
  // To have no place is the floor that everything else is measured from.
  return to === null ? 0 : (odds[from]?.get(to) ?? Number.NEGATIVE_INFINITY)
}

function hasRival(
  from: number,
  home: number | null,
  own: number,
  odds: OddsByPlace,
  { anchors, places, splits }: Decided,
): boolean {
  for (const [to, there] of odds[from] ?? []) {
    if (to === home || splits[from]?.some((piece) => piece.to === to && piece.odds > 0)) continue
    const holder = places.ofNew[to] ?? null
    if (holder === null && own - there < CLOSE) return true
    if (holder === null || anchors[holder] !== null) continue
    const holdersLoss = oddsAt(odds, holder, to) - Math.max(0, home === null ? 0 : oddsAt(odds, holder, home))
    if (own - there + holdersLoss < CLOSE) return true
  }
  return false
}
