// The web server's process: Node's HTTP server in front of Next's handler. It does what belongs before any route: who
// the peer is, limits on time and size, the security headers, and an orderly end.
import { randomBytes } from 'node:crypto'
import http from 'node:http'
import path from 'node:path'
import next from 'next'

const dev = process.env.NODE_ENV === 'development'
const port = Number(process.env.PORT ?? 3000)
const host = process.env.HOST || '127.0.0.1'
const trustedProxies = Number(process.env.TRUSTED_PROXIES || 0)
const https = (process.env.NEXTAUTH_URL ?? '').startsWith('https://')
/** An OpenID provider in the local network may have no https. */
const issuer = URL.canParse(process.env.OIDC_ISSUER ?? '') ? new URL(process.env.OIDC_ISSUER ?? '').origin : ''
/** No door takes more than a text of 5 MB as a form, see forum/essay/input.ts. */
const LARGEST_BODY = 6 * 1024 * 1024

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

/** Next answers 500 to an address that cannot be decoded. */
function isReadable(url) {
  try {
    decodeURIComponent(url.split('?')[0] ?? '')
    return url.startsWith('/')
  } catch {
    return false
  }
}

function whenHeadersGo(response, act) {
  const writeHead = response.writeHead
  response.writeHead = (...args) => {
    act()
    return writeHead.apply(response, args)
  }
}

const root = path.resolve(import.meta.dirname, '../..')
const server = http.createServer()
const app = next({ dev, dir: root, hostname: host, port, httpServer: server })
const handle = app.getRequestHandler()
await app.prepare()

server.on('request', (request, response) => {
  if (Number(request.headers['content-length'] ?? 0) > LARGEST_BODY)
    return refuse(response, 413, 'too-large', 'That is more than can be sent at once.')
  if (!isReadable(request.url ?? '/')) return refuse(response, 400, 'bad-address', 'The address is damaged.')
  if (request.url?.startsWith('/_next/image')) {
    response.writeHead(404, { 'content-type': 'text/plain' })
    return response.end('Not found\n')
  }
  // Only we say who the peer is, and which nonce a page gets.
  request.headers['x-marginalia-network'] = networkOf(request)
  const nonce = randomBytes(16).toString('base64')
  request.headers['content-security-policy'] = `script-src 'nonce-${nonce}'`
  whenHeadersGo(response, () => {
    // A prerendered page brings its own policy, with the hashes of its scripts.
    if (!response.hasHeader('content-security-policy'))
      response.setHeader('content-security-policy', policy(`'nonce-${nonce}'`))
  })
  response.setHeader('x-content-type-options', 'nosniff')
  response.setHeader('referrer-policy', 'same-origin')
  if (https) response.setHeader('strict-transport-security', 'max-age=31536000')
  handle(request, response).catch((error) => {
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
