import { createHash } from 'node:crypto'
import { typographicForm } from './normalise'

/** SHA-256 (hex) of the wording without its typography: equal for wordings that `align` calls kept. */
export function hashWording(text: string): string {
  return createHash('sha256').update(typographicForm(text)).digest('hex')
}
