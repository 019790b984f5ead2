import { createHash } from 'node:crypto'
import { diffArrays } from 'diff'
import { wordsOf } from './words'

export type DiffPart = { kind: 'same' | 'added' | 'removed'; text: string }

/** A diff that takes longer is shown as the whole old wording and the whole new one. */
const LONGEST_MS = 500

/** Wordings never change: a diff is computed once. Kept by its least recent use, up to so many characters of parts. */
const KEPT_CHARACTERS = 2_000_000
const kept = new Map<string, { parts: DiffPart[]; characters: number }>()
let keptCharacters = 0

/** What changed between two wordings; see `compute`. One that was asked for before is not computed again. */
export function wordDiff(before: string, after: string): DiffPart[] {
  const key = createHash('sha256').update(`${before.length}:`).update(before).update(after).digest('base64')
  const known = kept.get(key)
  if (known) {
    kept.delete(key)
    kept.set(key, known)
    return known.parts
  }
  const parts = compute(before, after)
  const characters = before.length + after.length
  kept.set(key, { parts, characters })
  keptCharacters += characters
  for (const [oldest, { characters: freed }] of kept) {
    if (keptCharacters <= KEPT_CHARACTERS) break
    kept.delete(oldest)
    keptCharacters -= freed
  }
  return parts
}

/**
 * What changed between two wordings, word by word. Joined, the parts that are not `added` are the old wording, those that are not `removed` the new one.
 */
function compute(before: string, after: string): DiffPart[] {
  const changes = diffArrays(wordsOf(before), wordsOf(after), { timeout: LONGEST_MS })
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
