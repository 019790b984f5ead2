/** A node of an HTML tree (hast), as far as we touch it. */
export type HtmlNode = {
  type: string
  tagName?: string
  value?: string
  properties?: Record<string, unknown>
  children?: HtmlNode[]
}

export const html = {
  text: (value: string): HtmlNode => ({ type: 'text', value }),
  element: (tagName: string, properties: Record<string, unknown>, children: HtmlNode[]): HtmlNode => ({
    type: 'element',
    tagName,
    properties,
    children,
  }),
}

/** Visits a node and everything in it, in order, with the nodes around each, the nearest last. */
export function walk(node: HtmlNode, visit: (node: HtmlNode, around: readonly HtmlNode[]) => void): void {
  const around: HtmlNode[] = []
  const go = (part: HtmlNode) => {
    visit(part, around)
    around.push(part)
    for (const child of part.children ?? []) go(child)
    around.pop()
  }
  go(node)
}

export function findAll(node: HtmlNode, ...tagNames: string[]): HtmlNode[] {
  const found: HtmlNode[] = []
  walk(node, (part) => {
    if (part.tagName && tagNames.includes(part.tagName)) found.push(part)
  })
  return found
}

export function textOf(node: HtmlNode): string {
  return node.value !== undefined && node.type === 'text' ? node.value : (node.children ?? []).map(textOf).join('')
}

export function attribute(node: HtmlNode, name: string): string {
  const value = node.properties?.[name]
  if (Array.isArray(value)) return value.join(' ')
  return typeof value === 'string' || typeof value === 'number' ? String(value) : ''
}

/** The same tree with every node replaced by what `change` makes of it, from within outwards; texts are joined. */
export function rebuild(node: HtmlNode, change: (node: HtmlNode, around: readonly string[]) => HtmlNode[]): void {
  const around: string[] = []
  const go = (part: HtmlNode): HtmlNode[] => {
    around.push(part.tagName ?? '')
    if (part.children) part.children = joinTexts(part.children.flatMap(go))
    around.pop()
    return change(part, around)
  }
  node.children = joinTexts(node.children?.flatMap(go) ?? [])
}

function joinTexts(nodes: readonly HtmlNode[]): HtmlNode[] {
  const joined: HtmlNode[] = []
  for (const node of nodes) {
    const before = joined.at(-1)
    if (node.type === 'text' && before?.type === 'text') before.value = (before.value ?? '') + (node.value ?? '')
    else joined.push(node.type === 'text' ? { ...node } : node)
  }
  return joined
}
