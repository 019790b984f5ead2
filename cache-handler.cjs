// Loaded by Next (next.config.js, cacheHandler). Four things that its own file cache does not do:
// 1. A page's tags expire in every process: in this one at once (lib/pages.ts calls the function kept on globalThis), in
//    the others through NOTIFY, sent in the transaction that changed something (forum/change.ts).
// 2. A prerendered page gets a Content-Security-Policy with the hashes of its own inline scripts.
// 3. What was drawn or read while its tags expired is not kept: Next would take it for newer than the expiry.
// 4. A page carries its tags, and while it is made since when, to bin/serve/finished-pages.mjs, which keeps the finished answer.
const { createHash } = require('node:crypto')
const fileCache = require('next/dist/server/lib/incremental-cache/file-system-cache')
const { expiredSince, expireTags, now } = require('./bin/serve/expirations.cjs')
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
    const { tags, events, seq, horizon } = JSON.parse(message.payload)
    if (Array.isArray(tags)) expire(tags)
    const position = seq && horizon ? `${seq}.${horizon}` : null
    for (const hear of shared.marginaliaListeners ?? []) hear(events ?? [], position)
  })
  try {
    await client.connect()
    await client.query(`LISTEN ${CHANNEL}`)
    // What was said while nobody listened is not repeated: every page is drawn anew once, and streams catch up.
    if (shared.marginaliaHeard) {
      expire(['all'])
      for (const hear of shared.marginaliaListeners ?? []) hear(null, null)
    }
    shared.marginaliaHeard = true
  } catch {
    // `end` follows, and with it the next try.
    await client.end().catch(() => {})
  }
}

const SCRIPT = /<script(?![^>]*\ssrc=)[^>]*>([\s\S]*?)<\/script>/g
/** Written once for each page that is kept, however often it is asked for. */
const dressed = new WeakMap()

function dress(page) {
  if (page?.kind !== 'APP_PAGE' || page.postponed) return page
  const known = dressed.get(page)
  if (known) return known
  const done = { ...page, headers: { ...page.headers, ...headersOf(page) } }
  dressed.set(page, done)
  dressed.set(done, done)
  return done
}

function headersOf(page) {
  const hashes = new Set()
  for (const [, script] of String(page.html ?? '').matchAll(SCRIPT))
    hashes.add(`'sha256-${createHash('sha256').update(script).digest('base64')}'`)
  const policy = shared.marginaliaPolicy?.([...hashes].join(' '))
  return {
    ...(policy ? { 'content-security-policy': policy } : {}),
    'x-marginalia-tags': page.headers?.['x-next-cache-tags'] ?? '',
  }
}

/** Key to the moment since which somebody makes what belongs there. */
const begun = new Map()

/** Of a page they stand in its headers, of data beside it. */
function tagsOf(value, context) {
  const ofPage = String(value?.headers?.['x-next-cache-tags'] ?? '')
  return [...(context?.tags ?? []), ...ofPage.split(',').filter(Boolean)]
}

module.exports = class PageCache extends FileSystemCache {
  constructor(context) {
    super(context)
    const expire = async (tags) => {
      await super.revalidateTag(tags, EXPIRE_NOW)
      expireTags(tags)
      shared.marginaliaForget?.(tags)
    }
    shared.marginaliaExpire = expire
    const serving = process.env.NEXT_PHASE !== 'phase-production-build' && process.env.DATABASE_URL
    if (serving && !shared.marginaliaListening) {
      shared.marginaliaListening = true
      void listen((tags) => shared.marginaliaExpire(tags))
    }
  }

  async set(key, value, context) {
    const since = begun.get(key) ?? now()
    begun.delete(key)
    const done = dress(value)
    // The answer that filled the cache is sent from `value` itself, to all who asked while it was made.
    if (done !== value) value.headers = { ...done.headers, 'x-marginalia-begun': String(since) }
    if (expiredSince(tagsOf(value, context), since)) return
    await super.set(key, value, context)
  }

  async get(key, context) {
    const entry = await super.get(key, context)
    if (!entry) {
      // Whoever missed it will make it. The first of several counts: theirs is the oldest look at the database.
      if (!begun.has(key)) begun.set(key, now())
      return null
    }
    const value = dress(entry.value)
    return value === entry.value ? entry : { ...entry, value }
  }
}
