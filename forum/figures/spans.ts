import type { Range } from './input'

const DAY_MS = 86_400_000
/** More bars than that are weeks: on a phone each still has four pixels. */
const MOST_DAYS = 31

export type Spans = {
  unit: 'day' | 'week'
  /** Beginnings, UTC; the last one has not ended. */
  starts: Date[]
}

/**
 * The days or weeks of a range, so that the last one is today's. They begin at midnight UTC; weeks count back from today, and
 * none is cut off at the beginning.
 */
export function spansOf(days: Range, now: Date): Spans {
  const unit = days <= MOST_DAYS ? 'day' : 'week'
  const size = unit === 'day' ? 1 : 7
  const tomorrow = Math.floor(now.getTime() / DAY_MS) * DAY_MS + DAY_MS
  const count = Math.ceil(days / size)
  const starts = Array.from({ length: count }, (_, index) => new Date(tomorrow - (count - index) * size * DAY_MS))
  return { unit, starts }
}
