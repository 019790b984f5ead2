import { db } from '@/lib/db'
import { align } from './align'
import type { Block } from './blocks'
import { PARAGRAPHS_MAX } from './input'
import { hashWording } from './wording-hash'

/** Words that came back changed are the old paragraph only when most of them did; below it a new one begins. */
const RETURN_FLOOR = 0.8

/**
 * Retired paragraphs whose last words are in the text again: new index → paragraph. First those whose words name one
 * retired paragraph and one new place, then those that `align` finds without a doubt; anything less clear is new.
 * @param inserted indexes of blocks that come from no present paragraph
 */
export async function findReturning(essayId: string, inserted: readonly number[], blocks: readonly Block[]) {
  const found = new Map<number, string>()
  if (inserted.length === 0) return found
  const retired = await readRetired(essayId)
  const places = new Map(inserted.map((index) => [index, hashWording(blocks[index]?.text ?? '')]))
  const wordsOfPlaces = unambiguous([...places].map(([index, hash]) => [hash, index]))
  for (const [hash, id] of unambiguous(retired.map(({ id, hash }) => [hash, id]))) {
    const index = wordsOfPlaces.get(hash)
    if (index !== undefined) found.set(index, id)
  }
  const hashesOfPlaces = new Set(places.values())
  const left = retired.filter(({ hash }) => !hashesOfPlaces.has(hash))
  const free = inserted.filter((index) => !found.has(index) && !retired.some(({ hash }) => hash === places.get(index)))
  if (left.length === 0 || free.length === 0) return found
  const { old } = align(
    left.map(({ text }) => text),
    free.map((index) => blocks[index]?.text ?? ''),
  )
  old.forEach(({ index, all, score, needsPerson }, from) => {
    if (index === null || all.length > 1 || needsPerson || score < RETURN_FLOOR) return
    const place = free[index]
    const id = left[from]?.id
    if (place !== undefined && id !== undefined && !found.has(place)) found.set(place, id)
  })
  return found
}

/** With their last wording, those that went last first; as many as an essay can have. */
async function readRetired(essayId: string) {
  return db.$queryRaw<{ id: string; hash: string; text: string }[]>`
    SELECT p."id", w."hash", w."text" FROM "Paragraph" p
    JOIN "Revision" gone ON gone."id" = p."retiredInId"
    CROSS JOIN LATERAL (
      SELECT w."hash", w."text" FROM "Wording" w JOIN "Revision" r ON r."id" = w."revisionId"
      WHERE w."paragraphId" = p."id" ORDER BY r."number" DESC LIMIT 1
    ) w
    WHERE p."essayId" = ${essayId}::uuid AND p."retiredInId" IS NOT NULL
    ORDER BY gone."number" DESC, p."id" LIMIT ${PARAGRAPHS_MAX}`
}

/** The pairs whose key stands only once. */
function unambiguous<V>(pairs: readonly (readonly [string, V])[]): Map<string, V> {
  const times = new Map<string, number>()
  for (const [key] of pairs) times.set(key, (times.get(key) ?? 0) + 1)
  return new Map(pairs.filter(([key]) => times.get(key) === 1))
}
