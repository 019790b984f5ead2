import { isUnspaced, wordsOf } from './normalise'

/**
 * A paragraph as a bag of shingles. `ids` are distinct and ascending, `counts[k]` says how often `ids[k]` occurs,
 * `weight` is the sum of rarity × count.
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
  const idOf = new Map<string, number>()
  const paragraphsWith: number[] = []
  const read = (form: string) => {
    const counts = new Map<number, number>()
    for (const text of shinglesOf(wordsOf(form))) {
      let id = idOf.get(text)
      if (id === undefined) {
        id = idOf.size
        idOf.set(text, id)
        paragraphsWith.push(0)
      }
      const seen = counts.get(id) ?? 0
      if (seen === 0) paragraphsWith[id] = (paragraphsWith[id] ?? 0) + 1
      counts.set(id, seen + 1)
    }
    return counts
  }
  const oldCounts = oldForms.map(read)
  const newCounts = newForms.map(read)
  const paragraphs = oldForms.length + newForms.length
  const rarity = Float64Array.from(paragraphsWith, (df) => Math.log(1 + paragraphs / df))
  const bag = (counts: Map<number, number>) => bagOf(counts, rarity)
  return { old: oldCounts.map(bag), new: newCounts.map(bag), rarity }
}

/**
 * Three views of the words, because each fails alone: single words survive reordering, pairs of words tell sentences
 * of the same words apart, and three letters of a word survive inflection (Hungarian, Korean, German) and typing slips.
 * Of unspaced scripts the characters and their pairs do that work.
 */
function* shinglesOf(words: readonly string[]): Generator<string> {
  let previous = ''
  for (const word of words) {
    yield word
    if (previous !== '') yield `${previous} ${word}`
    if (!isUnspaced(word)) yield* trigramsOf(word)
    previous = word
  }
}

function* trigramsOf(word: string): Generator<string> {
  // The mark in front keeps letter groups apart from words, the underscores keep beginnings and ends of words apart.
  const framed = `_${word}_`
  for (let at = 0; at + 3 <= framed.length; at++) yield `#${framed.slice(at, at + 3)}`
}

function bagOf(counts: Map<number, number>, rarity: Float64Array): Bag {
  const ids = Int32Array.from(counts.keys()).sort()
  let weight = 0
  const amounts = ids.map((id) => {
    const count = counts.get(id) ?? 0
    weight += count * (rarity[id] ?? 0)
    return count
  })
  return { ids, counts: amounts, weight }
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
