import { MARKS_MOST } from '@/forum/unread/limits'

/** After this long without a look at the essay, coming back is another visit. */
const VISIT_MS = 30 * 60_000

/** Moments of the server's, in milliseconds. `seen`: until when each thread was shown. */
type Visit = { since: number; last: number; seen: Record<string, number> }

const key = (slug: string) => `marginalia:visit:${slug}`

/**
 * What a guest has seen of an essay, on this device: new is what came since their last visit. Undefined on the first one, and
 * where nothing may be stored.
 */
export function beginVisit(slug: string): Visit | undefined {
  const visit = read(slug)
  if (!visit || Date.now() - visit.last < VISIT_MS) return visit
  return write(slug, { since: visit.last, last: visit.last, seen: visit.seen })
}

/** The visit goes on; `settled`: what arrived before has been counted. */
export function goOn(slug: string, settled: number) {
  const visit = read(slug)
  if (visit) write(slug, { ...visit, last: Math.max(visit.last, settled) })
}

export function seeThread(slug: string, paragraphId: string, until: number) {
  const visit = read(slug)
  if (visit)
    write(slug, { ...visit, seen: { ...visit.seen, [paragraphId]: Math.max(visit.seen[paragraphId] ?? 0, until) } })
}

/** Everything up to now, and in the threads named what arrived since. */
export function seeAll(slug: string, settled: number, latest: Record<string, number>) {
  write(slug, { since: settled, last: settled, seen: latest })
}

/** As the doors take it. */
export function marksOf({ since, seen }: Visit): { since: string; seen?: string } {
  const marks = Object.entries(seen)
    .filter(([, until]) => until > since)
    .sort(([, one], [, other]) => other - one)
    .slice(0, MARKS_MOST)
    .map(([paragraphId, until]) => `${paragraphId}~${until}`)
  return { since: new Date(since).toISOString(), ...(marks.length > 0 ? { seen: marks.join(',') } : {}) }
}

function read(slug: string): Visit | undefined {
  try {
    const { since, last, seen } = JSON.parse(localStorage.getItem(key(slug)) ?? '') as Visit
    return Number.isFinite(since) && Number.isFinite(last) && typeof seen === 'object'
      ? { since, last, seen }
      : undefined
  } catch {
    return undefined
  }
}

function write(slug: string, visit: Visit): Visit {
  try {
    localStorage.setItem(key(slug), JSON.stringify(visit))
  } catch {
    // For this page only, then.
  }
  return visit
}
