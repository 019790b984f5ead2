const segmenter = new Intl.Segmenter(undefined, { granularity: 'word' })

/** Node's segmenter takes the square of a text's length (200,000 characters: nine seconds): it gets the text in pieces. */
const PIECE = 400

/**
 * The words of a text and what stands between them; in scripts without spaces the words that a dictionary knows (UAX 29).
 * Joined, they are the text.
 */
export function wordsOf(text: string): string[] {
  const words: string[] = []
  for (let from = 0; from < text.length; ) {
    const piece = text.slice(from, endOfPiece(text, from))
    for (const { segment } of segmenter.segment(piece)) words.push(segment)
    from += piece.length
  }
  return words
}

/** After a blank, else after punctuation, else anywhere but inside a character. */
function endOfPiece(text: string, from: number): number {
  const end = from + PIECE
  if (end >= text.length) return text.length
  const piece = text.slice(from, end)
  const cut = (/.*\s/su.exec(piece) ?? /.*\p{P}/su.exec(piece))?.[0].length
  if (cut) return from + cut
  return /[\ud800-\udbff]$/.test(piece) ? end - 1 : end
}
