import type { Tx } from '@/lib/db'

/** In how many of the comments a word stands, 0 to 1, and how many comments there are. */
export type Shares = { of: (word: string) => number; texts: number }

/** PostgreSQL counts words when it analyses the table, which is rarely. */
const KEPT_MS = 5 * 60_000
let kept: { at: number; shares: Shares } | undefined

/**
 * What PostgreSQL knows of the words of comments: the most frequent thousand, counted in a sample, with the share of the last
 * of them; any other word is rarer than that.
 */
export async function readShares(tx: Tx): Promise<Shares> {
  if (kept && Date.now() - kept.at < KEPT_MS) return kept.shares
  const [row] = await tx.$queryRaw<{ words: string[] | null; shares: number[] | null; texts: number }[]>`
    SELECT t."most_common_elems"::text::text[] AS "words", t."most_common_elem_freqs"::float8[] AS "shares",
      greatest(c."reltuples", 0)::float8 AS "texts"
    FROM pg_class c LEFT JOIN pg_stats t
      ON t."schemaname" = current_schema() AND t."tablename" = 'CommentEntry' AND t."attname" = 'words'
    WHERE c."oid" = '"CommentEntry"'::regclass`
  const words = row?.words ?? []
  const shares = row?.shares ?? []
  const byWord = new Map(words.map((word, index) => [word, shares[index] ?? 0]))
  // After the words' own shares come the least and the greatest of them.
  const least = shares[words.length] ?? 0
  const made = { of: (word: string) => byWord.get(word) ?? least / 2, texts: row?.texts ?? 0 }
  kept = { at: Date.now(), shares: made }
  return made
}
