import { mayLink, mayShow } from './addresses'
import { isFootnoteReference } from './html-footnotes'
import { attribute, findAll, type HtmlNode, html, rebuild, textOf } from './html-tree'

/** What is not the text: what runs, what is filled in, what leads elsewhere. */
const NO_TEXT = new Set(
  (
    'head script style template noscript nav iframe object embed applet svg math canvas audio video map area dialog ' +
    'button input select textarea datalist meter progress frame frameset noframes'
  ).split(' '),
)
const PARTS = ['article', 'main', 'section', 'blockquote']

/** Takes out of a page what is not its text, and what is hidden from its readers. */
export function dropNoText(page: HtmlNode): void {
  rebuild(page, (node, around) => {
    if (node.type !== 'element' && node.type !== 'text') return []
    const isPageFooter = node.tagName === 'footer' && !around.some((name) => PARTS.includes(name))
    return NO_TEXT.has(node.tagName ?? '') || isPageFooter || isHidden(node) ? [] : [node]
  })
}

function isHidden(node: HtmlNode): boolean {
  const { hidden, ariaHidden } = node.properties ?? {}
  const isOff = hidden !== undefined && hidden !== null && hidden !== false
  return isOff || String(ariaHidden) === 'true' || /display:\s*none/i.test(attribute(node, 'style'))
}

/** The one part of a page that says it is what the page is for, or all of it. */
export function contentOf(page: HtmlNode): HtmlNode {
  for (const name of ['main', 'article']) {
    const [only, ...others] = findAll(page, name)
    if (only && others.length === 0) return only
  }
  return page
}

/** Cells that spans may add to all tables together. */
const MOST_SPANNED = 2_000

const HOLDS_NOTHING = ['br', 'hr', 'img', 'td', 'th']

/** Brings into shape what Markdown has another shape for, or none. */
export function shapeForMarkdown(content: HtmlNode): void {
  let spanned = 0
  rebuild(content, (node) => {
    if (isEmpty(node)) return textOf(node) === '' ? [] : [html.text(' ')]
    switch (node.tagName) {
      case 'a': {
        const href = attribute(node, 'href')
        return mayLink(href) && !href.startsWith('#') ? [node] : (node.children ?? [])
      }
      case 'img':
        return picture(node)
      case 'sup':
        return raised(node, '0123456789+-=()ni', '⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁼⁽⁾ⁿⁱ')
      case 'sub':
        return raised(node, '0123456789+-=()', '₀₁₂₃₄₅₆₇₈₉₊₋₌₍₎')
      case 'td':
      case 'th':
        spanned += spanOf(node)
        if (spanned > MOST_SPANNED) node.properties = {}
        return [node]
      case 'table':
        return isTableOfData(node) ? [oneLineCells(node)] : cellsAlone(node)
      default:
        return [node]
    }
  })
}

/** Parsers look past what holds nothing, from each to the next: thousands in a row would take minutes. */
function isEmpty({ type, tagName = '', children = [] }: HtmlNode): boolean {
  if (tagName === 'wbr') return true
  if (type !== 'element' || HOLDS_NOTHING.includes(tagName)) return false
  return children.every((child) => child.type === 'text' && child.value?.trim() === '')
}

function picture(node: HtmlNode): HtmlNode[] {
  const src = attribute(node, 'src')
  const alt = attribute(node, 'alt')
  if (mayShow(src) || /^https?:/i.test(src)) return [node]
  return alt === '' ? [] : [html.text(alt)]
}

/** Markdown has no raised words, but 10⁶ without its power would be another number. */
function raised(node: HtmlNode, plain: string, form: string): HtmlNode[] {
  if (node.children?.some(isFootnoteReference)) return node.children
  const forms = [...form]
  const characters = [...textOf(node).trim()].map((character) => forms[plain.indexOf(character)])
  const isWhole = characters.length > 0 && characters.every((character) => character !== undefined)
  return isWhole ? [html.text(characters.join(''))] : (node.children ?? [])
}

function spanOf(cell: HtmlNode): number {
  const span = (name: string) => Math.max(1, Number.parseInt(attribute(cell, name), 10) || 1)
  return span('colSpan') * span('rowSpan') - 1
}

/** Rows and columns of a few words; other tables only put things beside each other. */
function isTableOfData(table: HtmlNode): boolean {
  const rows = findAll(table, 'tr').map((row) => findAll(row, 'td', 'th').length)
  const columns = rows.reduce((most, cells) => Math.max(most, cells), 0)
  if (rows.length < 2 || columns < 2 || rows.length * columns > 20_000) return false
  const blocks = findAll(table, 'table', 'ul', 'ol', 'blockquote', 'pre', 'hr', 'h1', 'h2', 'h3', 'h4', 'h5', 'h6')
  return blocks.length === 1 && findAll(table, 'td', 'th').every((cell) => findAll(cell, 'p').length <= 3)
}

function oneLineCells(table: HtmlNode): HtmlNode {
  rebuild(table, (node) => {
    if (node.tagName === 'br') return [html.text(' ')]
    return node.tagName === 'p' || node.tagName === 'div' ? [...(node.children ?? []), html.text(' ')] : [node]
  })
  return table
}

function cellsAlone(table: HtmlNode): HtmlNode[] {
  return findAll(table, 'caption', 'td', 'th').map((cell) => html.element('div', {}, cell.children ?? []))
}
