import { gfmAutolinkLiteralFromMarkdown } from 'mdast-util-gfm-autolink-literal'
import { gfmAutolinkLiteral } from 'micromark-extension-gfm-autolink-literal'
import rehypeSanitize, { type Options } from 'rehype-sanitize'
import rehypeStringify from 'rehype-stringify'
import remarkParse from 'remark-parse'
import remarkRehype from 'remark-rehype'
import { type Processor, type Transformer, unified } from 'unified'
import { constructsToLeaveOut, without } from './markdown-guard'

/** Words of a text that lead somewhere: from, to (UTF-16 units), where. In order, not overlapping. */
export type Span = { from: number; to: number; href: string }

declare module 'vfile' {
  interface DataMap {
    /** What of a text leads to a page of ours. */
    spans: ((text: string) => Span[]) | undefined
  }
}

/** The shape both trees share, as far as we touch them. */
type Node = {
  type: string
  tagName?: string
  value?: string
  properties?: Record<string, unknown>
  children?: Node[]
  url?: string
  alt?: string | null
  label?: string | null
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
      if (isLink(node)) node.children = withoutLinks(node.children ?? [])
      if (isImage(node)) {
        node.children = [wordsOf(node)]
        node.type = node.type === 'image' ? 'link' : 'linkReference'
      }
      if (node.type === 'heading') {
        node.type = 'paragraph'
        node.children = [{ type: 'strong', children: node.children ?? [] }]
      }
      node.children = node.children?.map((child) => (child.type === 'html' ? asText(child, node) : child))
    })
  }
}

const isLink = ({ type }: Node) => type === 'link' || type === 'linkReference'
const isImage = ({ type }: Node) => type === 'image' || type === 'imageReference'
const wordsOf = (image: Node): Node => ({ type: 'text', value: image.alt || image.url || image.label || '' })

/** What may stand in a link: no other one, which a browser would take apart. The words stay. */
function withoutLinks(nodes: Node[]): Node[] {
  return nodes.flatMap((node) => {
    if (isImage(node)) return [wordsOf(node)]
    const inside = withoutLinks(node.children ?? [])
    if (isLink(node)) return inside
    return [node.children ? { ...node, children: inside } : node]
  })
}

const HOLDS_BLOCKS = new Set(['root', 'blockquote', 'listItem'])

function asText(html: Node, parent: Node): Node {
  const text = { type: 'text', value: html.value }
  return HOLDS_BLOCKS.has(parent.type) ? { type: 'paragraph', children: [text] } : text
}

/** Words that lead to a page of ours, where they stand in no link and no code. */
function ownLinks() {
  return (tree: Node, file: Parameters<Transformer>[1]) => {
    const { spans } = file.data
    if (!spans) return
    each(tree, (node) => {
      if (isLink(node)) return
      node.children = node.children?.flatMap((child) =>
        child.type === 'text' ? linked(child.value ?? '', spans(child.value ?? '')) : [child],
      )
    })
  }
}

function linked(text: string, spans: Span[]): Node[] {
  const nodes: Node[] = []
  let at = 0
  for (const { from, to, href } of spans) {
    if (from > at) nodes.push({ type: 'text', value: text.slice(at, from) })
    nodes.push({ type: 'link', url: href, children: [{ type: 'text', value: text.slice(from, to) }] })
    at = to
  }
  if (at < text.length) nodes.push({ type: 'text', value: text.slice(at) })
  return nodes
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

/** A long address that many references repeat would make megabytes of a comment. */
const MOST_REPEATED = 200_000

function repeatsTooMuch(source: string): boolean {
  if (!source.includes(']:')) return false
  const longest = Math.max(0, ...(source.match(/\S+/g) ?? []).map(({ length }) => length))
  return longest * (source.match(/\[/g)?.length ?? 0) > MOST_REPEATED
}

function asTyped(source: string): string[] {
  return [...constructsToLeaveOut(source), ...(repeatsTooMuch(source) ? ['definition'] : [])]
}

function build(constructs: string[]) {
  return unified()
    .use(remarkParse)
    .use(without(constructs))
    .use(bareLinks)
    .use(plainBlocks)
    .use(ownLinks)
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
export function renderMarkdown(source: string, spans?: (text: string) => Span[]): string {
  return String(processorWithout(asTyped(source)).processSync({ value: source, data: { spans } })).trim()
}
