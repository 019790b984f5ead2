import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type Block, blocksOf, blocksWithin } from '@/forum/essay/blocks'
import { chunksOf } from '@/forum/essay/reading/chunks'
import { readMarkdown } from '@/forum/essay/reading/markdown-blocks'
import { Refusal } from '@/forum/refusal'

const markdown = (source: string) => blocksOf(source, 'markdown')
const texts = (source: string) => markdown(source).map(({ text }) => text)
const kinds = (source: string) => markdown(source).map(({ kind }) => kind)
const htmlOf = (source: string) => markdown(source)[0]?.html

/** What a block's HTML may consist of: tags, and their attributes exactly. */
const ALLOWED: Record<string, RegExp> = {
  ...Object.fromEntries(
    'p br em strong del sub sup ul blockquote code pre hr table thead tbody tr th td figure figcaption'
      .split(' ')
      .map((tag) => [tag, /^$/]),
  ),
  ol: /^(?: start="\d+")?$/,
  li: /^(?: id="fn-\d+")?$/,
  a: /^ href="(?:https?:\/\/|mailto:|#)[^"\s]+" rel="noopener"$/i,
  img: /^ src="(?:\/(?![/\\])[^"\s\\]*|data:image\/(?:png|jpeg|gif|webp);base64,[\w+/=]+)" alt="[^"<]+"$/i,
}

function foreign({ kind, html }: Block): string[] {
  const found: string[] = []
  const rest = (html ?? '').replace(/<(\/?)([a-z]+)((?: [a-z-]+="[^"<]*")*)>/g, (tag, end, name, attributes) => {
    const fits = end ? attributes === '' && name in ALLOWED : ALLOWED[name]?.test(attributes)
    if (!fits || (name === 'li' && attributes !== '' && kind !== 'footnote')) found.push(tag)
    return ''
  })
  if (rest.includes('<')) found.push(rest)
  return found
}

describe('a heading', () => {
  test('stands above the block it heads, one level lower where the text has headings of level 1', () => {
    expect(markdown('## A\n\n### B\n\nx\n\n## C\n\ny').map(({ headings }) => headings)).toEqual([
      [
        { level: 2, text: 'A' },
        { level: 3, text: 'B' },
      ],
      [{ level: 2, text: 'C' }],
    ])
    expect(markdown('# A *b*\n\n## C\n\nx')[0]?.headings).toEqual([
      { level: 2, text: 'A b' },
      { level: 3, text: 'C' },
    ])
  })

  test('with nothing below it is a paragraph; one without words is nothing', () => {
    expect(markdown('x\n\n## A\n\n#\n\n## B')).toMatchObject([
      { text: 'x' },
      { kind: 'paragraph', text: 'A', html: null, headings: [] },
      { kind: 'paragraph', text: 'B', html: null, headings: [] },
    ])
  })
})

describe('a paragraph', () => {
  test.each([
    ['wrapped\nlines', 'wrapped lines', null],
    ['换行\n不加空格\nbut here', '换行不加空格 but here', null],
    ['hard  \nbreak', 'hard\nbreak', 'hard<br>\nbreak'],
    ['raw <b onclick=x>HTML</b> <!-- too -->', 'raw <b onclick=x>HTML</b> <!-- too -->', null],
    ['3~5 days, 6~8 at most', '3~5 days, 6~8 at most', null],
    ['~~not~~ this', 'not this', '<del>not</del> this'],
    ['&amp; \\*x\\* &copy;', '& *x* ©', null],
    [
      'see http://a.b/c_d(e), (https://a.b).',
      'see http://a.b/c_d(e), (https://a.b).',
      'see <a href="http://a.b/c_d(e)" rel="noopener">http://a.b/c_d(e)</a>, (<a href="https://a.b" rel="noopener">https://a.b</a>).',
    ],
    ['见https://a.b/c。然后', null, '见<a href="https://a.b/c" rel="noopener">https://a.b/c</a>。然后'],
    ['[a](b.html) [c](//d.e) [f](javascript:g) [h](data:text/html,i)', 'a c f h', null],
    ['[](https://a.b)', 'https://a.b', '<a href="https://a.b" rel="noopener">https://a.b</a>'],
    ['ends [here](#fn-1)', 'ends here', 'ends <a href="#fn-1" rel="noopener">here</a>'],
  ])('%j', (source, text, html: string | null) => {
    const [block] = markdown(source)
    expect(block?.kind).toBe('paragraph')
    if (text !== null) expect(block?.text).toBe(text)
    // What is nothing but its words needs no HTML, whichever way it was written.
    expect(block?.html).toBe(html)
  })

  test('shows the pictures of this site, and links to those of others', () => {
    expect(htmlOf('a ![b](/c.png)')).toBe('a <img src="/c.png" alt="b">')
    expect(htmlOf('a ![b](data:image/png;base64,iVBORw0KGgo=)')).toContain('src="data:image/png;base64,iVBORw0KGgo="')
    for (const url of ['https://c.d/e.png', 'HTTPS://c.d/e.png'])
      expect(htmlOf(`a ![b](${url})`)).toBe('a <a href="https://c.d/e.png" rel="noopener">b</a>')
    for (const url of ['//c.d/e.png', '/\\c.d/e.png', 'e.png', 'data:image/svg+xml;base64,PHN2Zz4=', 'javascript:x'])
      expect(htmlOf(`*a* ![b](${url})`), url).toBe('<em>a</em> b')
  })

  test('of pictures alone is a figure; a picture without a description has its title or its name', () => {
    expect(markdown('![a](/b.png "c") ![](/d/e%20f.png?g)')).toMatchObject([
      {
        kind: 'figure',
        text: 'a\ne f.png',
        html: '<figure><img src="/b.png" alt="a"><img src="/d/e%20f.png?g" alt="e f.png"><figcaption>c</figcaption></figure>',
      },
    ])
    const large = `data:image/png;base64,${'A'.repeat(300_000)}`
    expect(markdown(`![][i]\n\n[i]: <${large}>`)).toMatchObject([{ kind: 'figure', text: 'image' }])
  })
})

describe('the other blocks', () => {
  test('are lists, quotations, code, tables; a line across is none', () => {
    expect(kinds('- a\n- b\n\n***\n\n> c\n\n    d\n\n|e|f|\n|-|-|\n|g|h|\n\n1. i')).toEqual([
      ...['list', 'quotation', 'code', 'table', 'list'],
    ])
    expect(markdown('3. a\n   - b\n\n     c\n4. d')[0]).toMatchObject({ text: 'a\nb\nc\nd' })
    expect(markdown('|a||\n|-|-|\n|b|c|')[0]?.text).toBe('a\t\nb\tc')
    expect(markdown('```js\n  <b>\n```')[0]).toMatchObject({
      text: '<b>',
      html: '<pre><code>  &#x3C;b>\n</code></pre>',
    })
  })

  test('have no headings and no ids of their own inside', () => {
    expect(htmlOf('> # a\n> b')).toBe('<blockquote>\n<p><strong>a</strong></p>\n<p>b</p>\n</blockquote>')
  })
})

describe('footnotes', () => {
  const source = 'a[^x] b[^y]\n\n[^y]: Y[^z]\n\n- c[^x]\n\n[^never]: N\n[^x]: X\n\n    more\n[^z]: Z'

  test('stand at the end, numbered as they are referred to, those that nobody refers to last', () => {
    const blocks = markdown(source)
    expect(blocks.map(({ kind, text }) => [kind, text])).toEqual([
      ['paragraph', 'a b'],
      ['list', 'c'],
      ['footnote', 'X\nmore'],
      ['footnote', 'Y'],
      ['footnote', 'Z'],
      ['footnote', 'N'],
    ])
    expect(blocks[1]?.html).toContain('<sup><a href="#fn-1" rel="noopener">1</a></sup>')
    expect(blocks[3]?.html).toBe(
      '<ol start="2">\n<li id="fn-2">Y<sup><a href="#fn-3" rel="noopener">3</a></sup></li>\n</ol>',
    )
  })

  test('that are not there stay as they were typed', () => {
    expect(texts('a[^x] [b][c]')).toEqual(['a[^x] [b][c]'])
  })
})

describe('reading piece by piece', () => {
  const marker = fc.constantFrom('', '', '', '', '- ', '* ', '1. ', '2) ', '10. ', '-    ', '[^a]: ', '[b]: ', '# ')
  const words = fc.constantFrom(
    ...['text', 'two words', '*em*', '[b]', '[c][b]', 'x[^a]', '![p](/q)', '`code`', 'a  ', 'http://x.y', '<b>', '造'],
    ...['```', '~~~', '````', '```js', '***', '---', '===', '| a | b |', '|---|---|', 'a | b', '- x', '> q', '2. n'],
    ...['[^a]: n', '[c]: /u', '- ```', '1. ```', '   ```', '    code', '\\'],
  )
  const indent = fc.constantFrom('', '', '', '', ' ', '  ', '   ', '    ', '      ', '\t')
  const quote = fc.constantFrom('', '', '> ')
  const line = fc.oneof(fc.tuple(indent, quote, marker, words), fc.constant(['']))
  const text = fc.array(line, { maxLength: 14 }).map((lines) => lines.map((parts) => parts.join('')).join('\n'))

  /** micromark itself reads a list that does not begin with 1 as a paragraph after indented code; CommonMark does not. */
  const isMisread = (source: string) => /^(?: {4}| *\t)/m.test(source) && /(?:[2-9]|10)[.)] /.test(source)
  // It also counts blanks on the empty lines after such code as part of it.
  const blocksBy = (source: string, split?: typeof chunksOf) =>
    readMarkdown(source, 1_000, split).blocks.map((block) => ({
      ...block,
      html: block.html?.replace(/(?:\n[ \t]*)+<\/code>/g, '</code>'),
    }))

  test('is the same as reading the whole', () => {
    fc.assert(
      fc.property(text, (given) => {
        const source = given.trimEnd()
        fc.pre(!isMisread(source))
        expect(blocksBy(source)).toEqual(blocksBy(source, (whole) => [{ source: whole, isPlain: false }]))
      }),
      { numRuns: 800 },
    )
  })

  test('makes a piece of every paragraph that stands alone', () => {
    expect(chunksOf('a\n\nb *c*\n\n- d\n\n  e\n\nf').map(({ source, isPlain }) => [source, isPlain])).toEqual([
      ['a', true],
      ['b *c*', false],
      ['- d\n\n  e', false],
      ['f', true],
    ])
  })
})

describe('anything at all', () => {
  const piece = fc.constantFrom(
    ...'*_[](){}<>!#-+`~|&:/\\"\'\n ^=.0x',
    ...[
      '\n\n',
      '![',
      '](',
      '[^1]',
      '[^1]: ',
      '[a]: ',
      '](javascript:',
      '](data:text/html,',
      '](data:image/png;base64,AA',
    ],
    ...[
      '<script>',
      '</script>',
      '<img src=x onerror=y>',
      '<a href="',
      'https://a.b',
      '//c.d',
      '&#x3c;',
      '&Tab;',
      '\u0000',
    ],
    ...['```', '    ', '> ', '- ', '1. ', '|-|-|\n', '\u202e', 'שלום', 'مرحبا', '字', '\ud800', '\u00a0'],
  )

  test('throws nothing, has no block without words, and nothing in it but what may be shown', () => {
    fc.assert(
      fc.property(fc.array(fc.oneof(piece, piece, fc.string({ unit: 'binary' })), { maxLength: 40 }), (pieces) => {
        for (const format of ['markdown', 'text'] as const)
          for (const block of blocksOf(pieces.join(''), format)) {
            expect(block.text.trim()).not.toBe('')
            expect(block.text.isWellFormed() && !block.text.includes('\0')).toBe(true)
            expect(foreign(block)).toEqual([])
          }
      }),
      { numRuns: 1_000 },
    )
  })

  test('a check of the check', () => {
    const block = (html: string): Block => ({ kind: 'paragraph', text: 'x', html, headings: [] })
    for (const html of [
      '<script>',
      '<em class="x">',
      '<a href="javascript:x" rel="noopener">',
      '<a href="https://x.y">',
      '<img src="https://x.y" alt="z">',
      '<img src="//x.y" alt="z">',
      '<li id="fn-1">',
      '<li id="comments">',
      'a < b',
    ])
      expect(foreign(block(html)), html).not.toEqual([])
  })
})

// Budgets belong to the bench: here only what grows faster than the text fails, which takes minutes on any machine.
describe('hostile text is read or refused in bounded time', { timeout: 300_000 }, () => {
  const seconds = (doing: () => unknown) => {
    const before = process.cpuUsage()
    doing()
    return process.cpuUsage(before).user / 1_000_000
  }
  const paragraphs = (paragraph: string, times = 1_990) => `${paragraph}\n\n`.repeat(times)
  const filler = 'The quick brown fox jumps over the lazy dog and goes on, again. '

  test.each<[string, string]>([
    ...['>', '> ', '>\n', '[', ']', '![', '*', '*\n', '_a', '`', '~', '\\', '&', '<', '!', '|', '#\n', '- ', '1. '].map(
      (unit): [string, string] => [unit, unit.repeat(1_000_000)],
    ),
    ...['\n', '\t', ' \n', '=\n', '***\n', '<!--', '<?', '[^a]: ', '[a]: b\n', '[a](b (', '*a _b ', '|-', '\ud800'].map(
      (unit): [string, string] => [unit, unit.repeat(1_000_000 / unit.length)],
    ),
    ['a list of lists', Array.from({ length: 1_500 }, (_, depth) => `${' '.repeat(depth * 2)}- a`).join('\n')],
    ['50,000 lines', 'some line of text\n'.repeat(50_000)],
    ['50,000 lines with emphasis', 'some *line* of text\n'.repeat(50_000)],
    ['50,000 items', '- item\n'.repeat(50_000)],
    ['two megabytes without a break', '*lorem* ipsum dolor '.repeat(100_000)],
    ['blanks inside a line', `a${' '.repeat(2_000_000)}b\nc`],
    ['a wide and long table', `|${'a|'.repeat(2_000)}\n|${'-|'.repeat(2_000)}\n${'|\n'.repeat(2_000)}`],
    ['one address referred to very often', `[a]: http://x/${'y'.repeat(1_000)}\n\n${paragraphs('[a]'.repeat(100))}`],
    ['one picture referred to very often', `[a]: data:image/png;base64,${'A'.repeat(1e6)}\n\n${'![a]'.repeat(400)}`],
    ['backticks of all lengths', Array.from({ length: 600 }, (_, length) => '`'.repeat(length + 1)).join(' ')],
    ['an open fence', `\`\`\`\n${paragraphs('a *b*', 100_000)}`],
    ['an address with a long end', paragraphs(`http://a.b/${'!'.repeat(2_000)}x`)],
    ['marks opened and never closed', paragraphs('*a '.repeat(800))],
    ['asterisks round a word', paragraphs(`${'*'.repeat(400)}a${'*'.repeat(400)}`, 200)],
    ['20,000 footnotes', Array.from({ length: 20_000 }, (_, note) => `a[^${note}]\n\n[^${note}]: n\n`).join('\n')],
    ['five megabytes, a mark in every paragraph', paragraphs(`*${filler.repeat(40)}*`)],
  ])('%j', (_, source) => {
    const spent = seconds(() => {
      const blocks = blocksOf(source, 'markdown')
      expect(blocks.length).toBeLessThanOrEqual(2_001)
      // References do not multiply what they refer to.
      expect(blocks.reduce((sum, { html }) => sum + (html?.length ?? 0), 0)).toBeLessThan(2 * source.length + 2_000_000)
    })
    // At most about five seconds on an idle machine.
    expect(spent).toBeLessThan(90)
  })
})

describe('what is too much is said', () => {
  const codeOf = (source: string, format: 'text' | 'markdown' = 'markdown') => {
    try {
      blocksWithin(source, format)
    } catch (error) {
      if (error instanceof Refusal) return [error.code, error.about.facts]
      throw error
    }
    return null
  }

  test('with the paragraph, where one is too long', () => {
    expect(codeOf(`First.\n\n${'word '.repeat(30_000)}`)).toEqual([
      'paragraph-too-long',
      { paragraph: 2, beginning: 'word word word word word word word word ', most: 100_000 },
    ])
    expect(codeOf(`${'word '.repeat(19_999)}\n\nSecond.`)).toBeNull()
  })

  test('where there is more markup than can be read, but not where there is much', () => {
    expect(codeOf('The *quick* [brown](https://x.org) fox. '.repeat(60).concat('\n\n').repeat(2_000))?.[0]).toBe(
      'too-much-markup',
    )
    expect(codeOf('The *quick* [brown](https://x.org) fox. '.repeat(4).concat('\n\n').repeat(500))).toBeNull()
  })

  test('in plain text as well', () => {
    expect(codeOf('a\n'.repeat(2_001), 'text')?.[0]).toBe('too-many-paragraphs')
    expect(codeOf(' \n', 'text')?.[0]).toBe('no-text')
    expect(codeOf('a\n'.repeat(2_000), 'text')).toBeNull()
  })
})
