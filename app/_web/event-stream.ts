import { type Position, presentPosition, readMissed, readPosition, writePosition } from '@/forum/essay/missed'
import type { mayHear } from '@/forum/essay/stream'
import { type LiveEvent, listenToChanges } from '@/lib/live'
import { logError } from '@/lib/log'

/** Less often than app/_components/live/essay-stream.ts takes for silence. */
const BEAT_MS = 25_000
/** An event, as a browser tells a page nothing of comments in the stream. */
const BEAT = 'event: beat\ndata: {}\n\n'
/** Answers waiting for a reader who does not read; after that the stream ends and the browser comes back. */
const MOST_WAITING = 64

type Asked = {
  essayId: string
  signal: AbortSignal
  /** The id of the last event that the browser had, when it comes back. */
  lastEventId: string | null
  permission: () => ReturnType<typeof mayHear>
  /** Called once, when the stream is over. */
  onEnd: () => void
}

/**
 * A stream of server-sent events about one essay: which paragraph's thread changed (`changed`), or that everything has to be
 * looked at anew (`resync`); and from time to time that it is there (`beat`). Permission is asked at sending: who has lost it hears nothing more, and the stream ends.
 */
export function eventStream(asked: Asked): Response {
  let close = (_cancelled: boolean) => {}
  const stream = new ReadableStream<Uint8Array>(
    {
      start: (controller) => {
        close = begin(controller, asked)
      },
      cancel: () => close(true),
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

const encoder = new TextEncoder()

/** @returns ends it */
function begin(controller: ReadableStreamDefaultController<Uint8Array>, asked: Asked): (cancelled: boolean) => void {
  const { essayId, permission } = asked
  let open = true
  let position: Position | null = null
  // Asked before the first message; of most essays not again until they change.
  let holds: Awaited<ReturnType<typeof mayHear>> = 'once'

  const send = (text: string) => {
    if (!open) return
    if ((controller.desiredSize ?? 0) < -MOST_WAITING) return close()
    controller.enqueue(encoder.encode(text))
  }
  const stand = (at: Position | null) => {
    if (at) position = at
    return at ? `id: ${writePosition(at)}\n` : ''
  }
  const mayStill = async (anew: boolean) => {
    if (open && (anew || holds === 'once')) holds = await permission()
    if (holds === 'no') close()
    return open
  }
  const tell = async (paragraphIds: (string | null)[], at: Position | null) => {
    if (!(await mayStill(paragraphIds.includes(null)))) return
    const events = paragraphIds.map((paragraphId) => `event: changed\ndata: ${JSON.stringify({ paragraphId })}\n\n`)
    // Only behind the last of them: who is cut off in between hears all of them again.
    send(`${events.slice(0, -1).join('')}${stand(at)}${events.at(-1) ?? '\n'}`)
  }
  const catchUp = async (since: Position | null) => {
    const missed = since ? await readMissed(essayId, since) : { position: await presentPosition(), paragraphIds: null }
    if (missed.paragraphIds) return tell(missed.paragraphIds, missed.position)
    if (!(await mayStill(true))) return
    send(`${stand(missed.position)}event: resync\ndata: {}\n\n`)
  }
  const arrive = async () => {
    if (asked.lastEventId === null) send(`${stand(await presentPosition())}${BEAT}`)
    else await catchUp(readPosition(asked.lastEventId))
  }

  // One after the other, so that what follows a change of the essay is told by the new permission.
  let told = Promise.resolve()
  const next = (act: () => Promise<void>) => {
    told = told.then(act).catch((error: unknown) => {
      logError('a stream was ended', error)
      close()
    })
  }
  const hear = (all: LiveEvent[] | null, at: string | null) => {
    if (!all) return next(() => catchUp(position))
    const events = all.filter((event) => event.essayId === essayId)
    if (events.length > 0)
      next(() =>
        tell(
          events.map(({ paragraphId }) => paragraphId),
          at ? readPosition(at) : null,
        ),
      )
  }
  const beat = setInterval(() => send(BEAT), BEAT_MS)
  const leave = listenToChanges(hear, () => close())
  const close = (cancelled = false) => {
    if (!open) return
    open = false
    leave()
    clearInterval(beat)
    asked.onEnd()
    // Cancelled, it is closed already.
    if (!cancelled) controller.close()
  }
  asked.signal.addEventListener('abort', () => close())
  send('retry: 2000\n\n')
  // After it began to listen: what is committed meanwhile is heard, or looked up, or both.
  next(arrive)
  return close
}
