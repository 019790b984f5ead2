import { execFile, spawnSync } from 'node:child_process'
import { promisify } from 'node:util'
import { Halt } from '../halt.mjs'
import { drive } from './drive'

export type Load = { url: string; headers: Record<string, string>; connections: number; seconds: number }
/** Times in ms. `failed`: answers that were neither 2xx nor 3xx, and requests that got none. */
export type Loaded = { requests: number; perSecond: number; p50: number; p99: number; failed: number }

const hasWrk = spawnSync('wrk', ['--version'], { stdio: 'ignore' }).error === undefined
export const generator = hasWrk ? 'wrk' : "our own in Node (wrk was not found; it takes more of the machine's time)"

/** Reads one address for a while over some connections, as fast as it answers. */
export async function load(what: Load): Promise<Loaded> {
  if (hasWrk) return withWrk(what)
  const until = Date.now() + what.seconds * 1000
  return drive(what.connections, () =>
    Date.now() < until ? { url: what.url, method: 'GET', headers: what.headers } : null,
  )
}

const run = promisify(execFile)

async function withWrk({ url, headers, connections, seconds }: Load): Promise<Loaded> {
  const options = ['-t1', `-c${connections}`, `-d${seconds}s`, '--timeout', '30s', '--latency']
  const lines = Object.entries(headers).flatMap(([name, value]) => ['-H', `${name}: ${value}`])
  const { stdout } = await run('wrk', [...options, ...lines, url])
  const found = (pattern: RegExp) => pattern.exec(stdout)?.[1]
  const requests = Number(found(/(\d+) requests in/))
  if (!Number.isFinite(requests)) throw new Halt(`wrk gave no figures:\n${stdout}`)
  const errors = /Socket errors: connect (\d+), read (\d+), write (\d+), timeout (\d+)/.exec(stdout)?.slice(1) ?? []
  const unanswered = errors.reduce((sum, count) => sum + Number(count), 0)
  if (requests === 0) return { requests, perSecond: 0, p50: Number.NaN, p99: Number.NaN, failed: unanswered }
  return {
    requests,
    perSecond: Number(found(/Requests\/sec:\s+([\d.]+)/)),
    p50: milliseconds(found(/^\s+50%\s+(\S+)/m)),
    p99: milliseconds(found(/^\s+99%\s+(\S+)/m)),
    failed: Number(found(/Non-2xx or 3xx responses: (\d+)/) ?? 0) + unanswered,
  }
}

const UNITS: Record<string, number> = { us: 0.001, ms: 1, s: 1000, m: 60_000 }

function milliseconds(text: string | undefined): number {
  const [, value, unit] = /^([\d.]+)(us|ms|s|m)$/.exec(text ?? '') ?? []
  return Number(value) * (UNITS[unit ?? ''] ?? Number.NaN)
}
