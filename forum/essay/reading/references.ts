import { each, type Node } from './tree'

/** Addresses repeated by references may make the text this much longer in all; the first time is free. */
const MOST_REPEATED = 500_000

/** A label as CommonMark compares it. */
export function labelOf(written: string): string {
  return written
    .replace(/[\t\n\r ]+/g, ' ')
    .trim()
    .toLowerCase()
    .toUpperCase()
    .toLowerCase()
}

type Definition = { owner: unknown; url: string; title: string | null; isUsed: boolean }

/** What the text defines once and refers to from anywhere: addresses of links and images, and footnotes. */
export class References {
  private readonly addresses = new Map<string, Definition>()
  private readonly labels = new Map<string, unknown>()
  private readonly numbers = new Map<string, number>()
  private readonly numbered: string[] = []
  private repeated = 0

  constructor(private readonly bringBack: (part: string) => string) {}

  /** Takes note of what the trees of a chunk define; of two definitions the first counts. */
  collect(trees: readonly Node[], owner: unknown) {
    for (const tree of trees)
      each(tree, ({ type, identifier = '', url = '', title = null }) => {
        if (type === 'definition' && !this.addresses.has(identifier))
          this.addresses.set(identifier, { owner, url: this.bringBack(url), title, isUsed: false })
        if (type === 'footnoteDefinition' && !this.labels.has(identifier)) this.labels.set(identifier, owner)
      })
  }

  /** Where a reference leads, or null. */
  addressOf(identifier = ''): Definition | null {
    const found = this.addresses.get(identifier)
    if (!found) return null
    if (found.isUsed) this.repeated += found.url.length
    found.isUsed = true
    return this.repeated > MOST_REPEATED && found.url.length > identifier.length ? null : found
  }

  /** The number of a footnote: they are counted as they are first referred to. Null when there is none. */
  numberOf(identifier = ''): number | null {
    if (!this.labels.has(identifier)) return null
    const known = this.numbers.get(identifier)
    if (known !== undefined) return known
    this.numbers.set(identifier, this.numbered.push(identifier))
    return this.numbered.length
  }

  /** Footnotes in the order of their numbers, those that one of them refers to included; then those nobody refers to. */
  *notes(): Generator<{ identifier: string; number: number }> {
    const labels = this.labels.keys()
    for (let at = 0; ; at++) {
      while (at === this.numbered.length) {
        const next = labels.next()
        if (next.done) return
        this.numberOf(next.value)
      }
      yield { identifier: this.numbered[at] ?? '', number: at + 1 }
    }
  }

  /**
   * Markdown that defines, for a chunk to be read alone, the labels which it uses and other chunks define. Only that they
   * are defined matters to the parser.
   */
  stubsFor(source: string, reader: unknown): string {
    const links = new Set<string>()
    const notes = new Set<string>()
    for (const [, written = ''] of source.matchAll(/\[((?:[^[\]\\]|\\.)+)\]/g)) {
      const label = labelOf(written)
      const note = label.startsWith('^') ? label.slice(1) : null
      if (note !== null && this.labels.has(note) && this.labels.get(note) !== reader) notes.add(label)
      else if ((this.addresses.get(label)?.owner ?? reader) !== reader) links.add(label)
    }
    const stubs = [...[...notes].map((label) => `[${label}]: x`), ...[...links].map((label) => `[${label}]: #`)]
    // A break ends the last note, whatever follows.
    return stubs.length === 0 ? '' : `${stubs.join('\n\n')}\n\n***\n\n`
  }
}
