import { isUnspaced, wordsOf } from './normalise'

/**
 * A paragraph as a bag of shingles. `ids` are distinct and ascending, `counts[k]` says how often `ids[k]` occurs,
 * `weight` is the sum of rarity × count. Ids are given by rarity, so the rarest shingles come first.
 */
export interface Bag {
  readonly ids: Int32Array
  readonly counts: Int32Array
  readonly weight: number
}

export interface Vocabulary {
  readonly old: readonly Bag[]
  readonly new: readonly Bag[]
  /** By shingle id: how much finding it says, from its rarity in both texts together. */
  readonly rarity: Float64Array
}

/**
 * Turns both texts into bags over one vocabulary. The weight of a shingle is log(1 + N / df), N being the number of
 * paragraphs in both texts and df the number of those that contain it (inverse document frequency, Spärck Jones 1972):
 * a refrain or a formula that stands in every paragraph says little about which one this is.
 */
export function shingle(oldForms: readonly string[], newForms: readonly string[]): Vocabulary {
  const reader = new Reader()
  const raw = [...oldForms, ...newForms].map((form) => countEach(reader.read(form)))
  const paragraphsWith = new Int32Array(reader.size)
  for (const { ids } of raw) for (const id of ids) paragraphsWith[id] = (paragraphsWith[id] as number) + 1

  const rankOf = ranksOf(paragraphsWith, raw.length)
  const rarity = new Float64Array(rankOf.length)
  rankOf.forEach((rank, id) => {
    rarity[rank] = Math.log(1 + raw.length / (paragraphsWith[id] as number))
  })
  const bags = raw.map((counted) => bagOf(counted, rankOf, rarity))
  return { old: bags.slice(0, oldForms.length), new: bags.slice(oldForms.length), rarity }
}

/** The place of every shingle when they are sorted by how many paragraphs have them, by counting. */
function ranksOf(paragraphsWith: Int32Array, paragraphs: number): Int32Array {
  const nextRank = new Int32Array(paragraphs + 2)
  for (const df of paragraphsWith) nextRank[df + 1] = (nextRank[df + 1] as number) + 1
  for (let df = 1; df < nextRank.length; df++) nextRank[df] = (nextRank[df] as number) + (nextRank[df - 1] as number)
  return paragraphsWith.map((df) => {
    const rank = nextRank[df] as number
    nextRank[df] = rank + 1
    return rank
  })
}

/**
 * Reads forms into shingle ids, counted from 0. Three views of the words, because each fails alone: single words survive
 * reordering, pairs of words tell sentences of the same words apart, and three letters of a word survive inflection
 * (Hungarian, Korean, German) and typing slips. Of unspaced scripts the characters and their pairs do that work.
 */
class Reader {
  /** How many different shingles have been met. */
  size = 0
  private readonly words = new Map<string, Word>()
  private readonly trigrams = new Map<string, number>()

  read(form: string): Int32Array {
    const ids: number[] = []
    let before: Word | undefined
    for (const text of wordsOf(form)) {
      let word = this.words.get(text)
      if (!word) {
        word = this.meet(text)
        this.words.set(text, word)
      }
      for (const id of word.shingles) ids.push(id)
      if (before) {
        let pair = before.pairs.get(word.id)
        if (pair === undefined) {
          pair = this.size++
          before.pairs.set(word.id, pair)
        }
        ids.push(pair)
      }
      before = word
    }
    return new Int32Array(ids)
  }

  private meet(text: string): Word {
    const id = this.size++
    const shingles = [id]
    for (const trigram of isUnspaced(text) ? [] : trigramsOf(text)) {
      let known = this.trigrams.get(trigram)
      if (known === undefined) {
        known = this.size++
        this.trigrams.set(trigram, known)
      }
      shingles.push(known)
    }
    return { id, shingles, pairs: new Map() }
  }
}

/** A word as it is remembered, since words come again and again: its shingles, and its pairs by the word that follows. */
interface Word {
  readonly id: number
  readonly shingles: readonly number[]
  readonly pairs: Map<number, number>
}

function trigramsOf(word: string): string[] {
  // The frame keeps beginnings and ends of words apart from what stands inside.
  const framed = `_${word}_`
  return Array.from({ length: framed.length - 2 }, (_, at) => framed.slice(at, at + 3))
}

interface Counted {
  readonly ids: Int32Array
  readonly counts: Int32Array
}

function countEach(all: Int32Array): Counted {
  const sorted = all.sort()
  const ids = new Int32Array(sorted.length)
  const counts = new Int32Array(sorted.length)
  let size = 0
  for (let at = 0; at < sorted.length; at++) {
    if (at === 0 || sorted[at] !== sorted[at - 1]) ids[size++] = sorted[at] as number
    counts[size - 1] = (counts[size - 1] as number) + 1
  }
  return { ids: ids.slice(0, size), counts: counts.slice(0, size) }
}

/** Rank and count travel in one number, so that one sort moves both: no text of 5 MB has a count of 2 ** 23. */
const COUNT_RANGE = 2 ** 23

function bagOf(counted: Counted, rankOf: Int32Array, rarity: Float64Array): Bag {
  const size = counted.ids.length
  const packed = new Float64Array(size)
  for (let at = 0; at < size; at++) {
    packed[at] = (rankOf[counted.ids[at] as number] as number) * COUNT_RANGE + (counted.counts[at] as number)
  }
  packed.sort()
  const ids = new Int32Array(size)
  const counts = new Int32Array(size)
  let weight = 0
  for (let at = 0; at < size; at++) {
    const id = Math.floor((packed[at] as number) / COUNT_RANGE)
    const count = (packed[at] as number) - id * COUNT_RANGE
    ids[at] = id
    counts[at] = count
    weight += count * (rarity[id] as number)
  }
  return { ids, counts, weight }
}

/** The weight of the shingles that both bags have, each counted as often as both have it. */
export function commonWeight(a: Bag, b: Bag, rarity: Float64Array): number {
  let atA = 0
  let atB = 0
  let common = 0
  while (atA < a.ids.length && atB < b.ids.length) {
    const idA = a.ids[atA] as number
    const idB = b.ids[atB] as number
    if (idA === idB) {
      common += Math.min(a.counts[atA] as number, b.counts[atB] as number) * (rarity[idA] as number)
      atA++
      atB++
    } else if (idA < idB) atA++
    else atB++
  }
  return common
}

/** The weight of the shingles that all three bags have. */
export function commonWeightOfThree(a: Bag, b: Bag, c: Bag, rarity: Float64Array): number {
  let atB = 0
  let atC = 0
  let common = 0
  a.ids.forEach((id, at) => {
    while (atB < b.ids.length && (b.ids[atB] as number) < id) atB++
    while (atC < c.ids.length && (c.ids[atC] as number) < id) atC++
    if (b.ids[atB] !== id || c.ids[atC] !== id) return
    const least = Math.min(a.counts[at] as number, b.counts[atB] as number, c.counts[atC] as number)
    common += least * (rarity[id] as number)
  })
  return common
}

/** Dice's coefficient of two bags that have this weight in common. */
export function likeness(common: number, a: Bag, b: Bag): number {
  return ratio(2 * common, a.weight + b.weight)
}

export function ratio(part: number, whole: number): number {
  return whole > 0 ? part / whole : 0
}
