import { type ZipEntry, zip } from './zip'

const WORD = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main'
const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006'
const XML = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'

const NAMESPACES = [
  `xmlns:w="${WORD}"`,
  `xmlns:r="${OFFICE}"`,
  'xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing"',
  'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"',
  'xmlns:pic="http://schemas.openxmlformats.org/drawingml/2006/picture"',
].join(' ')

const STYLES = ['Title', 'heading 1', 'heading 2', 'Quote', 'HTML Preformatted', 'List Paragraph']
const idOf = (style: string) => style.replace(/ /g, '')

/** A run of text; `look` is what stands in its properties, such as `<w:b/>`. */
export const run = (text: string, look = '') =>
  `<w:r>${look && `<w:rPr>${look}</w:rPr>`}<w:t xml:space="preserve">${escaped(text)}</w:t></w:r>`

/** A paragraph of runs, in a style of Word's by its English name. */
export const p = (runs: string, style = '', more = '') =>
  `<w:p><w:pPr>${style && `<w:pStyle w:val="${idOf(style)}"/>`}${more}</w:pPr>${runs}</w:p>`

/** An item of a list: 1 is a bulleted one, 2 a numbered one. */
export const item = (text: string, list: 1 | 2, level = 0) =>
  p(run(text), 'List Paragraph', `<w:numPr><w:ilvl w:val="${level}"/><w:numId w:val="${list}"/></w:numPr>`)

export const footnoteReference = (id: number) => `<w:r><w:footnoteReference w:id="${id}"/></w:r>`

/** A picture that stands in the document, with its description. */
export const drawing = (description: string) =>
  `<w:r><w:drawing><wp:inline><wp:docPr id="1" name="Picture 1" descr="${escaped(description)}"/><a:graphic><a:graphicData><pic:pic><pic:blipFill><a:blip r:embed="rIdPicture"/></pic:blipFill></pic:pic></a:graphicData></a:graphic></wp:inline></w:drawing></w:r>`

const escaped = (text: string) => text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/"/g, '&quot;')

/** A Word document with this body (see `p`), as Word saves one. */
export function docx(body: string, footnotes: Record<number, string> = {}, more: readonly ZipEntry[] = []): Buffer {
  const notes = Object.entries(footnotes).map(
    ([id, text]) => `<w:footnote w:id="${id}">${p(`<w:r><w:footnoteRef/></w:r>${run(` ${text}`)}`)}</w:footnote>`,
  )
  const styles = STYLES.map(
    (name) => `<w:style w:type="paragraph" w:styleId="${idOf(name)}"><w:name w:val="${name}"/></w:style>`,
  )
  const lists = ['bullet', 'decimal'].map(
    (kind, index) =>
      `<w:abstractNum w:abstractNumId="${index + 1}">${[0, 1].map((level) => `<w:lvl w:ilvl="${level}"><w:numFmt w:val="${kind}"/></w:lvl>`).join('')}</w:abstractNum>`,
  )
  const numbers = [1, 2].map((list) => `<w:num w:numId="${list}"><w:abstractNumId w:val="${list}"/></w:num>`)
  const part = (name: string, content: string) => `${XML}<w:${name} ${NAMESPACES}>${content}</w:${name}>`
  return zip([
    { name: '[Content_Types].xml', data: CONTENT_TYPES },
    { name: '_rels/.rels', data: relationships({ rId1: ['officeDocument', 'word/document.xml'] }) },
    { name: 'word/_rels/document.xml.rels', data: relationships(PARTS) },
    { name: 'word/document.xml', data: part('document', `<w:body>${body}</w:body>`) },
    { name: 'word/styles.xml', data: part('styles', styles.join('')) },
    { name: 'word/numbering.xml', data: part('numbering', [...lists, ...numbers].join('')) },
    { name: 'word/footnotes.xml', data: part('footnotes', notes.join('')) },
    { name: 'word/media/image1.png', data: Buffer.from('iVBORw0KGgo=', 'base64') },
    ...more,
  ])
}

const PARTS: Record<string, [string, string]> = {
  rIdStyles: ['styles', 'styles.xml'],
  rIdNumbering: ['numbering', 'numbering.xml'],
  rIdFootnotes: ['footnotes', 'footnotes.xml'],
  rIdPicture: ['image', 'media/image1.png'],
}

function relationships(parts: Record<string, [string, string]>): string {
  const rows = Object.entries(parts).map(
    ([id, [type, target]]) => `<Relationship Id="${id}" Type="${OFFICE}/${type}" Target="${target}"/>`,
  )
  return `${XML}<Relationships xmlns="${PACKAGE}/relationships">${rows.join('')}</Relationships>`
}

const CONTENT_TYPES = `${XML}<Types xmlns="${PACKAGE}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Default Extension="png" ContentType="image/png"/><Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>`
