import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { splitFrontMatter } from '@/forum/essay/front-matter'
import { splitText } from '@/forum/essay/split-text'
import { typed, typedLine } from '@/forum/text'

const texts = (source: string) => splitText(source).map(({ text }) => text)

describe('typed text', () => {
  const text = typed({ min: 1, max: 5 })

  test('has its line ends as \\n and is else as it was typed', () => {
    expect(text.parse('a\r\nb\r')).toBe('a\nb\n')
    expect(text.parse(' a ')).toBe(' a ')
  })

  test('is measured in characters', () => {
    expect(text.safeParse('\u{1f333}'.repeat(5)).success).toBe(true)
    expect(text.safeParse('\u{1f333}'.repeat(6)).success).toBe(false)
  })

  test.each(['', '  ', '\u200b\u200d', '\u3164', 'a\u0000', '\ud800', 'a\udc00b', 7, null, ['a'], { length: 1 }])(
    'is not %j',
    (value) => {
      expect(text.safeParse(value).success).toBe(false)
    },
  )

  test.each(['👨‍👩‍👧', 'a\u200d', '\u0915\u094d\u200d', '.'])('may be %j', (value) => {
    expect(text.safeParse(value).success).toBe(true)
  })

  test('that is taken can always be stored', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 5 }), (value) => {
        const result = text.safeParse(value)
        if (result.success) expect(result.data.isWellFormed() && !/[\0\r]/.test(result.data)).toBe(true)
      }),
    )
  })
})

test('a typed line is one line', () => {
  const line = typedLine({ min: 2, max: 6 })
  expect(line.parse('  a\n\tb  ')).toBe('a b')
  expect(line.parse('cafe\u0301')).toBe('café')
  for (const value of ['a', ' a ', 'abcdefg', '\u0000ab']) expect(line.safeParse(value).success, value).toBe(false)
})

describe('front matter', () => {
  test('is split off, without the quotation marks round a value', () => {
    expect(splitFrontMatter('---\ntitle: "A: b"\nlanguage: zh\n---\n\nText.\n---\nMore.')).toEqual({
      front: { title: 'A: b', language: 'zh' },
      text: '\nText.\n---\nMore.',
    })
  })

  test.each(['Text.', '', 'a\n---\ntitle: b\n---\n', '--- \ntitle: b\n---', '---\nno end'])(
    'there is none in %j',
    (source) => {
      expect(splitFrontMatter(source)).toEqual({ front: {}, text: source })
    },
  )

  test('is the same with a mark of byte order and other line ends', () => {
    expect(splitFrontMatter('\ufeff---\r\ntitle: a\r\n---\r\nText.').front).toEqual({ title: 'a' })
  })

  test.each(['---\nauthor: me\n---\n', '---\njust words\n---\n', '---\n__proto__: x\n---\n'])(
    'of %j is refused',
    (source) => {
      expect(() => splitFrontMatter(source)).toThrow('bad-input')
    },
  )
})

describe('paragraphs', () => {
  test('are parted by blank lines where there are any, else one stands on a line', () => {
    expect(texts('a\nb\n\nc')).toEqual(['a\nb', 'c'])
    expect(texts('a\nb\nc\n')).toEqual(['a', 'b', 'c'])
    expect(texts('a\n \u3000\t\n\nb')).toEqual(['a', 'b'])
    expect(texts('\n\n  a  \n\n')).toEqual(['a'])
    expect(texts(' \n\n ')).toEqual([])
  })

  test('lose no word and gain none', () => {
    const word = fc.constantFrom('a', '造车', 'c.', '"d"', '*')
    const gap = fc.constantFrom(' ', '\n', '\n\n', '\n \n', '\n\n\n', '\u3000')
    fc.assert(
      fc.property(fc.array(fc.tuple(word, gap)), (pieces) => {
        const source = pieces.flat().join('')
        const bare = (text: string) => text.replace(/\s+/g, '')
        expect(bare(texts(source).join(''))).toBe(bare(source))
        for (const text of texts(source)) expect(text).toBe(text.trim())
      }),
    )
  })
})
