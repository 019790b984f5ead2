import { db } from '@/lib/db'
import { likelyWords } from './excerpt'
import { anyWordOf, type Term } from './terms'

/** Which words of the texts are among those looked for; PostgreSQL decides, who found the texts by the same stems. */
export async function foundWords(texts: readonly string[], terms: readonly Term[]): Promise<(word: string) => boolean> {
  const query = anyWordOf(terms)
  const likely = [...new Set(texts.flatMap((text) => likelyWords(text, terms)))]
  if (query === null || likely.length === 0) return () => false
  const rows = await db.$queryRaw<{ word: string }[]>`
    SELECT t."word" FROM unnest(${likely}::text[]) AS t("word")
    WHERE to_tsvector('forum_words', t."word") @@ to_tsquery('forum_words', ${query})`
  const found = new Set(rows.map(({ word }) => word))
  return (word) => found.has(word)
}
