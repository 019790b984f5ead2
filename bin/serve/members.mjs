// Which requests are for the pages of an essay for members, and where these stand inside
// (docs/decisions/012-essays-for-members.md).
import { randomBytes } from 'node:crypto'

/** The reading pages: the text, a thread, a further page of a thread; with data for the router under the same address. */
const READING = /^((?:\/(?:en|zh))?)\/essays(\/[^/?#]+(?:\/p\/[^/?#]+(?:\/comments)?)?\/?(?:\?.*)?)$/
/** app/[lang]/members: no address of anybody's. `/members` itself is the list, which is one. */
const MEMBERS = /^((?:\/(?:en|zh))?)\/members(\/[^/?#]+.*)$/
const SESSION = /(?:^|;\s*)(?:__Host-)?next-auth\.session-token=/

/** Known to this process only: nobody else asks for the pages inside. */
const SECRET = randomBytes(16).toString('hex')
const INSIDE = 'x-marginalia-inside'
/** What a request says of its own connection or of what the browser has, not of what it wants. */
const NOT_PASSED_ON = new Set(['connection', 'keep-alive', 'transfer-encoding', 'content-length', 'upgrade', 'expect'])

/** @param {import('node:http').IncomingMessage} request */
export function isInside(request) {
  const inside = request.headers[INSIDE] === SECRET
  delete request.headers[INSIDE]
  return inside
}

const SIGN_IN = /^(?:\/(?:en|zh))?\/sign-in\?then=/
/** Of a reading page the essay's own. */
const ESSAY = /^(?:\/(?:en|zh))?\/essays\/[^/?#]+/

/** Whether somebody with a session wants a reading page. @param {import('node:http').IncomingMessage} request */
function isReader({ method, url, headers }) {
  return (method === 'GET' || method === 'HEAD') && READING.test(url ?? '') && SESSION.test(headers.cookie ?? '')
}

/**
 * Whether an answer that is not sent yet leads somebody with a session away from an essay's reading page.
 * @param {import('node:http').IncomingMessage} request @param {import('node:http').ServerResponse} response
 */
export function isClosed(request, response) {
  return isReader(request) && leadsToSignIn(response.getHeader('location'))
}

/** @param {unknown} location */
export const leadsToSignIn = (location) => typeof location === 'string' && SIGN_IN.test(location)

/**
 * The essay's address, where an answer may say in its body only that it leads away: data for the router. Undefined for all
 * other requests. @param {import('node:http').IncomingMessage} request
 */
export function unsaid(request) {
  if (request.headers.rsc === undefined || !isReader(request)) return undefined
  return ESSAY.exec(request.url ?? '')?.[0]
}

/** Where the page for one person stands inside. @param {string} url one that READING knows */
export const memberAddress = (url) => url.replace(READING, '$1/members$2')

/** The address of an essay that somebody asked for by the one inside; undefined for every other. @param {string} url */
export const publicAddress = (url) => (MEMBERS.test(url) ? url.replace(MEMBERS, '$1/essays$2') : undefined)

/**
 * The headers of a request that this server makes of itself on somebody's behalf.
 * @param {import('node:http').IncomingMessage} request @param {boolean} inside for a page inside
 * @returns {Record<string, string | string[]>}
 */
export function passedOn(request, inside) {
  /** @type {Record<string, string | string[]>} */
  const headers = inside ? { [INSIDE]: SECRET } : {}
  for (const [name, value] of Object.entries(request.headers))
    if (value !== undefined && !NOT_PASSED_ON.has(name) && !name.startsWith('if-')) headers[name] = value
  return headers
}
