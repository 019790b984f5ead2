import { blocksOf, type SourceFormat } from '../blocks'

const LONGEST = 2_000
const UNDERLINED = /^ {0,3}([^\s][^\n]{0,2000})\n {0,3}=+[ \t]*(?:\n|$)/
const FENCE = /^ {0,3}(?:```|~~~)/

/**
 * The title of a text, and the text without it. The first `# ` heading is the title; where it stands first it is no
 * heading of the text as well.
 * @param known the title, when something else says it: a heading with the same words is still taken out
 */
export function splitTitle(
  text: string,
  format: SourceFormat,
  known: string | undefined,
): { title: string | null; source: string } {
  const start = text.search(/\S/)
  if (start < 0) return { title: null, source: text }
  const lineStart = text.lastIndexOf('\n', start) + 1
  const line = text.slice(lineStart).split('\n', 1)[0] ?? ''
  const underlined = format === 'markdown' ? UNDERLINED.exec(text.slice(lineStart, lineStart + 3_000)) : null
  const raw = headingIn(line) ?? underlined?.[1]
  if (raw === undefined) return { title: known === undefined ? laterHeading(text, format) : null, source: text }
  const title = wordsOf(raw, format)
  if (known !== undefined && known !== title) return { title: null, source: text }
  return { title, source: text.slice(lineStart + (underlined?.[0].length ?? line.length)) }
}

function laterHeading(text: string, format: SourceFormat): string | null {
  let isCode = false
  for (const line of text.split('\n')) {
    if (format === 'markdown' && FENCE.test(line)) isCode = !isCode
    const raw = isCode ? undefined : headingIn(line)
    if (raw !== undefined) return wordsOf(raw, format)
  }
  return null
}

/** The words of a line that is a heading of level 1. */
function headingIn(line: string): string | undefined {
  if (line.length > LONGEST || !/^ {0,3}#[ \t]+\S/.test(line)) return undefined
  return line
    .replace(/^ {0,3}#[ \t]+/, '')
    .trimEnd()
    .replace(/(?<=[ \t])#+$/, '')
    .trimEnd()
}

/** A title has no markup. */
function wordsOf(raw: string, format: SourceFormat): string {
  return (format === 'markdown' ? blocksOf(`# ${raw}`, format)[0]?.text : raw.trim()) ?? ''
}
