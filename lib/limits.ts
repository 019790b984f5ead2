import pg from 'pg'
import { RateLimiterPostgres, RateLimiterRes } from 'rate-limiter-flexible'
import { env } from './env'
import { logError } from './log'
import { keyedHash } from './secret'

/** `points` acts in `seconds`; the names are those of the acts, so that a table of limits reads as a sentence. */
export type Limit = { name: string; points: number; seconds: number }

const shared = globalThis as typeof globalThis & {
  marginaliaLimits?: { pool: pg.Pool; limiters: Map<string, RateLimiterPostgres> }
}

function limiter(limit: Limit): RateLimiterPostgres {
  shared.marginaliaLimits ??= { pool: openPool(), limiters: new Map() }
  const known = shared.marginaliaLimits.limiters.get(limit.name)
  if (known) return known
  const made = new RateLimiterPostgres({
    storeClient: shared.marginaliaLimits.pool,
    tableName: 'rate_limit',
    tableCreated: true,
    keyPrefix: limit.name,
    points: limit.points,
    duration: limit.seconds,
  })
  shared.marginaliaLimits.limiters.set(limit.name, made)
  return made
}

function openPool(): pg.Pool {
  const pool = new pg.Pool({ connectionString: env().DATABASE_URL, max: 3, connectionTimeoutMillis: 5_000 })
  // An idle connection that the database closes (a restart) is no reason to end the process; the next act opens another.
  pool.on('error', (error) => logError('a connection for limits was lost', error))
  return pool
}

/**
 * Counts one act of `key` (a person's id or a network). Kept in PostgreSQL, as a keyed hash: a restart does not reset it, and
 * nobody reads networks there.
 * @returns seconds to wait, or 0 when the act is within the limit.
 */
export async function countAgainst(limit: Limit, key: string): Promise<number> {
  if (env().LIMITS === 'off') return 0
  try {
    await limiter(limit).consume(keyedHash(key))
    return 0
  } catch (refused) {
    if (refused instanceof RateLimiterRes) return Math.max(1, Math.ceil(refused.msBeforeNext / 1000))
    throw refused
  }
}

/** Limits of every kind are out of the way of measuring, whether they are counted here or in the forum's own tables. */
export const limitsAreOff = () => env().LIMITS === 'off'
