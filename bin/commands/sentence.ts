import { Refusal } from '@/forum/refusal'
import { refusals } from '@/messages/refusals'
import { Halt } from '../halt.mjs'

/** What the forum refused, as the sentence its readers would see; anything else stays what it is. */
export function inSentence(error: unknown): unknown {
  return error instanceof Refusal ? new Halt(refusals.en[error.code](error.about.facts ?? {})) : error
}
