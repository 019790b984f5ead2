import { readFileSync } from 'node:fs'
import http from 'node:http'
import { setTimeout as sleep } from 'node:timers/promises'
import { FIRST_ESSAY } from '../commands/names'
import type { Base } from './database'
import { send } from './drive'
import { type Forum, openForum } from './forum'
import { SMALL } from './options'
import { postRequest } from './posting'

const STREAMS = 2_000
/** Connections that are opened at the same time. */
const AT_ONCE = 50
const POSTS = 10
/** What one open stream may take of the server's memory, in kB; beyond it the bench says so. */
const BUDGET_KB = 150
const PATIENCE_MS = 60_000

/** `npm run bench -- --streams`: what readers who listen cost one server. @returns how many budgets were exceeded */
export async function measureStreams(base: Base, stop: AbortSignal): Promise<number> {
  const forum = await openForum(base, SMALL, stop)
  try {
    // Everything is loaded before it is measured.
    const warm = await openStreams(forum, 100)
    await heard(forum, base, warm, 0)
    warm.close()
    await sleep(2_000)
    const before = memoryOf(forum.pid)
    const streams = await openStreams(forum, STREAMS)
    const delays: { first: number; last: number }[] = []
    for (let number = 1; number <= POSTS; number++) delays.push(await heard(forum, base, streams, number))
    const after = memoryOf(forum.pid)
    streams.close()
    await sleep(2_000)
    const each = (after - before) / STREAMS
    const middle = [...delays].sort((one, other) => one.last - other.last)[Math.floor(POSTS / 2)]
    console.log(`${STREAMS} open streams, ${POSTS} comments posted one after the other:
  memory of the server    ${mb(before)} MB before, ${mb(after)} MB with them, ${mb(memoryOf(forum.pid))} MB when they are closed
  one stream              ${each.toFixed(0)} kB (budget ${BUDGET_KB} kB)
  heard after the post    by the first after ${middle?.first.toFixed(0)} ms, by the last after ${middle?.last.toFixed(0)} ms (medians)
  lost                    ${streams.lost()} streams`)
    return each > BUDGET_KB || streams.lost() > 0 ? 1 : 0
  } finally {
    await forum.close()
  }
}

type Streams = Awaited<ReturnType<typeof openStreams>>

async function openStreams(forum: Forum, count: number) {
  const requests: http.ClientRequest[] = []
  const listeners = new Set<() => void>()
  let lost = 0
  let closing = false
  const openOne = () =>
    new Promise<void>((resolve, reject) => {
      const request = http.get(`${forum.address}/api/essays/${FIRST_ESSAY}/events`, { agent: false })
      requests.push(request)
      request.on('error', (error) => (closing ? undefined : reject(error)))
      request.on('response', (response) => {
        response.setEncoding('utf8')
        response.on('data', (text: string) => {
          if (text.includes('event: changed')) for (const tell of listeners) tell()
          // Its first id: it listens.
          if (text.includes('id: ')) resolve()
        })
        response.on('close', () => {
          if (!closing) lost += 1
        })
      })
    })
  for (let opened = 0; opened < count; opened += AT_ONCE)
    await Promise.all(Array.from({ length: Math.min(AT_ONCE, count - opened) }, openOne))
  const close = () => {
    closing = true
    for (const request of requests) request.destroy()
  }
  return { count, listeners, close, lost: () => lost }
}

/** One post, and how long after it was sent the first and the last stream have heard, in ms. */
async function heard(forum: Forum, base: Base, streams: Streams, number: number) {
  const times: number[] = []
  const url = `${forum.address}/api/paragraphs/${forum.thread.paragraphId}/comments`
  const begun = performance.now()
  let done = () => {}
  const all = new Promise<void>((resolve) => {
    done = resolve
  })
  const hear = () => {
    times.push(performance.now() - begun)
    if (times.length === streams.count) done()
  }
  streams.listeners.add(hear)
  await send(postRequest(url, base.tokens[0] ?? '', number))
  await Promise.race([all, sleep(PATIENCE_MS)])
  streams.listeners.delete(hear)
  return { first: times[0] ?? Number.NaN, last: times.length === streams.count ? (times.at(-1) ?? 0) : Number.NaN }
}

/** Resident memory of a process, in kB. */
function memoryOf(pid: number): number {
  return Number(/^VmRSS:\s+(\d+) kB/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1] ?? Number.NaN)
}

const mb = (kb: number) => (kb / 1024).toFixed(0)
