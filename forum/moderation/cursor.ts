import { z } from 'zod'

/** The last case of a page: when it was opened (in the list of open ones) or closed, and its id. */
export type Place = { at: Date; id: string }

/** Milliseconds and id, e.g. `mib2x0c1.0193…`: as exact as the column, so that no case falls between two pages. */
export function writeCursor(last: Place): string {
  return `${last.at.getTime().toString(36)}.${last.id}`
}

/** @returns undefined for anything we did not make: the list then begins at its beginning. */
export function readCursor(cursor: string | undefined): Place | undefined {
  const [time = '', id = ''] = cursor?.split('.') ?? []
  if (!/^[0-9a-z]{1,9}$/.test(time) || !z.uuid().safeParse(id).success) return undefined
  return { at: new Date(Number.parseInt(time, 36)), id }
}
