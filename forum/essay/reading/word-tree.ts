/** A document as mammoth hands it over before it becomes HTML, as far as we touch it. */
export type WordNode = {
  type?: string
  children?: WordNode[]
  body?: WordNode[]
  noteType?: string
  noteId?: string
  href?: string
  notes?: { _notes?: Record<string, WordNode> }
}

const LONGEST_ADDRESS = 2_000
const MOST_ADDRESSES = 2_000_000

/**
 * Leaves out what would be repeated: mammoth puts in a note again for each reference to it, and an address for each word
 * that is linked, so a small document could become gigabytes.
 */
export function withoutRepeats(document: WordNode): WordNode {
  const notes = new Set<string>()
  let addresses = 0
  const isAllowed = ({ type, noteType, noteId, href = '' }: WordNode) => {
    if (type === 'hyperlink') addresses += href.length
    if (type === 'hyperlink') return href.length <= LONGEST_ADDRESS && addresses <= MOST_ADDRESSES
    if (type !== 'noteReference') return true
    const isNew = !notes.has(`${noteType} ${noteId}`)
    notes.add(`${noteType} ${noteId}`)
    return isNew
  }
  const tidy = (parts: WordNode[]): WordNode[] =>
    parts.flatMap((part) => {
      if (part.children) part.children = tidy(part.children)
      return isAllowed(part) ? [part] : (part.children ?? [])
    })
  if (document.children) document.children = tidy(document.children)
  for (const note of Object.values(document.notes?._notes ?? {})) if (note.body) note.body = tidy(note.body)
  return document
}
