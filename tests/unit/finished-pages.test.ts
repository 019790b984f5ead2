import http from 'node:http'
import type { AddressInfo } from 'node:net'
import { brotliDecompressSync, gunzipSync, gzipSync } from 'node:zlib'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { expireTags, now } from '@/bin/serve/expirations.cjs'
import {
  BEGUN_HEADER,
  finishedPage,
  forgetTagged,
  hear,
  isOutdated,
  keeping,
  sendFinished,
  TAGS_HEADER,
} from '@/bin/serve/finished-pages.mjs'

// A server that draws each page anew when nothing finished is kept, and counts how often. What a test does between the
// beginning of a drawing and its end stands in `meanwhile`.

/** What the page cache does. */
function expireFinished(tags: string[]): void {
  expireTags(tags)
  forgetTagged(tags)
}

const HTML = `<!doctype html>${'<p>A carriage maker.</p>'.repeat(200)}`
let server: http.Server
let drawn = 0
let meanwhile = () => {}
let answer: { tags?: string; status?: number } = {}

beforeEach(async () => {
  drawn = 0
  meanwhile = () => {}
  answer = { tags: 'all,essay:1' }
  server = http.createServer((request, response) => {
    const finished = finishedPage(request)
    if (finished) return sendFinished(request, response, finished)
    const begun = now()
    drawn += 1
    meanwhile()
    if (answer.tags) response.setHeader(TAGS_HEADER, answer.tags)
    response.setHeader('etag', '"one"')
    response.setHeader('content-encoding', 'gzip')
    const body = gzipSync(HTML)
    const parts = hear(request, response, answer.status ?? 200, begun)
    parts?.push(body)
    response.writeHead(answer.status ?? 200)
    return response.end(request.method === 'HEAD' ? undefined : body)
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
})

afterEach(async () => {
  expireFinished(['all'])
  await new Promise((resolve) => server.close(resolve))
})

type Answer = { status: number; headers: http.IncomingHttpHeaders; body: Buffer }

function ask(path: string, options: { method?: string; headers?: http.OutgoingHttpHeaders } = {}): Promise<Answer> {
  const { port } = server.address() as AddressInfo
  return new Promise((resolve, reject) => {
    const request = http.request({ port, host: '127.0.0.1', path, ...options }, (response) => {
      const parts: Buffer[] = []
      response.on('data', (part) => parts.push(part))
      response.on('end', () =>
        resolve({ status: response.statusCode ?? 0, headers: response.headers, body: Buffer.concat(parts) }),
      )
    })
    request.on('error', reject).end()
  })
}

/** Asks, and waits until the answer is put away, or not. */
async function askAndKeep(path: string): Promise<void> {
  await ask(path)
  await Promise.all(keeping)
}

test('a page for everybody is drawn once and sent in the encoding that the browser takes', async () => {
  await askAndKeep('/')
  const plain = await ask('/')
  const gzip = await ask('/', { headers: { 'accept-encoding': 'gzip, deflate' } })
  const brotli = await ask('/', { headers: { 'accept-encoding': 'gzip, deflate, br, zstd' } })
  const refused = await ask('/', { headers: { 'accept-encoding': 'br;q=0, gzip;q=0.5' } })
  expect(drawn).toBe(1)
  expect(plain.body.toString()).toBe(HTML)
  expect(plain.headers['content-encoding']).toBeUndefined()
  expect(gunzipSync(gzip.body).toString()).toBe(HTML)
  expect(brotliDecompressSync(brotli.body).toString()).toBe(HTML)
  expect(brotli.headers).toMatchObject({
    'content-encoding': 'br',
    'cache-control': 'public, max-age=0, must-revalidate',
  })
  expect(refused.headers['content-encoding']).toBe('gzip')
  expect(brotli.headers[TAGS_HEADER]).toBeUndefined()
})

test('who has it already is told that it holds', async () => {
  await askAndKeep('/')
  for (const tag of ['"one"', 'W/"one"', '"two", "one"', '*']) {
    const answered = await ask('/', { headers: { 'if-none-match': tag } })
    expect([answered.status, answered.body.length]).toEqual([304, 0])
  }
  expect((await ask('/', { headers: { 'if-none-match': '"two"' } })).status).toBe(200)
})

test('HEAD is answered without a body and keeps nothing', async () => {
  await ask('/', { method: 'HEAD' })
  await askAndKeep('/')
  expect(drawn).toBe(2)
  const head = await ask('/', { method: 'HEAD' })
  expect([drawn, head.body.length, head.headers['content-length']]).toEqual([2, 0, String(HTML.length)])
})

test('it is drawn anew when one of its tags expires, and only then', async () => {
  await askAndKeep('/')
  expireFinished(['essay:2'])
  await ask('/')
  expect(drawn).toBe(1)
  expireFinished(['essay:1'])
  await ask('/')
  expect(drawn).toBe(2)
})

test('what expired while it was drawn is not kept', async () => {
  meanwhile = () => expireFinished(['essay:1'])
  await askAndKeep('/late')
  meanwhile = () => {}
  await ask('/late')
  expect(drawn).toBe(2)
})

test('more expired tags than are remembered never keep an old page', async () => {
  meanwhile = () => {
    expireFinished(['essay:1'])
    expireFinished(Array.from({ length: 10_001 }, (_, index) => `thread:${index}`))
    expireFinished(['thread:x'])
  }
  await askAndKeep('/forgotten')
  meanwhile = () => {}
  await ask('/forgotten')
  expect(drawn).toBe(2)
})

test('what is personal, refused, asked with a question or for the router goes through', async () => {
  for (const [path, options] of [
    ['/?at=1', {}],
    ['/', { headers: { rsc: '1' } }],
    ['/', { method: 'POST' }],
  ] as const) {
    drawn = 0
    await ask(path, options)
    await Promise.all(keeping)
    await ask(path, options)
    expect(drawn, path).toBe(2)
  }
  for (const without of [{ tags: '' }, { tags: 'all', status: 404 }, { tags: 'all', status: 500 }]) {
    answer = without
    drawn = 0
    await askAndKeep('/other')
    await ask('/other')
    expect(drawn).toBe(2)
  }
})

test('an answer begun before others might read the essay is not sent after it', () => {
  const answered = (begun: number | undefined) => {
    const response = new http.ServerResponse(new http.IncomingMessage(null as never))
    response.setHeader(TAGS_HEADER, 'all,essay:7,access:7')
    if (begun !== undefined) response.setHeader(BEGUN_HEADER, String(begun))
    const outdated = isOutdated(response)
    expect(response.hasHeader(BEGUN_HEADER)).toBe(false)
    return outdated
  }
  const before = now()
  expireFinished(['essay:7', 'access:8'])
  // A comment came, another essay was closed: whoever waits for this page may read what they get.
  expect(answered(before)).toBe(false)
  expireFinished(['essay:7', 'access:7'])
  expect(answered(before)).toBe(true)
  expect(answered(now())).toBe(false)
  // What was kept before is not handed out after its tags expired: nothing has to be looked at.
  expect(answered(undefined)).toBe(false)
})

test('nothing leaves with a year’s leave to be kept: nobody outside hears when it expires', () => {
  const leaving = (tags: string, headers: Record<string, string> = {}) => {
    const request = Object.assign(new http.IncomingMessage(null as never), { url: '/essays/a', method: 'GET' })
    const response = new http.ServerResponse(request)
    for (const [name, value] of Object.entries(headers)) response.setHeader(name, value)
    response.setHeader('cache-control', 's-maxage=31536000')
    if (tags) response.setHeader(TAGS_HEADER, tags)
    hear(request, response, 200, now())
    return response.getHeader('cache-control')
  }
  expect(leaving('all,essay:1')).toBe('public, max-age=0, must-revalidate')
  // Signed in, the same address is another page.
  expect(leaving('all,essay:1', { location: '/sign-in?then=%2Fessays%2Fa' })).toBe('private, no-store')
  expect(leaving('')).toBe('private, no-store')
})
