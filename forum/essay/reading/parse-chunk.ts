import { gfmFootnoteFromMarkdown } from 'mdast-util-gfm-footnote'
import { gfmStrikethroughFromMarkdown } from 'mdast-util-gfm-strikethrough'
import { gfmTableFromMarkdown } from 'mdast-util-gfm-table'
import { gfmFootnote } from 'micromark-extension-gfm-footnote'
import { gfmStrikethrough } from 'micromark-extension-gfm-strikethrough'
import { gfmTable } from 'micromark-extension-gfm-table'
import remarkParse from 'remark-parse'
import { type Processor, unified } from 'unified'
import { constructsToLeaveOut, without } from '@/lib/markdown-guard'
import type { Node } from './tree'

/**
 * Of GitHub's dialect: footnotes, tables, and struck out words between two tildes (one is a range of numbers to many).
 * Bare addresses are found in bare-links.ts: GitHub's way costs the square of a paragraph's lines.
 */
function dialect(this: Processor) {
  const data = this.data() as { micromarkExtensions?: unknown[]; fromMarkdownExtensions?: unknown[] }
  data.micromarkExtensions = [
    ...(data.micromarkExtensions ?? []),
    gfmFootnote(),
    gfmStrikethrough({ singleTilde: false }),
    gfmTable(),
  ]
  data.fromMarkdownExtensions = [
    ...(data.fromMarkdownExtensions ?? []),
    gfmFootnoteFromMarkdown(),
    gfmStrikethroughFromMarkdown(),
    gfmTableFromMarkdown(),
  ]
}

/** There is no HTML in our Markdown: what looks like some is what was typed. */
const NO_HTML = ['htmlFlow', 'htmlText']

function build(leftOut: readonly string[]) {
  return unified()
    .use(remarkParse)
    .use(dialect)
    .use(without([...NO_HTML, ...leftOut]))
    .freeze()
}

const parsers = new Map<string, ReturnType<typeof build>>()

/** Where a paragraph, an item or a row may begin: the guard's limits are for a paragraph. */
const PART = /\n(?=[ \t]*(?:\n|[-+*][ \t]|\d{1,9}[.)][ \t]|\[\^|\|))/

/** A chunk as a tree; what would take too long to read is left as it was typed. */
export function parseChunk(source: string): Node[] {
  const parts = source.split(PART)
  const leftOut = new Set([...parts.flatMap((part) => constructsToLeaveOut(part)), ...constructsToLeaveOut(source, 10)])
  const key = [...leftOut].sort().join()
  const parser = parsers.get(key) ?? build([...leftOut])
  parsers.set(key, parser)
  return (parser.parse(source) as Node).children ?? []
}
