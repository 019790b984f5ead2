import type { Control } from './control'
import type { Base } from './database'
import type { Forum } from './forum'
import { countControl, countTarget, type Figures, measureAlone, type Rounds, Tally, type Target } from './measure-row'
import type { Budget, Row } from './rows'
import { number } from './table'

/** One row of the tables: the figures in each forum, the smallest first. */
export type Measured = { name: string; budget: Budget; figures: { size: number; figures: Figures }[] }

/** The forums that are compared, and what they are measured beside. */
export type Field = { base: Base; forums: Forum[]; control: Control; rounds: Rounds; stop: AbortSignal }

/**
 * All forums in one go, round by round beside the control: what the machine does meanwhile meets all of them.
 * @param rowOf the same row in each of them
 */
export async function measureRow(field: Field, rowOf: (forum: Forum) => Row): Promise<Measured> {
  const { base, forums, control, rounds, stop } = field
  const rows = forums.map((forum) => ({ forum, row: rowOf(forum), tally: new Tally() }))
  const alone: (Alone & { seconds: number })[] = []
  for (const { forum, row } of rows) alone.push(await measureAlone(targetOf(base, forum, row), rounds))
  const beside = new Tally()
  for (let round = 0; round < rounds.rounds; round++) {
    stop.throwIfAborted()
    await countControl(beside, control)
    for (const [position, { forum, row, tally }] of rows.entries())
      await countTarget(tally, targetOf(base, forum, row), alone[position]?.seconds ?? rounds.seconds)
  }
  const { name, budget } = rowOf(forumAt(forums, 0))
  const figures = rows.map(({ forum, tally }, position) => ({
    size: forum.size,
    figures: figuresOf(tally, beside, alone[position]),
  }))
  // Whoever stops a long run has seen what it found so far.
  for (const { size, figures: one } of figures)
    process.stderr.write(
      `  ${name}, ${number(size)}: ${(one.web ?? 0).toFixed(2)} + ${(one.postgres ?? 0).toFixed(2)} ms\n`,
    )
  return { name, budget, figures }
}

type Alone = { bytes: number; gzip: number; p50: number; p99: number }

export function figuresOf(tally: Tally, beside: Tally, alone: Alone | undefined): Figures {
  const { bytes = 0, gzip = 0, p50 = 0, p99 = 0 } = alone ?? {}
  return { ...tally.cost(beside), perSecond: tally.perSecond, failed: tally.failed, bytes, gzip, p50, p99 }
}

export async function measureBare({ control, rounds }: Field): Promise<Figures> {
  const bare = new Tally()
  for (let round = 0; round < rounds.rounds; round++) await countControl(bare, control)
  const target = { url: control.address, headers: {}, webPid: control.pid, postgresPid: 0 }
  return figuresOf(bare, bare, await measureAlone(target, rounds))
}

function targetOf(base: Base, forum: Forum, { path, headers }: Row): Target {
  return { url: forum.address + path, headers, webPid: forum.pid, postgresPid: base.postgresPid }
}

export function forumAt(forums: Forum[], index: number): Forum {
  const found = forums[index]
  if (!found) throw new Error('no forum')
  return found
}
