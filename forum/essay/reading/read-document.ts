import { extname } from 'node:path'
import { Refusal } from '@/forum/refusal'
import { blocksWithin, type SourceFormat } from '../blocks'
import { type FrontMatter, splitFrontMatter } from '../front-matter'
import { TEXT_MAX_BYTES } from '../input'
import { decode } from './decode'
import { docxToMarkdown } from './docx'
import { htmlToMarkdown } from './html'
import { kindOfText } from './kind'
import { splitTitle } from './title'

export type ReadDocument = {
  /** What its author goes on with: the text as it was written, or the Markdown that was made of it. */
  source: string
  format: SourceFormat
  /** What the document itself calls its title. */
  title: string | null
  front: FrontMatter
  /** As people know it, such as UTF-8 or GB18030; of a Word document `docx`. */
  encoding: string
}

type Kind = 'text' | 'markdown' | 'html' | 'docx'

const KINDS: Record<string, Kind> = {
  '.txt': 'text',
  '.text': 'text',
  '.md': 'markdown',
  '.markdown': 'markdown',
  '.html': 'html',
  '.htm': 'html',
  '.xhtml': 'html',
  '.docx': 'docx',
}

/**
 * Reads what somebody wrote somewhere else: plain text, Markdown, HTML or Word, in UTF-8, UTF-16 or GB18030. What it is
 * is decided by the bytes, then by the ending of the name, then by a look at the text.
 * @param name the file's, if it has one
 * @throws Refusal as of decode, docxToMarkdown, htmlToMarkdown and blocksWithin; bad-input for its front matter
 */
export async function readDocument(bytes: Uint8Array, name: string | null): Promise<ReadDocument> {
  if (bytes.length > TEXT_MAX_BYTES)
    throw new Refusal('text-too-long', { field: 'source', facts: { bytes: bytes.length, most: TEXT_MAX_BYTES } })
  const read = await readAs(KINDS[extname(name ?? '').toLowerCase()], bytes)
  blocksWithin(read.source, read.format)
  return read
}

async function readAs(named: Kind | undefined, bytes: Uint8Array): Promise<ReadDocument> {
  const begins = (mark: string) => Buffer.from(bytes.subarray(0, mark.length)).equals(Buffer.from(mark, 'latin1'))
  if (begins('PK\x03\x04') || begins('PK\x05\x06'))
    return { ...(await docxToMarkdown(bytes)), format: 'markdown', front: {}, encoding: 'docx' }
  if (named === 'docx') throw new Refusal('unreadable-document', { field: 'source' })
  if (OTHERS.some(begins)) throw new Refusal('not-a-text', { field: 'source' })
  const { text, encoding } = decode(bytes)
  const kind = named ?? kindOfText(text)
  if (kind === 'html') return { ...htmlToMarkdown(text), format: 'markdown', front: {}, encoding }
  const { front, text: rest } = splitFrontMatter(text)
  return { ...splitTitle(rest, kind, front.title), format: kind, front, encoding }
}

/** PDF, RTF, and Word before 2007: none is a text, and two of them are made of characters all the same. */
const OTHERS = ['%PDF-', '{\\rtf', '\xd0\xcf\x11\xe0']
