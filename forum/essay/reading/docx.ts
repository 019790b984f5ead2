import mammoth from 'mammoth'
import { Refusal } from '@/forum/refusal'
import { TEXT_MAX_BYTES } from '../input'
import { htmlToMarkdown, type Markdown } from './html'
import { guardMarkup } from './markup-guard'
import { unzip } from './unzip'
import { withoutRepeats } from './word-tree'

/** Of all parts that have words or styles in them; a document of 5 MB of words has less. */
const MOST_XML = 20 * 1024 * 1024

const STYLES = [
  "p[style-name='Title'] => h1.title:fresh",
  "p[style-name='Quote'] => blockquote > p:fresh",
  "p[style-name='Intense Quote'] => blockquote > p:fresh",
  "p[style-name='Block Text'] => blockquote > p:fresh",
  "p[style-name='HTML Preformatted'] => pre:separator('\\n')",
  "p[style-name='Source Code'] => pre:separator('\\n')",
  "p[style-name='Plain Text'] => p:fresh",
]

/**
 * A Word document as Markdown. Pictures are left out, their descriptions stay.
 * @throws Refusal unreadable-document, document-too-large, text-too-long, too-much-markup
 */
export async function docxToMarkdown(bytes: Uint8Array): Promise<Markdown> {
  const parts = await unzip(bytes, (name) => /\.(?:xml|rels)$/i.test(name))
  if (!parts.has('word/document.xml')) throw new Refusal('unreadable-document', { field: 'source' })
  let size = 0
  for (const part of parts.values()) {
    size += part.length
    if (size > MOST_XML) throw new Refusal('document-too-large', { field: 'source' })
    const xml = part.toString('utf8')
    // Word writes none; with one, entities could multiply.
    if (/<!DOCTYPE/i.test(xml)) throw new Refusal('unreadable-document', { field: 'source' })
    guardMarkup(xml, 'xml')
    guardXml(xml)
  }
  const html = await toHtml(parts)
  const length = Buffer.byteLength(html)
  if (length > TEXT_MAX_BYTES)
    throw new Refusal('text-too-long', { field: 'source', facts: { bytes: length, most: TEXT_MAX_BYTES } })
  return htmlToMarkdown(html)
}

const MOST_OPEN_FIELDS = 100
const MOST_NAMESPACES = 20_000

/**
 * Where readers of Word take more than linear time: for every run mammoth looks through the fields that are open there (a
 * link in a table of contents, and few others); for every element that names a namespace the XML parser copies all.
 */
function guardXml(xml: string) {
  let open = 0
  for (const [, type] of xml.matchAll(/fldCharType\s*=\s*["'](begin|end)/g)) {
    open = Math.max(0, open + (type === 'begin' ? 1 : -1))
    if (open > MOST_OPEN_FIELDS) throw new Refusal('too-much-markup', { field: 'source' })
  }
  if ((xml.match(/xmlns/g)?.length ?? 0) > MOST_NAMESPACES) throw new Refusal('too-much-markup', { field: 'source' })
}

async function toHtml(parts: ReadonlyMap<string, Buffer>): Promise<string> {
  // Mammoth takes an opened file as well as bytes, which it would unpack itself, without limits.
  const file = { exists: (name: string) => parts.has(name), read: (name: string, as?: string) => read(parts, name, as) }
  try {
    const { value } = await mammoth.convertToHtml({ file } as never, {
      styleMap: STYLES,
      includeEmbeddedStyleMap: false,
      externalFileAccess: false,
      transformDocument: withoutRepeats,
      convertImage: mammoth.images.imgElement(async () => ({ src: '' })),
    })
    return value
  } catch {
    throw new Refusal('unreadable-document', { field: 'source' })
  }
}

async function read(parts: ReadonlyMap<string, Buffer>, name: string, encoding?: string): Promise<string | Buffer> {
  const part = parts.get(name) ?? Buffer.alloc(0)
  return encoding ? new TextDecoder(encoding).decode(part) : part
}
