import search from 'approx-string-match'

/** White space and quotation marks differ between what is selected in a browser and what is stored. */
export function plainWords(text: string): string {
  return text
    .normalize('NFKC')
    .replace(/[\u2018\u2019\u201a\u201b]/g, "'")
    .replace(/[\u201c\u201d\u201e\u201f]/g, '"')
    .replace(/\s+/g, ' ')
    .trim()
}

/** The same of one character: white space is a blank. */
export const plainSign = (sign: string) => (/\s/.test(sign) ? ' ' : plainWords(sign))

/** Whether a text says these very words. */
export function says(text: string, words: string): boolean {
  return plainWords(text).includes(plainWords(words))
}

/** Below this likeness words are other words: better an old quote that is called old than a confident wrong place. */
const FLOOR = 0.85
/** A shorter quote is found as it is or not at all: with few letters everything is near everything. */
const SHORTEST = 16

/**
 * Whether a text says some words, give or take a typing error: at most 15 edits in 100 characters (Levenshtein distance,
 * Myers' bit-parallel search).
 */
export function saysNearly(text: string, words: string): boolean {
  const [whole, part] = [plainWords(text), plainWords(words)]
  if (whole.includes(part)) return true
  if (part.length < SHORTEST) return false
  return search(whole, part, Math.floor(part.length * (1 - FLOOR))).length > 0
}
