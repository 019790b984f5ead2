import http from 'node:http'
import type { Loaded } from './load'

export type Request = { url: string; method: string; headers: Record<string, string>; body?: string }
export type Answer = { status: number; bytes: number; firstByteMs: number; ms: number; body: string }

/**
 * Some workers, each with a connection that stays open and one request at a time, until `next` has no more for them.
 */
export async function drive(workers: number, next: (worker: number) => Request | null): Promise<Loaded> {
  const agent = new http.Agent({ keepAlive: true, maxSockets: workers })
  const times: number[] = []
  let failed = 0
  const began = performance.now()
  const work = async (worker: number) => {
    for (let request = next(worker); request; request = next(worker)) {
      const answer = await send(request, agent).catch(() => null)
      if (answer && answer.status >= 200 && answer.status < 400) times.push(answer.ms)
      else failed++
    }
  }
  await Promise.all(Array.from({ length: workers }, (_, worker) => work(worker)))
  const seconds = (performance.now() - began) / 1000
  agent.destroy()
  times.sort((a, b) => a - b)
  const quantile = (share: number) => times[Math.min(times.length - 1, Math.floor(share * times.length))] ?? Number.NaN
  const requests = times.length + failed
  return { requests, perSecond: requests / seconds, p50: quantile(0.5), p99: quantile(0.99), failed }
}

const PATIENCE_MS = 60_000

export function send({ url, method, headers, body }: Request, agent?: http.Agent): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const began = performance.now()
    const length = body === undefined ? {} : { 'content-length': Buffer.byteLength(body) }
    const request = http.request(url, { method, headers: { ...headers, ...length }, agent }, (response) => {
      const firstByteMs = performance.now() - began
      const chunks: Buffer[] = []
      response.on('data', (chunk: Buffer) => chunks.push(chunk))
      response.on('error', reject)
      response.on('end', () => {
        const bytes = Buffer.concat(chunks)
        const ms = performance.now() - began
        const status = response.statusCode ?? 0
        resolve({ status, bytes: bytes.length, firstByteMs, ms, body: bytes.toString('utf8') })
      })
    })
    request.setTimeout(PATIENCE_MS, () => request.destroy(new Error(`no answer from ${url}`)))
    request.on('error', reject)
    request.end(body)
  })
}
