import { closeSync, openSync, readSync, statSync } from 'node:fs'
import pg from 'pg'
import { z } from 'zod'

// PostgreSQL's auto_explain writes the plan of every statement into its log, with what it really did: so the plans are
// those of the forum's own functions on the forum's own connections, prepared statements included.

/** A step of a plan, as EXPLAIN (ANALYZE, BUFFERS, FORMAT JSON) names things. Rows are averages over the loops. */
export const Step = z.object({
  'Node Type': z.string(),
  'Relation Name': z.string().optional(),
  Alias: z.string().optional(),
  'Index Name': z.string().optional(),
  'Index Cond': z.string().optional(),
  'Recheck Cond': z.string().optional(),
  Filter: z.string().optional(),
  'Subplan Name': z.string().optional(),
  'Actual Rows': z.number().default(0),
  'Actual Loops': z.number().default(0),
  'Rows Removed by Filter': z.number().default(0),
  'Rows Removed by Index Recheck': z.number().default(0),
  'Shared Hit Blocks': z.number().default(0),
  'Shared Read Blocks': z.number().default(0),
  get Plans() {
    return z.array(Step).default([])
  },
})
export type Step = z.infer<typeof Step>

const Explained = z.object({ 'Query Text': z.string(), Plan: Step })
export type Plan = { sql: string; ms: number; root: Step }

/** `custom`: PostgreSQL chooses, as in the forum. `generic`: one plan for all values, which it may choose any time. */
export type Planning = 'custom' | 'generic'

/** For connections opened from now on. */
export async function explainEverything(adminUrl: string, database: string, planning: Planning): Promise<void> {
  const settings = {
    session_preload_libraries: 'auto_explain',
    'auto_explain.log_min_duration': '0',
    'auto_explain.log_analyze': 'on',
    'auto_explain.log_buffers': 'on',
    'auto_explain.log_format': 'json',
    plan_cache_mode: planning === 'generic' ? 'force_generic_plan' : 'auto',
  }
  const set = Object.entries(settings).map(([name, value]) => `ALTER DATABASE "${database}" SET ${name} = '${value}'`)
  await administrate(adminUrl, set)
}

/** As before, for connections opened from now on. */
export async function explainNothing(adminUrl: string, database: string): Promise<void> {
  await administrate(adminUrl, [`ALTER DATABASE "${database}" RESET ALL`])
}

async function administrate(adminUrl: string, statements: string[]): Promise<void> {
  const client = new pg.Client({ connectionString: adminUrl })
  await client.connect()
  try {
    for (const statement of statements) await client.query(statement)
  } finally {
    await client.end()
  }
}

/** The plans of the statements that ran during `work`, in their order. */
export async function plansOf(log: string, work: () => Promise<unknown>): Promise<Plan[]> {
  const from = statSync(log).size
  await work()
  return readPlans(readFrom(log, from))
}

const BEGINNING = /LOG: {2}duration: ([\d.]+) ms {2}plan:\n((?:\t.*\n)+)/g

function readPlans(text: string): Plan[] {
  return [...text.matchAll(BEGINNING)].map(([, ms, json]) => {
    const found = Explained.parse(JSON.parse(json ?? ''))
    return { sql: found['Query Text'], ms: Number(ms), root: found.Plan }
  })
}

function readFrom(file: string, from: number): string {
  const bytes = Buffer.alloc(statSync(file).size - from)
  const descriptor = openSync(file, 'r')
  try {
    readSync(descriptor, bytes, 0, bytes.length, from)
    return bytes.toString('utf8')
  } finally {
    closeSync(descriptor)
  }
}
