// The web server's process: Node's HTTP server in front of Next's handler. It does what belongs before any route: who
// the peer is, limits on time and size, the security headers, and an orderly end.
import { createHash, randomBytes } from 'node:crypto'
import http from 'node:http'
import path from 'node:path'
import next from 'next'
import { DISPLAY_SCRIPT } from '../../lib/display-script.mjs'
import { now } from './expirations.cjs'
import { finishedPage, forgetTagged, hear, isOutdated, OF_THE_CONNECTION, sendFinished } from './finished-pages.mjs'
import { isClosed, isInside, leadsToSignIn, memberAddress, passedOn, publicAddress, unsaid } from './members.mjs'

const dev = process.env.NODE_ENV === 'development'
const port = Number(process.env.PORT ?? 3000)
const host = process.env.HOST || '127.0.0.1'
const trustedProxies = Number(process.env.TRUSTED_PROXIES || 0)
const https = (process.env.NEXTAUTH_URL ?? '').startsWith('https://')
/** An OpenID provider in the local network may have no https. */
const issuer = URL.canParse(process.env.OIDC_ISSUER ?? '') ? new URL(process.env.OIDC_ISSUER ?? '').origin : ''
const INSTEAD = /^(?:\/(?:en|zh))?\/(?:missing|broken)(?:\?|$)/
/** The one inline script of ours, in pages that are drawn for one person; prerendered ones bring the hashes of all of theirs. */
const DISPLAY = `'sha256-${createHash('sha256').update(DISPLAY_SCRIPT).digest('base64')}'`
/** The largest form, see forum/essay/input.ts. */
const LARGEST_BODY = 16 * 1024 * 1024
const TOO_LARGE = { en: 'That is more than can be sent at once.', zh: '内容太大，无法一次发送。' }
const GO_BACK = { en: 'Go back: nothing was changed here.', zh: '请返回：这里什么都没有改动。' }

/** @param {string} script further sources of script-src. The page cache asks for the policy of prerendered pages. */
function policy(script) {
  const scripts = dev ? "'self' 'unsafe-inline' 'unsafe-eval'" : `'self' ${script}`
  return [
    "default-src 'self'",
    `script-src ${scripts}`,
    dev ? "style-src 'self' 'unsafe-inline'" : "style-src 'self'",
    "img-src 'self' data:",
    "object-src 'none'",
    "base-uri 'none'",
    // Signing in at a provider begins with a form that is answered by a redirect to it.
    `form-action 'self' https: ${issuer}`,
    "frame-ancestors 'none'",
  ].join('; ')
}
globalThis.marginaliaPolicy = policy
globalThis.marginaliaForget = forgetTagged

/** The address the request came from: the socket's, or what the last trusted proxy says. */
function networkOf(request) {
  const forwarded = String(request.headers['x-forwarded-for'] ?? '')
    .split(',')
    .map((part) => part.trim())
    .filter(Boolean)
  const named = trustedProxies > 0 ? forwarded.at(-trustedProxies) : undefined
  return named ?? request.socket.remoteAddress ?? 'unknown'
}

/** The problem details of app/_web/problem.ts, for what never gets that far. The rest of the request is not read. */
function refuse(response, status, code, detail) {
  response.writeHead(status, { 'content-type': 'application/problem+json', connection: 'close' })
  response.end(JSON.stringify({ type: 'about:blank', title: code, status, code, detail }))
}

/** The same to a person with a form. Of which language they are stands in what is not read, so both are spoken. */
function tellTooLarge(response) {
  const said = ['en', 'zh'].map((lang) => `<p lang="${lang}">${TOO_LARGE[lang]} ${GO_BACK[lang]}</p>`).join('')
  response.writeHead(413, { 'content-type': 'text/html; charset=utf-8', connection: 'close' })
  response.end(
    `<!doctype html><html lang="en"><meta name="viewport" content="width=device-width"><title>Marginalia</title>${said}`,
  )
}

/** Next answers 500 to an address that cannot be decoded. */
function isReadable(url) {
  try {
    decodeURIComponent(url.split('?')[0] ?? '')
    return url.startsWith('/')
  } catch {
    return false
  }
}

/**
 * Calls `act` once, when the status is known and nothing has been sent. If it answers true, it takes the answer over with
 * the `real` methods and what Next sends goes nowhere; if it answers a list, the parts of the body are put there too.
 */
function beforeAnswer(response, act) {
  const real = {
    writeHead: response.writeHead.bind(response),
    write: response.write.bind(response),
    end: response.end.bind(response),
    flushHeaders: response.flushHeaders.bind(response),
  }
  let answer
  let decided = false
  const isTaken = (status) => {
    if (!decided) {
      decided = true
      answer = act(status, real)
    }
    return answer === true
  }
  const heard = (part, encoding) => {
    if (!Array.isArray(answer) || part === undefined || part === null || typeof part === 'function') return
    answer.push(typeof part === 'string' ? Buffer.from(part, typeof encoding === 'string' ? encoding : 'utf8') : part)
  }
  response.writeHead = (...args) => (isTaken(args[0]) ? response : real.writeHead(...args))
  response.write = (...args) => {
    if (isTaken(response.statusCode)) return true
    heard(...args)
    return real.write(...args)
  }
  response.end = (...args) => {
    if (isTaken(response.statusCode)) return response
    heard(...args)
    return real.end(...args)
  }
  response.flushHeaders = () => isTaken(response.statusCode) || real.flushHeaders()
}

/** Somebody's look at a page, not a program's at a door or the router's at data. */
function isPage(request) {
  return (
    !request.headers.rsc &&
    !INSTEAD.test(request.url) &&
    !/^\/(?:api|do|_next)\//.test(request.url) &&
    /text\/html|\*\/\*/.test(request.headers.accept ?? '*/*')
  )
}

/**
 * Next draws "not found" and its own failures in the browser only: without JavaScript they are a blank page. These,
 * app/[lang]/missing and app/[lang]/broken, are drawn on the server, in the language of the address that was asked.
 */
function sendInstead(status, request, response, real) {
  const prefix = /^\/(?:en|zh)(?=\/|$)/.exec(request.url)?.[0] ?? ''
  const headers = { accept: 'text/html', 'accept-encoding': request.headers['accept-encoding'] ?? 'identity' }
  http
    .get({ host, port, path: `${prefix}/${status === 404 ? 'missing' : 'broken'}`, headers }, (page) => {
      for (const name of response.getHeaderNames()) response.removeHeader(name)
      const kept = ['content-type', 'content-encoding', 'content-security-policy', 'x-content-type-options']
      for (const name of kept) if (page.headers[name]) response.setHeader(name, page.headers[name])
      response.setHeader('cache-control', 'private, no-store')
      response.setHeader('referrer-policy', 'same-origin')
      response.setHeader('vary', 'Accept-Encoding')
      real.writeHead(status)
      if (request.method === 'HEAD') return real.end()
      page.on('data', (part) => real.write(part))
      page.on('end', () => real.end())
    })
    .on('error', () => response.destroy())
  return true
}

/**
 * Sends instead what this server answers to another question of the same person. So, of an essay for members, everybody's page
 * is the way to sign in; to whoever has a session the page that is drawn for one person is sent, under the same address. If the
 * session is none, that page leads to sign-in too.
 */
function sendOther(request, response, real, { path, headers }) {
  const asked = http.request({ host, port, path, method: request.method }, (page) => {
    for (const name of response.getHeaderNames()) response.removeHeader(name)
    for (const [name, value] of Object.entries(page.headers))
      if (value !== undefined && !OF_THE_CONNECTION.has(name)) response.setHeader(name, value)
    real.writeHead(page.statusCode)
    page.on('data', (part) => real.write(part))
    page.on('end', () => real.end())
    page.on('error', () => response.destroy())
  })
  for (const [name, value] of Object.entries(headers)) asked.setHeader(name, value)
  asked.on('error', () => response.destroy())
  response.on('close', () => asked.destroy())
  asked.end()
  return true
}

const asMember = (request) => ({ path: memberAddress(request.url), headers: passedOn(request, true) })

/** Where this server leads a guest who asks for a page of ours; undefined when they may stay, as on every finished page. */
async function whereLeads(url) {
  if (finishedPage({ url, method: 'GET', headers: {} })) return undefined
  return new Promise((resolve, reject) => {
    http
      .get({ host, port, path: url, headers: { accept: 'text/html' } }, (page) => {
        page.resume()
        resolve(page.headers.location)
      })
      .on('error', reject)
  })
}

const root = path.resolve(import.meta.dirname, '../..')
const server = http.createServer()
const app = next({ dev, dir: root, hostname: host, port, httpServer: server })
const handle = app.getRequestHandler()
await app.prepare()

async function answer(request, response) {
  if (Number(request.headers['content-length'] ?? 0) > LARGEST_BODY)
    return /\btext\/html\b/.test(String(request.headers.accept))
      ? tellTooLarge(response)
      : refuse(response, 413, 'too-large', TOO_LARGE.en)
  if (!isReadable(request.url ?? '/')) return refuse(response, 400, 'bad-address', 'The address is damaged.')
  if (request.url?.startsWith('/_next/image')) {
    response.writeHead(404, { 'content-type': 'text/plain' })
    return response.end('Not found\n')
  }
  const inside = isInside(request)
  const elsewhere = inside ? undefined : publicAddress(request.url ?? '/')
  if (elsewhere) {
    response.writeHead(307, { location: elsewhere, 'cache-control': 'private, no-store' })
    return response.end()
  }
  const finished = finishedPage(request)
  if (finished) return sendFinished(request, response, finished)
  const essay = inside ? undefined : unsaid(request)
  if (essay && leadsToSignIn(await whereLeads(essay))) return sendOther(request, response, response, asMember(request))
  const begun = now()
  // Only we say who the peer is, and which nonce a page gets.
  request.headers['x-marginalia-network'] = networkOf(request)
  const nonce = randomBytes(16).toString('base64')
  request.headers['content-security-policy'] = `script-src 'nonce-${nonce}'`
  beforeAnswer(response, (status, real) => {
    if ((status === 404 || status === 500) && isPage(request)) return sendInstead(status, request, response, real)
    // Next adds the headers of a page that it has just drawn to those that drawing it left behind.
    const leads = response.getHeader('location')
    if (Array.isArray(leads)) response.setHeader('location', leads[0])
    if (isOutdated(response))
      return sendOther(request, response, real, { path: request.url, headers: passedOn(request, inside) })
    if (!inside && isClosed(request, response)) return sendOther(request, response, real, asMember(request))
    if (inside) response.setHeader('cache-control', 'private, no-store')
    // A prerendered page brings its own policy, with the hashes of its scripts.
    if (!response.hasHeader('content-security-policy'))
      response.setHeader('content-security-policy', policy(`'nonce-${nonce}' ${DISPLAY}`))
    return dev ? false : hear(request, response, status, begun)
  })
  response.setHeader('x-content-type-options', 'nosniff')
  response.setHeader('referrer-policy', 'same-origin')
  if (https) response.setHeader('strict-transport-security', 'max-age=31536000')
  await handle(request, response)
}

server.on('request', (request, response) => {
  answer(request, response).catch((error) => {
    console.error(error)
    response.destroy()
  })
})

// Slow senders are cut off; event streams and answers are not affected by these.
server.requestTimeout = 60_000
server.headersTimeout = 15_000

server.listen(port, host)
server.on('error', (error) => {
  console.error(error.message)
  process.exit(1)
})

let ending = false
for (const signal of ['SIGTERM', 'SIGINT'])
  process.on(signal, () => {
    if (ending) return
    ending = true
    for (const end of globalThis.marginaliaEndings ?? []) end()
    server.close(() => process.exit(0))
    server.closeIdleConnections()
    // A keep-alive connection becomes idle only after its request: look again until all are gone.
    setInterval(() => server.closeIdleConnections(), 100).unref()
  })
