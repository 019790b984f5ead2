import { z } from 'zod'
import { Refusal } from '@/forum/refusal'
import type { Viewer } from '@/forum/viewer'
import { listedEssaysSql } from '@/forum/visibility'
import { Prisma } from '@/lib/db'
import { excerpt } from './excerpt'
import { foundWords } from './found-words'
import { inTime } from './in-time'
import type { Scope } from './scope'
import { queryOf, type Term } from './terms'

const TITLES = 5

type Row = {
  paragraphId: string
  ordinal: number
  text: string
  essayId: string
  slug: string
  title: string
  language: string
}

/** Paragraphs as they read now, by essay, the newest first, in the order of their texts. @throws Refusal bad-input */
export async function findParagraphs(
  viewer: Viewer,
  terms: readonly Term[],
  { essayId, paragraphId }: Scope,
  page: { limit: number; cursor: string | undefined },
) {
  const after = readPlace(page.cursor)
  const within = essayId ? Prisma.sql`e."id" = ${essayId}::uuid` : Prisma.sql`TRUE`
  const one = paragraphId ? Prisma.sql`s."paragraphId" = ${paragraphId}::uuid` : Prisma.sql`TRUE`
  const rows = await inTime(
    (tx) => tx.$queryRaw<Row[]>`
    SELECT w."paragraphId", w."ordinal", w."text", e."id" AS "essayId", e."slug", e."title", e."language"
    FROM "ParagraphEntry" s JOIN "Essay" e ON e."id" = s."essayId"
    CROSS JOIN LATERAL (SELECT r."id" FROM "Revision" r WHERE r."essayId" = e."id" ORDER BY r."number" DESC LIMIT 1) r
    JOIN "Wording" w ON w."paragraphId" = s."paragraphId" AND w."revisionId" = r."id"
    WHERE ${listedEssaysSql(viewer)} AND ${within} AND ${one} AND s."words" @@ to_tsquery('forum_words', ${queryOf(terms)})
      AND ${after ? beyond(after) : Prisma.sql`TRUE`}
    ORDER BY e."id" DESC, w."ordinal" LIMIT ${page.limit + 1}::int`,
  )
  const shown = rows.slice(0, page.limit)
  const isFound = await foundWords(
    shown.map(({ text }) => text),
    terms,
  )
  const last = rows.length > page.limit ? shown.at(-1) : undefined
  return {
    paragraphs: shown.map(({ text, essayId: _, ...found }) => ({ ...found, parts: excerpt(text, terms, isFound) })),
    cursor: last ? `${last.ordinal}.${last.essayId}` : null,
  }
}

/** Essays whose title has every term. */
export async function findTitles(viewer: Viewer, terms: readonly Term[], { essayId }: Scope) {
  const within = essayId ? Prisma.sql`e."id" = ${essayId}::uuid` : Prisma.sql`TRUE`
  const rows = await inTime(
    (tx) => tx.$queryRaw<{ slug: string; title: string; language: string }[]>`
    SELECT e."slug", e."title", e."language" FROM "Essay" e
    WHERE ${listedEssaysSql(viewer)} AND ${within} AND forum_words(e."title") @@ to_tsquery('forum_words', ${queryOf(terms)})
    ORDER BY e."id" DESC LIMIT ${TITLES}::int`,
  )
  const isFound = await foundWords(
    rows.map(({ title }) => title),
    terms,
  )
  return rows.map((essay) => ({ ...essay, parts: excerpt(essay.title, terms, isFound) }))
}

type Place = { ordinal: number; essayId: string }

const beyond = (last: Place) =>
  Prisma.sql`(e."id" < ${last.essayId}::uuid OR (e."id" = ${last.essayId}::uuid AND w."ordinal" > ${last.ordinal}::int))`

function readPlace(cursor: string | undefined): Place | undefined {
  if (cursor === undefined) return undefined
  const [ordinal = '', essayId = ''] = cursor.split('.')
  if (!/^\d{1,9}$/.test(ordinal) || !z.uuid().safeParse(essayId).success)
    throw new Refusal('bad-input', { field: 'cursor' })
  return { ordinal: Number(ordinal), essayId }
}
