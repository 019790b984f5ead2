import { attribute, findAll, type HtmlNode, html, rebuild, walk } from './html-tree'

const REFERENCE = 'footnote-reference'
const NOTE = 'footnote-note'

/** What may hold a note. */
const HOLDERS = ['li', 'p', 'div', 'aside', 'dd', 'td']
/** What may hold a reference, and be what the note leads back to. */
const INLINE = ['a', 'sup', 'span', 'small', 'b', 'i', 'em', 'strong', 'cite']
/** As many as an essay may have paragraphs. */
const MOST = 2_000

type Place = { node: HtmlNode; around: readonly HtmlNode[] }

/**
 * Finds footnotes as word processors and other programs write them: a link to a note, in which a link leads back. Marks
 * both ends for FOOTNOTE_HANDLERS, moves the notes to the end and takes the links back out of them.
 */
export function markFootnotes(content: HtmlNode): void {
  const pairs = findPairs(content)
  if (pairs.notes.size === 0) return
  rebuild(content, (node) => {
    const label = pairs.references.get(node)
    if (label !== undefined) return [html.element(REFERENCE, { label }, [html.text(label)])]
    if (node.tagName === 'a' && pairs.ways.has(attribute(node, 'href'))) return []
    const isEmptyList = /^[ou]l$/.test(node.tagName ?? '') && !node.children?.some(({ type }) => type === 'element')
    return pairs.notes.has(node) || isEmptyList ? [] : [node]
  })
  for (const [{ children = [] }, label] of pairs.notes) content.children?.push(html.element(NOTE, { label }, children))
}

export function isFootnoteReference({ tagName }: HtmlNode): boolean {
  return tagName === REFERENCE
}

function findPairs(content: HtmlNode) {
  const { places, names, links } = survey(content)
  const notes = new Map<HtmlNode, string>()
  const references = new Map<HtmlNode, string>()
  /** Where links lead back to, as `#name`. */
  const ways = new Set<string>()
  const waysOut = new Map<HtmlNode, ReadonlySet<string>>()
  for (const link of links) {
    const href = attribute(link.node, 'href')
    const holder = holderOf(places.get(href))
    if (!holder || link.around.includes(holder) || ways.has(href) || notes.size >= MOST) continue
    const out = waysOut.get(holder) ?? linksIn(holder)
    waysOut.set(holder, out)
    const back = closelyAround(link).flatMap((node) => names.get(node) ?? [])
    const found = back.filter((way) => out.has(way))
    if (found.length === 0) continue
    for (const way of found) ways.add(way)
    if (!notes.has(holder)) notes.set(holder, String(notes.size + 1))
    references.set(link.node, notes.get(holder) ?? '')
  }
  return { notes, references, ways }
}

/** All places of the content that have a name, by `#name`, their names, and all links to such. */
function survey(content: HtmlNode) {
  const places = new Map<string, Place>()
  const names = new Map<HtmlNode, string[]>()
  const links: Place[] = []
  walk(content, (node, around) => {
    const isAnchor = node.tagName === 'a'
    const own = [attribute(node, 'id'), isAnchor ? attribute(node, 'name') : '']
      .filter(Boolean)
      .map((name) => `#${name}`)
    const isLink = isAnchor && attribute(node, 'href').startsWith('#')
    if (!isLink && own.length === 0) return
    const place = { node, around: [...around] }
    if (isLink) links.push(place)
    names.set(node, own)
    for (const name of own) if (!places.has(name)) places.set(name, place)
  })
  return { places, names, links }
}

function holderOf(place: Place | undefined): HtmlNode | undefined {
  if (!place) return undefined
  return [...place.around, place.node].findLast(({ tagName }) => HOLDERS.includes(tagName ?? ''))
}

function linksIn(holder: HtmlNode): ReadonlySet<string> {
  return new Set(findAll(holder, 'a').map((link) => attribute(link, 'href')))
}

/** A link, and what stands closely around it and in it. */
function closelyAround({ node, around }: Place): HtmlNode[] {
  const last = around.findLastIndex(({ tagName }) => !INLINE.includes(tagName ?? ''))
  return [...around.slice(last + 1), node, ...findAll(node, ...INLINE).slice(0, MOST_INSIDE)]
}

/** More is no number of a note. */
const MOST_INSIDE = 5

/** Of what rehype-remark hands to a handler, as far as we use it. */
type State = { all(node: HtmlNode): unknown[]; toFlow(nodes: unknown[]): unknown[] }

/** For rehype-remark. */
export const FOOTNOTE_HANDLERS = {
  [REFERENCE]: (_: State, node: HtmlNode) => ({
    type: 'footnoteReference',
    identifier: attribute(node, 'label'),
    label: attribute(node, 'label'),
  }),
  [NOTE]: (state: State, node: HtmlNode) => ({
    type: 'footnoteDefinition',
    identifier: attribute(node, 'label'),
    label: attribute(node, 'label'),
    children: state.toFlow(state.all(node)),
  }),
}
