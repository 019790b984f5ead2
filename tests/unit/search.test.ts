import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { absoluteLinks, writeAtom } from '@/app/_web/atom'
import { plainWords } from '@/forum/comments/plain'
import { excerpt, likelyWords } from '@/forum/search/excerpt'
import { anyWordOf, queryOf, readTerms } from '@/forum/search/terms'
import { renderMarkdown } from '@/lib/markdown'

const queryFor = (question: string) => queryOf(readTerms(question))

describe('a question', () => {
  test('asks for every word, and for words in quotation marks one after another', () => {
    expect(queryFor('cars phones')).toBe("('cars') & ('phones')")
    expect(queryFor('"low price" car')).toBe("('low' <-> 'price') & ('car')")
    expect(queryFor('“low price”')).toBe("('low' <-> 'price')")
    expect(queryFor('e-mail')).toBe("('e' <-> 'mail')")
  })

  test('asks for Chinese by pairs that follow each other, a single last character as a beginning', () => {
    expect(queryFor('造')).toBe("('造':*)")
    expect(queryFor('造车')).toBe("('造车')")
    expect(queryFor('小米造')).toBe("('小米' <-> '造':*)")
    expect(queryFor('SU7汽车')).toBe("('SU7') & ('汽车')")
  })

  test('asks for a beginning where an asterisk stands', () => {
    expect(queryFor('fact* car')).toBe("('fact':*) & ('car')")
    expect(queryFor('* car')).toBe("('car')")
  })

  test('of signs alone asks for nothing', () => {
    for (const nothing of ['!?', '" "', '、。', '& | !', '*', '\u200b']) expect(readTerms(nothing)).toEqual([])
  })

  test('never gets out of its quotes, whatever is typed', () => {
    const sign = fc.constantFrom(...'ab造车\'\\:*&|!<->()"“”\u00a0é'.split(''))
    fc.assert(
      fc.property(fc.oneof(fc.string({ unit: 'binary' }), fc.string({ unit: sign })), (typed) => {
        const left = queryFor(typed).replace(/'[^'\\]+'(?::\*)?/g, 'x')
        expect(left).toMatch(/^(?:\(x(?: <-> x)*\)(?: & \(x(?: <-> x)*\))*)?$/)
      }),
    )
  })

  test('knows which words may be marked', () => {
    expect(anyWordOf(readTerms('"low price" fact* 车'))).toBe("'low' | 'price' | 'fact':*")
    expect(anyWordOf(readTerms('车'))).toBeNull()
  })
})

describe('an excerpt', () => {
  const marked = (text: string, question: string, words: string[] = []) =>
    excerpt(text, readTerms(question), (word) => words.includes(word))
      .map((part) => (part.found ? `[${part.text}]` : part.text))
      .join('')

  test('marks every occurrence, by the forms that PostgreSQL says are the same word', () => {
    expect(marked('Making cars: who makes a car, and MAKES it well?', 'make', ['making', 'makes'])).toBe(
      '[Making] cars: who [makes] a car, and [MAKES] it well?',
    )
  })

  test('marks runs of Chinese wherever they stand, in full width too', () => {
    expect(marked('小米造车，为什么造车？', '造车')).toBe('小米[造车]，为什么[造车]？')
    expect(marked('价格 ＡＢＣ 便宜', 'abc', ['abc'])).toBe('价格 [ＡＢＣ] 便宜')
    expect(marked('李̈ 𠮷野家', '𠮷野')).toBe('李̈ [𠮷野]家')
  })

  test('begins a little before the first place found, and never cuts a character', () => {
    const long = `${'words before it '.repeat(40)}needle${' words after it'.repeat(40)}`
    const shown = marked(long, 'needle', ['needle'])
    expect(shown).toMatch(/^…(?:words|before|it)\b.*\[needle\].*…$/)
    expect(shown.length).toBeLessThan(260)
  })

  test('shows the place where most of the words stand together', () => {
    const far = ' and nothing of it for a long while'.repeat(12)
    expect(
      marked(`A factory first.${far} Then a factory with a line.${far}`, 'factory line', ['factory', 'line']),
    ).toContain('Then a [factory] with a [line].')
  })

  test('is made of the text itself and nothing else', () => {
    const text = fc.string({ unit: fc.constantFrom('a', ' ', '造', '车', '𠮷', 'é', 'ﬁ', 'İ', '<', '&', '，') })
    fc.assert(
      fc.property(text, fc.constantFrom('造车', 'a', '𠮷', 'fi'), (written, question) => {
        const parts = excerpt(written, readTerms(question), (word) => word === question)
        const shown = parts.map((part) => part.text).join('')
        expect(written).toContain(shown.replace(/^…|…$/g, ''))
        expect(shown.isWellFormed()).toBe(true)
      }),
    )
  })

  test('asks about words only that may be what was looked for', () => {
    expect(likelyWords('Making cars Mostly 造车', readTerms('make'))).toEqual(['making', 'mostly'])
    expect(likelyWords('Making cars', readTerms('造车'))).toEqual([])
  })
})

describe('the words of a comment', () => {
  test('are what a reader sees, on one line', () => {
    const html = renderMarkdown(
      'un*believ*able **造**车 `a<b` & [a link](https://example.org/hidden)\n\n> quoted\n\n- one\n- two',
    )
    expect(plainWords(html)).toBe('unbelievable 造车 a<b & a link quoted one two')
  })
})

describe('a feed', () => {
  const entry = {
    id: '0190a000-0000-7000-8000-000000000001',
    page: 'https://forum.example/c/1?a=1&b=2',
    published: new Date(0),
    updated: new Date(0),
  }
  const about = {
    id: entry.id,
    language: 'zh-Hans',
    self: 'https://forum.example/feed',
    page: 'https://forum.example/',
    updated: new Date(0),
  }

  test('is XML whatever people called themselves and wrote', () => {
    const hostile = ']]></content><script>&amp;\u0000\u0008\ud800\ufffe"\'</feed>'
    const xml = writeAtom({
      ...about,
      title: hostile,
      entries: [{ ...entry, title: hostile, author: { name: hostile }, html: `<p>${hostile}</p>` }],
    })
    for (const absent of ['\u0000', '\u0008', '\ufffe', '<script', ']]>']) expect(xml).not.toContain(absent)
    expect(xml.isWellFormed()).toBe(true)
    expect(xml.match(/<\/?feed\b/g)).toHaveLength(2)
    expect(xml).toContain('xml:lang="zh-Hans"')
    expect(xml).toContain('href="https://forum.example/c/1?a=1&#38;b=2"')
  })

  test('has links that lead somewhere from anywhere', () => {
    const html = renderMarkdown('[a](/c/1?x=1&y=2) [b](https://example.org/) [c](mailto:a@example.org)')
    const made = absoluteLinks(html, 'https://forum.example/zh/p/7')
    expect(made).toContain('<a href="https://forum.example/c/1?x=1&#x26;y=2" rel="nofollow ugc noopener">a</a>')
    expect(made).toContain('href="https://example.org/"')
    expect(made).toContain('href="mailto:a@example.org"')
  })
})
