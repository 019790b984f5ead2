import { Refusal } from '@/forum/refusal'
import type { Block, SourceFormat } from './block'
import { PARAGRAPHS_MAX, TEXT_MAX_BYTES } from './input'
import { readMarkdown } from './reading/markdown-blocks'
import { splitText } from './split-text'

export { type Block, type BlockKind, type Heading, Headings, type SourceFormat } from './block'

/** In characters, some 15,000 words: what is longer has lost its line ends. */
export const PARAGRAPH_MAX = 100_000

/**
 * The blocks of a source, in order. A source without words has none. Whatever the source is, this throws nothing and
 * ends soon: of Markdown beyond the limits only the beginning is read, or read as it was typed; see `blocksWithin`.
 */
export function blocksOf(source: string, format: SourceFormat): Block[] {
  return read(source, format).blocks
}

/**
 * The blocks of a source that may become a revision.
 * @throws Refusal no-text, text-too-long, too-many-paragraphs, paragraph-too-long, too-much-markup (field `source`)
 */
export function blocksWithin(source: string, format: SourceFormat): Block[] {
  const bytes = Buffer.byteLength(source)
  if (bytes > TEXT_MAX_BYTES) throw refusal('text-too-long', { bytes, most: TEXT_MAX_BYTES })
  const { blocks, hasTooMuchMarkup } = read(source, format)
  if (blocks.length === 0) throw refusal('no-text')
  if (blocks.length > PARAGRAPHS_MAX) throw refusal('too-many-paragraphs', { most: PARAGRAPHS_MAX })
  const long = blocks.findIndex(({ text }) => text.length > PARAGRAPH_MAX)
  if (long >= 0) {
    const beginning = blocks[long]?.text.slice(0, 40).replace(/\s+/g, ' ') ?? ''
    throw refusal('paragraph-too-long', { paragraph: long + 1, beginning, most: PARAGRAPH_MAX })
  }
  if (hasTooMuchMarkup) throw refusal('too-much-markup')
  return blocks
}

function refusal(code: ConstructorParameters<typeof Refusal>[0], facts: Record<string, string | number> = {}) {
  return new Refusal(code, { field: 'source', facts })
}

function read(source: string, format: SourceFormat): { blocks: Block[]; hasTooMuchMarkup: boolean } {
  const clean = source
    .replace(/^\ufeff/, '')
    .replace(/\r\n?/g, '\n')
    .replaceAll('\0', '\ufffd')
    .toWellFormed()
  if (format === 'markdown') return readMarkdown(clean, PARAGRAPHS_MAX + 1)
  const blocks = splitText(clean).map(({ text }): Block => ({ kind: 'paragraph', text, html: null, headings: [] }))
  return { blocks, hasTooMuchMarkup: false }
}
