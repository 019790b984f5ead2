import type { Candidate } from './candidates'
import { Words } from './edge'
import { logit, mergeOdds, partOdds } from './evidence'
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

/** Nobody looks at a part less likely than this, not even who doubts (`CLOSE_TO_RIVAL`). */
const HOPELESS = -1.5

/** The typographic forms of both texts. */
export interface Forms {
  readonly old: readonly string[]
  readonly new: readonly string[]
}

/** For every old paragraph where it could live on inside a new one that another old paragraph became; the best first. */
export function findMerges(
  candidates: readonly Candidate[][],
  places: Places,
  vocabulary: Vocabulary,
  forms: Forms,
): Part[][] {
  const words = new Words()
  return candidates.map((list, from) => {
    const parts: Part[] = []
    for (const { to, oldFound } of list) {
      const claimant = places.ofNew[to] ?? from
      if (oldFound < LEAST_SHARE || claimant === from) continue
      const heard = support(from, to, places, 1)
      const weight = vocabulary.old[from]?.weight ?? 0
      if (mergeOdds(oldFound, heard, weight, 1) + REST_ACCOUNTED_FOR < HOPELESS) continue
      const share = shareBeyond(vocabulary.old[from], vocabulary.new[to], vocabulary.old[claimant], vocabulary)
      const edge = from < claimant ? 'beginning' : 'end'
      const atEdge = words.atEdge(forms.old[from] ?? '', forms.new[to] ?? '', edge)
      parts.push({ from, to, share, odds: mergeOdds(share, heard, weight, atEdge) + REST_ACCOUNTED_FOR })
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
      const odds = partOdds(share, support(from, to, places, 1), vocabulary.new[to]?.weight ?? 0)
      parts.push({ from, to, share, odds: odds + REST_ACCOUNTED_FOR })
    }
    return parts
  })
}

/**
 * Of old paragraphs that would be drawn into the same new one the likelier go first, and the next may count only the
 * words that are left: of two near-copies one can have been merged where the words stand once.
 * @returns for every old paragraph without a place the part it is, or null
 */
export function chooseMerges(
  merges: readonly Part[][],
  { ofOld, ofNew }: Places,
  vocabulary: Vocabulary,
): (Part | null)[] {
  const chosen: (Part | null)[] = merges.map(() => null)
  const drawnInto = new Map<number, Bag[]>()
  const likely = merges.flatMap(([best], from) => (ofOld[from] === null && best && best.odds > 0 ? [best] : []))
  for (const part of likely.sort((a, b) => b.odds - a.odds || a.from - b.from)) {
    const { from, to } = part
    const before = drawnInto.get(to) ?? []
    const bag = vocabulary.old[from] as Bag
    const claimant = vocabulary.old[ofNew[to] ?? from] as Bag
    const share =
      before.length > 0 ? shareBeyond(bag, vocabulary.new[to], sum(claimant, before), vocabulary) : part.share
    const odds = part.odds - logit(part.share) + logit(share)
    if (odds <= 0) continue
    chosen[from] = { from, to, share, odds }
    drawnInto.set(to, [...before, bag])
  }
  return chosen
}

/** Several bags as one. */
function sum(first: Bag, others: readonly Bag[]): Bag {
  const counts = new Map<number, number>()
  let weight = 0
  for (const bag of [first, ...others]) {
    weight += bag.weight
    bag.ids.forEach((id, at) => {
      counts.set(id, (counts.get(id) ?? 0) + (bag.counts[at] as number))
    })
  }
  const ids = Int32Array.from(counts.keys()).sort()
  return { ids, counts: ids.map((id) => counts.get(id) ?? 0), weight }
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
  for (let k = 0; k < part.ids.length; k++) {
    const id = part.ids[k] as number
    while (inWhole < whole.ids.length && (whole.ids[inWhole] as number) < id) inWhole++
    while (inOther < other.ids.length && (other.ids[inOther] as number) < id) inOther++
    if (whole.ids[inWhole] !== id) continue
    const needed = other.ids[inOther] === id ? (other.counts[inOther] as number) : 0
    const left = (whole.counts[inWhole] as number) - needed
    if (left > 0) found += Math.min(left, part.counts[k] as number) * (rarity[id] as number)
  }
  return found / part.weight
}
