import { gfmAutolinkLiteralFromMarkdown } from 'mdast-util-gfm-autolink-literal'
import { gfmAutolinkLiteral } from 'micromark-extension-gfm-autolink-literal'
import rehypeSanitize, { type Options } from 'rehype-sanitize'
import rehypeStringify from 'rehype-stringify'
import remarkParse from 'remark-parse'
import remarkRehype from 'remark-rehype'
import { type Processor, unified } from 'unified'

/** The shape both trees share, as far as we touch them. */
type Node = {
  type: string
  tagName?: string
  value?: string
  properties?: Record<string, unknown>
  children?: Node[]
  url?: string
  alt?: string
}

const ALLOWED: Options = {
  tagNames: ['p', 'br', 'em', 'strong', 'a', 'ul', 'ol', 'li', 'blockquote', 'code', 'pre', 'hr'],
  attributes: { a: ['href'], ol: ['start'] },
  protocols: { href: ['http', 'https', 'mailto'] },
  // A comment has no headings and no ids of its own: nothing it writes can be the target of our own links or labels.
  clobberPrefix: 'c-',
  strip: ['script', 'style'],
}

/**
 * Images become links to themselves: a picture from elsewhere would tell its server who reads here. Headings become
 * strong paragraphs, raw HTML the text that was typed.
 */
function plainBlocks() {
  return (tree: Node) => {
    each(tree, (node) => {
      if (node.type === 'image') {
        node.type = 'link'
        node.children = [{ type: 'text', value: node.alt || node.url || '' }]
      }
      if (node.type === 'heading') {
        node.type = 'paragraph'
        node.children = [{ type: 'strong', children: node.children ?? [] }]
      }
      node.children = node.children?.map((child) => (child.type === 'html' ? asText(child, node) : child))
    })
  }
}

const HOLDS_BLOCKS = new Set(['root', 'blockquote', 'listItem'])

function asText(html: Node, parent: Node): Node {
  const text = { type: 'text', value: html.value }
  return HOLDS_BLOCKS.has(parent.type) ? { type: 'paragraph', children: [text] } : text
}

/** Bare addresses become links, as people expect; nothing else of GitHub's dialect. */
function bareLinks(this: Processor) {
  const data = this.data() as { micromarkExtensions?: unknown[]; fromMarkdownExtensions?: unknown[] }
  data.micromarkExtensions = [...(data.micromarkExtensions ?? []), gfmAutolinkLiteral()]
  data.fromMarkdownExtensions = [...(data.fromMarkdownExtensions ?? []), gfmAutolinkLiteralFromMarkdown()]
}

function markLinks() {
  return (tree: Node) => {
    each(tree, (node) => {
      if (node.tagName === 'a' && node.properties?.href)
        node.properties = { ...node.properties, rel: 'nofollow ugc noopener' }
    })
  }
}

function each(node: Node, visit: (node: Node) => void) {
  visit(node)
  for (const child of node.children ?? []) each(child, visit)
}

/**
 * The parser's time grows with the square of the marks of emphasis and its stack with the depth of quotations and lists.
 * A text with more of them than anybody writes is rendered without them, as it was typed.
 */
const MOST_EMPHASIS_MARKS = 500
const TOO_DEEP = /^[ \t]*(?:(?:>|(?:[-+*]|\d{1,9}[.)])(?=[ \t]))[ \t]*){10}/m

function asTyped(source: string): string[] {
  const marks = source.match(/[*_]+/g)?.length ?? 0
  return [
    ...(marks > MOST_EMPHASIS_MARKS ? ['attention'] : []),
    ...(TOO_DEEP.test(source) ? ['blockQuote', 'list'] : []),
  ]
}

function without(constructs: string[]) {
  return function disable(this: Processor) {
    const data = this.data() as { micromarkExtensions?: unknown[] }
    data.micromarkExtensions = [...(data.micromarkExtensions ?? []), { disable: { null: constructs } }]
  }
}

function build(constructs: string[]) {
  return unified()
    .use(remarkParse)
    .use(without(constructs))
    .use(bareLinks)
    .use(plainBlocks)
    .use(remarkRehype)
    .use(rehypeSanitize, ALLOWED)
    .use(markLinks)
    .use(rehypeStringify)
    .freeze()
}

const processors = new Map<string, ReturnType<typeof build>>()

function processorWithout(constructs: string[]): Processor {
  const key = constructs.join()
  const processor = processors.get(key) ?? build(constructs)
  processors.set(key, processor)
  return processor as unknown as Processor
}

/**
 * What a person wrote, as HTML that is safe to put into a page: CommonMark with bare links,
 * no raw HTML, no images, links marked `nofollow ugc noopener`. Rendered once, when the text is stored.
 */
export function renderMarkdown(source: string): string {
  return String(processorWithout(asTyped(source)).processSync(source)).trim()
}
