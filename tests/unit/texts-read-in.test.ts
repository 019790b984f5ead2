import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { blocksOf } from '@/forum/essay/blocks'
import { readDocument } from '@/forum/essay/reading/read-document'
import { Refusal } from '@/forum/refusal'
import { docx, item, p, run } from '../support/texts/docx'
import { zip } from '../support/texts/zip'

async function refusalOf(doing: Promise<unknown>): Promise<Refusal> {
  const refused = await doing.then(() => undefined).catch((error: unknown) => error)
  if (refused instanceof Refusal) return refused
  throw new Error(`no refusal: ${String(refused)}`)
}

const bytes = (text: string) => new TextEncoder().encode(text)
const read = async (content: string | Uint8Array, name: string | null = null) => {
  const given = typeof content === 'string' ? bytes(content) : content
  const { source, format, ...rest } = await readDocument(given, name)
  return { ...rest, format, blocks: blocksOf(source, format) }
}
const wordsOf = async (content: string | Uint8Array, name: string | null = null) =>
  (await read(content, name)).blocks.map(({ kind, text }) => [kind, text])

describe('Markdown', () => {
  const source = [
    '# The title',
    '## One',
    'A *b* **c** [l](https://x.example) ![cat](https://x.example/cat.png) and a note[^1].',
    '- a\n- b',
    '> quoted',
    '```js\ncode <b>\n```',
    '| a | b |\n|---|---|\n| 1 | 2 |',
    '![only](/img.png)',
    '[^1]: The note.',
    '<script>alert(1)</script>',
    '[x](javascript:alert(1))',
  ].join('\n\n')

  test('is read block by block; headings stand above the block they head', async () => {
    const { title, blocks } = await read(source, 'a.md')
    expect(title).toBe('The title')
    expect(blocks.map(({ kind, text }) => [kind, text])).toEqual([
      ['paragraph', 'A b c l cat and a note.'],
      ['list', 'a\nb'],
      ['quotation', 'quoted'],
      ['code', 'code <b>'],
      ['table', 'a\tb\n1\t2'],
      ['figure', 'only'],
      ['paragraph', '<script>alert(1)</script>'],
      ['paragraph', 'x'],
      ['footnote', 'The note.'],
    ])
    expect(blocks.map(({ headings }) => headings.length)).toEqual([1, 0, 0, 0, 0, 0, 0, 0, 0])
    expect(blocks[0]?.headings).toEqual([{ level: 2, text: 'One' }])
  })

  test('shows no script, no address that runs, and no picture from elsewhere', async () => {
    const { blocks } = await read(source, 'a.md')
    const html = blocks.map((block) => block.html ?? '').join('\n')
    expect(html).not.toMatch(/<script|javascript:|<img src="https/)
    expect(html).toContain('<a href="https://x.example/cat.png" rel="noopener">cat</a>')
    expect(html).toContain('<sup><a href="#fn-1" rel="noopener">1</a></sup>')
    // What is nothing but its words has no markup to keep.
    expect(blocks.find(({ text }) => text.startsWith('<script'))?.html).toBeNull()
  })

  test('of any kind throws nothing, has no empty block and nothing that runs', () => {
    const piece = fc.constantFrom(
      ...'*_[](){}<>!#-`|&\n \\"\'',
      '![',
      '](',
      '[^1]',
      '<a onclick=x>',
      'javascript:',
      'word',
    )
    fc.assert(
      fc.property(fc.array(fc.oneof(piece, fc.string()), { maxLength: 40 }), (parts) => {
        for (const format of ['markdown', 'text'] as const)
          for (const { text, html } of blocksOf(parts.join(''), format)) {
            expect(text.trim()).not.toBe('')
            expect(html ?? '').not.toMatch(/<script|<[^>]+\son\w+=|(?:href|src)="javascript:/i)
          }
      }),
      { numRuns: 500 },
    )
  })
})

test('HTML keeps what is text, and drops what runs or leads around', async () => {
  const page =
    '<!doctype html><title>T</title><script>x</script><nav>Menu</nav><h1>T</h1><h2>S</h2><p onclick=x>Hi <b>b</b></p><ul><li>1</ul>'
  const { title, blocks } = await read(page)
  expect(title).toBe('T')
  expect(blocks).toEqual([
    { kind: 'paragraph', text: 'Hi b', html: 'Hi <strong>b</strong>', headings: [{ level: 2, text: 'S' }] },
    { kind: 'list', text: '1', html: '<ul>\n<li>1</li>\n</ul>', headings: [] },
  ])
})

describe('a Word document', () => {
  const body = [
    p(run('On rivers'), 'Title'),
    p(run('Springs'), 'heading 1'),
    p(run('A river ') + run('begins', '<w:b/>') + run(' small.')),
    item('moss', 1),
    item('stone', 1),
  ].join('')

  test('is read with its title, headings, emphasis and lists', async () => {
    const { title, encoding, blocks } = await read(docx(body), 'river.docx')
    expect({ title, encoding }).toEqual({ title: 'On rivers', encoding: 'docx' })
    expect(blocks.map(({ kind, text }) => [kind, text])).toEqual([
      ['paragraph', 'A river begins small.'],
      ['list', 'moss\nstone'],
    ])
    expect(blocks[0]).toMatchObject({ html: 'A river <strong>begins</strong> small.', headings: [{ text: 'Springs' }] })
  })

  test('that is none, or unpacks to more than it may, is refused', async () => {
    const elf = new Uint8Array([0x7f, 0x45, 0x4c, 0x46, 0, 0, 1])
    const bomb = zip([{ name: 'word/document.xml', data: Buffer.alloc(60 * 1024 * 1024) }])
    const liar = zip([{ name: 'word/document.xml', data: Buffer.alloc(60 * 1024 * 1024), claimed: 100 }])
    expect(bomb.length).toBeLessThan(100_000)
    for (const [content, code] of [
      [elf, /^unreadable-document$/],
      [zip([{ name: 'a.txt', data: 'x' }]), /^unreadable-document$/],
      [bomb, /^document-too-large$/],
      [liar, /^(?:unreadable-document|document-too-large)$/],
    ] as const)
      expect((await refusalOf(readDocument(content, 'a.docx'))).code).toMatch(code)
  })
})

describe('plain text', () => {
  test('is divided by blank lines, or by lines when there are none', async () => {
    expect(await wordsOf('One\ntwo.\n\nThree.', 'a.txt')).toEqual([
      ['paragraph', 'One\ntwo.'],
      ['paragraph', 'Three.'],
    ])
    expect(await wordsOf('One.\nTwo.', 'a.txt')).toHaveLength(2)
    expect(await wordsOf('مرحبا mixed العربية.\n\nשלום', 'a.txt')).toHaveLength(2)
  })

  test.each([
    ['UTF-8 with a mark', [0xef, 0xbb, 0xbf, ...bytes('你好。')]],
    ['UTF-16 little-endian', [0xff, 0xfe, ...Buffer.from('你好。', 'utf16le')]],
    ['UTF-16 big-endian', [0xfe, 0xff, ...Buffer.from('你好。', 'utf16le').swap16()]],
    ['GB18030', [0xc4, 0xe3, 0xba, 0xc3, 0xa1, 0xa3]],
  ])('is read in %s', async (_, content) => {
    expect(await wordsOf(new Uint8Array(content), 'a.txt')).toEqual([['paragraph', '你好。']])
  })

  test('that cannot be decoded is refused with the position', async () => {
    const broken = new Uint8Array([...bytes('héllo '), 0xff, 0x41])
    expect(await refusalOf(readDocument(broken, 'a.txt'))).toMatchObject({
      code: 'unreadable-text',
      about: { facts: { position: 7 } },
    })
  })
})

test.each([
  ['nothing', '', 'no-text'],
  ['blanks', ' \n\n\t', 'no-text'],
  ['more than 2,000 paragraphs', 'p\n\n'.repeat(2_001), 'too-many-paragraphs'],
  ['50,000 lines', 'line\n\n'.repeat(50_000), 'too-many-paragraphs'],
  ['one paragraph of two megabytes', 'word '.repeat(400_000), 'paragraph-too-long'],
  ['more than five megabytes', 'x'.repeat(5 * 1024 * 1024 + 1), 'text-too-long'],
  ['a million brackets', '['.repeat(1_000_000), 'paragraph-too-long'],
  ['a million quotation marks', '>'.repeat(1_000_000), 'paragraph-too-long'],
  ['a million asterisks', '*'.repeat(1_000_000), 'paragraph-too-long'],
  ['a program called .md', '\u007fELF\0\0', 'not-a-text'],
])('%s is refused with a reason', async (_, content, code) => {
  expect((await refusalOf(readDocument(bytes(content), 'a.md'))).code).toBe(code)
})
