import { HANDLE_MAX } from '@/forum/people/input'
import { db } from '@/lib/db'
import type { Span } from '@/lib/markdown'

/** A comment that names more people than these tells nobody else. */
const MOST = 20

/** Handles in lower case to ids. */
export type Known = ReadonlyMap<string, string>

// Not within a word, an address or a path: "a@b", "/@x"; but after any sign of a script that is written without spaces.
const MENTION =
  /(?<!(?![\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}\p{sc=Thai}])[\p{L}\p{M}\p{N}_@./-])[@＠]([\p{L}\p{N}][\p{L}\p{M}\p{N}_-]*)/gu
/** Scripts that are written without spaces: there a name may end before the next word begins. */
const UNSPACED = /[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}\p{sc=Thai}]/u

/** Everybody the words could name, looked up at once. */
export async function findMentioned(body: string): Promise<Known> {
  const handles = new Set<string>()
  for (const [, typed = ''] of [...body.matchAll(MENTION)].slice(0, MOST))
    for (const { handle } of readings(typed)) handles.add(handle)
  if (handles.size === 0) return new Map()
  const people = await db.person.findMany({
    where: { handle: { in: [...handles] } },
    select: { id: true, handle: true },
  })
  return new Map(people.map(({ id, handle }) => [handle, id]))
}

/** Where a text names somebody we know; `met` hears their ids. */
export function mentionSpans(known: Known, met: (id: string) => void): (text: string) => Span[] {
  return (text) =>
    [...text.matchAll(MENTION)].flatMap((match) => {
      const found = readings(match[1] ?? '').find(({ handle }) => known.has(handle))
      if (!found) return []
      met(known.get(found.handle) ?? '')
      const to = match.index + 1 + found.length
      return [{ from: match.index, to, href: `/people/${encodeURIComponent(found.handle)}` }]
    })
}

/** The longest first: the whole word, and in unspaced scripts what stands before each further sign. */
function readings(typed: string): { handle: string; length: number }[] {
  const signs = [...typed].slice(0, HANDLE_MAX + 1)
  const found: { handle: string; length: number }[] = []
  for (let count = signs.length; count >= 2; count--) {
    const next = signs[count]
    if (next !== undefined && !UNSPACED.test(next) && !UNSPACED.test(signs[count - 1] ?? '')) continue
    const words = signs.slice(0, count).join('')
    // A sign like "-" or "_" at the end belongs to the sentence.
    const name = words.replace(/[_-]+$/, '')
    found.push({ handle: name.normalize('NFKC').toLowerCase(), length: name.length })
  }
  return found
}
