import { joinLines } from './tidy'
import { type Node, node, wordsOf } from './tree'

const MARKS = new Set(['strong', 'emphasis', 'delete'])
/** What holds words and nothing else. */
const LINES = new Set(['heading', 'tableCell'])
const EMPTY_WITHOUT_CHILDREN = new Set(['paragraph', 'heading', 'list', 'listItem', 'blockquote', 'link', ...MARKS])

/**
 * Brings a tree made of HTML into a shape that is written as Markdown without tricks, so that its author can go on with
 * it: a paragraph on a line, no marks of emphasis round spaces, which would have to be written as `&#x20;`, paragraphs
 * where there were two line breaks, nothing empty.
 */
export function tidyMarkdown(tree: Node, marks: readonly string[] = []): Node[] {
  if (tree.type === 'text') return [node.text(joinLines(tree.value ?? ''))]
  if (!tree.children) return [tree]
  const isMark = MARKS.has(tree.type)
  let children = tree.children.flatMap((child) => tidyMarkdown(child, isMark ? [...marks, tree.type] : marks))
  // Emphasis within the same emphasis is none.
  if (marks.includes(tree.type)) return children
  if (LINES.has(tree.type)) children = children.map(inOneLine)
  children = loosen(joinAlike(children))
  if (tree.type === 'paragraph') return paragraphs(children)
  if (tree.type === 'heading') children = trimmed(children)
  return children.length === 0 && EMPTY_WITHOUT_CHILDREN.has(tree.type) ? [] : [{ ...tree, children }]
}

function inOneLine(part: Node): Node {
  if (part.type === 'break') return node.text(' ')
  if (part.children) return { ...part, children: part.children.map(inOneLine) }
  return part.type === 'text' ? node.text((part.value ?? '').replace(/\s+/g, ' ')) : part
}

/** A line break alone stays; two and more part paragraphs. */
function paragraphs(children: readonly Node[]): Node[] {
  const parts: Node[][] = [[]]
  let breaks = 0
  for (const child of children) {
    if (child.type === 'break') breaks++
    else if (breaks === 0 || wordsOf(child).trim() !== '' || child.type === 'image') {
      if (breaks > 1) parts.push([])
      else if (breaks === 1) parts.at(-1)?.push({ type: 'break' })
      breaks = 0
      parts.at(-1)?.push(child)
    }
  }
  return parts
    .map(trimmed)
    .filter((part) => part.length > 0)
    .map(node.paragraph)
}

/** Without white space and breaks at its ends. */
function trimmed(children: readonly Node[]): Node[] {
  const parts = [...children]
  const isSpace = ({ type, value = '' }: Node) => type === 'break' || (type === 'text' && value.trim() === '')
  while (parts[0] && isSpace(parts[0])) parts.shift()
  for (let last = parts.at(-1); last && isSpace(last); last = parts.at(-1)) parts.pop()
  const [first] = parts
  if (first?.type === 'text') parts[0] = node.text((first.value ?? '').trimStart())
  const last = parts.at(-1)
  if (last?.type === 'text') parts[parts.length - 1] = node.text((last.value ?? '').trimEnd())
  return parts
}

/** Word processors cut one emphasis into many, and what is marked twice side by side is written like something else. */
function joinAlike(children: readonly Node[]): Node[] {
  const joined: Node[] = []
  for (const child of children) {
    const before = joined.at(-1)
    if (before && MARKS.has(child.type) && before.type === child.type)
      joined[joined.length - 1] = { ...before, children: [...(before.children ?? []), ...(child.children ?? [])] }
    else if (before?.type === 'inlineCode' && child.type === 'inlineCode')
      joined[joined.length - 1] = { ...before, value: `${before.value}${child.value}` }
    else joined.push(child)
  }
  return joined
}

/**
 * Takes white space out of emphasis at its ends, and punctuation where the marks would not be understood: `**` after a
 * full stop does not end anything when a letter follows at once, as in Chinese.
 */
function loosen(children: readonly Node[]): Node[] {
  return children.flatMap((child, index) => {
    if (!MARKS.has(child.type)) return [child]
    const follows = wordsOf(children[index + 1] ?? node.text('')).charAt(0)
    const precedes = wordsOf(children[index - 1] ?? node.text('')).slice(-1)
    const parts = [...(child.children ?? [])]
    const before = cutFirst(parts, isLetter(precedes) ? /^[\s\p{P}\p{S}]+/u : /^\s+/)
    const after = cutLast(parts, isLetter(follows) ? /[\s\p{P}\p{S}]+$/u : /\s+$/)
    const inside = parts.length > 0 ? [{ ...child, children: parts }] : []
    return [...before, ...inside, ...after]
  })
}

const isLetter = (character: string) => /[^\s\p{P}\p{S}]/u.test(character)

function cutFirst(parts: Node[], what: RegExp): Node[] {
  const [first] = parts
  if (first?.type !== 'text') return []
  const [cut = ''] = what.exec(first.value ?? '') ?? []
  return cutOff(parts, 0, cut, (first.value ?? '').slice(cut.length))
}

function cutLast(parts: Node[], what: RegExp): Node[] {
  const last = parts.at(-1)
  if (last?.type !== 'text') return []
  // From the end, because a pattern that ends there is tried at every character.
  const value = last.value ?? ''
  let from = value.length
  while (from > 0 && what.test(value.slice(from - 1, from))) from--
  return cutOff(parts, parts.length - 1, value.slice(from), value.slice(0, from))
}

function cutOff(parts: Node[], at: number, cut: string, left: string): Node[] {
  if (cut === '') return []
  parts.splice(at, 1, ...(left === '' ? [] : [node.text(left)]))
  return [node.text(cut)]
}
