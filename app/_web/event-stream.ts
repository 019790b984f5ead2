import { type LiveEvent, listenToChanges } from '@/lib/live'

const BEAT_MS = 25_000
/** Answers waiting for a reader who does not read; after that the stream ends and the browser comes back. */
const MOST_WAITING = 64

/** A stream of server-sent events about one essay: which paragraph's thread changed. */
export function eventStream(essayId: string, signal: AbortSignal): Response {
  const encoder = new TextEncoder()
  let close = () => {}
  const stream = new ReadableStream<Uint8Array>(
    {
      start(controller) {
        const send = (text: string) => {
          if ((controller.desiredSize ?? 0) < -MOST_WAITING) return close()
          controller.enqueue(encoder.encode(text))
        }
        const hear = (events: LiveEvent[]) => {
          for (const event of events)
            if (event.essayId === essayId)
              send(`event: changed\ndata: ${JSON.stringify({ paragraphId: event.paragraphId })}\n\n`)
        }
        const beat = setInterval(() => send(': beat\n\n'), BEAT_MS)
        const leave = listenToChanges(hear, () => close())
        let open = true
        close = () => {
          if (!open) return
          open = false
          leave()
          clearInterval(beat)
          controller.close()
        }
        signal.addEventListener('abort', () => close())
        send('retry: 2000\n\n')
      },
      cancel: () => close(),
    },
    { highWaterMark: 1 },
  )
  // no-transform keeps Next from compressing it, which would triple the memory of an open stream.
  return new Response(stream, {
    headers: {
      'content-type': 'text/event-stream; charset=utf-8',
      'cache-control': 'no-cache, no-transform',
      'x-accel-buffering': 'no',
    },
  })
}
