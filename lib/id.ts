import { v7 } from 'uuid'

/** A UUID version 7 (RFC 9562): sorts by the time it was made, also within a millisecond of one process. */
export function newId(): string {
  return v7()
}

/** The first id that could be made at a time: where a search by id begins that is about a span of time. */
export function firstIdAt(time: Date): string {
  const digits = time.getTime().toString(16).padStart(12, '0')
  return `${digits.slice(0, 8)}-${digits.slice(8, 12)}-7000-8000-000000000000`
}
