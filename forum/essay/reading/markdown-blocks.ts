import type { Block, BlockKind, Heading } from '../block'
import { figureHtml, footnoteHtml, htmlOf, paragraphHtml } from './block-html'
import { type Chunk, chunksOf } from './chunks'
import { parseChunk } from './parse-chunk'
import { takePictures } from './pictures'
import { References } from './references'
import { isFigure, joinLines, tidy } from './tidy'
import { each, type Node, wordsOf } from './tree'

/** A chunk is about a block; one that is longer is no text any more, and is refused by its length. */
const LONGEST_CHUNK = 200_000

/**
 * What may be spent on parsing, in steps of some 25 µs (see `costOf`): about five seconds on two busy cores. A text
 * of 5 MB has three quarters of it without any markup, and may have 8,000 words emphasised; one of 1 MB 25,000.
 */
const MOST_SPENT = 200_000

const KINDS: Record<string, BlockKind> = { list: 'list', blockquote: 'quotation', code: 'code', table: 'table' }

/**
 * Markdown into blocks: at most `most` of them, the rest is not read.
 * @param split for tests: how the source is cut into what is parsed at once
 */
export function readMarkdown(
  source: string,
  most: number,
  split: (source: string) => Chunk[] = chunksOf,
): { blocks: Block[]; hasTooMuchMarkup: boolean } {
  const { source: lean, bringBack } = takePictures(source)
  const reader = new Reader(split(lean), bringBack, most)
  return { blocks: reader.read(), hasTooMuchMarkup: reader.hasTooMuchMarkup }
}

class Reader {
  hasTooMuchMarkup = false
  readonly references: References
  /** Of chunks that define something. */
  private readonly trees = new Map<Chunk, Node[]>()
  private readonly notes = new Map<string, Node>()
  private readonly blocks: Block[] = []
  private pending: Heading[] = []
  private spent = 0

  constructor(
    private readonly chunks: readonly Chunk[],
    readonly bringBack: (part: string) => string,
    private readonly most: number,
  ) {
    this.references = new References(bringBack)
  }

  read(): Block[] {
    this.spend(this.chunks.reduce((sum, { source, isPlain }) => (isPlain ? sum : sum + costOf(source)), 0))
    this.spent = 0
    for (const chunk of this.chunks) if (!chunk.isPlain && chunk.source.includes(']:')) this.readDefinitions(chunk)
    for (const chunk of this.chunks) if (this.blocks.length < this.most) this.readChunk(chunk)
    if (this.blocks.length < this.most) this.readNotes()
    this.readLastHeadings()
    return nestHeadings(this.blocks.slice(0, this.most))
  }

  private spend(cost: number) {
    this.spent += cost
    if (this.spent > MOST_SPENT) this.hasTooMuchMarkup = true
  }

  /** The tree of a chunk read alone, or null when it is not to be read. */
  private parse(source: string): Node[] | null {
    this.spend(costOf(source))
    return this.hasTooMuchMarkup || source.length > LONGEST_CHUNK ? null : parseChunk(source)
  }

  private readDefinitions(chunk: Chunk) {
    const trees = this.parse(chunk.source)
    if (trees === null) return
    this.references.collect(trees, chunk)
    this.trees.set(chunk, trees)
  }

  private readChunk(chunk: Chunk) {
    const { source, isPlain } = chunk
    if (isPlain) return this.push('paragraph', joinLines(source), null)
    const stubs = this.references.stubsFor(source, chunk)
    const known = stubs === '' ? this.trees.get(chunk) : undefined
    const trees = known ?? this.parse(stubs + source)
    if (trees === null) return this.push('paragraph', this.bringBack(source), null)
    for (const tree of trees) if ((tree.position?.start.offset ?? 0) >= stubs.length) this.readTree(tree)
  }

  private readTree(tree: Node) {
    each(tree, (part) => {
      const { type, identifier = '' } = part
      if (type === 'footnoteDefinition' && !this.notes.has(identifier)) this.notes.set(identifier, part)
    })
    if (tree.type === 'thematicBreak') return
    if (tree.type === 'heading') {
      const text = wordsOf({ ...tree, children: this.tidied(tree.children) })
        .replace(/\s+/g, ' ')
        .trim()
      if (text !== '') this.pending.push({ level: tree.depth ?? 1, text })
      return
    }
    for (const part of this.tidied([tree])) this.pushPart(part)
  }

  private tidied(trees: readonly Node[] = []): Node[] {
    return trees.flatMap((tree) => tidy(tree, this))
  }

  private pushPart(part: Node) {
    const kind = KINDS[part.type]
    if (kind) this.push(kind, wordsOf(part), () => htmlOf([part]))
    else if (isFigure(part)) this.push('figure', wordsOf({ ...part, type: 'list' }), () => figureHtml(part))
    else this.push('paragraph', wordsOf(part), () => paragraphHtml(part))
  }

  private push(kind: BlockKind, words: string, html: (() => string | null) | null) {
    const text = words.trim()
    if (text === '') return
    this.blocks.push({ kind, text, html: html?.() ?? null, headings: this.pending })
    this.pending = []
  }

  private readNotes() {
    for (const { identifier, number } of this.references.notes()) {
      const children = this.tidied(this.notes.get(identifier)?.children)
      this.push('footnote', wordsOf({ type: 'list', children }), () => footnoteHtml(number, children))
      if (this.blocks.length >= this.most) return
    }
  }

  /** A heading with nothing below it is a paragraph. */
  private readLastHeadings() {
    const last = this.pending
    this.pending = []
    for (const { text } of last) this.push('paragraph', text, null)
  }
}

/** Level 1 is the title's: where the text has headings of level 1 as well, all are one lower. */
function nestHeadings(blocks: Block[]): Block[] {
  const headings = blocks.flatMap((block) => block.headings)
  if (headings.some(({ level }) => level === 1))
    for (const heading of headings) heading.level = Math.min(6, heading.level + 1)
  return blocks
}

/** What it takes to parse a chunk and to draw what it becomes, roughly, as measured. */
function costOf(source: string): number {
  const count = (what: RegExp) => source.match(what)?.length ?? 0
  const beginnings = count(/^[ \t]*(?:[-+#>:=*]|\d{1,9}[.)])/gm)
  return 15 + source.length / 40 + 3 * count(/\n/g) + 3 * count(/[*_~`[\]<&\\!]/g) + 6 * count(/\|/g) + 15 * beginnings
}
