import { withLikest } from './likest'
import { awayFrom, indexOf, lookUp, NEAREST } from './look-up'
import { expectation, type Places } from './neighbours'
import { type Bag, commonWeights, likeness, ratio, type Vocabulary } from './shingles'

/** How an old and a new paragraph compare. The shares are between 0 and 1, by weight of shingles. */
export interface Comparison {
  readonly to: number
  /** The weight of the shingles that both have. */
  readonly common: number
  /** Dice's coefficient: twice what they have in common, over what both have. */
  readonly similarity: number
  /** How much of the old paragraph is found in the new one. */
  readonly oldFound: number
  /** How much of the new paragraph comes from the old one. */
  readonly newFound: number
  /** The weight of the lighter of the two. */
  readonly lesserWeight: number
  /** Nothing but typography differs. */
  readonly exact: boolean
}

/** A new paragraph that an old one could have become. */
export interface Candidate extends Comparison {
  /** How like the new paragraph is to the likest of the other old ones: Dice's coefficient as well. */
  readonly likestOther: number
}

/** What stands this close to the place where the neighbours point is compared even when it has no rare word in common. */
const AROUND = 3
/** Below a tenth of common weight not even perfect neighbours reach the floor (0.2). */
const LEAST_SHARE = 0.1

/**
 * For every old paragraph the few new ones worth comparing, most similar first. What is already anchored is left out on
 * both sides: it is fully accounted for, so nothing else can have become it.
 */
export function findCandidates(
  vocabulary: Vocabulary,
  oldForms: readonly string[],
  newForms: readonly string[],
  anchored: Places,
): Candidate[][] {
  const index = indexOf(vocabulary.new, vocabulary.rarity, (at) => anchored.ofNew[at] === null)
  const found = vocabulary.old.map((bag, from) => {
    if (anchored.ofOld[from] !== null) return []
    const { afterPrevious, beforeNext, between } = expectation(from, anchored)
    const places = [afterPrevious, between, beforeNext]
    const near = new Set(lookUp(bag, places, index))
    for (const place of places) {
      for (let to = place - AROUND; to <= place + AROUND; to++) if (anchored.ofNew[to] === null) near.add(to)
    }
    const there = [...near].map((to) => ({ to, bag: vocabulary.new[to] as Bag }))
    const common = commonWeights(
      bag,
      there.map((other) => other.bag),
      vocabulary,
    )
    return there
      .map(({ to, bag: after }, at) => compare(bag, after, common[at] ?? 0, to, oldForms[from] === newForms[to]))
      .filter((found) => Math.max(found.similarity, found.oldFound, found.newFound) >= LEAST_SHARE)
      .sort((a, b) => b.similarity - a.similarity || awayFrom(places, a.to) - awayFrom(places, b.to) || a.to - b.to)
      .filter(({ exact }, rank) => !exact || rank < NEAREST)
  })
  return withLikest(found, vocabulary, anchored)
}

function compare(before: Bag, after: Bag, common: number, to: number, exact: boolean): Comparison {
  return {
    to,
    common,
    similarity: exact ? 1 : likeness(common, before, after),
    oldFound: ratio(common, before.weight),
    newFound: ratio(common, after.weight),
    lesserWeight: Math.min(before.weight, after.weight),
    exact,
  }
}
