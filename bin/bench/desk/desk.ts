import { ensureBuild, ensureClient } from '../../serve/build'
import { step } from '../../serve/report'
import { openControl } from '../control'
import { type Base, connectForum, MODERATOR } from '../database'
import { type Field, type Measured, measureBare, measureRow } from '../field'
import { type Forum, serveForum } from '../forum'
import { generator } from '../load'
import { FULL, QUICK } from '../measure-row'
import type { Options } from '../options'
import { explain } from '../plans/plans'
import { printFigures } from '../report'
import type { Row } from '../rows'
import { number } from '../table'
import { makeDesk, nameOf, type Places, sizeOf } from './forums'
import { deskReads } from './reads'
import { measureRehearsal } from './rehearsal'
import { deskRowsOf } from './rows'

/** Cases, and the comments of the one with a long history. */
const SMALL = sizeOf(1_000, 50)
const LARGE = sizeOf(100_000, 50_000)

type Desk = { cases: number; places: Places }

/**
 * `npm run bench -- --desk`: what the moderators' pages cost with 100,000 cases against 1,000, how PostgreSQL runs their queries,
 * and a rehearsal of rules over all comments. `--only` takes rows by a part of their names, or "plans", or "rehearsal".
 * @returns how many budgets were exceeded, and objections to plans
 */
export async function measureDesk(base: Base, options: Options, stop: AbortSignal): Promise<number> {
  const { only = '', sizes } = options
  await ensureClient()
  if (only !== 'plans')
    await step(
      'build',
      (say) => ensureBuild(process.env, { say, signal: stop }),
      (built) => (built ? 'built' : 'up to date'),
    )
  const pages = only === 'rehearsal' ? 0 : await measureDesks(base, options, stop)
  const rehearsal = 'rehearsal'.includes(only) ? await measureRehearsal(base, sizes.at(-1) ?? 0, stop) : 0
  return pages + rehearsal
}

async function measureDesks(base: Base, options: Options, stop: AbortSignal): Promise<number> {
  const desks: Desk[] = []
  for (const size of [SMALL, LARGE])
    desks.push({
      cases: size.cases,
      places: await step(
        'desk',
        () => makeDesk(base, size),
        () => `with ${number(size.cases)} cases, ${number(size.open)} of them open`,
      ),
    })
  const objections = 'plans'.includes(options.only ?? '') ? await explainDesk(base, desks.at(-1), stop) : 0
  return objections + (await measurePages(base, desks, options, stop))
}

async function explainDesk(base: Base, desk: Desk | undefined, stop: AbortSignal): Promise<number> {
  if (!desk) return 0
  await connectForum(base.url(nameOf(desk.cases)))
  const { db } = await import('@/lib/db')
  const { viewerOfPerson } = await import('@/forum/people/standing')
  const { id } = await db.person.findUniqueOrThrow({ where: { handle: MODERATOR }, select: { id: true } })
  return explain(base, nameOf(desk.cases), deskReads(await viewerOfPerson(id), desk.places), stop)
}

async function measurePages(base: Base, desks: Desk[], { quick, only = '' }: Options, stop: AbortSignal) {
  const rows = new Map<number, Row[]>(
    desks.map(({ cases, places }) => [cases, deskRowsOf(places, base).filter(({ name }) => name.includes(only))]),
  )
  const names = [...rows.values()][0]?.map(({ name }) => name) ?? []
  if (names.length === 0) return 0
  const control = await openControl()
  const forums: Forum[] = []
  try {
    for (const { cases } of desks) forums.push(await serveForum(base, { name: nameOf(cases), size: cases }, stop))
    const field: Field = { base, forums, control, rounds: quick ? QUICK : FULL, stop }
    console.log(`\nLoad by ${generator}.\n`)
    const measured: Measured[] = []
    for (const name of names) measured.push(await measureRow(field, ({ size }) => rowCalled(rows.get(size), name)))
    return printFigures(await measureBare(field), measured, 'cases')
  } finally {
    for (const forum of forums) await forum.close()
    control.close()
  }
}

function rowCalled(rows: Row[] | undefined, name: string): Row {
  const found = rows?.find((row) => row.name === name)
  if (!found) throw new Error(`no row ${name}`)
  return found
}
