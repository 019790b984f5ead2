import { createHash } from 'node:crypto'

const WINDOW_MS = 10 * 60 * 1000

/**
 * ClientIds for a form that carries none: a prerendered page without JavaScript cannot number its forms. The same words
 * at the same place within ten minutes are the same form, sent twice by a double click or a reload.
 * @returns the id of now, and that of the ten minutes before: the first click may have been in them
 */
export function sameFormIds(
  paragraphId: string,
  input: { body: string; parentId?: string | null },
): { now: string; before: string } {
  const window = Math.floor(Date.now() / WINDOW_MS)
  const idIn = (number: number) => {
    const facts = JSON.stringify([paragraphId, input.parentId ?? null, input.body, number])
    return `form-${createHash('sha256').update(facts).digest('hex').slice(0, 48)}`
  }
  return { now: idIn(window), before: idIn(window - 1) }
}
