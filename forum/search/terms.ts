// How a question becomes what PostgreSQL looks for. It parts words as forum_words() does, which made the entries (see the
// migration "search"): what is no letter and no digit parts them; Chinese, Japanese and Korean come in pairs of characters.

const APART =
  '\\u0001-\\u002f\\u003a-\\u0040\\u005b-\\u0060\\u007b-\\u00bf\\u2000-\\u206f\\u3000-\\u3004\\u3008-\\u303f'
const UNSPACED = '\\u3005-\\u3007\\u3040-\\u30ff\\u3400-\\u9fff\\uac00-\\ud7af\\uf900-\\ufaff\\u{20000}-\\u{3ffff}'
/** Marks a word of which only the beginning was typed. */
const BEGINNING = '*'
/** Quotation marks people type; what stands between two of them is looked for as it stands. */
const QUOTED = /"([^"]*)"|“([^”]*)”|「([^」]*)」|《([^》]*)》/g

const PIECE = new RegExp(`[${UNSPACED}]+|[^${APART}${UNSPACED}]+`, 'gu')
const IS_RUN = new RegExp(`^[${UNSPACED}]`, 'u')
export const WORD = new RegExp(`[^${APART}${UNSPACED}]+`, 'gu')

/** Words that follow each other, or a run of characters without blanks. */
export type Term = { words: string[]; beginning: boolean } | { run: string }

/** Everything that has to be in a text for it to be found; empty when nothing of the question can be looked for. */
export function readTerms(question: string): Term[] {
  const text = question.normalize('NFKC')
  const quoted = [...text.matchAll(QUOTED)].map(([, ...inside]) => inside.find((one) => one !== undefined) ?? '')
  const free = text.replace(QUOTED, ' ').split(/\s+/)
  return [...quoted, ...free].flatMap((part) => termsOf(part))
}

/** Letters and characters beside each other ("SU7车") are looked for each on its own. */
function termsOf(part: string): Term[] {
  const terms: Term[] = []
  let words: string[] = []
  const end = (beginning: boolean) => {
    if (words.length > 0) terms.push({ words, beginning })
    words = []
  }
  for (const [piece] of part.matchAll(PIECE)) {
    if (!IS_RUN.test(piece)) words.push(piece)
    else {
      end(false)
      terms.push({ run: piece })
    }
  }
  end(part.trimEnd().endsWith(BEGINNING))
  return terms
}

/** For to_tsquery: every term. */
export function queryOf(terms: readonly Term[]): string {
  return terms.map((term) => `(${'run' in term ? pairsOf(term.run) : adjacent(term)})`).join(' & ')
}

/** For to_tsquery: any of the words, to mark them; null where there are none. */
export function anyWordOf(terms: readonly Term[]): string | null {
  const each = terms.flatMap((term) =>
    'run' in term
      ? []
      : term.words.map((word, index) => lexeme(word, term.beginning && index === term.words.length - 1)),
  )
  return each.length > 0 ? each.join(' | ') : null
}

/** First letters of the words, in lower case: no stem changes these. */
export function initialsOf(terms: readonly Term[]): Set<string> {
  return new Set(terms.flatMap((term) => ('run' in term ? [] : term.words.map(initialOf))))
}
export const initialOf = (word: string) => ([...word][0] ?? '').toLowerCase()

/** The run wherever it stands, also where a line or a comma goes through it. */
export function runPattern(run: string): RegExp {
  return new RegExp([...run.toLowerCase()].join(`[${APART}]*`), 'gu')
}

/**
 * Pairs from the first character on: an entry has them one after another, whichever of its two passes they are of. A last
 * character alone is the beginning of the pair that comes then, or stands at the end of its run.
 */
function pairsOf(run: string): string {
  const characters = [...run]
  const pairs: string[] = []
  for (let at = 0; at < characters.length; at += 2)
    pairs.push(lexeme(characters.slice(at, at + 2).join(''), at === characters.length - 1))
  return pairs.join(' <-> ')
}

function adjacent({ words, beginning }: { words: string[]; beginning: boolean }): string {
  return words.map((word, index) => lexeme(word, beginning && index === words.length - 1)).join(' <-> ')
}

/** No word has a quote or a backslash in it: both part words. */
const lexeme = (word: string, beginning: boolean) => `'${word}'${beginning ? ':*' : ''}`
