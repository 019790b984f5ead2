import { initialOf, initialsOf, runPattern, type Term, WORD } from './terms'

/** A piece of a text, and whether it is what was looked for. */
export type Part = { text: string; found: boolean }
type Span = { from: number; to: number }

/** Characters of an excerpt; about a third of them stand before the first place found. */
const LENGTH = 240
const BEFORE = 80
/** So near to where an excerpt would begin or end it is cut at a blank. */
const EDGE = 26

/** Words of a text that may be what was looked for, in lower case: PostgreSQL says of which of them that is true. */
export function likelyWords(text: string, terms: readonly Term[]): string[] {
  const initials = initialsOf(terms)
  return initials.size === 0
    ? []
    : [...fold(text).folded.matchAll(WORD)].map(([word]) => word).filter((word) => initials.has(initialOf(word)))
}

/** The surroundings of what was found, every place in them marked. @param isFound of a word in lower case */
export function excerpt(text: string, terms: readonly Term[], isFound: (word: string) => boolean): Part[] {
  const spans = placesIn(text, terms, isFound)
  const from = cutBefore(text, Math.max(0, richest(text, spans) - BEFORE))
  const to = cutAfter(text, from + LENGTH)
  const parts: Part[] = [{ text: from > 0 ? '…' : '', found: false }]
  let at = from
  for (const span of spans.filter((one) => one.from >= from && one.from < to)) {
    parts.push({ text: text.slice(at, span.from), found: false })
    at = Math.min(span.to, to)
    parts.push({ text: text.slice(span.from, at), found: true })
  }
  parts.push({ text: text.slice(at, to) + (to < text.length ? '…' : ''), found: false })
  return parts.filter((part) => part.text !== '')
}

/** Where most of the different words stand near each other; of several such places the first. */
function richest(text: string, spans: readonly Span[]): number {
  let best = { from: 0, words: 0 }
  for (const [index, { from }] of spans.entries()) {
    const words = new Set<string>()
    for (let next = index; (spans[next]?.to ?? Infinity) <= from + LENGTH - BEFORE; next++)
      words.add(text.slice(spans[next]?.from, spans[next]?.to).toLowerCase())
    // One that is longer than an excerpt is found all the same.
    if (Math.max(1, words.size) > best.words) best = { from, words: Math.max(1, words.size) }
  }
  return best.from
}

/** In order, and none within another. */
function placesIn(text: string, terms: readonly Term[], isFound: (word: string) => boolean): Span[] {
  const { folded, origin } = fold(text)
  const found: Span[] = []
  const add = (index: number, length: number) =>
    found.push({ from: origin[index] ?? text.length, to: origin[index + length] ?? text.length })
  for (const term of terms)
    if ('run' in term) for (const match of folded.matchAll(runPattern(term.run))) add(match.index, match[0].length)
  for (const match of folded.matchAll(WORD)) if (isFound(match[0])) add(match.index, match[0].length)
  const spans: Span[] = []
  for (const span of found.sort((a, b) => a.from - b.from || b.to - a.to))
    if (span.from >= (spans.at(-1)?.to ?? 0)) spans.push(span)
  return spans
}

/** As entries are made: compatible forms as one, small letters; `origin` says where each unit stood in the text. */
function fold(text: string): { folded: string; origin: number[] } {
  let folded = ''
  const origin: number[] = []
  let at = 0
  for (const sign of text) {
    const one = sign.normalize('NFKC').toLowerCase()
    for (let unit = 0; unit < one.length; unit++) origin.push(at)
    folded += one
    at += sign.length
  }
  return { folded, origin }
}

/** Not within a word where blanks are near, nor within a character. */
function cutBefore(text: string, at: number): number {
  if (at === 0) return 0
  const blank = text.slice(at, at + EDGE).search(/\s/)
  return whole(text, blank < 0 ? at : at + blank + 1)
}

function cutAfter(text: string, at: number): number {
  if (at >= text.length) return text.length
  const blank = text.slice(at - EDGE, at).search(/\s\S*$/)
  return whole(text, blank < 0 ? at : at - EDGE + blank)
}

const whole = (text: string, at: number) => (/[\udc00-\udfff]/.test(text[at] ?? '') ? at + 1 : at)
