/**
 * A piece of Markdown that means the same when it is read alone, links and footnotes apart. `isPlain` pieces are one
 * paragraph without any markup, which no parser has to see.
 */
export type Chunk = { source: string; isPlain: boolean }

const BLANK = /^[ \t]*$/
/** Begins what goes on after a blank line when that which follows is indented, or is an item of the same list. */
const ITEM = /^( {0,3}(?:[-+*]|\d{1,9}[.)]))( {1,4}(?! )| +|$)|^ {0,3}\[\^[^\]]+\]:/
const OTHER_ITEM = /^ {0,3}(?:[-+*]|\d{1,9}[.)])\t/
/** Items of these may follow a paragraph directly. */
const INTERRUPTS = /^ {0,3}(?:[-+*]|1[.)]) +[^ ]/
const FENCE = /^( {0,3})(`{3,}(?=[^`]*$)|~{3,})/
const NOTE_INDENT = 4

const MARKUP = /[\\`*_[\]~<&|\0\t]|^[ \-+=#>:]|^\d+[.)]| {2}$|https?:\/\//im

/** Cuts where a blank line closes everything before it. */
export function chunksOf(source: string): Chunk[] {
  const cutter = new Cutter()
  for (const line of source.split('\n')) cutter.add(line)
  return cutter.end()
}

/** A fence that is open, if it is not inside an item; when it is, it does not matter here. */
type Fence = { mark: string; length: number; indent: number; mayBeInItem: boolean }

class Cutter {
  private readonly chunks: Chunk[] = []
  private lines: string[] = []
  /** Blank lines after `lines`: they belong to the chunk only when it goes on. */
  private blanks: string[] = []
  private hasGap = false
  private hasItem = false
  /** Lines indented as much are certainly inside the item that was begun last; null when there is no saying. */
  private itemIndent: number | null = null
  private fence: Fence | null = null
  /** Whether a fence is open cannot be told without a parser: nothing is cut any more. */
  private isUncertain = false

  add(line: string) {
    if (BLANK.test(line)) {
      if (this.lines.length > 0) this.blanks.push(line)
      return
    }
    if (this.blanks.length > 0 && this.beginsAnew(line)) this.cut()
    const isFirst = this.blanks.length > 0 || this.lines.length === 0
    if (this.blanks.length > 0) this.hasGap = true
    for (const blank of this.blanks) this.lines.push(blank)
    this.blanks = []
    this.lines.push(line)
    if (this.isUncertain) return
    if (this.fence) this.insideFence(line, this.fence)
    else this.outsideFence(line, isFirst)
  }

  end(): Chunk[] {
    this.cut()
    return this.chunks
  }

  private beginsAnew(line: string): boolean {
    if (this.isUncertain || this.fence) return false
    if (!this.hasItem) return /^ {0,3}[^ \t]/.test(line)
    return /^ ?[^ \t]/.test(line) && !ITEM.test(line) && !OTHER_ITEM.test(line)
  }

  private outsideFence(line: string, isFirst: boolean) {
    const indent = line.search(/[^ ]/)
    if (this.itemIndent !== null && indent >= this.itemIndent) return
    const wasInItem = this.itemIndent !== null
    this.itemIndent = null
    const [whole, marker, gap = ''] = ITEM.exec(line) ?? []
    if (whole !== undefined || OTHER_ITEM.test(line)) {
      this.hasItem = true
      const isItem = isFirst || wasInItem || INTERRUPTS.test(line)
      if (whole !== undefined && isItem) this.itemIndent = marker ? marker.length + contentGap(gap) : NOTE_INDENT
      return
    }
    const [, , mark = ''] = FENCE.exec(line) ?? []
    // Less than two spaces are never inside an item.
    const mayBeInItem = this.hasItem && indent > 1
    if (mark !== '') this.fence = { mark: mark.charAt(0), length: mark.length, indent, mayBeInItem }
  }

  private insideFence(line: string, fence: Fence) {
    const [whole, indent = '', mark = ''] = /^( *)(`+|~+)[ \t]*$/.exec(line) ?? []
    const closes = whole !== undefined && mark.charAt(0) === fence.mark && mark.length >= fence.length
    if (closes && indent.length <= 3 && indent.length >= (fence.mayBeInItem ? fence.indent : 0)) this.fence = null
    // The item may have ended here, and with it the fence; or the fence was never inside it.
    else if (fence.mayBeInItem && (closes || !line.startsWith(' '.repeat(fence.indent)))) this.isUncertain = true
  }

  private cut() {
    if (this.lines.length > 0) {
      const source = this.lines.join('\n')
      this.chunks.push({ source, isPlain: !this.hasGap && !MARKUP.test(source) })
    }
    this.lines = []
    this.blanks = []
    this.hasGap = false
    this.hasItem = false
    this.itemIndent = null
  }
}

/** Five spaces and more after a marker are indented code, one space behind it. */
const contentGap = (gap: string) => (gap.length >= 1 && gap.length <= 4 ? gap.length : 1)
