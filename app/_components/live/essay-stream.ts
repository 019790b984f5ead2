/** A paragraph whose thread changed; null: anything may have. */
export type Changed = string | null

type Ends = () => void

/** While there is no stream, everything is looked at as often as this. */
const POLL_MS = 30_000
/** After a stream was refused (a cap, an old proxy), the next try. */
const AGAIN_MS = 300_000
/** A tab that does not hold the stream looks by itself; one that does, when the stream is open, so that nothing falls between. */
const OTHER_TAB_MS = 1_000

/**
 * Tells which threads of an essay change. One stream a browser: the tab that holds the lock passes on what it hears, and when
 * it is closed the next one takes over. Without locks (a forum without HTTPS) each tab has its own. Where streams do not get
 * through, it asks from time to time.
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
  let timer: ReturnType<typeof setTimeout> | undefined
  let source: EventSource | undefined
  const begin = () => {
    clearTimeout(timer)
    let opened = false
    source = new EventSource(`/api/essays/${encodeURIComponent(slug)}/events`)
    source.onopen = () => {
      // Later it catches up by itself, from the last event's id.
      if (!opened) hear(null)
      opened = true
    }
    source.addEventListener('changed', ({ data }) => hear(paragraphIn(data)))
    source.addEventListener('resync', () => hear(null))
    source.onerror = () => {
      // Otherwise it is the browser that tries again.
      if (source?.readyState === EventSource.CLOSED) poll(Date.now() + AGAIN_MS)
    }
  }
  const poll = (until: number) => {
    hear(null)
    timer = setTimeout(() => (Date.now() < until ? poll(until) : begin()), POLL_MS * (0.75 + Math.random() / 2))
  }
  begin()
  return () => {
    clearTimeout(timer)
    source?.close()
  }
}

function paragraphIn(data: string): Changed {
  const { paragraphId } = JSON.parse(data) as { paragraphId: Changed }
  return paragraphId
}
