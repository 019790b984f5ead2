// Finished answers in front of Next: a page that is the same for everybody is sent as the bytes it was sent as before,
// compressed once, without a route being looked up (docs/decisions/009-finished-pages.md). The page cache
// (cache-handler.cjs) says which answers these are and by which tags they expire.
import { promisify } from 'node:util'
import zlib from 'node:zlib'
import { expiredSince } from './expirations.cjs'

const gunzip = promisify(zlib.gunzip)
const gzip = promisify(zlib.gzip)
const brotli = promisify(zlib.brotliCompress)

/** The page cache's mark on an answer; it never leaves the house. */
export const TAGS_HEADER = 'x-marginalia-tags'
/** Beside it, of a page that was made for this answer: the moment before it was begun. */
export const BEGUN_HEADER = 'x-marginalia-begun'
/** As many bytes as Next's own cache may take. */
const MOST_BYTES = 64 * 1024 * 1024
/** Of which headers an answer is made; the others are the connection's. */
export const OF_THE_CONNECTION = new Set(['connection', 'keep-alive', 'transfer-encoding', 'content-length', 'date'])

/**
 * @typedef {{ headers: import('node:http').OutgoingHttpHeaders, tags: string[], bytes: number,
 *   bodies: Record<'br' | 'gzip' | 'identity', Buffer> }} Page
 */

/** @type {Map<string, Page>} path to answer, the one that was not asked for longest first */
const pages = new Map()
let bytes = 0
/** Answers that are being compressed. */
export const keeping = new Set()

/** What is kept under the request's address, or undefined. Only a plain look at a page: no data of the router's. */
export function finishedPage(request) {
  if (!mayBeFinished(request)) return undefined
  const page = pages.get(request.url)
  if (!page) return undefined
  pages.delete(request.url)
  pages.set(request.url, page)
  return page
}

/** @param {import('node:http').IncomingMessage} request */
function mayBeFinished({ method, url, headers }) {
  return (method === 'GET' || method === 'HEAD') && !url.includes('?') && headers.rsc === undefined
}

/**
 * @param {import('node:http').IncomingMessage} request
 * @param {import('node:http').ServerResponse} response
 * @param {Page} page
 */
export function sendFinished(request, response, page) {
  const asked = request.headers['if-none-match']
  if (asked !== undefined && page.headers.etag !== undefined && sameEntity(asked, String(page.headers.etag))) {
    response.writeHead(304, page.headers)
    return response.end()
  }
  const encoding = encodingFor(request.headers['accept-encoding'])
  const body = page.bodies[encoding]
  const headers = { ...page.headers, 'content-length': body.length }
  if (encoding !== 'identity') headers['content-encoding'] = encoding
  response.writeHead(200, headers)
  return response.end(request.method === 'HEAD' ? undefined : body)
}

/** RFC 9110, 13.1.2: weak comparison, one of a list or any. */
function sameEntity(asked, etag) {
  const opaque = (tag) => tag.trim().replace(/^W\//, '')
  return asked.trim() === '*' || asked.split(',').some((tag) => opaque(tag) === opaque(etag))
}

/** The smallest that the browser takes; a weight is only looked at for being none (`br;q=0`). */
function encodingFor(accepted = '') {
  for (const encoding of /** @type {const} */ (['br', 'gzip']))
    if (new RegExp(`(?:^|[,\\s])${encoding}(?!\\s*;\\s*q=0(?:\\.0*)?\\s*(?:,|$))\\s*(?:;|,|$)`).test(accepted))
      return encoding
  return 'identity'
}

/**
 * Whether an answer shows an essay to those who might read it when the answer was begun. Next hands a page that is being made
 * to all who ask for it meanwhile, also to who asks after the essay was closed: such an answer is not sent.
 * @param {import('node:http').ServerResponse} response
 */
export function isOutdated(response) {
  const begun = response.getHeader(BEGUN_HEADER)
  response.removeHeader(BEGUN_HEADER)
  const access = tagsOf(response).filter((tag) => tag.startsWith('access:'))
  return begun !== undefined && expiredSince(access, Number(begun))
}

/** @param {import('node:http').ServerResponse} response */
const tagsOf = (response) =>
  String(response.getHeader(TAGS_HEADER) ?? '')
    .split(',')
    .filter(Boolean)

/**
 * Hears an answer of Next's that is on its way, and keeps it when it is whole and for everybody.
 * @param {import('node:http').IncomingMessage} request
 * @param {import('node:http').ServerResponse} response its headers are all set, nothing is sent
 * @param {number} begun the moment before Next was asked, see expirations.cjs
 * @returns {Buffer[] | undefined} where the parts of the body go; undefined when nobody wants them
 */
export function hear(request, response, status, begun) {
  const tags = tagsOf(response)
  response.removeHeader(TAGS_HEADER)
  if (tags.length === 0) {
    // Parts of a kept page for the router leave without its tags, and for a year as well.
    if (/s-maxage/.test(String(response.getHeader('cache-control'))))
      response.setHeader('cache-control', 'private, no-store')
    return undefined
  }
  response.removeHeader('x-nextjs-cache')
  // Next says a year, for a proxy that hears of expired tags. None does: whoever keeps a page asks whether it still holds. A
  // redirect is not kept at all: the same address answers those who are signed in with the page itself.
  const leads = response.hasHeader('location')
  response.setHeader('cache-control', leads ? 'private, no-store' : 'public, max-age=0, must-revalidate')
  if (status !== 200 || request.method !== 'GET' || !mayBeFinished(request)) return undefined
  /** @type {Buffer[]} */
  const parts = []
  const { 'content-encoding': encoding, ...headers } = response.getHeaders()
  for (const name of OF_THE_CONNECTION) delete headers[name]
  response.once('finish', () => {
    const kept = keep(request.url ?? '', { headers, tags }, { encoding, parts, begun })
      .catch((error) => console.error(error))
      .finally(() => keeping.delete(kept))
    keeping.add(kept)
  })
  return parts
}

async function keep(url, { headers, tags }, { encoding, parts, begun }) {
  const sent = Buffer.concat(parts)
  if (encoding !== undefined && encoding !== 'gzip') return
  const identity = encoding === 'gzip' ? await gunzip(sent) : sent
  const { BROTLI_PARAM_QUALITY, BROTLI_PARAM_SIZE_HINT } = zlib.constants
  // Quality 5 is a few milliseconds on a page that is drawn anew after every comment, and already smaller than gzip's best.
  const params = { [BROTLI_PARAM_QUALITY]: 5, [BROTLI_PARAM_SIZE_HINT]: identity.length }
  const bodies = { identity, gzip: await gzip(identity), br: await brotli(identity, { params }) }
  if (expiredSince(tags, begun)) return
  forget(url)
  const page = { headers, tags, bodies, bytes: identity.length + bodies.gzip.length + bodies.br.length }
  pages.set(url, page)
  bytes += page.bytes
  for (const oldest of pages.keys()) {
    if (bytes <= MOST_BYTES) break
    forget(oldest)
  }
}

function forget(url) {
  const page = pages.get(url)
  if (!page) return
  pages.delete(url)
  bytes -= page.bytes
}

/** Called by the page cache with the tags that expired. @param {string[]} tags */
export function forgetTagged(tags) {
  const gone = new Set(tags)
  for (const [url, page] of pages) if (page.tags.some((tag) => gone.has(tag))) forget(url)
}
