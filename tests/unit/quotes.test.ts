import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { quotation } from '@/app/_components/comments/quoting'
import { quoteStands } from '@/forum/comments/quote'
import { findWords } from '@/lib/find-words'
import { renderMarkdown } from '@/lib/markdown'
import { sentencesOf } from '@/lib/sentences'

/** What lies between the two places that were found. */
function found(pieces: string[], words: string): string | undefined {
  const place = findWords(pieces, words)
  if (!place) return undefined
  const { from, to } = place
  if (from.piece === to.piece) return pieces[from.piece]?.slice(from.at, to.at)
  return [
    pieces[from.piece]?.slice(from.at),
    ...pieces.slice(from.piece + 1, to.piece),
    pieces[to.piece]?.slice(0, to.at),
  ].join('|')
}

describe('words in a text that comes in pieces', () => {
  test('are found within one, across several, and not where nobody says them', () => {
    expect(found(['The road is long.'], 'road is')).toBe('road is')
    expect(found(['The ', 'road', ' is', ' long.'], 'The road is l')).toBe('The |road| is| l')
    expect(found(['道路', '很长，没有尽头。'], '路很长')).toBe('路|很长')
    expect(found(['The road'], 'the path')).toBeUndefined()
    expect(found(['The road'], '  ')).toBeUndefined()
    expect(found([], 'x')).toBeUndefined()
  })

  test('are the same with other white space and quotation marks', () => {
    expect(found(['A “carriage”\n  has   four', ' wheels'], '"carriage" has four wheels')).toBe(
      '“carriage”\n  has   four| wheels',
    )
    expect(found(['𝒶 𝒷 c'], 'b c')).toBe('𝒷 c')
  })

  test('of any part of any text are found, wherever it is cut', () => {
    const word = fc.constantFrom('road', 'wheel', '路', '“x”', 'é', '😀', 'a')
    fc.assert(
      fc.property(fc.array(word, { minLength: 1, maxLength: 12 }), fc.nat(), fc.nat(), (words, one, two) => {
        const text = words.join(' ')
        const cut = one % (text.length + 1)
        const part = words.slice(two % words.length).join('  ')
        const place = findWords([text.slice(0, cut), text.slice(cut)], part)
        expect(place).toBeDefined()
      }),
    )
  })
})

describe('sentences', () => {
  test('are those of the language, and each of them can be quoted', () => {
    expect(sentencesOf('The road is long. Is it? Nobody walks…', 'en', 100)).toEqual([
      'The road is long.',
      'Is it?',
      'Nobody walks…',
    ])
    expect(sentencesOf('小米造车。利润太薄！谁会买？', 'zh', 100)).toEqual(['小米造车。', '利润太薄！', '谁会买？'])
    expect(sentencesOf('one\ntwo\n\n', 'en', 100)).toEqual(['one', 'two'])
    expect(sentencesOf('x'.repeat(11), 'en', 10)).toEqual([])
    const text = 'A “carriage” has wheels.  Nobody\twalks. 没有人走路。'
    for (const sentence of sentencesOf(text, 'en', 100)) expect(quoteStands(sentence, text), sentence).toBe(true)
  })
})

test('a quotation of a comment says who said it, and only that is quoted', () => {
  const html = renderMarkdown(`${quotation('@anna', 'One line.\nAnother one.')}And mine.`)
  expect(html).toContain('@anna:')
  expect(html).toMatch(/<blockquote>\s*<p>One line\.\s*Another one\.<\/p>\s*<\/blockquote>\s*<p>And mine\.<\/p>/)
})
