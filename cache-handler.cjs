// Loaded by Next (next.config.js, cacheHandler). Two things that its own file cache does not do:
// 1. A page's tags expire in every process: in this one at once (lib/pages.ts calls the function kept on globalThis), in
//    the others through NOTIFY, sent in the transaction that changed something (forum/change.ts).
// 2. A prerendered page gets a Content-Security-Policy with the hashes of its own inline scripts.
const { createHash } = require('node:crypto')
const fileCache = require('next/dist/server/lib/incremental-cache/file-system-cache')
const FileSystemCache = fileCache.default ?? fileCache

/** The same name as CHANNEL in forum/change.ts. */
const CHANNEL = 'marginalia'
const EXPIRE_NOW = { expire: 0 }
const shared = globalThis

async function listen(expire) {
  const pg = require('pg')
  const client = new pg.Client({
    connectionString: process.env.DATABASE_URL,
    application_name: 'marginalia-pages',
    keepAlive: true,
  })
  client.on('error', () => {})
  client.on('end', () => setTimeout(() => void listen(expire), 1000).unref())
  client.on('notification', (message) => {
    const { tags, events } = JSON.parse(message.payload)
    if (Array.isArray(tags)) expire(tags)
    for (const hear of shared.marginaliaListeners ?? []) hear(events ?? [])
  })
  try {
    await client.connect()
    await client.query(`LISTEN ${CHANNEL}`)
    // What was said while nobody listened is not repeated: every page is drawn anew once.
    if (shared.marginaliaHeard) expire(['all'])
    shared.marginaliaHeard = true
  } catch {
    // `end` follows, and with it the next try.
    await client.end().catch(() => {})
  }
}

const SCRIPT = /<script(?![^>]*\ssrc=)[^>]*>([\s\S]*?)<\/script>/g
const policies = new Map()

function policyFor(html) {
  const key = createHash('sha1').update(html).digest('base64')
  const known = policies.get(key)
  if (known) return known
  const hashes = new Set()
  for (const [, script] of html.matchAll(SCRIPT))
    hashes.add(`'sha256-${createHash('sha256').update(script).digest('base64')}'`)
  const policy = shared.marginaliaPolicy ? shared.marginaliaPolicy([...hashes].join(' ')) : undefined
  if (policies.size > 500) policies.clear()
  policies.set(key, policy)
  return policy
}

function withPolicy(page) {
  if (page?.kind !== 'APP_PAGE' || !page.html || page.postponed) return page
  const policy = policyFor(page.html.toString())
  return policy ? { ...page, headers: { ...page.headers, 'content-security-policy': policy } } : page
}

module.exports = class PageCache extends FileSystemCache {
  constructor(context) {
    super(context)
    const expire = (tags) => super.revalidateTag(tags, EXPIRE_NOW)
    shared.marginaliaExpire = expire
    const serving = process.env.NEXT_PHASE !== 'phase-production-build' && process.env.DATABASE_URL
    if (serving && !shared.marginaliaListening) {
      shared.marginaliaListening = true
      void listen((tags) => shared.marginaliaExpire(tags))
    }
  }

  async set(key, page, context) {
    const dressed = withPolicy(page)
    // The answer that filled the cache is sent from `page` itself.
    if (dressed !== page) page.headers = dressed.headers
    return super.set(key, page, context)
  }

  async get(...args) {
    const entry = await super.get(...args)
    const value = withPolicy(entry?.value)
    return value === entry?.value ? entry : { ...entry, value }
  }
}
