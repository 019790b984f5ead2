import type { Processor } from 'unified'

/**
 * What micromark's time grows with, beyond the length of the text. Each limit stands well above what anybody writes; a
 * text beyond it is read without the constructs in question, that is, as it was typed.
 */
const MOST = {
  /** Every mark of emphasis is compared with the open ones before it, and every level of it is a level of the tree. */
  emphasis: 500,
  /** Every closing bracket looks back for its opening one. */
  brackets: 1_000,
  /** `[a](b (`: a title in brackets is looked for up to the end of the paragraph. */
  titles: 20,
  /** A run of backticks is closed by one of the same length, which is looked for up to the end of the paragraph. */
  backtickLengths: 10,
}

/** Ten marks of quotations, lists or notes on one line, or a list twenty levels down: the stack grows with the depth. */
const MARK = String.raw`(?:>|(?:[-+*]|\d{1,9}[.)])(?=[ \t])|\[\^[^\]\s]+\]:)`
const TOO_DEEP = new RegExp(String.raw`^[ \t]*(?:${MARK}[ \t]*){10}|(?:^|>)(?:\t| {4}){10}[ \t]*${MARK}`, 'm')

/** A longer run of marks than `***` is no emphasis, but each of its characters is tried as some. */
const LONGEST_RUN = 3

const EMPHASIS = ['attention', 'strikethrough']
const LINKS = ['labelStartLink', 'labelStartImage', 'labelEnd', 'gfmFootnoteCall', 'gfmPotentialFootnoteCall']
const CONTAINERS = ['blockQuote', 'list', 'gfmFootnoteDefinition']

/**
 * The constructs of micromark (names) to leave out for this text, so that it is read in bounded time.
 * @param paragraphs about how many it has, when it has several: marks of one meet only each other
 */
export function constructsToLeaveOut(source: string, paragraphs = 1): string[] {
  const hasTooManyLinks =
    count(source, /[[\]]/g) > MOST.brackets * paragraphs || count(source, /\]\([^\s()]*\s+\(/g) > MOST.titles
  return [
    ...(emphasisMarks(source) > MOST.emphasis * paragraphs ? EMPHASIS : []),
    ...(hasTooManyLinks ? LINKS : []),
    ...(backtickLengths(source) > MOST.backtickLengths ? ['codeText'] : []),
    ...(TOO_DEEP.test(source) ? CONTAINERS : []),
  ]
}

function emphasisMarks(source: string): number {
  let marks = 0
  for (const [run] of source.matchAll(/[*_~]+/g)) marks += run.length > LONGEST_RUN ? run.length : 1
  return marks
}

function backtickLengths(source: string): number {
  return new Set(source.match(/`+/g)?.map((run) => run.length)).size
}

const count = (source: string, what: RegExp) => source.match(what)?.length ?? 0

/** A plugin for unified's parser: reads as if there were no such constructs. */
export function without(constructs: readonly string[]) {
  return function disable(this: Processor) {
    const data = this.data() as { micromarkExtensions?: unknown[] }
    data.micromarkExtensions = [...(data.micromarkExtensions ?? []), { disable: { null: constructs } }]
  }
}
