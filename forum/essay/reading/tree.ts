/** A node of a Markdown tree (mdast), as far as we touch it. */
export type Node = {
  type: string
  value?: string
  children?: Node[]
  url?: string
  alt?: string | null
  title?: string | null
  identifier?: string
  depth?: number
  ordered?: boolean
  start?: number | null
  spread?: boolean
  align?: unknown[]
  position?: { start: { offset?: number } }
  data?: { hName: string }
}

const text = (value: string): Node => ({ type: 'text', value })
const element = (hName: string, children: Node[]): Node => ({ type: hName, data: { hName }, children })

/** Nodes as we make them ourselves; what Markdown has no node for names its HTML element. */
export const node = {
  text,
  link: (url: string, children: Node[]): Node => ({ type: 'link', url, children }),
  paragraph: (children: Node[]): Node => ({ type: 'paragraph', children }),
  strong: (children: Node[]): Node => ({ type: 'strong', children }),
  element,
}

/** Visits a node and everything in it, in order. */
export function each(tree: Node, visit: (node: Node) => void): void {
  visit(tree)
  for (const child of tree.children ?? []) each(child, visit)
}

/** How the words of what a node contains are joined. */
const BETWEEN: Record<string, string> = { list: '\n', listItem: '\n', blockquote: '\n', table: '\n', tableRow: '\t' }

/** The words alone, without markup: an image is its description, a footnote's number is none of the words. */
export function wordsOf(tree: Node): string {
  if (tree.type === 'break') return '\n'
  if (tree.type === 'image') return tree.alt ?? ''
  if (tree.type === 'sup') return ''
  if (tree.value !== undefined) return tree.value
  const parts = (tree.children ?? []).map(wordsOf)
  const between = BETWEEN[tree.type]
  if (between === undefined) return parts.join('')
  // A table keeps its empty cells, so that the columns stay where they are.
  if (tree.type === 'tableRow') return parts.join(between)
  return parts
    .filter((part) => part.trim() !== '')
    .map((part) => (tree.type === 'table' ? part : part.trimEnd()))
    .join(between)
}
