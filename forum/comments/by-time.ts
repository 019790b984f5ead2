import { z } from 'zod'
import { Refusal } from '@/forum/refusal'
import { Prisma } from '@/lib/db'

/** The last comment of a page that goes from the newest to the oldest, however many threads it goes through. */
export type Moment = { at: Date; id: string }

/** Milliseconds, as exact as the column, and the id: no comment falls between two pages. */
export function writeMoment(last: Moment): string {
  return `${last.at.getTime().toString(36)}.${last.id}`
}

/** @throws Refusal `bad-input` for anything we did not make */
export function readMoment(cursor: string | undefined): Moment | undefined {
  if (cursor === undefined) return undefined
  const [time = '', id = ''] = cursor.split('.')
  if (!/^[0-9a-z]{1,9}$/.test(time) || !z.uuid().safeParse(id).success)
    throw new Refusal('bad-input', { field: 'cursor' })
  return { at: new Date(Math.min(Number.parseInt(time, 36), 8.64e15)), id }
}

/** Of entries, over the alias `s`: what comes after it on the way to the oldest. */
export function olderThan(last: Moment | undefined): Prisma.Sql {
  return last
    ? Prisma.sql`(s."createdAt", s."commentId") < (${last.at}::timestamptz, ${last.id}::uuid)`
    : Prisma.sql`TRUE`
}

export const NEWEST_FIRST = Prisma.sql`s."createdAt" DESC, s."commentId" DESC`
