import { z } from 'zod'

/** What cannot be an id names nothing; PostgreSQL would call it an error. */
export function isId(value: string): boolean {
  return z.uuid().safeParse(value).success
}
