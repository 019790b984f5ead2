import { z } from 'zod'

/** How the source of a revision is written. Everything else is turned into Markdown once, when it is read in. */
export type SourceFormat = 'text' | 'markdown'

export type BlockKind = 'paragraph' | 'list' | 'quotation' | 'code' | 'table' | 'figure' | 'footnote'

/** Headings stand above the block they head and are none themselves. The essay's title is level 1. */
export const Headings = z.array(z.object({ level: z.number(), text: z.string() }))
export type Heading = z.infer<typeof Headings>[number]

/** A block of the text that is to become a paragraph. */
export type Block = {
  kind: BlockKind
  /** The words alone. */
  text: string
  /** As it is shown, safe to put into a page; null when the text is all there is to show. */
  html: string | null
  /** Directly above it. */
  headings: Heading[]
}
