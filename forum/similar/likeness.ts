/** A comment beside a draft: which of the draft's words it has (by number), and how many different words in all. */
export type Candidate = { id: string; hits: readonly number[]; size: number }

/** Below this, texts have a topic in common, not a thought. Chosen by trying pairs in both languages; see the tests. */
const FLOOR = 0.34
/** Fewer words in common are an accident. */
const LEAST_HITS = 3

/**
 * How rare a word is, as a weight: the logarithm of how many texts there are for each that has it (Spärck Jones' inverse
 * document frequency, smoothed so that no word weighs nothing).
 */
export function weightOf(share: number): number {
  return Math.log(1 + 1 / Math.max(share, 1e-6))
}

/**
 * The candidates that say most nearly what the draft says, the likest first: the cosine of the two sets of words, each word
 * weighing by its rarity. Of the candidate's other words only the number is known; they weigh as the draft's do on average.
 * @param weights of the draft's words, by their number
 */
export function likest(weights: readonly number[], candidates: readonly Candidate[], most: number) {
  const sum = (numbers: readonly number[]) => numbers.reduce((total, number) => total + (weights[number] ?? 0), 0)
  const whole = sum([...weights.keys()])
  const mean = whole / Math.max(1, weights.length)
  return candidates
    .map(({ id, hits, size }) => {
      const shared = sum(hits)
      const other = Math.max(0, size - hits.length) * mean
      return { id, hits: hits.length, likeness: whole > 0 ? shared / Math.sqrt(whole * (shared + other)) : 0 }
    })
    .filter(({ hits, likeness }) => hits >= LEAST_HITS && likeness >= FLOOR)
    .sort((a, b) => b.likeness - a.likeness || (a.id < b.id ? -1 : 1))
    .slice(0, most)
}
