import { line, step } from '../../serve/report'
import { type Base, connectForum, disconnect, fill, MODERATOR, makeForum, settle, withClient } from '../database'
import { SMALL } from '../options'
import { findThread } from '../places'
import { number, table } from '../table'
import { explainEverything, explainNothing, type Plan, type Planning, plansOf } from './capture'
import { fillDesk } from './fill'
import { objections, pagesRead, planLines, rowsRead } from './plan-text'
import { type Read, reads } from './reads'

/**
 * After five executions of a prepared statement PostgreSQL may keep one plan for all values; a server that has run for
 * a minute is past that, on each of its connections. Only the last execution is looked at.
 */
const EXECUTIONS = 12
/** A read that takes seconds is wrong under either plan: no need to wait for all of them. */
const PATIENCE_MS = 5_000
/** Of a statement that reads this many times more with one plan for all values, both plans are printed. */
const MUCH_MORE = 3
const FORUM = 'marginalia_plans'

type Found = { name: string; plans: Plan[]; most: number | undefined }

/** `--plans`: prints how PostgreSQL runs the queries. Returns the number of objections. */
export async function explainReads(base: Base, comments: number, stop: AbortSignal): Promise<number> {
  const url = await step(
    'comments',
    () => makeForum(base, FORUM, comments),
    () => `${number(comments)}`,
  )
  await step(
    'the rest',
    async () => {
      await fill(url, SMALL, 2)
      await withClient(url, fillDesk)
      await settle(url)
    },
    () => 'a small thread beside it, flags, cases, notifications',
  )
  await connectForum(url)
  const cases = await casesOf(url)
  return explain(base, FORUM, cases, stop)
}

/** Prints the plans of reads in a database that the forum is connected to. Returns the number of objections. */
export async function explain(base: Base, name: string, cases: Read[], stop: AbortSignal): Promise<number> {
  const custom = await explainAll(base, name, cases, 'custom', stop)
  const generic = await explainAll(base, name, cases, 'generic', stop)
  await disconnect()
  await explainNothing(base.url('postgres'), name)
  return print(custom, generic)
}

async function casesOf(url: string): Promise<Read[]> {
  const { viewerOfPerson } = await import('@/forum/people/standing')
  return withClient(url, async (client) => {
    const threads = {
      large: await findThread(client, 1),
      small: await findThread(client, 2),
      empty: await findThread(client, 3),
    }
    const { rows } = await client.query<{ id: string; handle: string }>(
      `SELECT "id", "handle" FROM "Person" WHERE "handle" IN ('reader-001', $1)`,
      [MODERATOR],
    )
    const viewerCalled = async (handle: string) => viewerOfPerson(rows.find((row) => row.handle === handle)?.id ?? '')
    return reads(threads, { reader: await viewerCalled('reader-001'), moderator: await viewerCalled(MODERATOR) })
  })
}

async function explainAll(
  base: Base,
  name: string,
  cases: Read[],
  planning: Planning,
  stop: AbortSignal,
): Promise<Found[]> {
  await explainEverything(base.url('postgres'), name, planning)
  // What is set for a database holds for new connections.
  await disconnect()
  const found: Found[] = []
  for (const { name, run, most } of cases) {
    stop.throwIfAborted()
    const end = Date.now() + PATIENCE_MS
    for (let execution = 1; execution < EXECUTIONS && Date.now() < end; execution++) await run()
    found.push({ name, plans: await plansOf(base.log, run), most })
  }
  line('explained', `${cases.length} reads, ${planning} plans`)
  return found
}

function print(custom: Found[], generic: Found[]): number {
  const rows = custom.map(({ name, plans, most }, index) => {
    const others = generic[index]?.plans ?? []
    return [
      name,
      `${plans.length}`,
      number(sum(plans, (plan) => rowsRead(plan.root))),
      number(sum(plans, pagesRead)),
      sum(plans, (plan) => plan.ms).toFixed(1),
      number(sum(others, (plan) => rowsRead(plan.root))),
      [...new Set([...plans, ...others].flatMap((plan) => objections(plan, most)))].join('; '),
    ]
  })
  console.log(
    `\n${table(['read', 'statements', 'rows read', 'pages', 'ms', 'rows, generic plan', 'objections'], rows)}\n`,
  )
  for (const [index, { name, plans }] of custom.entries()) printPlans(name, plans, generic[index]?.plans ?? [])
  return rows.filter((row) => row.at(-1) !== '').length
}

function printPlans(name: string, plans: Plan[], generic: Plan[]): void {
  console.log(`── ${name}`)
  const cost = (all: Plan[]) => sum(all, (plan) => rowsRead(plan.root))
  for (const plan of plans) printPlan(plan)
  if (cost(generic) <= MUCH_MORE * Math.max(cost(plans), 100)) return
  console.log('── the same with one plan for all values')
  for (const plan of generic) printPlan(plan)
}

function printPlan(plan: Plan): void {
  const read = number(rowsRead(plan.root))
  console.log(
    `\n${plan.ms.toFixed(2)} ms, ${read} rows read, ${number(pagesRead(plan))} pages  ${objections(plan).join('; ')}`,
  )
  console.log(`${plan.sql.replace(/\s+/g, ' ').slice(0, 300)}\n`)
  console.log(`${planLines(plan.root, 1).join('\n')}\n`)
}

const sum = (plans: Plan[], of: (plan: Plan) => number) => plans.reduce((total, plan) => total + of(plan), 0)
