import { z } from 'zod'
import { Refusal } from '@/forum/refusal'
import type { Sort } from './input'

const Place = z.tuple([z.enum(['best', 'newest', 'oldest', 'replies']), z.int32().min(-1), z.uuid()])

/**
 * The last comment of a page: its id, and where the best come first the score it stood by when the page was made. A place
 * without words stands by -1, whatever votes it once had; 0 where the order does not ask for it.
 */
export type Place = { score: number; id: string }

export function writeCursor(order: Sort | 'replies', last: Place): string {
  return Buffer.from(JSON.stringify([order, last.score, last.id])).toString('base64url')
}

/** @throws Refusal `bad-input` for anything we did not make, or made for another order. */
export function readCursor(order: Sort | 'replies', cursor: string | undefined): Place | undefined {
  if (cursor === undefined) return undefined
  const place = Place.safeParse(decode(cursor))
  if (!place.success || place.data[0] !== order) throw new Refusal('bad-input', { field: 'cursor' })
  return { score: place.data[1], id: place.data[2] }
}

function decode(cursor: string): unknown {
  try {
    return JSON.parse(Buffer.from(cursor, 'base64url').toString('utf8'))
  } catch {
    return undefined
  }
}
