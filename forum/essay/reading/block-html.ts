import rehypeSanitize, { type Options } from 'rehype-sanitize'
import rehypeStringify from 'rehype-stringify'
import remarkRehype from 'remark-rehype'
import { unified } from 'unified'
import { each, type Node, node } from './tree'

/** An HTML tree (hast), as far as we touch it. */
type HtmlNode = {
  type: string
  tagName?: string
  value?: string
  properties?: Record<string, unknown>
  children?: HtmlNode[]
}

const ALLOWED: Options = {
  tagNames: [
    ...['p', 'br', 'em', 'strong', 'del', 'sub', 'sup', 'a', 'ul', 'ol', 'li', 'blockquote', 'code', 'pre', 'hr'],
    ...['table', 'thead', 'tbody', 'tr', 'th', 'td', 'figure', 'figcaption', 'img'],
  ],
  attributes: { a: ['href'], ol: ['start'], img: ['src', 'alt'] },
  protocols: { href: ['http', 'https', 'mailto'], src: ['data'] },
  strip: ['script', 'style'],
}

const processor = unified()
  .use(remarkRehype)
  .use(rehypeSanitize, ALLOWED)
  .use(markLinks)
  .use(dropEmptyHeads)
  .use(rehypeStringify)
  .freeze()

/** Nodes of a tidy tree as HTML that is safe to put into a page. */
export function htmlOf(nodes: readonly Node[]): string {
  const tree = processor.runSync({ type: 'root', children: nodes } as never)
  return processor.stringify(tree).trim()
}

/** A paragraph's inside; null when it is words and nothing else. */
export function paragraphHtml({ children = [] }: Node): string | null {
  if (children.every(({ type }) => type === 'text')) return null
  return htmlOf([node.paragraph(children)]).replace(/^<p>|<\/p>$/g, '')
}

/** Pictures alone, with their titles below. */
export function figureHtml({ children = [] }: Node): string {
  const titles: string[] = []
  const pictures = children.filter(({ type }) => type !== 'text' && type !== 'break')
  for (const picture of pictures)
    each(picture, ({ type, title }) => {
      if (type === 'image' && title) titles.push(title)
    })
  const caption = titles.length > 0 ? [node.element('figcaption', [node.text(titles.join(' '))])] : []
  return htmlOf([node.element('figure', [...pictures, ...caption])])
}

/** A footnote as the one item of a list that counts from its number; the only thing in a text that has an id. */
export function footnoteHtml(number: number, children: Node[]): string {
  const item = { type: 'listItem', spread: children.length > 1, children }
  const html = htmlOf([{ type: 'list', ordered: true, start: number, spread: false, children: [item] }])
  return html.replace('<li>', `<li id="fn-${number}">`)
}

function markLinks() {
  return (tree: HtmlNode) => {
    each(tree as Node, (part) => {
      const { tagName, properties } = part as HtmlNode
      if (tagName === 'a' && properties?.href) properties.rel = 'noopener'
    })
  }
}

/** A table needs a head in Markdown, also where there is nothing to say in it. */
function dropEmptyHeads() {
  return (tree: HtmlNode) => {
    each(tree as Node, (part) => {
      const table = part as HtmlNode
      if (table.tagName !== 'table') return
      table.children = table.children?.filter((child) => child.tagName !== 'thead' || holdsSomething(child))
    })
  }
}

function holdsSomething({ tagName, value, children = [] }: HtmlNode): boolean {
  return tagName === 'img' || (value ?? '').trim() !== '' || children.some(holdsSomething)
}
