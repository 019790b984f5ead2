import http from 'node:http'
import { setTimeout as sleep } from 'node:timers/promises'
import { FIRST_ESSAY } from '../commands/names'
import { ensureBuild, ensureClient } from '../serve/build'
import { step } from '../serve/report'
import type { Base } from './database'
import { send } from './drive'
import { type Forum, openForum } from './forum'
import { memoryOf } from './memory'
import { SMALL } from './options'
import { postRequest } from './posting'

const STREAMS = 2_000
/** Connections that are opened at the same time. */
const AT_ONCE = 50
const POSTS = 10
/** What one open stream may take of the server's memory, in kB; beyond it the bench says so. */
const BUDGET_KB = 150
/** Whoever has heard nothing after that has missed the post. */
const PATIENCE_MS = 30_000
/** Until what is over has been given back. */
const REST_MS = 2_000

/** `npm run bench -- --streams`: what readers who listen cost one server. @returns how many budgets were exceeded */
export async function measureStreams(base: Base, stop: AbortSignal): Promise<number> {
  await ensureClient()
  await step(
    'build',
    (say) => ensureBuild(process.env, { say, signal: stop }),
    (built) => (built ? 'built' : 'up to date'),
  )
  const forum = await openForum(base, SMALL, stop)
  try {
    // Everything is loaded before it is measured.
    const warm = await openStreams(forum, 100)
    await post(forum, base, warm, 0)
    warm.close()
    await sleep(REST_MS)
    const before = memoryOf(forum.pid).now
    const streams = await openStreams(forum, STREAMS)
    const delays: number[] = []
    let missed = 0
    for (let number = 1; number <= POSTS; number++) {
      const heard = await post(forum, base, streams, number)
      delays.push(...heard)
      missed += STREAMS - heard.length
    }
    const after = memoryOf(forum.pid).now
    streams.close()
    await sleep(REST_MS)
    const each = (after - before) / STREAMS
    console.log(`${STREAMS} open streams, ${POSTS} comments posted one after the other:
  memory of the server    ${mb(before)} MB before, ${mb(after)} MB with them, ${mb(memoryOf(forum.pid).now)} MB when they are closed
  one stream              ${each.toFixed(0)} kB (budget ${BUDGET_KB} kB)
  heard after the post    half of them within ${quantile(delays, 0.5)} ms, 99 of 100 within ${quantile(delays, 0.99)} ms, the last after ${quantile(delays, 1)} ms
  missed                  ${missed} of ${POSTS * STREAMS}; ${streams.lost()} streams were lost`)
    return Number(each > BUDGET_KB) + Number(streams.lost() + missed > 0)
  } finally {
    await forum.close()
  }
}

type Streams = Awaited<ReturnType<typeof openStreams>>

/** As many readers who listen; each calls `hear` with its number when a thread changed. */
async function openStreams(forum: Forum, count: number) {
  const requests: http.ClientRequest[] = []
  const listeners = new Set<(stream: number) => void>()
  let lost = 0
  let closing = false
  const openOne = (number: number) =>
    new Promise<void>((resolve, reject) => {
      const request = http.get(`${forum.address}/api/essays/${FIRST_ESSAY}/events`, { agent: false })
      requests.push(request)
      request.on('error', (error) => (closing ? undefined : reject(error)))
      request.on('response', (response) => {
        if (response.statusCode !== 200) return reject(new Error(`a stream was answered ${response.statusCode}`))
        response.setEncoding('utf8')
        response.on('data', (text: string) => {
          if (text.includes('event: changed')) for (const hear of listeners) hear(number)
          // Its first id: it listens.
          if (text.includes('id: ')) resolve()
        })
        response.on('error', () => {})
        response.on('close', () => {
          if (!closing) lost += 1
        })
      })
    })
  for (let opened = 0; opened < count; opened += AT_ONCE)
    await Promise.all(
      Array.from({ length: Math.min(AT_ONCE, count - opened) }, (_, number) => openOne(opened + number)),
    )
  const close = () => {
    closing = true
    for (const request of requests) request.destroy()
  }
  return { count, listeners, close, lost: () => lost }
}

/** One comment is posted. @returns of each stream that heard of it how long after it was sent, in ms */
async function post(forum: Forum, base: Base, streams: Streams, number: number): Promise<number[]> {
  const times = new Map<number, number>()
  const url = `${forum.address}/api/paragraphs/${forum.thread.paragraphId}/comments`
  let done = () => {}
  const all = new Promise<void>((resolve) => {
    done = resolve
  })
  const begun = performance.now()
  const hear = (stream: number) => {
    if (!times.has(stream)) times.set(stream, performance.now() - begun)
    if (times.size === streams.count) done()
  }
  streams.listeners.add(hear)
  const answer = await send(postRequest(url, base.tokens[number % base.tokens.length] ?? '', number))
  if (answer.status !== 201) throw new Error(`a comment was answered ${answer.status}: ${answer.body}`)
  const patience = new AbortController()
  await Promise.race([all, sleep(PATIENCE_MS, undefined, { signal: patience.signal }).catch(() => {})])
  patience.abort()
  streams.listeners.delete(hear)
  return [...times.values()]
}

const mb = (kb: number) => (kb / 1024).toFixed(0)

function quantile(times: readonly number[], share: number): string {
  const sorted = [...times].sort((one, other) => one - other)
  return (sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))] ?? Number.NaN).toFixed(0)
}
