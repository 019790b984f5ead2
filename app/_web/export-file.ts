import type { ExportLine } from '@/forum/privacy/exports'
import { KEPT } from '@/forum/privacy/inventory'
import { isLanguage, LOCALE } from '@/messages/language'
import { privacy } from '@/messages/privacy'

type Copy = { language: string; lines: AsyncIterable<ExportLine> }

/** A copy as a file to keep, made while it is sent: it may be long. */
export function exportFile(as: 'json' | 'html', copy: Copy): Response {
  const text = as === 'json' ? asJson(copy) : asHtml(copy)
  return new Response(streamed(text), {
    headers: {
      'content-type': as === 'json' ? 'application/json; charset=utf-8' : 'text/html; charset=utf-8',
      'content-disposition': `attachment; filename="everything-about-me.${as}"`,
      'cache-control': 'private, no-store',
    },
  })
}

/** As fast as it is taken. */
function streamed(text: AsyncGenerator<string>): ReadableStream<Uint8Array> {
  const encoder = new TextEncoder()
  return new ReadableStream({
    async pull(controller) {
      const { done, value } = await text.next()
      if (done) controller.close()
      else controller.enqueue(encoder.encode(value))
    },
    async cancel() {
      await text.return(undefined)
    },
  })
}

/** `{ "Comment": [ … ], … }`, a table only once: the lines come table after table. */
async function* asJson({ lines }: Copy): AsyncGenerator<string> {
  let open: string | undefined
  for await (const { table, row } of lines) {
    if (table === open) yield ',\n'
    else yield `${open === undefined ? '{' : '\n],'}\n${JSON.stringify(table)}: [\n`
    open = table
    yield JSON.stringify(row)
  }
  yield open === undefined ? '{}\n' : '\n]}\n'
}

async function* asHtml({ language: written, lines }: Copy): AsyncGenerator<string> {
  const language = isLanguage(written) ? written : 'en'
  const t = privacy[language]
  yield `<!doctype html><html lang="${LOCALE[language]}"><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>${escaped(t.exportTitle)}</title><style>${STYLE}</style><h1>${escaped(t.exportTitle)}</h1>`
  let section: string | undefined
  let table: string | undefined
  for await (const line of lines) {
    const kept = KEPT[line.table]
    if (kept && kept.section !== section) {
      section = kept.section
      const words = t.sections[kept.section]
      yield `<h2>${escaped(words.title)}</h2><p>${escaped(words.what)}</p>`
    }
    if (line.table !== table) yield `<h3>${escaped(line.table)}</h3>`
    table = line.table
    yield `<dl>${Object.entries(line.row).map(fact).join('')}</dl>`
  }
  yield '</html>\n'
}

const STYLE =
  ':root{color-scheme:light dark;font:1rem/1.5 system-ui,sans-serif}body{max-width:45rem;margin:2rem auto;padding:0 1rem}dl{display:grid;grid-template-columns:auto minmax(0,1fr);gap:.1rem 1rem;border-top:1px solid #8884;padding:.6rem 0;margin:0}dt{opacity:.65}dd{margin:0;white-space:pre-wrap;overflow-wrap:anywhere}'

/** What is empty says nothing. */
function fact([name, value]: [string, ExportLine['row'][string]]): string {
  if (value === null || value === '') return ''
  const words = typeof value === 'string' ? value : JSON.stringify(value)
  return `<dt>${escaped(name)}</dt><dd dir="auto">${escaped(words)}</dd>`
}

/** Also what people wrote. */
const escaped = (text: string) => text.replace(/[&<>"]/g, (sign) => `&#${sign.charCodeAt(0)};`)
