import mammoth from 'mammoth'
import { Refusal } from '@/forum/refusal'
import { TEXT_MAX_BYTES } from '../input'
import { htmlToMarkdown, type Markdown } from './html'
import { guardMarkup } from './markup-guard'
import { unzip } from './unzip'

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
  }
  const html = await toHtml(parts)
  const length = Buffer.byteLength(html)
  if (length > TEXT_MAX_BYTES)
    throw new Refusal('text-too-long', { field: 'source', facts: { bytes: length, most: TEXT_MAX_BYTES } })
  return htmlToMarkdown(html)
}

async function toHtml(parts: ReadonlyMap<string, Buffer>): Promise<string> {
  // Mammoth takes an opened file as well as bytes, which it would unpack itself, without limits.
  const file = { exists: (name: string) => parts.has(name), read: (name: string, as?: string) => read(parts, name, as) }
  try {
    const { value } = await mammoth.convertToHtml({ file } as never, {
      styleMap: STYLES,
      includeEmbeddedStyleMap: false,
      externalFileAccess: false,
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
