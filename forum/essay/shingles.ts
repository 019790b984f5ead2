import { isUnspaced, wordsOf } from './normalise'

/**
 * A paragraph as a bag of shingles, as far as another paragraph of either text has them too: nothing else can be found
 * again. `ids` are distinct and ascending, `counts[k]` says how often `ids[k]` occurs. Ids are given by rarity, so the
 * rarest shingles come first. `weight` is the sum of rarity × count over all shingles, those that stand nowhere else
 * included.
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
  /** Scratch space by shingle id: all zero between two comparisons. */
  readonly tally: Int32Array
}

/** Stands in no other paragraph, and has no id. */
const NOWHERE_ELSE = -1

/**
 * Turns both texts into bags over one vocabulary. The weight of a shingle is log(1 + N / df), N being the number of
 * paragraphs in both texts and df the number of those that contain it (inverse document frequency, Spärck Jones 1972):
 * a refrain or a formula that stands in every paragraph says little about which one this is.
 */
export function shingle(oldForms: readonly string[], newForms: readonly string[]): Vocabulary {
  const reader = new Reader()
  const read = [...oldForms, ...newForms].map((form) => reader.read(form))
  const paragraphsWith = countParagraphs(read, reader.size)
  const { idOf, size } = idsByRarity(paragraphsWith, read.length)
  const rarityOf = (df: number) => Math.log(1 + read.length / df)
  const rarity = new Float64Array(size)
  for (let shingle = 0; shingle < idOf.length; shingle++) {
    const id = idOf[shingle] as number
    if (id !== NOWHERE_ELSE) rarity[id] = rarityOf(paragraphsWith[shingle] as number)
  }
  const tally = new Int32Array(size)
  const bags = read.map((shingles) => bagOf(shingles, { idOf, rarity, tally, rarest: rarityOf(1) }))
  return { old: bags.slice(0, oldForms.length), new: bags.slice(oldForms.length), rarity, tally }
}

/** In how many paragraphs each shingle stands. */
function countParagraphs(read: readonly Int32Array[], size: number): Int32Array {
  const paragraphsWith = new Int32Array(size)
  const lastIn = new Int32Array(size).fill(-1)
  read.forEach((shingles, paragraph) => {
    for (const shingle of shingles) {
      if (lastIn[shingle] === paragraph) continue
      lastIn[shingle] = paragraph
      paragraphsWith[shingle] = (paragraphsWith[shingle] as number) + 1
    }
  })
  return paragraphsWith
}

/** The place of every shingle when those in several paragraphs are sorted by how many have them, by counting. */
function idsByRarity(paragraphsWith: Int32Array, paragraphs: number): { idOf: Int32Array; size: number } {
  const nextId = new Int32Array(paragraphs + 2)
  for (const df of paragraphsWith) if (df > 1) nextId[df + 1] = (nextId[df + 1] as number) + 1
  for (let df = 1; df < nextId.length; df++) nextId[df] = (nextId[df] as number) + (nextId[df - 1] as number)
  const idOf = paragraphsWith.map((df) => {
    if (df === 1) return NOWHERE_ELSE
    const id = nextId[df] as number
    nextId[df] = id + 1
    return id
  })
  return { idOf, size: nextId[paragraphs + 1] as number }
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

interface Ids {
  readonly idOf: Int32Array
  readonly rarity: Float64Array
  readonly tally: Int32Array
  /** The rarity of what stands nowhere else. */
  readonly rarest: number
}

function bagOf(shingles: Int32Array, { idOf, rarity, tally, rarest }: Ids): Bag {
  const distinct = new Int32Array(shingles.length)
  let size = 0
  let weight = 0
  for (const shingle of shingles) {
    const id = idOf[shingle] as number
    if (id === NOWHERE_ELSE) {
      weight += rarest
      continue
    }
    if (tally[id] === 0) distinct[size++] = id
    tally[id] = (tally[id] as number) + 1
  }
  const ids = distinct.slice(0, size).sort()
  const counts = new Int32Array(size)
  for (let at = 0; at < size; at++) {
    const id = ids[at] as number
    counts[at] = tally[id] as number
    weight += (tally[id] as number) * (rarity[id] as number)
    tally[id] = 0
  }
  return { ids, counts, weight }
}

/** The weight of the shingles that a bag has in common with each of the others, each counted as often as both have it. */
export function commonWeights(bag: Bag, others: readonly Bag[], { rarity, tally }: Vocabulary): number[] {
  for (let at = 0; at < bag.ids.length; at++) tally[bag.ids[at] as number] = bag.counts[at] as number
  const weights = others.map(({ ids, counts }) => {
    let common = 0
    for (let at = 0; at < ids.length; at++) {
      const id = ids[at] as number
      common += Math.min(tally[id] as number, counts[at] as number) * (rarity[id] as number)
    }
    return common
  })
  for (const id of bag.ids) tally[id] = 0
  return weights
}

/** The weight of the shingles that all three bags have. */
export function commonWeightOfThree(a: Bag, b: Bag, c: Bag, rarity: Float64Array): number {
  let atB = 0
  let atC = 0
  let common = 0
  for (let at = 0; at < a.ids.length; at++) {
    const id = a.ids[at] as number
    while (atB < b.ids.length && (b.ids[atB] as number) < id) atB++
    while (atC < c.ids.length && (c.ids[atC] as number) < id) atC++
    if (b.ids[atB] !== id || c.ids[atC] !== id) continue
    const least = Math.min(a.counts[at] as number, b.counts[atB] as number, c.counts[atC] as number)
    common += least * (rarity[id] as number)
  }
  return common
}

/** Dice's coefficient of two bags that have this weight in common. */
export function likeness(common: number, a: Bag, b: Bag): number {
  return ratio(2 * common, a.weight + b.weight)
}

export function ratio(part: number, whole: number): number {
  return whole > 0 ? part / whole : 0
}
