import { plainSign } from './near-words'

/** A place in a text that comes in pieces (the text nodes of an element): the piece, and the code unit in it. */
type Spot = { piece: number; at: number }

/**
 * Where words stand in a text that comes in pieces, give or take white space and the shape of quotation marks.
 * @returns from the first unit of the words to behind the last; undefined when the text does not say them
 */
export function findWords(pieces: readonly string[], words: string): { from: Spot; to: Spot } | undefined {
  const wanted = folded([words]).plain.trim()
  const { plain, from, to } = folded(pieces)
  const index = wanted === '' ? -1 : plain.indexOf(wanted)
  const [first, last] = [from[index], to[index + wanted.length - 1]]
  return first && last ? { from: first, to: last } : undefined
}

function folded(pieces: readonly string[]) {
  let plain = ''
  const from: Spot[] = []
  const to: Spot[] = []
  for (const [piece, text] of pieces.entries()) {
    let at = 0
    for (const sign of text) {
      const one = plainSign(sign)
      // Of white space in a row the first counts.
      if (one !== ' ' || !plain.endsWith(' '))
        for (let unit = 0; unit < one.length; unit++) {
          plain += one[unit]
          from.push({ piece, at })
          to.push({ piece, at: at + sign.length })
        }
      at += sign.length
    }
  }
  return { plain, from, to }
}
