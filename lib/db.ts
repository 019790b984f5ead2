import { createHash } from 'node:crypto'
import { PrismaPg } from '@prisma/adapter-pg'
import { env } from './env'
import { PrismaClient } from './generated/prisma/client'

export { Prisma } from './generated/prisma/client'

export type Db = PrismaClient
/** Inside a transaction: the same models, no way to open another. */
export type Tx = Parameters<Parameters<PrismaClient['$transaction']>[0]>[0]

function connect(): PrismaClient {
  const pool = {
    connectionString: env().DATABASE_URL,
    max: 10,
    // Without a limit a request would wait for ever when the database is gone.
    connectionTimeoutMillis: 5_000,
    idleTimeoutMillis: 30_000,
  }
  // Named statements: PostgreSQL plans each of our queries once per connection.
  const adapter = new PrismaPg(pool, {
    statementNameGenerator: (query) => createHash('md5').update(query.sql).digest('hex'),
  })
  return new PrismaClient({ adapter, transactionOptions: { maxWait: 5_000, timeout: 15_000 } })
}

// One client a process: the development server evaluates modules again and again, and route bundles have their own copy.
const shared = globalThis as typeof globalThis & { marginaliaDb?: PrismaClient }

/** The database. Connects at the first query, so that importing this file needs no server. */
export const db: PrismaClient = new Proxy({} as PrismaClient, {
  get(_, property) {
    shared.marginaliaDb ??= connect()
    const value = Reflect.get(shared.marginaliaDb, property, shared.marginaliaDb)
    return typeof value === 'function' ? value.bind(shared.marginaliaDb) : value
  },
})

/** SQLSTATE of a failed query, whether the ORM or a raw query met it; undefined for anything else. */
export function sqlState(error: unknown): string | undefined {
  if (typeof error !== 'object' || error === null) return undefined
  if ('code' in error && error.code === 'P2002') return '23505'
  if ('code' in error && error.code === 'P2034') return '40001'
  const cause = Reflect.get(error, 'cause') ?? Reflect.get(Reflect.get(error, 'meta') ?? {}, 'driverAdapterError')
  const inner = typeof cause === 'object' && cause !== null ? (Reflect.get(cause, 'cause') ?? cause) : undefined
  const state = typeof inner === 'object' && inner !== null ? Reflect.get(inner, 'originalCode') : undefined
  return typeof state === 'string' ? state : undefined
}
