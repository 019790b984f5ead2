import { mayLink, mayShow, nameIn } from './addresses'
import { linkAddresses } from './bare-links'
import type { References } from './references'
import { each, type Node, node, wordsOf } from './tree'

/** What a tree is read with. */
type Reading = { references: References; bringBack: (part: string) => string }

/** A table is drawn with as many cells in every row as its head has: more in all than this are left out. */
const MOST_CELLS = 20_000

/**
 * A tree as readers get it: references resolved, footnotes numbered, only such links and pictures as may stand here,
 * lines joined that were only wrapped. One node may become several, or none. The tree given is used up.
 */
export function tidy(tree: Node, reading: Reading, inLink = false): Node[] {
  const inside = (within = inLink) => (tree.children ?? []).flatMap((child) => tidy(child, reading, within))
  switch (tree.type) {
    case 'text': {
      const words = joinLines(reading.bringBack(tree.value ?? ''))
      return inLink ? [node.text(words)] : linkAddresses(words)
    }
    case 'code':
    case 'inlineCode':
      return [{ type: tree.type, value: reading.bringBack(tree.value ?? '') }]
    case 'link':
      return link(reading.bringBack(tree.url ?? ''), inside(true))
    case 'linkReference': {
      const found = reading.references.addressOf(tree.identifier)
      return found ? link(found.url, inside(true)) : inside()
    }
    case 'image':
      return picture(
        { ...tree, url: reading.bringBack(tree.url ?? ''), alt: reading.bringBack(tree.alt ?? '') },
        inLink,
      )
    case 'imageReference': {
      const { url = '', title = null } = reading.references.addressOf(tree.identifier) ?? {}
      return picture({ ...tree, url, title }, inLink)
    }
    case 'footnoteReference':
      return footnoteMark(reading.references.numberOf(tree.identifier), inLink)
    case 'heading':
      return [node.paragraph([node.strong(inside())])]
    case 'definition':
    case 'footnoteDefinition':
      return []
    case 'table':
      return [{ ...tree, align: fitting(tree), children: inside() }]
    default:
      return [tree.children ? { ...tree, children: inside() } : tree]
  }
}

const UNSPACED = /[\p{sc=Han}\p{sc=Hira}\p{sc=Kana}\u3000-\u303f\uff00-\uffef]/u

/** Between ideographs the end of a line is no space. */
export function joinLines(words: string): string {
  if (!words.includes('\n')) return words
  const lines = words.split('\n')
  const joined: string[] = []
  for (const [index, line] of lines.entries()) {
    const words = withoutBlanks(line, index > 0, index < lines.length - 1)
    const isUnspaced = UNSPACED.test(joined.at(-1)?.slice(-1) ?? '') && UNSPACED.test(words.charAt(0))
    if (index > 0 && !isUnspaced) joined.push(' ')
    joined.push(words)
  }
  return joined.join('')
}

/** Blanks at the ends of a line, taken one by one: a pattern that ends with the line is tried at each of a million. */
function withoutBlanks(line: string, atStart: boolean, atEnd: boolean): string {
  const isBlank = (at: number) => line[at] === ' ' || line[at] === '\t'
  let start = 0
  let end = line.length
  while (atStart && start < end && isBlank(start)) start++
  while (atEnd && end > start && isBlank(end - 1)) end--
  return line.slice(start, end)
}

function link(url: string, children: Node[]): Node[] {
  if (!mayLink(url)) return children
  const address = url.replace(/^[a-z]+:/i, (scheme) => scheme.toLowerCase())
  return [node.link(address, children.some((child) => wordsOf(child).trim() !== '') ? children : [node.text(url)])]
}

/** A picture of this site, or a link to one from elsewhere, or its description. */
function picture({ url = '', alt, title }: Node, inLink: boolean): Node[] {
  const name = alt?.trim() || title?.trim() || nameIn(url)
  if (mayShow(url)) return [{ type: 'image', url, alt: name, title: title ?? null }]
  return inLink ? [node.text(name)] : link(url, [node.text(name)])
}

function footnoteMark(number: number | null, inLink: boolean): Node[] {
  if (number === null) return []
  const words = node.text(String(number))
  return [node.element('sup', [inLink ? words : node.link(`#fn-${number}`, [words])])]
}

function fitting({ align = [], children = [] }: Node): unknown[] {
  const most = Math.max(1, Math.floor(MOST_CELLS / Math.max(1, children.length)))
  return align.slice(0, most)
}

/** Whether a paragraph is nothing but pictures. */
export function isFigure({ type, children = [] }: Node): boolean {
  if (type !== 'paragraph') return false
  let pictures = 0
  let others = 0
  for (const child of children)
    each(child, (part) => {
      if (part.type === 'image') pictures++
      else if (part.type !== 'link' && part.type !== 'break' && part.value?.trim() !== '') others++
    })
  return pictures > 0 && others === 0
}
