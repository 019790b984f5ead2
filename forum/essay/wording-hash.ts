import { createHash } from 'node:crypto'

/** SHA-256 (hex) of the words: Unicode NFKC, white space and case folded, so that re-wrapping is no change. */
export function hashWording(text: string): string {
  const words = text.normalize('NFKC').replace(/\s+/g, ' ').trim().toLowerCase()
  return createHash('sha256').update(words).digest('hex')
}
