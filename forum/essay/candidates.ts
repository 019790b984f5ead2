import { expectation, type Places } from './neighbours'
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
const LOOK_UPS = 600
/** This many by similarity, as many by containment, and no more than this of one sentence repeated. */
const NEAREST = 8
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
  const index = indexOf(vocabulary, anchored)
  return vocabulary.old.map((bag, from) => {
    if (anchored.ofOld[from] !== null) return []
    const { afterPrevious, beforeNext, between } = expectation(from, anchored)
    const places = [afterPrevious, between, beforeNext]
    const near = new Set(lookUp(bag, places, index))
    for (const place of places) {
      for (let to = place - AROUND; to <= place + AROUND; to++) if (anchored.ofNew[to] === null) near.add(to)
    }
    return [...near]
      .map((to) => compare(bag, vocabulary.new[to] as Bag, vocabulary.rarity, to, oldForms[from] === newForms[to]))
      .filter((found) => Math.max(found.similarity, found.oldFound, found.newFound) >= LEAST_SHARE)
      .sort((a, b) => b.similarity - a.similarity || awayFrom(places, a.to) - awayFrom(places, b.to) || a.to - b.to)
      .filter(({ exact }, rank) => !exact || rank < NEAREST)
  })
}

function compare(before: Bag, after: Bag, rarity: Float64Array, to: number, exact: boolean): Candidate {
  const common = commonWeight(before, after, rarity)
  return {
    to,
    similarity: exact ? 1 : ratio(2 * common, before.weight + after.weight),
    oldFound: ratio(common, before.weight),
    newFound: ratio(common, after.weight),
    lesserWeight: Math.min(before.weight, after.weight),
    exact,
  }
}

function ratio(part: number, whole: number): number {
  return whole > 0 ? part / whole : 0
}

/** An inverted index over the free new paragraphs: those with shingle `id` are `hits[starts[id]]` to `hits[starts[id + 1]]`. */
interface Index {
  readonly bags: readonly Bag[]
  readonly rarity: Float64Array
  readonly starts: Int32Array
  readonly hits: Int32Array
  /** Scratch space: all zero between two look-ups. */
  readonly shared: Float64Array
}

function indexOf({ new: bags, rarity }: Vocabulary, { ofNew }: Places): Index {
  const free = [...bags.keys()].filter((index) => ofNew[index] === null)
  const ends = new Int32Array(rarity.length + 1)
  for (const index of free) for (const id of bags[index]?.ids ?? []) ends[id] = (ends[id] as number) + 1
  for (let id = 1; id < ends.length; id++) ends[id] = (ends[id] as number) + (ends[id - 1] as number)
  const hits = new Int32Array(ends[rarity.length] as number)
  // Filled from the back, so that the hits of a shingle ascend and its end has become its start.
  for (const index of free.reverse()) {
    for (const id of bags[index]?.ids ?? []) {
      const at = (ends[id] as number) - 1
      hits[at] = index
      ends[id] = at
    }
  }
  return { bags, rarity, starts: ends, hits, shared: new Float64Array(bags.length) }
}

/** The free new paragraphs that share rare shingles with a bag: the most similar, and those that contain most. */
function lookUp(bag: Bag, places: readonly number[], { bags, rarity, starts, hits, shared }: Index): number[] {
  const found: number[] = []
  let lookedUp = 0
  for (const id of bag.ids) {
    const all = hits.subarray(starts[id], starts[id + 1])
    if (lookedUp > 0 && lookedUp + all.length > LOOK_UPS) break
    const looked = all.length > LOOK_UPS ? places.flatMap((place) => around(all, place)) : all
    lookedUp += looked.length
    for (const to of looked) {
      if (shared[to] === 0) found.push(to)
      shared[to] = (shared[to] as number) + (rarity[id] as number)
    }
  }
  const similar = new Float64Array(found.length)
  const contained = new Float64Array(found.length)
  const away = new Float64Array(found.length)
  for (let at = 0; at < found.length; at++) {
    const to = found[at] as number
    const weight = (bags[to] as Bag).weight
    similar[at] = (shared[to] as number) / (bag.weight + weight)
    contained[at] = (shared[to] as number) / Math.min(bag.weight, weight)
    away[at] = awayFrom(places, to)
    shared[to] = 0
  }
  return [...nearest(found, similar, away), ...nearest(found, contained, away)]
}

function awayFrom(places: readonly number[], to: number): number {
  let least = Number.POSITIVE_INFINITY
  for (const place of places) least = Math.min(least, Math.abs(place - to))
  return least
}

/** Of a refrain, which stands too often to look at all of it, what stands nearest to a place. `hits` are ascending. */
function around(hits: Int32Array, place: number): number[] {
  let low = 0
  let high = hits.length
  while (low < high) {
    const middle = (low + high) >> 1
    if ((hits[middle] as number) < place) low = middle + 1
    else high = middle
  }
  return Array.from(hits.subarray(Math.max(0, low - NEAREST), low + NEAREST))
}

/** The `NEAREST` of the highest share; of equals, such as a refrain, those that stand where the neighbours point. */
function nearest(found: readonly number[], share: Float64Array, away: Float64Array): number[] {
  const best: number[] = []
  for (let here = 0; here < found.length; here++) {
    let at = best.length
    while (at > 0 && isNearer(here, best[at - 1] as number, share, away)) at--
    if (at >= NEAREST) continue
    best.splice(at, 0, here)
    if (best.length > NEAREST) best.pop()
  }
  return best.map((here) => found[here] as number)
}

function isNearer(a: number, b: number, share: Float64Array, away: Float64Array): boolean {
  const difference = (share[a] as number) - (share[b] as number)
  return difference > 0 || (difference === 0 && (away[a] as number) < (away[b] as number))
}
