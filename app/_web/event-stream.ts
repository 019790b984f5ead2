import type { mayHear } from '@/forum/essay/stream'
import { type LiveEvent, listenToChanges } from '@/lib/live'
import { logError } from '@/lib/log'

const BEAT_MS = 25_000
/** Answers waiting for a reader who does not read; after that the stream ends and the browser comes back. */
const MOST_WAITING = 64

/**
 * A stream of server-sent events about one essay: which paragraph's thread changed. Permission is asked at sending: who has
 * lost it hears nothing more, and the stream ends.
 */
export function eventStream(
  essayId: string,
  signal: AbortSignal,
  permission: () => ReturnType<typeof mayHear>,
): Response {
  const encoder = new TextEncoder()
  let close = () => {}
  const stream = new ReadableStream<Uint8Array>(
    {
      start(controller) {
        let open = true
        const send = (text: string) => {
          if (!open) return
          if ((controller.desiredSize ?? 0) < -MOST_WAITING) return close()
          controller.enqueue(encoder.encode(text))
        }
        // Asked before the first message; of most essays not again until they change.
        let holds: Awaited<ReturnType<typeof mayHear>> = 'once'
        const tell = async (events: LiveEvent[]) => {
          if (!open) return
          if (holds === 'once' || events.some(({ paragraphId }) => paragraphId === null)) holds = await permission()
          if (!open) return
          if (holds === 'no') return close()
          for (const { paragraphId } of events) send(`event: changed\ndata: ${JSON.stringify({ paragraphId })}\n\n`)
        }
        // One after the other, so that what follows a change of the essay is told by the new permission.
        let told = Promise.resolve()
        const hear = (all: LiveEvent[]) => {
          const events = all.filter((event) => event.essayId === essayId)
          if (events.length === 0) return
          told = told
            .then(() => tell(events))
            .catch((error: unknown) => {
              logError('a stream was ended', error)
              close()
            })
        }
        const beat = setInterval(() => send(': beat\n\n'), BEAT_MS)
        const leave = listenToChanges(hear, () => close())
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
