import type { Control } from './control'
import { cpuOf } from './cpu'
import { send } from './drive'
import { load } from './load'

/** CPU in ms per request; null where it cannot be known. `times`: web and PostgreSQL, as a multiple of bare Node. */
export type Cost = { web: number | null; postgres: number | null; times: number | null }
export type Figures = Cost & {
  perSecond: number
  p50: number
  p99: number
  bytes: number
  gzip: number
  failed: number
}

export type Rounds = {
  rounds: number
  /** How long a round lasts, and how many requests it has at least: on a busy machine it goes on until then. */
  seconds: number
  requests: number
}
export const FULL: Rounds = { rounds: 3, seconds: 2, requests: 200 }
export const QUICK: Rounds = { rounds: 1, seconds: 1, requests: 60 }
/** Bare Node answers thousands in that time. */
const CONTROL_SECONDS = 1
/** One reader alone; the first of these requests meet code that V8 has not compiled yet. */
const ALONE_SECONDS = 1
const WARM_UP = 60
/** A round that would have to last longer for its requests gets fewer. */
const LONGEST_SECONDS = 16

const CONNECTIONS = 16

export type Target = { url: string; headers: Record<string, string>; webPid: number; postgresPid: number }

/** Bytes, the time one reader alone waits, and how long a round has to last. Also warms up. */
export async function measureAlone({ url, headers }: Pick<Target, 'url' | 'headers'>, rounds: Rounds) {
  const plain = await send({ url, method: 'GET', headers: { ...headers, 'accept-encoding': 'identity' } })
  const packed = await send({ url, method: 'GET', headers: { ...headers, 'accept-encoding': 'gzip' } })
  // A permanent link leads on.
  if (plain.status >= 400) throw new Error(`${url} answered ${plain.status}`)
  const seconds = await warmUp({ url, headers }, rounds)
  const { p50, p99 } = await load({ url, headers, connections: 1, seconds: ALONE_SECONDS })
  return { bytes: plain.bytes, gzip: packed.bytes, p50, p99, seconds }
}

/** Sums over rounds that alternate with the control's, so that a busy minute of the machine meets both. */
export class Tally {
  #web = 0
  #postgres = 0
  #requests = 0
  #speeds: number[] = []
  #known = true
  failed = 0

  /** Runs `work` and counts what the processes used for it. */
  async count(pids: { web: number; postgres: number }, work: () => Promise<Work>) {
    const before = [cpuOf(pids.web), pids.postgres ? cpuOf(pids.postgres) : 0]
    const done = await work()
    const after = [cpuOf(pids.web), pids.postgres ? cpuOf(pids.postgres) : 0]
    if (before[0] === null || after[0] === null) this.#known = false
    this.#web += (after[0] ?? 0) - (before[0] ?? 0)
    this.#postgres += (after[1] ?? 0) - (before[1] ?? 0)
    this.#requests += done.requests
    this.#speeds.push(done.perSecond)
    this.failed += done.failed
  }

  cost(control: Tally): Cost {
    if (!this.#known || this.#requests === 0) return { web: null, postgres: null, times: null }
    const both = (this.#web + this.#postgres) / this.#requests
    const bare = control.#web / control.#requests
    return {
      web: this.#web / this.#requests,
      postgres: this.#postgres / this.#requests,
      times: bare > 0 ? both / bare : null,
    }
  }

  /** The median round. */
  get perSecond(): number {
    return [...this.#speeds].sort((a, b) => a - b)[Math.floor(this.#speeds.length / 2)] ?? 0
  }
}

type Work = { requests: number; perSecond: number; failed: number }

export async function countControl(tally: Tally, control: Control) {
  const read = { url: control.address, headers: {}, connections: CONNECTIONS, seconds: CONTROL_SECONDS }
  await tally.count({ web: control.pid, postgres: 0 }, () => load(read))
}

export async function countTarget(tally: Tally, target: Target, seconds: number) {
  const { url, headers, webPid, postgresPid } = target
  const pids = { web: webPid, postgres: postgresPid }
  await tally.count(pids, () => load({ url, headers, connections: CONNECTIONS, seconds }))
}

/** Reads for longer and longer until there are enough requests. Returns how long a round has to last for that. */
async function warmUp(target: Pick<Target, 'url' | 'headers'>, { seconds, requests }: Rounds): Promise<number> {
  for (let tried = 1; ; tried *= 2) {
    const done = await load({ ...target, connections: CONNECTIONS, seconds: tried })
    if (done.requests >= WARM_UP || tried >= LONGEST_SECONDS) {
      const needed = Math.ceil((requests * tried) / Math.max(1, done.requests))
      return Math.min(LONGEST_SECONDS, Math.max(seconds, needed))
    }
  }
}
