import type { Candidate } from './candidates'
import { partOdds } from './evidence'
import { type Places, support } from './neighbours'
import type { Bag, Vocabulary } from './shingles'

/** A text found inside another one: an old paragraph in a new one (merge) or a new one in an old one (split). */
export interface Part {
  readonly from: number
  readonly to: number
  /** How much of the part the whole has beyond what another paragraph accounts for, 0 to 1. */
  readonly share: number
  readonly odds: number
}

/** Below this share even perfect neighbours do not reach the floor. */
const LEAST_SHARE = 0.25

/**
 * What speaks for a part beside its share: the rest of the whole has been found elsewhere. With all neighbours in favour
 * about a third of a sentence of ten words is then enough. Values from 0.3 to 0.9 do as well on made-up edits.
 */
const REST_ACCOUNTED_FOR = 0.5

/** For every old paragraph where it could live on inside a new one that another old paragraph became; the best first. */
export function findMerges(candidates: readonly Candidate[][], places: Places, vocabulary: Vocabulary): Part[][] {
  return candidates.map((list, from) => {
    const parts: Part[] = []
    for (const { to, oldFound } of list) {
      const claimant = places.ofNew[to] ?? from
      if (oldFound < LEAST_SHARE || claimant === from) continue
      const share = shareBeyond(vocabulary.old[from], vocabulary.new[to], vocabulary.old[claimant], vocabulary)
      parts.push(weigh(from, to, share, vocabulary.old[from], places))
    }
    return parts.sort((a, b) => b.odds - a.odds || a.to - b.to)
  })
}

/** For every old paragraph that has a place the other new ones, nobody's yet, that may be a piece of it. */
export function findSplits(candidates: readonly Candidate[][], places: Places, vocabulary: Vocabulary): Part[][] {
  return candidates.map((list, from) => {
    const home = places.ofOld[from] ?? null
    const parts: Part[] = []
    if (home === null) return parts
    for (const { to, newFound } of list) {
      if (newFound < LEAST_SHARE || places.ofNew[to] !== null) continue
      const share = shareBeyond(vocabulary.new[to], vocabulary.old[from], vocabulary.new[home], vocabulary)
      parts.push(weigh(from, to, share, vocabulary.new[to], places))
    }
    return parts
  })
}

function weigh(from: number, to: number, share: number, part: Bag | undefined, places: Places): Part {
  const odds = partOdds(share, support(from, to, places, 1), part?.weight ?? 0) + REST_ACCOUNTED_FOR
  return { from, to, share, odds }
}

/** The weight of what `whole` has of `part` and does not need for `other`, as a share of `part`. */
function shareBeyond(
  part: Bag | undefined,
  whole: Bag | undefined,
  other: Bag | undefined,
  { rarity }: Vocabulary,
): number {
  if (!part || !whole || !other || part.weight === 0) return 0
  let found = 0
  let inWhole = 0
  let inOther = 0
  part.ids.forEach((id, k) => {
    while (inWhole < whole.ids.length && (whole.ids[inWhole] as number) < id) inWhole++
    while (inOther < other.ids.length && (other.ids[inOther] as number) < id) inOther++
    if (whole.ids[inWhole] !== id) return
    const needed = other.ids[inOther] === id ? (other.counts[inOther] as number) : 0
    const left = (whole.counts[inWhole] as number) - needed
    if (left > 0) found += Math.min(left, part.counts[k] as number) * (rarity[id] as number)
  })
  return found / part.weight
}
