import { limitsAreOff } from '@/lib/limits'
import { ownCommentsSince } from './own-comments'
import type { Check } from './written'

const DAY_MS = 24 * 60 * 60 * 1000
/** "Thank you!" may be said to many. */
const SHORT = 20

/** The same words by the same person within a day. */
export const repeat: Check = {
  name: 'repeat',
  async look({ by, body, isEdit }) {
    const words = plainly(body)
    if (isEdit || words.length < SHORT || limitsAreOff()) return null
    const own = await ownCommentsSince(by.id, new Date(Date.now() - DAY_MS))
    return own.some((earlier) => plainly(earlier.body) === words) ? { refuse: 'repeated' } : null
  },
}

/** Letters and digits alone: neither case nor blanks nor marks make it another text. */
const plainly = (text: string) =>
  text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, '')
