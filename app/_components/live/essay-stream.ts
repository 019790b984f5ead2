/** A paragraph whose thread changed; null: anything may have. */
export type Changed = string | null

type Ends = () => void

/** While there is no stream, or nothing comes through it, everything is looked at as often as this. */
const POLL_MS = 30_000
/** A stream says at once that it is there, */
const SILENT_AT_FIRST_MS = 8_000
/** and then every 25 seconds (app/_web/event-stream.ts). A proxy that keeps answers until they are whole says nothing. */
const SILENT_MS = 40_000
/** After a stream was refused (a cap, an old proxy), the next try. */
const AGAIN_MS = 300_000
/** A tab that does not hold the stream looks by itself; one that does, when the stream is open, so that nothing falls between. */
const OTHER_TAB_MS = 1_000

/**
 * Tells which threads of an essay change. One stream a browser: the tab that holds the lock passes on what it hears, and when
 * it is closed the next one takes over. Without locks (a forum without HTTPS) each tab has its own. Where nothing comes through
 * streams, it asks from time to time.
 */
export function listenToEssay(slug: string, tell: (changed: Changed) => void): Ends {
  const name = `marginalia:live:${slug}`
  const channel = 'BroadcastChannel' in window ? new BroadcastChannel(name) : undefined
  if (channel) channel.onmessage = ({ data }: MessageEvent<Changed>) => tell(data)
  const hear = (changed: Changed) => {
    tell(changed)
    channel?.postMessage(changed)
  }
  const alone = new AbortController()
  const first = setTimeout(() => tell(null), OTHER_TAB_MS)
  const hold = () =>
    new Promise<void>((resolve) => {
      clearTimeout(first)
      const end = openStream(slug, hear)
      alone.signal.addEventListener('abort', () => {
        end()
        resolve()
      })
    })
  if ('locks' in navigator) navigator.locks.request(name, { signal: alone.signal }, hold).catch(() => {})
  else void hold()
  return () => {
    clearTimeout(first)
    alone.abort()
    channel?.close()
  }
}

function openStream(slug: string, hear: (changed: Changed) => void): Ends {
  let looking: ReturnType<typeof setTimeout> | undefined
  let trying: ReturnType<typeof setTimeout> | undefined
  let source: EventSource | undefined
  const lookAfter = (ms: number) => {
    clearTimeout(looking)
    looking = setTimeout(poll, spread(ms))
  }
  const poll = () => {
    hear(null)
    lookAfter(POLL_MS)
  }
  const begin = () => {
    let opened = false
    const stream = new EventSource(`/api/essays/${encodeURIComponent(slug)}/events`)
    source = stream
    stream.onopen = () => {
      // Later it catches up by itself, from the last event's id.
      if (!opened) hear(null)
      opened = true
    }
    const on = (name: string, act: (data: string) => void) =>
      stream.addEventListener(name, ({ data }: MessageEvent<string>) => {
        lookAfter(SILENT_MS)
        act(data)
      })
    on('beat', () => {})
    on('changed', (data) => hear(paragraphIn(data)))
    on('resync', () => hear(null))
    stream.onerror = () => {
      // Otherwise it is the browser that tries again.
      if (stream.readyState !== EventSource.CLOSED) return
      poll()
      trying = setTimeout(begin, spread(AGAIN_MS))
    }
  }
  begin()
  lookAfter(SILENT_AT_FIRST_MS)
  return () => {
    clearTimeout(looking)
    clearTimeout(trying)
    source?.close()
  }
}

/** Browsers that lost their streams in the same moment do not ask in the same moment. */
const spread = (ms: number) => ms * (0.75 + Math.random() / 2)

function paragraphIn(data: string): Changed {
  const { paragraphId } = JSON.parse(data) as { paragraphId: Changed }
  return paragraphId
}
