import type { Block } from './blocks'
import { hashWording } from './wording-hash'

/** A block as the row of the paragraph that it is in a revision. */
export const wordingRow = (block: Block, index: number, paragraphId: string, revisionId: string) => ({
  paragraphId,
  revisionId,
  ordinal: index + 1,
  kind: block.kind,
  text: block.text,
  html: block.html,
  headings: block.headings,
  hash: hashWording(block.text),
})
