export type Stop = {
  /** Aborted when the forum shall stop: Ctrl-C, SIGTERM, or the end of the npm that started us. */
  requested: AbortSignal
  /** Aborted when it shall stop without waiting for requests: a second Ctrl-C. */
  hurried: AbortSignal
}

// In a terminal Ctrl-C reaches npm and us, and npm passes its own on: one press, two signals.
const samePress = 500

export function listenForStop(): Stop {
  const requested = new AbortController()
  const hurried = new AbortController()
  const request = () => requested.abort(new Stopped())
  let first = 0
  const press = () => {
    first ||= Date.now()
    if (!requested.signal.aborted) request()
    else if (Date.now() - first > samePress) hurried.abort()
  }
  process.on('SIGINT', press).on('SIGTERM', press).on('SIGHUP', press)
  stopWithNpm(request)
  return { requested: requested.signal, hurried: hurried.signal }
}

/** Thrown by a step that was interrupted. */
export class Stopped extends Error {
  override name = 'Stopped'
}

/**
 * SIGTERM to npm reaches only the shell between npm and us where that shell stays (dash), and a killed npm (kill -9)
 * passes nothing on: either would leave a forum running that nobody sees.
 */
function stopWithNpm(request: () => void): void {
  if (!process.env.npm_lifecycle_event) return
  const npm = process.ppid
  const timer = setInterval(() => {
    if (process.ppid === npm) return
    clearInterval(timer)
    request()
  }, 250)
  timer.unref()
}
