import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { root } from '@/bin/prepare.mjs'
import { blocksOf } from '@/forum/essay/blocks'
import { decode } from '@/forum/essay/reading/decode'
import { htmlToMarkdown } from '@/forum/essay/reading/html'
import { guardMarkup } from '@/forum/essay/reading/markup-guard'
import { readDocument } from '@/forum/essay/reading/read-document'
import { Refusal } from '@/forum/refusal'
import { docx, drawing, footnoteReference, item, p, run } from '../support/texts/docx'
import { zip } from '../support/texts/zip'

const base64 = (text: string) => Buffer.from(text, 'base64')

function refusalIn(doing: () => unknown): Refusal {
  try {
    doing()
  } catch (error) {
    if (error instanceof Refusal) return error
    throw error
  }
  throw new Error('no refusal')
}

const codeOf = (content: Uint8Array | string, name: string | null = null) =>
  readDocument(Buffer.from(content as string), name).then(
    () => null,
    (error: unknown) => {
      if (error instanceof Refusal) return error.code
      throw error
    },
  )

const linesOf = (content: Uint8Array | string, name: string | null = null) =>
  readDocument(Buffer.from(content as string), name).then(({ source }) => source.trim().split(/\n+/))

describe('bytes', () => {
  const chinese = '小米造车，不是一时冲动。\n\n第二段。'

  test.each([
    ['UTF-8', Buffer.from(chinese)],
    ['UTF-16LE', Buffer.from(chinese, 'utf16le')],
    ['UTF-16BE', Buffer.from(chinese, 'utf16le').swap16()],
  ])('are %s without a mark of byte order', (encoding, bytes) => {
    expect(decode(bytes)).toEqual({ text: chinese, encoding })
  })

  test.each([
    'plain English',
    'Привет, мир.',
    'مرحبا بالعالم, mixed',
    '안녕하세요. 한국어 글입니다.',
    '一\n一',
    'a\u{1f333}b',
  ])('are UTF-16 where their NULs say so: %j', (text) => {
    expect(decode(Buffer.from(text, 'utf16le'))).toEqual({ text, encoding: 'UTF-16LE' })
    expect(decode(Buffer.from(text, 'utf16le').swap16())).toEqual({ text, encoding: 'UTF-16BE' })
  })

  test.each([
    ['0KHD19Tss7WjrLK7ysfSu8qxs+W2r6GjCgq12rb+ts6ho5Q5/DY=', '小米造车，不是一时冲动。\n\n第二段。😀'],
    ['1tDOxLLiytQ=', '中文测试'],
    ['tcC/ybXAo6y3x7OjtcCho59vw/vM7LXY1q7KvA==', '道可道，非常道。無名天地之始'],
  ])('are GB18030 where they read like Chinese: %j', (content, text) => {
    expect(decode(base64(content))).toEqual({ text, encoding: 'GB18030' })
  })

  test.each([
    ['Latin-1', 'TCfpdOkgb/kgbGEgZm9y6nQgYnL7bGFpdCwgWm/rIOl0YWl0IOAgR2Vu6HZlLg==', 2],
    ['Latin-1 in one word', 'bmHvdmV06Q==', 2],
    ['Windows-1251', 'z/Do4uXyLCDs6PAuIN3y7iDuIOzg+Ojt4PUu', 0],
    ['EUC-KR', 'vsiz58fPvLy/5C4gwMywzcC6IMfRsbm+7rfOIL60ILHbwNS0z7TZLg==', 0],
    ['Shift_JIS', 'grGC6oLNk/qWe4zqgsyVto/NgsWCt4FC', 0],
    ['EUC-JP', 'pLOk7KTPxvzL3LjspM7KuL7PpMekuaGjvKvGsLzWoaM=', 0],
    ['Big5', 'pHCmzLN5qK6hQaSjrE+kQK7JvcSwyqFD', 0],
    ['UTF-8 cut off in the middle', Buffer.from('a好').subarray(0, 3).toString('base64'), 1],
    ['UTF-8 with a mark and a byte that is none', Buffer.from([0xef, 0xbb, 0xbf, 65, 0xff]).toString('base64'), 4],
    ['half a pair in UTF-16', Buffer.from([0xff, 0xfe, 65, 0, 0, 0xd8, 66, 0]).toString('base64'), 4],
    ['half a character in UTF-16', Buffer.from([0xff, 0xfe, 65, 0, 66]).toString('base64'), 4],
  ])('of %s are refused with the position', (_, content, position) => {
    expect(refusalIn(() => decode(base64(content)))).toMatchObject({
      code: 'unreadable-text',
      about: { field: 'source', facts: { position } },
    })
  })

  test.each([
    ['a NUL gone astray', 'a good text\0 else', 11],
    ['colours of a terminal', 'a\u001b[31m', 1],
    ['a picture', '\u0089PNG\r\n\u001a\n\0\0', 6],
    ['UTF-32', '\u00ff\u00fe\0\0a\0\0\0', 2],
  ])('of %s are no text', (_, content, position) => {
    expect(refusalIn(() => decode(Buffer.from(content, 'latin1')))).toMatchObject({
      code: 'not-a-text',
      about: { facts: { position } },
    })
  })

  test('have one kind of line end when they are text', () => {
    expect(decode(Buffer.from('a\r\nb\rc\u2028d\fe\u0085f')).text).toBe('a\nb\nc\nd\ne\nf')
  })

  test('are what was encoded, or a refusal, and never anything else', () => {
    const text = fc
      .string({ unit: 'grapheme' })
      .map((value) => value.replace(/\p{Cc}|[\u2028\u2029]/gu, ' ').toWellFormed())
    fc.assert(
      fc.property(text, (value) => {
        expect(decode(Buffer.from(`\ufeff${value}`)).text).toBe(value)
        expect(decode(Buffer.from(`\ufeff${value}`, 'utf16le')).text).toBe(value)
        expect(decode(Buffer.from(value)).text).toBe(value)
      }),
    )
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 60 }), (bytes) => {
        try {
          expect(decode(bytes).text.isWellFormed()).toBe(true)
        } catch (error) {
          expect(error).toBeInstanceOf(Refusal)
        }
      }),
      { numRuns: 2_000 },
    )
  })
})

describe('what a file is', () => {
  test.each([
    ['a.txt', '# a\n\n*b*', 'text'],
    ['A.MD', 'a', 'markdown'],
    [null, 'One line.\n\n- Who is there?\n\n- Me.', 'text'],
    [null, 'A letter.\n\n1. May\n\nDear *reader*,', 'markdown'],
    [null, '## A heading\n\nWords.', 'markdown'],
    [null, 'See [this](https://a.b).', 'markdown'],
    ['letter.unknown', '**Bold**', 'markdown'],
    [null, '5 * 3 * 2 = 30, and snake_case_name', 'text'],
    [null, '<p>a</p><p>b</p><p>c</p>', 'markdown'],
    ['a.txt', '<p>a</p><p>b</p><p>c</p>', 'text'],
  ])('%j with %j is read as %s', async (name, content, format) => {
    expect((await readDocument(Buffer.from(content), name)).format).toBe(format)
  })

  test.each([
    ['a program', Buffer.from([0x7f, 0x45, 0x4c, 0x46, 2, 1, 1, 0]), 'a.md', 'not-a-text'],
    ['a program', Buffer.from([0x7f, 0x45, 0x4c, 0x46, 2, 1, 1, 0]), 'a.docx', 'unreadable-document'],
    ['a text', Buffer.from('words'), 'a.docx', 'unreadable-document'],
    ['an archive', zip([{ name: 'a.txt', data: 'words' }]), 'a.md', 'unreadable-document'],
    ['half a document', docx(p(run('words'))).subarray(0, 900), 'a.docx', 'unreadable-document'],
    ['a PDF', Buffer.from('%PDF-1.7\nwords'), 'a.txt', 'not-a-text'],
    ['RTF', Buffer.from('{\\rtf1\\ansi words}'), null, 'not-a-text'],
    ['Word before 2007', Buffer.from('d0cf11e0a1b11ae1', 'hex'), 'a.doc', 'not-a-text'],
  ])('%s called %3$s is refused', async (_, content, name, code) => {
    expect(await codeOf(content, name)).toBe(code)
  })
})

describe('the title', () => {
  test.each([
    ['# A *title* #\n\nText.', undefined, 'A title', 'Text.'],
    ['\n\nA title\n===\nText.', undefined, 'A title', 'Text.'],
    ['# C#\n\nText.', undefined, 'C#', 'Text.'],
    [
      'Before.\n\n```\n# no\n```\n\n# Later\n\nText.',
      undefined,
      'Later',
      'Before.\n\n```\n# no\n```\n\n# Later\n\nText.',
    ],
    ['## Second level\n\nText.', undefined, null, '## Second level\n\nText.'],
    ['---\ntitle: A title\n---\n# A title\n\nText.', 'A title', 'A title', 'Text.'],
    ['---\ntitle: Another\n---\n# Part one\n\nText.', 'Another', null, '# Part one\n\nText.'],
  ])('of %j', async (content, said, title, source) => {
    const read = await readDocument(Buffer.from(content), 'a.md')
    expect([read.front.title, read.title, read.source.trim()]).toEqual([said, title, source])
  })
})

describe('HTML', () => {
  const toMarkdown = (page: string) => htmlToMarkdown(page).source.trim()

  test.each([
    ['<p>10<sup>6</sup> H<sub>2</sub>O, 4<sup>th</sup>', '10⁶ H₂O, 4th'],
    ['<p>a<br><br>b<br>c', 'a\n\nb\\\nc'],
    ['<p><b>bold </b>and<b> more</b>', '**bold** and **more**'],
    ['<p><b>注</b><b>意：</b>这里，<i>“引文。”</i>他说', '**注意**：这里，*“引文*。”他说'],
    ['<p><em>a <i>b</i></em> <a href="page.html">c</a> <a href="#d">e</a> <a href="javascript:f">g</a>', '*a b* c e g'],
    ['<p>*x* [y] # &lt;b&gt;\n1. z', '\\*x\\* \\[y] # \\<b> 1. z'],
    ['<p>中文<p hidden>x<p style="display: none">y<p aria-hidden=true>z<script>s</script><style>t</style>', '中文'],
    ['<nav>a</nav><header>b</header><article>c<footer>d</footer></article><footer>e</footer>', 'c\n\nd'],
    ['<form><label>a</label><input value=b><button>c</button></form>', 'a'],
    ['<table><tr><td><h2>a</h2><td>b</table>', '## a\n\nb'],
    ['<table><tr><th>a<th>b<tr><td colspan=99999><p>c<p>d<td>e</table>', '| a   | b |\n| --- | - |\n| c d | e |'],
    [
      '<img src="https://a.b/c" alt="d"><img src="e.png" alt="f"><img src="/g" alt="h">',
      '![d](https://a.b/c)f![h](/g)',
    ],
    ['<p>a<i></i><span> </span>b<wbr>c', 'a bc'],
    ['<p>שלום <b>עולם</b> and مرحبا', 'שלום **עולם** and مرحبا'],
  ])('%j', (page, markdown) => {
    expect(toMarkdown(page)).toBe(markdown)
  })

  test.each([
    ['<title>A</title><p>b', 'A', 'b'],
    ['<title>A – Site</title><h1>A <i>b</i></h1><p>c', 'A b', 'c'],
    ['<title>A</title><p>b<h1>c</h1>d<h1>e</h1>', 'A', 'b\n\n# c\n\nd\n\n# e'],
    ['<h1>a</h1><h1>b</h1>c', 'a', '# b\n\nc'],
    ['<p>by me<h1>a</h1>c', 'a', 'by me\n\nc'],
  ])('of %j has the title %j', (page, title, source) => {
    expect(htmlToMarkdown(page)).toMatchObject({ title, source: `${source}\n` })
  })

  test.each([
    [
      'pandoc',
      '<p>a<a href="#fn1" class="footnote-ref" id="fnref1"><sup>1</sup></a></p><section><ol><li id="fn1"><p>note<a href="#fnref1">↩︎</a></p></li></ol></section>',
    ],
    ['Word', '<p>a<a href="#_ftn1" name="_ftnref1">[1]</a></p><p><a href="#_ftnref1" name="_ftn1">[1]</a> note</p>'],
    [
      'a wiki',
      '<p>a<sup id="r1"><a href="#n1">[1]</a></sup></p><ol><li id="n1"><a href="#r1">^</a> <span>note</span></li></ol>',
    ],
  ])('has its footnotes as %s writes them', (_, page) => {
    expect(toMarkdown(page)).toBe('a[^1]\n\n[^1]: note')
  })

  test('has no footnotes in a table of contents', () => {
    const page = '<ul id="toc"><li><a href="#one">One</a></ul><h2 id="one"><a href="#toc">One</a></h2><p>a<h2>Two</h2>b'
    expect(toMarkdown(page)).toBe('- One\n\n## One\n\na\n\n## Two\n\nb')
  })

  test('keeps every word, in its paragraph', () => {
    const words = fc.array(
      fc.constantFrom('a', 'b.', '“c”', '字', '。', '*d*', '_e', '[f]', '&lt;g&gt;', '1.', '#', '\n'),
      {
        minLength: 1,
        maxLength: 6,
      },
    )
    const part = fc.tuple(fc.constantFrom('', '', 'b', 'i', 's', 'span', 'code', 'u'), words).map(([tag, inside]) => {
      const text = inside.join(' ')
      return tag ? `<${tag}>${text}</${tag}>` : text
    })
    const paragraph = fc.array(part, { minLength: 1, maxLength: 6 }).map((parts) => `w${parts.join('')}w`)
    const bare = (text: string) => text.replace(/\s+/g, '')
    fc.assert(
      fc.property(fc.array(paragraph, { minLength: 1, maxLength: 4 }), (inside) => {
        const page = inside.map((text) => `<p>${text}</p>`).join('')
        const plain = inside.map((text) =>
          bare(
            text
              .replace(/<[^>]*>/g, '')
              .replace(/&lt;/g, '<')
              .replace(/&gt;/g, '>'),
          ),
        )
        expect(blocksOf(toMarkdown(page), 'markdown').map(({ text }) => bare(text))).toEqual(plain)
      }),
      { numRuns: 500 },
    )
  })

  test.each([
    ['<div>', 1_000_000],
    ['<b>', 500_000],
    ['<p><b a=1>x</p>', 100_000],
    ['<ul><li>', 100_000],
    ['<table>', 200_000],
    ['<span>a</span>', 100_000],
    ['<p a="', 500_000],
    ['<a href="#x">y</a>', 60_000],
    ['a<br>', 100_000],
  ])('of %j again and again is refused', (unit, times) => {
    expect(refusalIn(() => htmlToMarkdown(unit.repeat(times))).code).toBe('too-much-markup')
  })

  test.each([
    ['attributes without end', `<p ${Array.from({ length: 300_000 }, (_, index) => `a${index}`).join(' ')}>`],
    ['roots without end', Array.from({ length: 100_000 }, (_, index) => `<body a${index}>`).join('')],
  ])('with %s is refused', (_, page) => {
    expect(refusalIn(() => htmlToMarkdown(page)).code).toBe('too-much-markup')
  })

  test('of five megabytes in 2,000 paragraphs is not too much', () => {
    const paragraph = `<p>${'plain words, <b>bold</b> and <a href="https://a.b">linked</a> ones '.repeat(2)}${'word '.repeat(470)}</p>\n`
    const page = paragraph.repeat(2_000)
    expect(page.length).toBeGreaterThan(4_900_000)
    expect(() => guardMarkup(page, 'html')).not.toThrow()
  })

  test('of which nothing is closed is read as far as it says something', () => {
    for (const unit of ['<!--', '<?', '<![CDATA[', '</p>', '<', '&', '<i></i>'])
      expect(htmlToMarkdown(`x${unit.repeat(10_000)}`).source, unit).toMatch(/^x/)
  })
})

describe('Word', () => {
  test.each([
    ['footnotes.docx', ['Ouch[^1].[^2]', '[^1]: A tachyon walks into a bar.', '[^2]: Fin.']],
    ['simple-list.docx', ['- Apple', '- Banana']],
    ['strict-format.docx', ['Test']],
    ['text-box.docx', ['Datum plane']],
    ['embedded-style-map.docx', ['Walking on imported air']],
  ])('itself wrote %s', async (name, lines) => {
    // Mammoth's own samples, which come with it.
    const file = readFileSync(join(root, 'node_modules/mammoth/test/test-data', name))
    expect(await linesOf(file, name)).toEqual(lines)
  })

  test('has lists in lists, tables, quotations, code and line breaks as Markdown', async () => {
    const cell = (text: string) => `<w:tc>${p(run(text))}</w:tc>`
    const body = [
      item('one', 1) + item('sub', 1, 1) + item('two', 1) + item('first', 2),
      `<w:tbl><w:tr>${cell('a')}${cell('b')}</w:tr><w:tr>${cell('c')}${cell('d')}</w:tr></w:tbl>`,
      p(run('Quoted'), 'Quote') + p(run('x = 1'), 'HTML Preformatted') + p(run('y'), 'HTML Preformatted'),
      p(`${run('a')}<w:r><w:br/></w:r>${run('b')}${run('2', '<w:vertAlign w:val="superscript"/>')}`),
    ].join('')
    expect(await linesOf(docx(body), 'a.docx')).toEqual([
      ...['- one', '  - sub', '- two', '1. first', '|   |   |', '| - | - |', '| a | b |', '| c | d |'],
      ...['> Quoted', '```', 'x = 1', 'y', '```', 'a\\', 'b²'],
    ])
  })

  test('has footnotes; one that is referred to twice is there once', async () => {
    const body = p(run('a') + footnoteReference(2) + run(' b') + footnoteReference(3) + footnoteReference(2))
    expect(await linesOf(docx(body, { 2: 'One.', 3: 'Two.' }), 'a.docx')).toEqual([
      'a[^1] b[^2]',
      '[^1]: One.',
      '[^2]: Two.',
    ])
  })

  test('has descriptions instead of pictures; pictures alone are no text', async () => {
    expect(await linesOf(docx(p(run('a ') + drawing('A red car'))))).toEqual(['a A red car'])
    expect(await codeOf(docx(p(drawing(''))))).toBe('no-text')
  })

  test('is called what its title says, and has its headings below', async () => {
    const body = p(run('A title'), 'Title') + p(run('One'), 'heading 1') + p(run('a')) + p(run('Two'), 'heading 1')
    const { title, source } = await readDocument(docx(body), null)
    expect({ title, source }).toEqual({ title: 'A title', source: '# One\n\na\n\n# Two\n' })
  })

  test('of any name is known by its content', async () => {
    expect(await linesOf(docx(p(run('مرحبا hello 你好'))), 'a.txt')).toEqual(['مرحبا hello 你好'])
  })

  test.each([
    [
      'a bomb beside the text',
      docx(p(run('a')), {}, [{ name: 'b.png', data: Buffer.alloc(60e6) }]),
      'document-too-large',
    ],
    ['2,500 entries', docx(p(run('a')), {}, many(2_500)), 'document-too-large'],
    ['25 MB of words', docx(p(run('a'.repeat(25e6)))), 'document-too-large'],
    ['15 MB of words', docx(p(run('a'.repeat(15e6)))), 'text-too-long'],
    ['depth', docx('<w:smartTag>'.repeat(50_000) + '</w:smartTag>'.repeat(50_000)), 'too-much-markup'],
    ['attributes', docx(`<w:p ${'w:a="b" '.repeat(100_000)}/>`), 'too-much-markup'],
    ['open fields', docx(p('<w:r><w:fldChar w:fldCharType="begin"/></w:r>'.repeat(50_000))), 'too-much-markup'],
    ['elements', docx('<w:p/>'.repeat(500_000)), 'too-much-markup'],
    [
      'entities',
      zip([{ name: 'word/document.xml', data: '<!DOCTYPE a [<!ENTITY b "c">]><a>&b;</a>' }]),
      'unreadable-document',
    ],
    ['no XML', zip([{ name: 'word/document.xml', data: '<<a>' }]), 'unreadable-document'],
    ['other XML', zip([{ name: 'word/document.xml', data: '<a/>' }]), 'unreadable-document'],
  ])('with %s is refused', async (_, bytes, code) => {
    expect(await codeOf(bytes, 'a.docx')).toBe(code)
  })

  test('repeats neither a note nor an address as often as it is referred to', async () => {
    const notes = docx(p(footnoteReference(2).repeat(20_000) + run('a')), { 2: 'note '.repeat(2_000) })
    expect((await readDocument(notes, null)).source.length).toBeLessThan(50_000)
    const field = (instruction: string) => `<w:r><w:instrText>${instruction}</w:instrText></w:r>`
    const char = (type: string) => `<w:r><w:fldChar w:fldCharType="${type}"/></w:r>`
    const words = Array.from({ length: 500 }, () => run('a ') + run('b ', '<w:b/>')).join('')
    const link = `${char('begin')}${field(`HYPERLINK "http://a.b/${'c'.repeat(50_000)}"`)}${char('separate')}${words}`
    expect((await readDocument(docx(p(link)), null)).source.length).toBeLessThan(20_000)
  })
})

function many(count: number) {
  return Array.from({ length: count }, (_, index) => ({ name: `entry-${index}`, data: '' }))
}
