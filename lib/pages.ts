/**
 * Renewal of prerendered pages. Every prerendered page carries tags; a page whose tag expires is drawn anew for the next
 * reader. cache-handler.cjs, which Next loads into the server's process, puts the function here and also listens to the
 * other processes (a second server, bin/forum), which reach it through PostgreSQL's NOTIFY.
 */
const shared = globalThis as typeof globalThis & { marginaliaExpire?: (tags: string[]) => Promise<void> }

export const ALL_PAGES = 'all'
export const ESSAYS = 'essays'
export const LOG = 'log'
/** Of all that shows an essay: expires when others may read it than before. No answer begun before then is sent after it. */
export const accessTag = (essayId: string) => `access:${essayId}`
/** The same of lists of essays. */
export const ACCESS = 'access:all'
export const essayTag = (essayId: string) => `essay:${essayId}`
export const threadTag = (paragraphId: string) => `thread:${paragraphId}`

/** Expires at once in this process, so that whoever wrote reads their own writing; a no-op outside a server. */
export async function expireHere(tags: string[]): Promise<void> {
  await shared.marginaliaExpire?.(tags)
}
