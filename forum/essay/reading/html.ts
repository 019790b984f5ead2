import { gfmFootnoteToMarkdown } from 'mdast-util-gfm-footnote'
import { gfmStrikethroughToMarkdown } from 'mdast-util-gfm-strikethrough'
import { gfmTableToMarkdown } from 'mdast-util-gfm-table'
import rehypeParse from 'rehype-parse'
import rehypeRemark from 'rehype-remark'
import remarkStringify from 'remark-stringify'
import { type Processor, unified } from 'unified'
import { FOOTNOTE_HANDLERS, markFootnotes } from './html-footnotes'
import { contentOf, dropNoText, shapeForMarkdown } from './html-tidy'
import { attribute, findAll, type HtmlNode, textOf, walk } from './html-tree'
import { tidyMarkdown } from './markdown-tidy'
import { guardMarkup } from './markup-guard'
import type { Node } from './tree'

export type Markdown = { source: string; title: string | null }

/** Of GitHub's dialect what parse-chunk.ts reads. */
function dialect(this: Processor) {
  const data = this.data() as { toMarkdownExtensions?: unknown[] }
  data.toMarkdownExtensions = [gfmFootnoteToMarkdown(), gfmStrikethroughToMarkdown(), gfmTableToMarkdown()]
}

const parser = unified().use(rehypeParse).freeze()
const converter = unified()
  .use(rehypeRemark, { handlers: FOOTNOTE_HANDLERS as never, newlines: true })
  .use(dialect)
  .use(remarkStringify, { bullet: '-', emphasis: '*', rule: '-', listItemIndent: 'one' })
  .freeze()

/** A page as Markdown that its author can go on with, and its title. @throws Refusal too-much-markup */
export function htmlToMarkdown(page: string): Markdown {
  guardMarkup(page, 'html')
  const tree = parser.parse(page) as HtmlNode
  const [named] = findAll(tree, 'title').map(oneLine)
  dropNoText(tree)
  const content = contentOf(tree)
  const title = takeTitle(content) ?? named ?? findAll(tree, 'h1').map(oneLine)[0]
  markFootnotes(content)
  shapeForMarkdown(content)
  const [markdown] = tidyMarkdown(converter.runSync(content as never) as Node)
  return { source: markdown ? converter.stringify(markdown as never) : '', title: title || null }
}

const oneLine = (node: HtmlNode) => textOf(node).replace(/\s+/g, ' ').trim()

/** The first heading of level 1 is the title when it says so, stands first or is the only one; it leaves the text. */
function takeTitle(content: HtmlNode): string | null {
  const [first, ...others] = findAll(content, 'h1')
  if (!first) return null
  const isTitle = attribute(first, 'className') === 'title' || others.length === 0 || standsFirst(first, content)
  if (!isTitle) return null
  const title = oneLine(first)
  first.children = []
  return title
}

function standsFirst(heading: HtmlNode, content: HtmlNode): boolean {
  let isBefore = true
  let isFirst = true
  walk(content, (node) => {
    if (node === heading) isBefore = false
    else if (isBefore && (node.tagName === 'img' || (node.type === 'text' && node.value?.trim()))) isFirst = false
  })
  return isFirst
}
