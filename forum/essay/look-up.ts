import type { Bag } from './shingles'

/** Hits looked up per paragraph, rarest shingles first: bounds the work on 2,000 paragraphs that share a formula. */
const LOOK_UPS = 600
/** This many by similarity, as many by containment, and no more than this of one sentence repeated. */
export const NEAREST = 8

/** An inverted index over some paragraphs of a text: those with shingle `id` are `hits[starts[id]]` to `hits[starts[id + 1]]`. */
export interface Index {
  readonly bags: readonly Bag[]
  readonly rarity: Float64Array
  readonly starts: Int32Array
  readonly hits: Int32Array
  /** Scratch space: all zero between two look-ups. */
  readonly shared: Float64Array
}

/** The index of the bags that are wanted. */
export function indexOf(bags: readonly Bag[], rarity: Float64Array, wanted: (at: number) => boolean): Index {
  const free = [...bags.keys()].filter(wanted)
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

/**
 * The paragraphs of the index that share rare shingles with a bag: the most similar, and those that contain most. Of
 * equals, and of a refrain, those nearest to one of the `places` are taken.
 */
export function lookUp(bag: Bag, places: readonly number[], { bags, rarity, starts, hits, shared }: Index): number[] {
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

/** How far a paragraph stands from the nearest of the places. */
export function awayFrom(places: readonly number[], to: number): number {
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
