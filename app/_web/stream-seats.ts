import { Refusal } from '@/forum/refusal'
import type { Viewer } from '@/forum/viewer'
import { env } from '@/lib/env'

/** Open streams of this process. A browser shares one among its tabs; a person has a few browsers. */
const PER_PERSON = 10
/** A /24 or a /64: a school or an office behind one address. Whoever finds no seat asks every half minute instead. */
const PER_NETWORK = 300
/** What one of them costs: npm run bench -- --streams. */
const PER_PROCESS = 4_000
const WAIT_SECONDS = 60

const shared = globalThis as typeof globalThis & { marginaliaSeats?: Map<string, number> }

/** @returns gives the seat back. @throws Refusal too-many-streams */
export function takeSeat(viewer: Viewer, network: string): () => void {
  shared.marginaliaSeats ??= new Map()
  const seats = shared.marginaliaSeats
  const wanted = [
    { key: 'all', most: PER_PROCESS },
    viewer.id === null
      ? { key: `network ${network}`, most: PER_NETWORK }
      : { key: `person ${viewer.id}`, most: PER_PERSON },
  ]
  const limited = env().LIMITS === 'on'
  if (limited && wanted.some(({ key, most }) => (seats.get(key) ?? 0) >= most))
    throw new Refusal('too-many-streams', { facts: { seconds: WAIT_SECONDS } })
  for (const { key } of wanted) seats.set(key, (seats.get(key) ?? 0) + 1)
  let taken = true
  return () => {
    if (!taken) return
    taken = false
    for (const { key } of wanted) leave(seats, key)
  }
}

function leave(seats: Map<string, number>, key: string) {
  const left = (seats.get(key) ?? 0) - 1
  if (left > 0) seats.set(key, left)
  else seats.delete(key)
}
