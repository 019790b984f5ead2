import { PassThrough, Readable } from 'node:stream'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { alignCommand } from '@/bin/commands/align'
import { type Alignment, align } from '@/forum/essay/align'

const placesIn = (alignment: Alignment) => alignment.old.map(({ index }) => index)
const kindsIn = (alignment: Alignment) => alignment.old.map(({ kind }) => kind)
const places = (before: readonly string[], after: readonly string[]) => placesIn(align(before, after))

const TREES = [
  'The city planted four thousand trees in ten years and nobody can agree on whether it worked.',
  'On the hottest day of August the shaded side of the street was nine degrees cooler than the bare side.',
  'Shade is the easy part. The harder part is water: a young lime drinks eighty litres a week in its first summers.',
  'Residents were asked to help, and in the first spring six hundred people signed up to water a tree.',
  'The trees that died stood where the pavement was narrow and the landlords changed.',
  'A tree is a promise that someone will be around later; planting is an event, watering an institution.',
]
const TEA = [
  '茶的好坏，水看火，最后才轮到叶子本身。',
  '这句话是村口老周说的，他卖了四十年茶，从来不肯多解释一句。',
  '我年轻时不信，从城里带回来最贵的龙井，用自来水煮，喝起来跟白开水没有分别。',
  '老周把我的茶倒掉，从井里打了半桶水，生起炭炉，等了整整二十分钟。',
  '如今井已经填了，炭炉也不让用了，我却还记得那杯茶的味道。',
]
const REFRAIN = 'And the river went on.'
const STANZAS = [
  'The mill was built in spring by two brothers.',
  'In summer the elder brother left for the coast.',
  'The younger kept the wheel turning through the dry months.',
  'A letter came in autumn, unsigned.',
]
const CLAUSES = [
  'The Supplier shall deliver the Goods to the address given in the Order within fourteen days of acceptance.',
  'The Supplier shall deliver the Documentation to the address given in the Order within thirty days of acceptance.',
  'The Supplier shall deliver the Spare Parts to the address given in the Order within sixty days of acceptance.',
  'The Customer shall inspect the Goods within ten days of receipt and shall notify the Supplier of any defect.',
  'The Customer shall inspect the Documentation within ten days of receipt and shall notify the Supplier of any error.',
  'Neither party shall be liable for delay caused by events beyond its reasonable control.',
]
const withRefrain = (stanzas: readonly string[], refrain = REFRAIN) => stanzas.flatMap((stanza) => [stanza, refrain])
const numbered = (clauses: readonly string[]) => clauses.map((clause, index) => `Section ${index + 1}. ${clause}`)
const without = (texts: readonly string[], gone: number) => texts.filter((_, index) => index !== gone)
/** One text of the list, which must have it. */
const at = (texts: readonly string[], index: number) => {
  const text = texts[index]
  if (text === undefined) throw new Error(`no text ${index}`)
  return text
}

// A small vocabulary makes near-identical and repeated paragraphs likely, which is where the difficulty is.
const word = fc.constantFrom('tree', 'river', 'water', 'letter', 'spring', '7', 'the', '水', '茶', '火', '날씨', 'für')
const paragraph = fc.array(word, { maxLength: 12 }).map((words) => words.join(' '))
const text = fc.array(fc.oneof(paragraph, fc.string({ unit: 'grapheme' })), { maxLength: 14 })
/** Long paragraphs that share no sentence: random words of their own, so that each is findable. */
const distinctText = fc
  .uniqueArray(fc.integer({ min: 1, max: 100_000 }), { minLength: 1, maxLength: 25 })
  .map((seeds) =>
    seeds.map((seed) => Array.from({ length: 12 }, (_, k) => (seed * 7919 + k * 104_729).toString(36)).join(' ')),
  )
const shuffled = distinctText.chain((before) =>
  fc.tuple(fc.constant(before), fc.shuffledSubarray(before, { minLength: before.length })),
)

describe('what holds for any two texts', () => {
  test('every old paragraph gets one answer whose indices exist and agree with its kind', () => {
    fc.assert(
      fc.property(text, text, (before, after) => {
        const { old, inserted } = align(before, after)
        expect(old).toHaveLength(before.length)
        for (const { kind, index, all, score } of old) {
          expect(kind === 'removed').toBe(index === null)
          expect([...all]).toEqual([...new Set(all)].sort((a, b) => a - b))
          for (const place of all) expect(after[place]).toBeDefined()
          if (index !== null) expect(all).toContain(index)
          expect(all.length > 1).toBe(kind === 'split')
          expect(score).toBeGreaterThanOrEqual(0)
          expect(score).toBeLessThanOrEqual(1)
        }
        const used = old.flatMap(({ all }) => all)
        expect([...new Set([...used, ...inserted])].sort((a, b) => a - b)).toEqual([...after.keys()])
        expect(inserted.filter((place) => used.includes(place))).toEqual([])
      }),
    )
  })

  test('no new paragraph is given twice unless its old ones merged', () => {
    fc.assert(
      fc.property(text, text, (before, after) => {
        const { old } = align(before, after)
        for (const place of after.keys()) {
          const here = old.filter(({ index }) => index === place)
          if (here.length < 2) continue
          for (const { kind } of here) expect(['merged', 'split']).toContain(kind)
        }
      }),
    )
  })

  test('the same question gets the same answer', () => {
    fc.assert(
      fc.property(text, text, (before, after) => {
        expect(align([...before], [...after])).toEqual(align(before, after))
      }),
    )
  })

  test('an unchanged text keeps every thread, repeated and empty paragraphs included', () => {
    fc.assert(
      fc.property(text, (unchanged) => {
        const alignment = align(unchanged, unchanged)
        expect(placesIn(alignment)).toEqual([...unchanged.keys()])
        expect(kindsIn(alignment)).toEqual(unchanged.map(() => 'kept'))
        expect(alignment.inserted).toEqual([])
      }),
    )
  })

  test('paragraphs in any new order are found back, and put back they come back', () => {
    fc.assert(
      fc.property(shuffled, ([before, after]) => {
        expect(places(before, after)).toEqual(before.map((wording) => after.indexOf(wording)))
        expect(places(after, before)).toEqual(after.map((wording) => before.indexOf(wording)))
      }),
    )
  })

  test('paragraphs taken out and brought back find their old places', () => {
    fc.assert(
      fc.property(distinctText, fc.infiniteStream(fc.boolean()), (full, coins) => {
        const shorter = full.filter(() => coins.next().value)
        expect(places(shorter, full)).toEqual(shorter.map((wording) => full.indexOf(wording)))
        expect(align(full, shorter).old.filter(({ kind }) => kind === 'removed')).toHaveLength(
          full.length - shorter.length,
        )
      }),
    )
  })

  test('one word changed in every paragraph loses none of them', () => {
    fc.assert(
      fc.property(distinctText, fc.nat(11), (before, position) => {
        const after = before.map((wording) => wording.split(' ').with(position, 'changed').join(' '))
        const alignment = align(before, after)
        expect(placesIn(alignment)).toEqual([...before.keys()])
        expect(kindsIn(alignment)).toEqual(before.map(() => 'edited'))
      }),
    )
  })
})

describe('typography is not an edit', () => {
  test.each([
    ['quotes and apostrophes', `"It's done," she said.`, '“It’s done,” she said.'],
    ['dashes', 'A tree -- a young one - stood there.', 'A tree — a young one – stood there.'],
    ['no-break and thin spaces', 'Es kostet 5 Euro : viel.', 'Es kostet\u00a05\u202fEuro\u202f: viel.'],
    ['an ellipsis', 'And then... nothing.', 'And then… nothing.'],
    ['re-wrapped lines', 'One line and\nanother line\nand a third.', 'One line\nand another\nline and a third.'],
    ['re-wrapped Chinese', '老周把我的茶倒掉，\n从井里打了半桶水。', '老周把我的茶倒掉，从井里\n打了半桶水。'],
    ['full-width punctuation', '他问:真的吗?(是的)', '他问：真的吗？（是的）'],
    ['Chinese full stops and commas', '水,火,叶.', '水，火，叶。'],
    ['corner brackets', '他说“好”。', '他说「好」。'],
    ['spaces between Chinese and Latin letters', '使用Docker构建镜像', '使用 Docker 构建镜像'],
    ['composed and decomposed letters', 'Müßiggang für Ängstliche', 'Müßiggang für Ängstliche'.normalize('NFD')],
    ['decomposed Hangul', '날씨가 좋다', '날씨가 좋다'.normalize('NFD')],
    ['soft hyphens and zero-width spaces', 'Donaudampfschiff', 'Donau\u00addampf\u200bschiff'],
  ])('%s', (_, before, after) => {
    expect(before).not.toBe(after)
    const alignment = align([at(TREES, 0), before, at(TREES, 1)], [at(TREES, 1), at(TREES, 0), after])
    expect(alignment.old[1]).toMatchObject({ index: 2, score: 1, needsPerson: false })
    expect(kindsIn(align([before], [after]))).toEqual(['kept'])
  })

  test.each([
    ['a letter', 'It is well', 'It is wells'],
    ['a capital', 'It is well', 'it is well'],
    ['a digit', 'In 1990 it rained.', 'In 1991 it rained.'],
    ['markup', 'It is *well*.', 'It is `well`.'],
    ['words run together', 'It is now here.', 'It is nowhere.'],
  ])('but %s is', (_, before, after) => {
    expect(kindsIn(align([before], [after]))).toEqual(['edited'])
  })

  test('full-width letters and quotes vary freely in random texts', () => {
    const dressed = (plain: string) =>
      plain.replaceAll('"', '“').replaceAll("'", '’').replaceAll(' ', '\u00a0').replaceAll('!', '！')
    const plain = fc.string({ unit: fc.constantFrom('a', 'b', '水', '"', "'", '!', ' ', '7'), minLength: 1 })
    fc.assert(
      fc.property(fc.array(plain, { maxLength: 8 }), (before) => {
        expect(kindsIn(align(before, before.map(dressed)))).toEqual(before.map(() => 'kept'))
      }),
    )
  })
})

describe('edits', () => {
  test('a rewritten sentence stays the paragraph it was', () => {
    const after = TREES.with(3, 'Residents were asked to help; in the first spring six hundred of them signed up.')
    const alignment = align(TREES, after)
    expect(placesIn(alignment)).toEqual([0, 1, 2, 3, 4, 5])
    expect(kindsIn(alignment)).toEqual(['kept', 'kept', 'kept', 'edited', 'kept', 'kept'])
    expect(alignment.old[3]?.score).toBeGreaterThan(0.5)
    expect(alignment.old[3]?.score).toBeLessThan(1)
  })

  test('a paragraph replaced by another loses its thread instead of giving it to a stranger', () => {
    const after = TREES.with(3, 'Stocks fell on Tuesday after the central bank had raised its rate once more.')
    const alignment = align(TREES, after)
    expect(alignment.old[3]).toMatchObject({ kind: 'removed', index: null, all: [], score: 0 })
    expect(alignment.inserted).toEqual([3])
  })

  test('Chinese and Japanese edits are recognised without spaces between words', () => {
    const after = TEA.with(1, '这话是村口的老周讲的，他卖茶卖了四十年，不肯多解释。')
    expect(placesIn(align(TEA, after))).toEqual([0, 1, 2, 3, 4])
    const neko = [
      '吾輩は猫である。名前はまだ無い。',
      'どこで生れたかとんと見当がつかぬ。',
      '吾輩はここで始めて人間を見た。',
    ]
    expect(places(neko, ['私は猫だ。名前はまだない。', 'ここで私は初めて人間というものを見た。', at(neko, 1)])).toEqual(
      [0, 2, 1],
    )
  })

  test('a text of which nothing is left keeps nothing', () => {
    expect(places(TREES, TEA)).toEqual(TREES.map(() => null))
    expect(align(TREES, TEA).inserted).toEqual([0, 1, 2, 3, 4])
  })

  test('either side may be empty', () => {
    expect(align([], [])).toEqual({ old: [], inserted: [] })
    expect(align([], ['one', 'two']).inserted).toEqual([0, 1])
    expect(kindsIn(align(['one', 'two'], []))).toEqual(['removed', 'removed'])
  })
})

describe('moves', () => {
  test('of two swapped neighbours one has moved, and both threads are right', () => {
    const after = [at(TREES, 0), at(TREES, 2), at(TREES, 1), ...TREES.slice(3)]
    const alignment = align(TREES, after)
    expect(placesIn(alignment)).toEqual([0, 2, 1, 3, 4, 5])
    expect(kindsIn(alignment).filter((kind) => kind === 'moved')).toHaveLength(1)
    expect(places(TEA, [at(TEA, 1), at(TEA, 0), ...TEA.slice(2)])).toEqual([1, 0, 2, 3, 4])
  })

  test('swapped neighbours that differ in a few words are not taken for edited ones', () => {
    const after = [at(CLAUSES, 1), at(CLAUSES, 0), ...CLAUSES.slice(2)]
    expect(places(CLAUSES, after)).toEqual([1, 0, 2, 3, 4, 5])
    expect(places(numbered(CLAUSES), numbered(after))).toEqual([1, 0, 2, 3, 4, 5])
  })

  test('a paragraph moved to the end and edited on the way is found', () => {
    const edited = 'On the hottest day of last August the shaded side of Marion Street was nine degrees cooler.'
    const alignment = align(TREES, [...without(TREES, 1), edited])
    expect(placesIn(alignment)).toEqual([0, 5, 1, 2, 3, 4])
    expect(alignment.old[1]?.kind).toBe('moved')
  })

  test('a whole text turned round is found back', () => {
    expect(places(CLAUSES, CLAUSES.toReversed())).toEqual([5, 4, 3, 2, 1, 0])
    expect(places(TEA, TEA.toReversed())).toEqual([4, 3, 2, 1, 0])
  })
})

describe('repeated and near-identical paragraphs are told apart by their neighbours', () => {
  const poem = withRefrain(STANZAS)

  test('one refrain of four taken out', () => {
    expect(places(poem, without(poem, 3))).toEqual([0, 1, 2, null, 3, 4, 5, 6])
    expect(places(poem, without(poem, 1))).toEqual([0, null, 1, 2, 3, 4, 5, 6])
  })

  test('a stanza put in between, with its refrain', () => {
    const after = withRefrain(STANZAS.toSpliced(1, 0, 'A flood took the lower field.'))
    expect(places(poem, after)).toEqual([0, 1, 4, 5, 6, 7, 8, 9])
  })

  test('a stanza moved together with its refrain', () => {
    const after = withRefrain([at(STANZAS, 2), at(STANZAS, 0), at(STANZAS, 1), at(STANZAS, 3)])
    expect(places(poem, after)).toEqual([2, 3, 4, 5, 0, 1, 6, 7])
  })

  test('every refrain edited alike', () => {
    const after = withRefrain(STANZAS, 'And the river went on, as rivers do.')
    expect(places(poem, after)).toEqual([0, 1, 2, 3, 4, 5, 6, 7])
  })

  test('a Chinese refrain', () => {
    const song = TEA.flatMap((line) => [line, '水还在流。'])
    expect(places(song, without(song, 5))).toEqual([0, 1, 2, 3, 4, null, 5, 6, 7, 8])
  })

  test('a paragraph repeated further on does not take the thread along', () => {
    expect(places(TREES, [...TREES, at(TREES, 1)])).toEqual([0, 1, 2, 3, 4, 5])
    expect(places(TREES, [...TREES.slice(0, 4), at(TREES, 1), ...TREES.slice(4)])).toEqual([0, 1, 2, 3, 5, 6])
  })

  test('a deleted clause does not pass its thread to the sibling that is left', () => {
    for (const gone of CLAUSES.keys()) {
      const expected = CLAUSES.map((_, index) => (index === gone ? null : index - Number(index > gone)))
      expect(places(CLAUSES, without(CLAUSES, gone))).toEqual(expected)
      // The harder case: all the others change as well, because they are numbered anew.
      expect(places(numbered(CLAUSES), numbered(without(CLAUSES, gone)))).toEqual(expected)
    }
  })

  test('a deleted paragraph whose near-copy stays, edited, loses its thread', () => {
    const before = ['The red house stands on the hill by the sea.', 'The blue house stands on the hill by the sea.']
    const after = ['The blue house stands on the hill near the sea.', at(TREES, 0)]
    expect(places([...before, at(TREES, 0)], after)).toEqual([null, 0, 1])
    expect(
      places(['红房子在海边的山上。', '蓝房子在海边的山上。', at(TEA, 0)], ['蓝房子在海边山上。', at(TEA, 0)]),
    ).toEqual([null, 0, 1])
  })

  test('a sentence reworded to what stands elsewhere already stays where it was', () => {
    const before = ['错误如下：', at(TEA, 3), '具体错误如下：', at(TEA, 0)]
    expect(places(before, before.with(2, '错误如下：'))).toEqual([0, 1, 2, 3])
  })

  test('short answers in a dialogue go with the lines around them', () => {
    const before = ['Is it finished?', 'No.', 'Will it be finished?', 'No.', 'Then why do you go on?', 'Ask again.']
    const after = [
      'Is it finished?',
      'No.',
      'Is anyone there?',
      'Will it be finished?',
      'No.',
      'Then why go on?',
      'Ask again.',
    ]
    expect(places(before, after)).toEqual([0, 1, 3, 4, 5, 6])
  })
})

describe('splits and merges', () => {
  const [first, second] = ['The mill was built in spring by two brothers. ', 'In summer the elder left for the coast.']

  test('a split paragraph names both halves and keeps its thread on one of them', () => {
    const alignment = align([at(TREES, 0), first + second, at(TREES, 1)], [at(TREES, 0), first, second, at(TREES, 1)])
    expect(alignment.old[1]).toMatchObject({ kind: 'split', all: [1, 2], needsPerson: false })
    expect(alignment.inserted).toEqual([])
  })

  test('a split with a new paragraph between the halves', () => {
    const between = 'Nobody had asked them to build a mill.'
    const alignment = align([at(TREES, 0), first + second], [at(TREES, 0), first, between, second])
    expect(alignment.old[1]).toMatchObject({ kind: 'split', all: [1, 3] })
    expect(alignment.inserted).toEqual([2])
  })

  test('a Chinese paragraph split in two', () => {
    const [head, tail] = ['老周把我的茶倒掉，从井里打了半桶水。', '生起炭炉，等了整整二十分钟，才说可以喝了。']
    const alignment = align([at(TEA, 0), head + tail, at(TEA, 4)], [at(TEA, 0), head, tail, at(TEA, 4)])
    expect(alignment.old[1]).toMatchObject({ kind: 'split', all: [1, 2] })
  })

  test('merged paragraphs bring all their threads to one place', () => {
    const alignment = align(TREES, [at(TREES, 0), TREES.slice(1, 4).join(' '), ...TREES.slice(4)])
    expect(placesIn(alignment)).toEqual([0, 1, 1, 1, 2, 3])
    expect(kindsIn(alignment)).toEqual(['kept', 'merged', 'merged', 'merged', 'kept', 'kept'])
    expect(alignment.old.slice(1, 4).every(({ score }) => score > 0.1)).toBe(true)
  })

  test('a heading and a Chinese line drawn into the paragraph that follows', () => {
    expect(places(['Water and shade', ...TREES], [`Water and shade: ${at(TREES, 0)}`, ...TREES.slice(1)])).toEqual([
      0, 0, 1, 2, 3, 4, 5,
    ])
    expect(places(TEA, [at(TEA, 0) + at(TEA, 1), ...TEA.slice(2)])).toEqual([0, 0, 1, 2, 3])
  })

  test('a heading of one word is found at the beginning of the paragraph that took it in, though that was edited', () => {
    const after = '**Shade.** On the hottest day of August the shaded side was nine degrees cooler than the bare side.'
    expect(places([at(TREES, 0), '## Shade', at(TREES, 1), at(TREES, 3)], [at(TREES, 0), after, at(TREES, 3)])).toEqual(
      [0, 1, 1, 2],
    )
    const tea = [at(TEA, 3), '## 水火', at(TEA, 0), at(TEA, 4)]
    expect(places(tea, [at(TEA, 3), '水火：茶的好坏，水看火，最后才轮到叶子。', at(TEA, 4)])).toEqual([0, 1, 1, 2])
  })

  test('a heading taken out is not followed to where its words happen to stand', () => {
    const after =
      'Shade is the easy part, they say. The harder part is water, since in its first summers the young lime before our house drank eighty litres a week.'
    const before = [at(TREES, 0), '## The young lime', at(TREES, 2), at(TREES, 3)]
    expect(places(before, [at(TREES, 0), after, at(TREES, 3)])).toEqual([0, null, 1, 2])
  })

  test('of two near-copies only one was merged where the words stand once, and a person is asked about the other', () => {
    const [goods, parts, customer, neither] = [at(CLAUSES, 0), at(CLAUSES, 2), at(CLAUSES, 3), at(CLAUSES, 5)]
    const alignment = align([goods, parts, customer, neither], [`${goods} ${customer}`, neither])
    expect(placesIn(alignment)).toEqual([0, null, 0, 1])
    expect(alignment.old[1]?.needsPerson).toBe(true)
  })

  test('three paragraphs of about one length merged word for word bring their threads along, and ask nobody', () => {
    const merged = [TREES.slice(0, 3).join(' '), ...TREES.slice(3)]
    const alignment = align(TREES, merged)
    expect(placesIn(alignment)).toEqual([0, 0, 0, 1, 2, 3])
    expect(alignment.old.filter(({ needsPerson }) => needsPerson)).toEqual([])
    expect(places(TEA, [at(TEA, 0), TEA.slice(1, 4).join(''), at(TEA, 4)])).toEqual([0, 1, 1, 1, 2])
  })

  test('paragraphs merged and moved away together are found there', () => {
    expect(places(TREES, [...TREES.slice(3), TREES.slice(0, 3).join(' ')])).toEqual([3, 3, 3, 0, 1, 2])
    expect(places(TREES, [TREES.slice(3).join(' '), TREES.slice(0, 3).join(' ')])).toEqual([1, 1, 1, 0, 0, 0])
    const alignment = align(TREES, [at(TREES, 5), TREES.slice(0, 2).join(' ')])
    expect(placesIn(alignment)).toEqual([1, 1, null, null, null, 0])
    expect(alignment.old.some(({ needsPerson }) => needsPerson)).toBe(false)
  })

  test('a whole text drawn into one paragraph is there, and one paragraph made a whole text as well', () => {
    expect(places(TREES, [TREES.join(' ')])).toEqual([0, 0, 0, 0, 0, 0])
    expect(align([TEA.join('')], TEA).old[0]).toMatchObject({ kind: 'split', all: [0, 1, 2, 3, 4] })
  })

  test('the end of one paragraph becomes the beginning of the next', () => {
    const before = [at(TREES, 0), first + second, at(TREES, 1)]
    const after = [at(TREES, 0), first, second + at(TREES, 1)]
    const alignment = align(before, after)
    expect(placesIn(alignment)).toEqual([0, 1, 2])
  })

  test('a paragraph cut down to its last sentence is still there', () => {
    const long = `He had worked there since he was nine. The stones were French, cut in the year of the comet. ${second}`
    expect(places([at(TREES, 0), long, at(TREES, 1)], [at(TREES, 0), second, at(TREES, 1)])).toEqual([0, 1, 2])
  })
})

describe('short paragraphs', () => {
  test('headings: reworded ones stay, replaced ones go', () => {
    const before = ['# Introduction', at(TREES, 0), '# Method', at(TREES, 1), '# Results', at(TREES, 2)]
    const after = ['# Introduction', at(TREES, 0), '## Method', at(TREES, 1), '# Discussion', at(TREES, 2)]
    const alignment = align(before, after)
    expect(placesIn(alignment)).toEqual([0, 1, 2, 3, null, 5])
    expect(kindsIn(alignment)).toEqual(['kept', 'kept', 'edited', 'kept', 'removed', 'kept'])
  })

  test('list items: one removed, two swapped, one added', () => {
    const before = ['Fruit:', '- apples', '- pears', '- plums', 'Tools:', '- saw', '- hammer']
    const after = ['Fruit:', '- apples', '- plums', 'Tools:', '- hammer', '- saw', '- chisel']
    const alignment = align(before, after)
    expect(placesIn(alignment)).toEqual([0, 1, null, 2, 3, 5, 4])
    expect(alignment.inserted).toEqual([6])
  })

  test('lines that differ in a number only', () => {
    const year = (number: number, cases: number) => `In ${number} there were ${cases} cases.`
    const before = [year(1990, 12), year(1991, 15), year(1992, 19)]
    expect(places(before, [year(1989, 9), year(1990, 12), year(1991, 16), year(1992, 19)])).toEqual([1, 2, 3])
  })

  test('a dialogue keeps its lines when most are reworded a little', () => {
    const lines = ['“Are you coming?”', '“No.”', '“Why not?”', '“Because.”', '“Because what?”', '“Nothing.”']
    const reworded = [
      '“Are you coming along?”',
      '“No.”',
      '“Why not?”',
      '“Just because.”',
      '“Because of what?”',
      '“Nothing.”',
    ]
    expect(places(lines, reworded)).toEqual([0, 1, 2, 3, 4, 5])
    const chinese = ['“你来吗？”', '“不来。”', '“为什么？”', '“没什么。”', '“真的？”', '“真的。”', '她走了。']
    const changed = ['“你来不来？”', '“不来。”', '“为什么呀？”', '“没什么。”', '“真的吗？”', '“真的。”', '她转身走了。']
    expect(places(chinese, changed)).toEqual([0, 1, 2, 3, 4, 5, 6])
  })

  test('a list is renumbered after a step was taken out, put in, or changed places', () => {
    const steps = ['1. Buy flour', '2. Buy yeast', '3. Buy salt', '4. Buy butter', '5. Sleep']
    expect(places(steps, ['1. Buy flour', '2. Buy salt', '3. Buy butter', '4. Sleep'])).toEqual([0, null, 1, 2, 3])
    expect(
      places(steps, ['1. Read', '2. Buy flour', '3. Buy salt', '4. Buy yeast', '5. Buy butter', '6. Sleep']),
    ).toEqual([1, 3, 2, 4, 5])
  })

  test('rows of a table go with their year, not with their figures', () => {
    const rows = ['| 2019 | 12.5 | 3 |', '| 2020 | 13.5 | 4 |', '| 2021 | 14.5 | 5 |']
    expect(places(rows, ['| 2019 | 12.5 | 3 |', '| 2020 | 13.7 | 4 |', '| 2021 | 14.5 | 6 |'])).toEqual([0, 1, 2])
  })

  test('of clauses of one form the one that was taken out is known, whatever number stands before it', () => {
    const clauses = [
      '第一条 甲方应于每月一日支付房租。',
      '第二条 甲方应于每月一日支付水费。',
      '第三条 甲方应于每月五日支付电费。',
    ]
    expect(places(clauses, ['第一条 甲方应于每月一日支付房租。', '第二条 甲方应于每月五日支付电费。'])).toEqual([
      0,
      null,
      1,
    ])
  })

  test('a translation is none of the old paragraphs', () => {
    expect(places(TEA, TREES)).toEqual([null, null, null, null, null])
  })

  test('a short text is not followed into a long one that happens to have its word', () => {
    const before = [at(TREES, 0), 'Windows', at(TREES, 1), at(TREES, 2)]
    const after = [
      at(TREES, 0),
      at(TREES, 1),
      'The platform is one of linux, windows or darwin, as set above.',
      at(TREES, 2),
    ]
    expect(places(before, after)).toEqual([0, null, 1, 3])
  })

  test('rules and blank paragraphs have a place as well', () => {
    expect(places(['', '* * *', ' '], ['', '* * *', ''])).toEqual([0, 1, 2])
  })
})

describe('when a person is needed', () => {
  test('a clear revision asks nothing', () => {
    const after = TREES.toSpliced(2, 1).with(0, at(TREES, 0).replace('four', 'five'))
    expect(align(TREES, after).old.some(({ needsPerson }) => needsPerson)).toBe(false)
  })

  test('a paragraph of which a few words are left in its place is shown to a person', () => {
    const after = TREES.with(
      3,
      'Six hundred volunteers came forward that year, and most of them stayed to water a tree.',
    )
    expect(align(TREES, after).old.map(({ needsPerson }) => needsPerson)).toEqual([
      false,
      false,
      false,
      true,
      false,
      false,
    ])
  })

  test('a clause that went while one of its form was written elsewhere is shown to a person', () => {
    const form = (what: string, days: string) => at(CLAUSES, 0).replace('Goods', what).replace('fourteen', days)
    const before = [at(TREES, 0), form('Goods', 'ten'), at(TREES, 1), form('Parts', 'sixty'), at(TREES, 2)]
    const after = [at(TREES, 0), at(TREES, 1), at(TREES, 2), form('Papers', 'thirty')]
    const { old } = align(before, after)
    for (const index of [1, 3]) expect(old[index]?.needsPerson).toBe(true)
  })

  test('two equally good heirs of one paragraph are shown to a person', () => {
    const heir = (colour: string) => `The ${colour} house stands alone on the hill by the sea, and nobody lives there.`
    const alignment = align([at(TREES, 0), heir('red')], [at(TREES, 0), heir('blue'), heir('green')])
    expect(alignment.old[1]?.needsPerson).toBe(true)
  })
})

describe('two thousand paragraphs', () => {
  // A small generator of its own keeps the texts the same on every machine.
  const makeText = (paragraphs: number) => {
    let state = 42
    const next = (below: number) => {
      // A linear congruential generator (Numerical Recipes, "quick and dirty"); its low bits are poor, so they go.
      state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0
      return (state >>> 8) % below
    }
    const sentence = () => Array.from({ length: 40 }, () => (next(3000) + 1000).toString(36)).join(' ')
    return Array.from({ length: paragraphs }, sentence)
  }
  // Seconds of this process's own work, since others may share the machine. One or two are usual; anything quadratic
  // takes minutes.
  const BOUND = 60
  const ON_THE_CLOCK = 180_000
  const secondsOf = (work: () => void) => {
    const start = process.cpuUsage()
    work()
    return process.cpuUsage(start).user / 1_000_000
  }

  test('all edited and turned round are found again in time', { timeout: ON_THE_CLOCK }, () => {
    const before = makeText(2000)
    const after = before.map((wording) => wording.replace(/^\S+ \S+/, 'something else')).reverse()
    let found: (number | null)[] = []
    const seconds = secondsOf(() => {
      found = places(before, after)
    })
    expect(seconds).toBeLessThan(BOUND)
    expect(found).toEqual(before.map((_, index) => 1999 - index))
  })

  test('one sentence repeated two thousand times keeps its places in time', { timeout: ON_THE_CLOCK }, () => {
    const same = Array.from({ length: 2000 }, () => REFRAIN)
    let found: (number | null)[] = []
    const seconds = secondsOf(() => {
      found = places(same, same)
    })
    expect(seconds).toBeLessThan(BOUND)
    expect(found).toEqual([...same.keys()])
  })
})

describe('bin/forum align', () => {
  async function run(chunks: readonly (string | Buffer)[], highWaterMark = 16_384) {
    const output = new PassThrough({ highWaterMark })
    const written: Buffer[] = []
    output.on('data', (chunk: Buffer) => written.push(chunk))
    const outcome = await alignCommand(Readable.from(chunks), output).then(
      () => null,
      (error: Error) => error.message,
    )
    const lines = Buffer.concat(written).toString().split('\n').filter(Boolean)
    return { outcome, answers: lines.map((line) => JSON.parse(line) as Record<string, unknown>) }
  }
  const pair = (id: string | number) => JSON.stringify({ id, old: [at(TREES, 0), at(TREES, 1)], new: [at(TREES, 1)] })
  const answer = (id: string | number) => ({
    id,
    map: [null, 0],
    kinds: ['removed', 'kept'],
    needsPerson: [false, false],
    scores: [0, 1],
  })

  test('answers every line, the last one without a line end too', async () => {
    expect(await run([`${pair('a')}\n${pair(2)}`])).toEqual({ outcome: null, answers: [answer('a'), answer(2)] })
  })

  test('lines and letters may be cut anywhere, and a line separator inside a text is no line end', async () => {
    const line = JSON.stringify({ id: '茶', old: [at(TEA, 0)], new: [`${at(TEA, 0)}\u2028`] })
    const bytes = Buffer.from(`${line}\r\n${line}\n`)
    const cut = Array.from({ length: Math.ceil(bytes.length / 5) }, (_, k) => bytes.subarray(5 * k, 5 * k + 5))
    const { outcome, answers } = await run(cut)
    expect(outcome).toBeNull()
    expect(answers.map(({ id, kinds }) => [id, kinds])).toEqual([
      ['茶', ['kept']],
      ['茶', ['kept']],
    ])
  })

  test('waits for a slow reader and loses nothing', async () => {
    const { answers } = await run([Array.from({ length: 50 }, (_, id) => pair(id)).join('\n')], 1)
    expect(answers.map(({ id }) => id)).toEqual(Array.from({ length: 50 }, (_, id) => id))
  })

  test.each([
    ['not JSON', '{"id":', /^line 2: not JSON/],
    ['a missing text', '{"id":1,"old":[]}', /^line 2: "new": .*expected \{"id"/],
    ['a text that is none', '{"id":1,"old":[3],"new":[]}', /^line 2: "old\.0": /],
    ['a bare value', '7', /^line 2: /],
  ])('names the line that is %s, after the answers before it', async (_, line, message) => {
    const { outcome, answers } = await run([`${pair('a')}\n${line}\n${pair('b')}\n`])
    expect(outcome).toMatch(message)
    expect(answers).toEqual([answer('a')])
  })

  test('an empty input has no answers', async () => {
    expect(await run([])).toEqual({ outcome: null, answers: [] })
  })
})
