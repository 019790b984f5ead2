import { withDatabase } from '../serve/database'
import { readMigrationState, withClient } from './migrations'

/** Looks at everything, one line each. @returns whether all is well (after mending what can be mended with `fix`) */
export async function doctor({ fix }: { fix: boolean }): Promise<boolean> {
  return withDatabase(async (url) => {
    report(true, 'the database answers')
    if (!report(...(await migrations(url)))) return false
    process.env.DATABASE_URL = url
    const { db } = await import('@/lib/db')
    try {
      const well = [...(await counters(fix)), await log(), ...(await orphans()), await outbox()]
      return well.every(Boolean)
    } finally {
      await db.$disconnect()
    }
  })
}

async function migrations(url: string): Promise<[boolean, string]> {
  const { applied, missing, unknown, unfinished } = await withClient(url, readMigrationState)
  if (unfinished.length > 0) return [false, `the migration ${unfinished[0]} was begun and not finished`]
  if (missing.length > 0) return [false, `the migration ${missing[0]} is not applied: run npm start once`]
  if (unknown.length > 0) return [false, `the database is of a newer version (${unknown[0]})`]
  return [true, `${applied.length} ${applied.length === 1 ? 'migration' : 'migrations'} applied, none missing`]
}

async function counters(fix: boolean): Promise<boolean[]> {
  const { COUNTER_NAMES, countDrift, recount } = await import('@/forum/upkeep/counters')
  const drifts: number[] = []
  for (const name of COUNTER_NAMES) drifts.push(await countDrift(name))
  if (fix && drifts.some((drift) => drift > 0)) {
    const changed = await recount()
    console.log(`mended  ${changed} counters`)
    const { WAKE_ALL } = await import('./wake')
    const { db, Prisma } = await import('@/lib/db')
    await db.$executeRaw(Prisma.sql`SELECT pg_notify(${WAKE_ALL.values[0]}, ${WAKE_ALL.values[1]})`)
    return counters(false)
  }
  return COUNTER_NAMES.map((name, index) => {
    const drift = drifts[index] ?? 0
    return report(drift === 0, `counted ${name}: ${drift} wrong${drift > 0 ? ' (--fix sets them right)' : ''}`)
  })
}

async function log(): Promise<boolean> {
  const { verify } = await import('./verify-log')
  const { sentence, whole } = await verify(undefined)
  return report(whole, `the log: ${sentence.split('\n')[0]}`)
}

async function orphans(): Promise<boolean[]> {
  const { findOrphans, ORPHAN_CHECKS } = await import('@/forum/upkeep/orphans')
  const well: boolean[] = []
  for (const check of ORPHAN_CHECKS) {
    const { found, example } = await findOrphans(check)
    well.push(report(found === 0, `${found} ${check}${example ? `, such as ${example}` : ''}`))
  }
  return well
}

/** Nothing runs by itself every day: what is no longer needed goes when somebody looks. */
async function outbox(): Promise<boolean> {
  const { pruneOutbox } = await import('@/forum/upkeep/outbox')
  return report(true, `${await pruneOutbox()} rows of the outbox were older than a week, and are gone`)
}

function report(well: boolean, what: string): boolean {
  console.log(`${well ? 'ok    ' : 'WRONG '}  ${what}`)
  return well
}
