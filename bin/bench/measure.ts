import { ensureBuild, ensureClient } from '../serve/build'
import { step } from '../serve/report'
import { type Control, openControl } from './control'
import type { Base } from './database'
import { type Forum, openForum } from './forum'
import { generator } from './load'
import {
  countControl,
  countTarget,
  type Figures,
  FULL,
  measureAlone,
  QUICK,
  type Rounds,
  Tally,
  type Target,
} from './measure-row'
import type { Options } from './options'
import { postComments } from './posting'
import { measureRenewal } from './renewal'
import { printFigures, printRenewal, printScripts } from './report'
import { type Budget, POSTING, type Row, rowsOf } from './rows'
import { measureScripts } from './scripts'
import { number } from './table'

/** One row of the tables: the figures in each forum, the smallest thread first. */
export type Measured = { name: string; budget: Budget; figures: { comments: number; figures: Figures }[] }

type Field = { base: Base; forums: Forum[]; control: Control; rounds: Rounds; stop: AbortSignal }

const POSTING_NAME = 'post, 8 writers'
const POSTS = { full: 240, quick: 80 }
const RENEWALS = { full: 20, quick: 5 }

/** Measures and prints. Returns how many budgets were exceeded. */
export async function measureForums(base: Base, options: Options, stop: AbortSignal): Promise<number> {
  await ensureClient()
  await step(
    'build',
    (say) => ensureBuild(process.env, { say, signal: stop }),
    (built) => (built ? 'built' : 'up to date'),
  )
  const control = await openControl()
  const forums: Forum[] = []
  try {
    for (const comments of options.sizes)
      forums.push(
        await step(
          'forum',
          () => openForum(base, comments, stop),
          () => `with ${number(comments)} comments`,
        ),
      )
    const rounds = options.quick ? QUICK : FULL
    return await measureAll({ base, forums, control, rounds, stop }, options)
  } finally {
    for (const forum of forums) await forum.close()
    control.close()
  }
}

async function measureAll(field: Field, { quick, only = '' }: Options): Promise<number> {
  const { base, forums } = field
  const amount = quick ? 'quick' : 'full'
  console.log(`\nLoad by ${generator}.\n`)
  const measured: Measured[] = []
  for (const [index, { name }] of rowsOf(forumAt(forums, 0), base).entries())
    if (name.includes(only)) measured.push(await measureRow(field, index))
  if (POSTING_NAME.includes(only)) measured.push(await measurePosting(field, POSTS[amount]))
  const exceeded = printFigures(await measureBare(field), measured)
  if (only) return exceeded
  for (const forum of forums) printRenewal(forum.comments, await measureRenewal(forum, base, RENEWALS[amount]))
  printScripts(await measureScripts(forumAt(forums, 0)))
  return exceeded
}

/** All forums in one go, round by round beside the control: what the machine does meanwhile meets all of them. */
async function measureRow(field: Field, index: number): Promise<Measured> {
  const { base, forums, control, rounds, stop } = field
  const rows = forums.map((forum) => ({ forum, row: rowAt(rowsOf(forum, base), index), tally: new Tally() }))
  const alone: (Alone & { seconds: number })[] = []
  for (const { forum, row } of rows) alone.push(await measureAlone(targetOf(base, forum, row), rounds))
  const beside = new Tally()
  for (let round = 0; round < rounds.rounds; round++) {
    stop.throwIfAborted()
    await countControl(beside, control)
    for (const [position, { forum, row, tally }] of rows.entries())
      await countTarget(tally, targetOf(base, forum, row), alone[position]?.seconds ?? rounds.seconds)
  }
  const { name, budget } = rowAt(rowsOf(forumAt(forums, 0), base), index)
  const figures = rows.map(({ forum, tally }, position) => ({
    comments: forum.comments,
    figures: figuresOf(tally, beside, alone[position]),
  }))
  // Whoever stops a long run has seen what it found so far.
  for (const { comments, figures: one } of figures)
    process.stderr.write(
      `  ${name}, ${number(comments)}: ${(one.web ?? 0).toFixed(2)} + ${(one.postgres ?? 0).toFixed(2)} ms\n`,
    )
  return { name, budget, figures }
}

async function measurePosting({ base, forums, control, rounds, stop }: Field, posts: number): Promise<Measured> {
  const rows = forums.map((forum) => ({ forum, tally: new Tally(), p50: [] as number[], p99: [] as number[] }))
  const beside = new Tally()
  for (let round = 0; round < rounds.rounds; round++) {
    stop.throwIfAborted()
    await countControl(beside, control)
    for (const { forum, tally, p50, p99 } of rows)
      await tally.count({ web: forum.pid, postgres: base.postgresPid }, async () => {
        const done = await postComments(forum, base, posts)
        p50.push(done.p50)
        p99.push(done.p99)
        return done
      })
  }
  const worst = (times: number[]) => Math.max(...times)
  const figures = rows.map(({ forum, tally, p50, p99 }) => ({
    comments: forum.comments,
    figures: figuresOf(tally, beside, { bytes: 0, gzip: 0, p50: worst(p50), p99: worst(p99) }),
  }))
  return { name: POSTING_NAME, budget: POSTING, figures }
}

type Alone = { bytes: number; gzip: number; p50: number; p99: number }

function figuresOf(tally: Tally, beside: Tally, alone: Alone | undefined): Figures {
  const { bytes = 0, gzip = 0, p50 = 0, p99 = 0 } = alone ?? {}
  return { ...tally.cost(beside), perSecond: tally.perSecond, failed: tally.failed, bytes, gzip, p50, p99 }
}

async function measureBare({ control, rounds }: Field): Promise<Figures> {
  const bare = new Tally()
  for (let round = 0; round < rounds.rounds; round++) await countControl(bare, control)
  const target = { url: control.address, headers: {}, webPid: control.pid, postgresPid: 0 }
  return figuresOf(bare, bare, await measureAlone(target, rounds))
}

function targetOf(base: Base, forum: Forum, { path, headers }: Row): Target {
  return { url: forum.address + path, headers, webPid: forum.pid, postgresPid: base.postgresPid }
}

function forumAt(forums: Forum[], index: number): Forum {
  const found = forums[index]
  if (!found) throw new Error('no forum')
  return found
}

function rowAt(rows: Row[], index: number): Row {
  const found = rows[index]
  if (!found) throw new Error('no row')
  return found
}
