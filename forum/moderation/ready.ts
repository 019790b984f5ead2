import { Refusal } from '@/forum/refusal'
import { isUnseen } from '@/forum/text'

/** Stands in a ready reason where the moderator has to write something of their own. */
export const BLANK = '{…}'

/**
 * A ready reason and the moderator's own words as one: the words fill the blank, or follow the sentence.
 * @throws Refusal blank-left: a blank with nothing to fill it is no reason
 */
export function reasonFrom(ready: string, words: string): string {
  if (!ready.includes(BLANK)) return `${ready} ${words}`
  if (isUnseen(words)) throw new Refusal('blank-left', { field: 'reason' })
  // As a function: the words may contain "$&".
  return ready.replace(BLANK, () => words.trim())
}
