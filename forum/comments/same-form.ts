import { createHash } from 'node:crypto'

const WINDOW_MS = 10 * 60 * 1000

/**
 * A clientId for a form that carries none: a prerendered page without JavaScript cannot number its forms. The same words
 * at the same place within ten minutes are the same form, sent twice by a double click or a reload.
 */
export function sameFormId(paragraphId: string, input: { body: string; parentId?: string | null }): string {
  const window = Math.floor(Date.now() / WINDOW_MS)
  const facts = JSON.stringify([paragraphId, input.parentId ?? null, input.body, window])
  return `form-${createHash('sha256').update(facts).digest('hex').slice(0, 48)}`
}
