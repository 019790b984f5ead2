import { type Bag, commonWeight, type Vocabulary } from './shingles'

/** A new paragraph that an old one could have become. The shares are between 0 and 1, by weight of shingles. */
export interface Candidate {
  readonly to: number
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

/** Hits looked up per paragraph, rarest shingles first: bounds the work on 2,000 paragraphs that share a formula. */
const LOOK_UPS = 1500
/** The nearest by similarity and as many by containment. In the alignment samples the true one is among the first 3. */
const NEAREST = 10
/** What stands this close to the place where the neighbours point is compared even when it has no rare word in common. */
const AROUND = 3
/** Below a tenth of common weight not even perfect neighbours reach the floor (0.2). */
const LEAST_SHARE = 0.1

/**
 * For every old paragraph the few new ones worth comparing, most similar first. `expected(i)` names the places in the
 * new text where old paragraph i should be by its neighbours.
 */
export function findCandidates(
  vocabulary: Vocabulary,
  oldForms: readonly string[],
  newForms: readonly string[],
  expected: (index: number) => readonly number[],
): Candidate[][] {
  const lookUp = lookUpIn(vocabulary)
  return vocabulary.old.map((bag, index) => {
    const places = expected(index)
    const near = new Set(lookUp(bag, places))
    for (const place of places) {
      const last = Math.min(newForms.length - 1, place + AROUND)
      for (let to = Math.max(0, place - AROUND); to <= last; to++) near.add(to)
    }
    return [...near]
      .map((to) => compare(bag, vocabulary.new[to] as Bag, vocabulary.rarity, to, oldForms[index] === newForms[to]))
      .filter((found) => Math.max(found.similarity, found.oldFound, found.newFound) >= LEAST_SHARE)
      .sort((a, b) => b.similarity - a.similarity || a.to - b.to)
  })
}

function compare(before: Bag, after: Bag, rarity: Float64Array, to: number, exact: boolean): Candidate {
  const common = commonWeight(before, after, rarity)
  const shareOf = (weight: number) => (weight > 0 ? common / weight : 0)
  return {
    to,
    similarity: exact ? 1 : shareOf((before.weight + after.weight) / 2),
    oldFound: shareOf(before.weight),
    newFound: shareOf(after.weight),
    lesserWeight: Math.min(before.weight, after.weight),
    exact,
  }
}

type LookUp = (bag: Bag, places: readonly number[]) => number[]

/** An inverted index over the new text: which paragraphs share rare shingles with a bag, nearest first. */
function lookUpIn({ new: bags, rarity }: Vocabulary): LookUp {
  const paragraphsWith: number[][] = Array.from(rarity, () => [])
  bags.forEach((bag, index) => {
    for (const id of bag.ids) paragraphsWith[id]?.push(index)
  })
  const shared = new Float64Array(bags.length)

  return (bag, places) => {
    const rarestFirst = Array.from(bag.ids).sort((a, b) => (rarity[b] as number) - (rarity[a] as number) || a - b)
    const touched: number[] = []
    let lookedUp = 0
    for (const id of rarestFirst) {
      const hits = paragraphsWith[id] as number[]
      if (lookedUp > 0 && lookedUp + hits.length > LOOK_UPS) break
      lookedUp += hits.length
      for (const to of hits) {
        if (shared[to] === 0) touched.push(to)
        shared[to] = (shared[to] as number) + (rarity[id] as number)
      }
    }
    // Of equals, such as a refrain, those count that stand where the neighbours point.
    const away = (to: number) => Math.min(...places.map((place) => Math.abs(place - to)))
    const nearest = (weightOf: (to: number) => number) =>
      touched
        .map((to) => ({ to, share: (shared[to] as number) / weightOf(to), away: away(to) }))
        .sort((a, b) => b.share - a.share || a.away - b.away || a.to - b.to)
        .slice(0, NEAREST)
        .map(({ to }) => to)
    const weightOf = (to: number) => (bags[to] as Bag).weight
    const found = [
      ...nearest((to) => bag.weight + weightOf(to)),
      ...nearest((to) => Math.min(bag.weight, weightOf(to))),
    ]
    for (const to of touched) shared[to] = 0
    return found
  }
}
