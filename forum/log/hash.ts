import { createHash } from 'node:crypto'

/** What of an entry is hashed: everything but the hash itself, in this order. */
export type LogFacts = {
  seq: bigint
  at: Date
  act: string
  essayId: string | null
  subject: string
  byId: string | null
  reason: string | null
  details: unknown
  prevHash: string
}

/** `prevHash` of the first entry. */
export const GENESIS = '0'.repeat(64)

/**
 * SHA-256 (hex) over the JSON array of an entry's facts, the hash of the entry before it included: whoever changes,
 * removes or reorders an entry breaks every later hash.
 */
export function hashEntry(entry: LogFacts): string {
  const facts = [
    entry.seq.toString(),
    entry.at.toISOString(),
    entry.act,
    entry.essayId,
    entry.subject,
    entry.byId,
    entry.reason,
    canonical(entry.details),
    entry.prevHash,
  ]
  return createHash('sha256').update(JSON.stringify(facts)).digest('hex')
}

/** jsonb does not keep the order of keys: they are sorted before hashing. */
function canonical(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(canonical)
  if (typeof value !== 'object' || value === null) return value
  const sorted = Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1))
  return Object.fromEntries(sorted.map(([key, inner]) => [key, canonical(inner)]))
}
