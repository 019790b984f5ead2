import { diffArrays } from 'diff'

export type DiffPart = { kind: 'same' | 'added' | 'removed'; text: string }

/** A diff that takes longer is shown as the whole old wording and the whole new one. */
const LONGEST_MS = 500

const segmenter = new Intl.Segmenter(undefined, { granularity: 'word' })

/**
 * What changed between two wordings, word by word; in scripts without spaces by the words a dictionary knows (UAX 29).
 * Joined, the parts that are not `added` are the old wording, those that are not `removed` the new one.
 */
export function wordDiff(before: string, after: string): DiffPart[] {
  const words = (text: string) => Array.from(segmenter.segment(text), ({ segment }) => segment)
  const changes = diffArrays(words(before), words(after), { timeout: LONGEST_MS })
  const parts: DiffPart[] = changes
    ? changes.map(({ added, removed, value }) => ({
        kind: added ? 'added' : removed ? 'removed' : 'same',
        text: value.join(''),
      }))
    : [
        { kind: 'removed', text: before },
        { kind: 'added', text: after },
      ]
  return inPhrases(parts).filter(({ text }) => text !== '')
}

const WORDLESS = /^[^\p{L}\p{N}]*$/u

/** Blanks and commas that happen to be the same between two changes belong to the change: phrases, not confetti. */
function inPhrases(parts: readonly DiffPart[]): DiffPart[] {
  const made: DiffPart[] = []
  let removed = ''
  let added = ''
  const flush = () => {
    made.push({ kind: 'removed', text: removed }, { kind: 'added', text: added })
    removed = ''
    added = ''
  }
  parts.forEach(({ kind, text }, index) => {
    const between = kind === 'same' && index > 0 && index < parts.length - 1 && WORDLESS.test(text)
    if (kind !== 'added' && (kind === 'removed' || between)) removed += text
    if (kind !== 'removed' && (kind === 'added' || between)) added += text
    if (kind === 'same' && !between) {
      flush()
      made.push({ kind, text })
    }
  })
  flush()
  return made
}
