/** Which thread changed; `paragraphId` is null when the essay itself did. Never what. */
export type LiveEvent = { essayId: string; paragraphId: string | null }

/**
 * @param events null: the connection was lost and is back, and what was said meanwhile has to be looked up
 * @param position up to where everything has been heard then; null when that is not known
 */
type Hear = (events: LiveEvent[] | null, position: string | null) => void

// Filled by the one LISTEN connection of the process (cache-handler.cjs); emptied by bin/serve/web.mjs when it ends.
const shared = globalThis as typeof globalThis & {
  marginaliaListeners?: Set<Hear>
  marginaliaEndings?: Set<() => void>
}

/**
 * Hears of every change in the forum, from any process. `end` is called when the server stops.
 * @returns a function that ends the subscription
 */
export function listenToChanges(hear: Hear, end: () => void): () => void {
  shared.marginaliaListeners ??= new Set()
  shared.marginaliaEndings ??= new Set()
  shared.marginaliaListeners.add(hear)
  shared.marginaliaEndings.add(end)
  return () => {
    shared.marginaliaListeners?.delete(hear)
    shared.marginaliaEndings?.delete(end)
  }
}
