import { ensureBuild, ensureClient } from '../serve/build'
import { step } from '../serve/report'
import { openControl } from './control'
import type { Base } from './database'
import { type Field, figuresOf, forumAt, type Measured, measureBare, measureRow } from './field'
import { type Forum, openForum } from './forum'
import { generator } from './load'
import { countControl, FULL, QUICK, Tally } from './measure-row'
import type { Options } from './options'
import { postComments } from './posting'
import { measureRenewal } from './renewal'
import { printFigures, printRenewal, printScripts } from './report'
import { POSTING, type Row, rowsOf } from './rows'
import { measureScripts } from './scripts'
import { number } from './table'

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
    if (name.includes(only)) measured.push(await measureRow(field, (forum) => rowAt(rowsOf(forum, base), index)))
  if (POSTING_NAME.includes(only)) measured.push(await measurePosting(field, POSTS[amount]))
  const exceeded = printFigures(await measureBare(field), measured, 'comments')
  if (only) return exceeded
  for (const forum of forums) printRenewal(forum.size, await measureRenewal(forum, base, RENEWALS[amount]))
  printScripts(await measureScripts(forumAt(forums, 0)))
  return exceeded
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
    size: forum.size,
    figures: figuresOf(tally, beside, { bytes: 0, gzip: 0, p50: worst(p50), p99: worst(p99) }),
  }))
  return { name: POSTING_NAME, budget: POSTING, figures }
}

function rowAt(rows: Row[], index: number): Row {
  const found = rows[index]
  if (!found) throw new Error('no row')
  return found
}
