import { RE2JS } from 're2js'

/** What a rule looks for: words, one a line, or a pattern of RE2. */
export type LooksFor = { kind: 'words' | 'pattern'; looksFor: string }

/** Whether a text has it, and where: the piece that was found, null when there is none. */
export type Matcher = (text: string) => string | null

/**
 * Instructions of a compiled pattern. Matching takes at most so many steps a character: `(\pL{1,99}){1,99}` is short to write
 * and has ten thousand of them. RE2 has no pattern whose time grows faster than the text.
 */
const MOST_INSTRUCTIONS = 2_000

/** @throws PatternProblem when it is no pattern, or one that takes too long */
export function matcherOf({ kind, looksFor }: LooksFor): Matcher {
  const pattern = compile(kind === 'words' ? ofWords(looksFor) : looksFor)
  return (text) => {
    const found = pattern.matcher(plainly(text))
    return found.find() ? (found.group() ?? '') : null
  }
}

export class PatternProblem extends Error {
  override name = 'PatternProblem'
}

function compile(pattern: string): RE2JS {
  let made: RE2JS
  try {
    made = RE2JS.compile(pattern, RE2JS.CASE_INSENSITIVE)
  } catch (error) {
    throw new PatternProblem(error instanceof Error ? error.message : 'no pattern')
  }
  if (made.programSize() > MOST_INSTRUCTIONS) throw new PatternProblem('too large')
  if (made.matcher('').find()) throw new PatternProblem('matches nothing at all')
  return made
}

const NO_EDGES = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}]/u

/**
 * A word stands between signs that are no letters; scripts without blanks between words have no such edges. They are written
 * once around all words: beside each, a list of ten takes three times as long.
 */
function ofWords(list: string): string {
  const words = list
    .split('\n')
    .map((line) => plainly(line).trim())
    .filter((line) => line !== '')
  const bare = words.filter((word) => NO_EDGES.test(word)).map((word) => RE2JS.quote(word))
  const edged = words.filter((word) => !NO_EDGES.test(word)).map((word) => RE2JS.quote(word))
  const between = edged.length > 0 ? [`(?:^|[^\\pL\\pN])(?:${edged.join('|')})(?:$|[^\\pL\\pN])`] : []
  return [...between, ...bare].join('|')
}

/** Wide and narrow forms are the same letters, and what nobody sees parts no word. */
const plainly = (text: string) => text.normalize('NFKC').replace(/[\u00ad\u200b-\u200d\u2060\ufeff]/g, '')
