import { plainWords } from '@/forum/comments/plain'
import { closedTo } from '@/forum/essay/closed'
import { refuseTooFast } from '@/forum/people/pace'
import { inTime } from '@/forum/search/in-time'
import type { Viewer } from '@/forum/viewer'
import { commonEntriesSql, commonWords, visibleEssays } from '@/forum/visibility'
import { db, Prisma, type Tx } from '@/lib/db'
import type { FindSimilar } from './input'
import { type Candidate, likest, weightOf } from './likeness'
import { readShares } from './shares'

const SHOWN = 3
/** Asked when somebody pauses in typing. */
const ASKING = { name: 'similar', points: 40, seconds: 60 }
/** Characters of the draft that are looked at, and different words of them: what a comment is about stands early. */
const LOOKED_AT = 1_500
const WORDS = 48
/** Fewer words say nothing yet. */
const LEAST_WORDS = 4
/** The newest comments of the essay are compared one by one, whatever their words. */
const NEAR = 300
/** Of the older ones those with a rare word of the draft: together about so many, by what PostgreSQL knows of the words. */
const FAR = 2_000
/** Those of them that have most of its words go on to be compared. */
const COMPARED = 200
/** It is an offer beside what somebody writes: late it is worth nothing. */
const PATIENCE_MS = 1_500
/** Characters of an offered comment. */
const EXCERPT = 220
/** How many texts have a word of grammar, where there are too few to know. */
const GRAMMAR = 0.6

export type Similar = Awaited<ReturnType<typeof findSimilar>>['comments'][number]

/**
 * Comments of the essay that say nearly what is being written. Looked for by words and pairs of characters, as the search
 * has them; the rarer a word, the more it says.
 * @throws Refusal not-found, sign-in-required, too-fast, search-too-long
 */
export async function findSimilar(viewer: Viewer, network: string, paragraphId: string, input: FindSimilar) {
  const paragraph = await db.paragraph.findFirst({
    where: { id: paragraphId, essay: visibleEssays(viewer) },
    select: { essayId: true },
  })
  if (!paragraph) throw await closedTo(viewer, { paragraphs: { some: { id: paragraphId } } })
  await refuseTooFast(ASKING, viewer.id ?? network)
  const found = await inTime((tx) => compare(tx, paragraph.essayId, ownWords(input.body)), PATIENCE_MS)
  const ids = found.filter(({ id }) => id !== input.except).slice(0, SHOWN)
  return { comments: await readOffered(viewer, ids) }
}

/** Without the words of others that the draft quotes. */
const ownWords = (body: string) => body.replace(/^ {0,3}>.*$/gm, ' ').slice(0, LOOKED_AT)

async function compare(tx: Tx, essayId: string, text: string) {
  const known = await tx.$queryRaw<{ word: string; isGrammar: boolean }[]>`
    SELECT l."word", coalesce(ts_lexize('english_stem', l."word") = '{}', FALSE) AS "isGrammar"
    FROM unnest(tsvector_to_array(forum_words(${text}))) AS l("word")`
  const shares = await readShares(tx)
  const words = known
    .map(({ word, isGrammar }) => ({ word, share: Math.max(shares.of(word), isGrammar ? GRAMMAR : 0) }))
    .sort((a, b) => a.share - b.share)
    .slice(0, WORDS)
  if (words.length < LEAST_WORDS) return []
  const near = await readNear(tx, essayId, words)
  const far = near.length < NEAR ? [] : await readFar(tx, essayId, words, rareOf(words, shares.texts))
  const candidates = new Map([...near, ...far].map((row) => [row.id, row]))
  return likest(weightsIn(words, near), [...candidates.values()], SHOWN + 1)
}

type Word = { word: string; share: number }

/** The rarest, until they would bring too many comments. */
function rareOf(words: readonly Word[], texts: number): Word[] {
  let expected = 0
  return words.filter(({ share }) => {
    expected += Math.max(1, share * texts)
    return expected <= FAR
  })
}

/** What is said here all the time says little here, however rare it is elsewhere. */
function weightsIn(words: readonly Word[], near: readonly Candidate[]): number[] {
  const counts = new Array<number>(words.length).fill(0)
  for (const { hits } of near) for (const number of hits) counts[number] = (counts[number] ?? 0) + 1
  return words.map(({ share }, number) => {
    const here = near.length >= 20 ? (counts[number] ?? 0) / near.length : 0
    return weightOf(Math.max(share, here))
  })
}

/** No word has a quote or a backslash in it: both part words. */
const asQuery = ({ word }: Word) => `'${word}'`

const hitsSql = (words: readonly Word[]) => Prisma.sql`ARRAY(
  SELECT (d."number" - 1)::int FROM unnest(${words.map(asQuery)}::text[]) WITH ORDINALITY AS d("query", "number")
  WHERE s."words" @@ d."query"::tsquery)`

function readNear(tx: Tx, essayId: string, words: readonly Word[]): Promise<Candidate[]> {
  return tx.$queryRaw<Candidate[]>`
    SELECT s."commentId" AS "id", ${hitsSql(words)} AS "hits", length(s."words") AS "size" FROM (
      SELECT s.* FROM "CommentEntry" s WHERE s."essayId" = ${essayId}::uuid AND ${commonEntriesSql()}
      ORDER BY s."createdAt" DESC, s."commentId" DESC LIMIT ${NEAR}::int
    ) s`
}

async function readFar(tx: Tx, essayId: string, words: readonly Word[], rare: readonly Word[]): Promise<Candidate[]> {
  if (rare.length === 0) return []
  // The index of words is read for these few alone: the essay is asked of what it brings.
  return tx.$queryRaw<Candidate[]>`
    WITH s AS MATERIALIZED (
      SELECT s."commentId", s."essayId", s."published", s."words" FROM "CommentEntry" s
      WHERE s."words" @@ ${rare.map(asQuery).join(' | ')}::tsquery
    ), compared AS (
      SELECT s."commentId" AS "id", ${hitsSql(words)} AS "hits", length(s."words") AS "size" FROM s
      WHERE s."essayId" = ${essayId}::uuid AND ${commonEntriesSql()}
    )
    SELECT * FROM compared ORDER BY cardinality("hits") DESC, "id" LIMIT ${COMPARED}::int`
}

async function readOffered(viewer: Viewer, found: readonly { id: string; likeness: number }[]) {
  if (found.length === 0) return []
  const ids = found.map(({ id }) => id)
  const rows = await db.comment.findMany({
    where: { AND: [commonWords(), { essay: visibleEssays(viewer) }, { id: { in: ids } }] },
    select: {
      id: true,
      html: true,
      paragraphId: true,
      score: true,
      createdAt: true,
      authorId: true,
      author: { select: { handle: true } },
      votes: {
        where: { personId: viewer.id ?? undefined },
        take: viewer.id === null ? 0 : 1,
        select: { personId: true },
      },
    },
  })
  const byId = new Map(rows.map((row) => [row.id, row]))
  return ids.flatMap((id) => {
    const row = byId.get(id)
    if (!row) return []
    const words = [...plainWords(row.html)]
    return [
      {
        id,
        paragraphId: row.paragraphId,
        handle: row.author.handle,
        words: words.length > EXCERPT ? `${words.slice(0, EXCERPT).join('').trimEnd()}…` : words.join(''),
        score: row.score,
        createdAt: row.createdAt.toISOString(),
        own: row.authorId === viewer.id,
        voted: row.votes.length > 0,
      },
    ]
  })
}
