import { Refusal } from '@/forum/refusal'

const MOST_DEPTH = 100
const MOST_ATTRIBUTES = 200
/**
 * Far from what a writing program makes of 2,000 paragraphs, and about five seconds: an element of HTML costs the converters
 * behind some 0.1 ms, as much as two hundred characters; one of XML a tenth of it.
 */
const MOST_ELEMENTS = { html: 40_000, xml: 400_000 }
const CHARACTERS_AN_ELEMENT = 200

/** Never closed, or closed by what follows: nothing is inside them for long. */
const UNNESTED = new Set(
  'area base br col embed hr img input link meta param source track wbr p li dd dt td th tr option optgroup tbody thead tfoot colgroup rt rp'.split(
    ' ',
  ),
)
/** An HTML parser opens these again in every block that follows until they are closed. */
const REOPENED = new Set('a b big code em font i nobr s small strike strong tt u'.split(' '))
const RAW = new Set(['script', 'style'])
const FOREIGN = ['svg', 'math']

const TAG = /<(\/?)([a-z][^\s/>]*)/iy
const REST = /\s+|\/|([^\s/>=]+)(?:\s*=\s*(?:"[^"]*"|'[^']*'|[^\s"'>][^\s>]*)?)?|=/y

/**
 * Looks over HTML or XML, in one pass, for what takes parsers more than linear time or an endless stack: elements that
 * nest without end, attributes without end, formatting that is never closed. @throws Refusal too-much-markup
 */
export function guardMarkup(markup: string, kind: 'html' | 'xml'): void {
  const scan = new Scan(markup, kind)
  for (let at = markup.indexOf('<'); at >= 0; at = markup.indexOf('<', at)) at = scan.next(at)
}

class Scan {
  private readonly lower: string
  private readonly open: string[] = []
  private reopened = 0
  private elements: number

  constructor(
    private readonly markup: string,
    private readonly kind: 'html' | 'xml',
  ) {
    this.lower = markup.toLowerCase()
    this.elements = kind === 'xml' ? 0 : markup.length / CHARACTERS_AN_ELEMENT
  }

  /** Takes what begins at a `<`; returns where to go on. */
  next(at: number): number {
    if (this.markup.startsWith('<!--', at)) return this.after('-->', at + 4)
    if (this.markup.startsWith('<![CDATA[', at) && this.isForeign()) return this.after(']]>', at)
    TAG.lastIndex = at
    const [whole, slash, name = ''] = TAG.exec(this.lower) ?? []
    if (whole === undefined) return at + 1
    const end = this.attributes(at + whole.length)
    const isForeign = this.isForeign()
    if (slash) this.close(name)
    else this.enter(name, isForeign, isForeign && this.markup[end - 1] === '/')
    return !slash && !isForeign && RAW.has(name) ? this.after(`</${name}`, end) : end
  }

  private after(mark: string, at: number): number {
    const found = this.lower.indexOf(mark, at)
    return found < 0 ? this.markup.length : found + (mark.startsWith('</') ? 0 : mark.length)
  }

  private isForeign(): boolean {
    return this.kind === 'xml' || FOREIGN.some((name) => this.open.includes(name))
  }

  /** Where the tag ends: its `>`, or the end of everything. */
  private attributes(from: number): number {
    let at = from
    for (let count = 0; at < this.markup.length && this.markup[at] !== '>'; at = REST.lastIndex) {
      REST.lastIndex = at
      const part = REST.exec(this.markup)
      if (!part) return at + 1
      if (part[1] !== undefined && ++count > MOST_ATTRIBUTES) throw tooMuch()
    }
    return at
  }

  private enter(name: string, isForeign: boolean, isClosed: boolean) {
    this.elements += 1 + this.reopened
    if (!isForeign && REOPENED.has(name)) this.reopened++
    if (!isClosed && (isForeign || !UNNESTED.has(name))) this.open.push(name)
    if (this.open.length > MOST_DEPTH || this.elements > MOST_ELEMENTS[this.kind]) throw tooMuch()
  }

  private close(name: string) {
    if (REOPENED.has(name) && this.reopened > 0) this.reopened--
    const index = this.open.lastIndexOf(name)
    if (index >= 0) this.open.length = index
  }
}

const tooMuch = () => new Refusal('too-much-markup', { field: 'source' })
