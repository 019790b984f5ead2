import { expect, test } from 'vitest'
import { wordDiff } from '@/forum/essay/word-diff'
import { wordsOf } from '@/forum/essay/words'

test('the difference of two wordings is computed once', () => {
  const first = wordDiff('Planting a tree is an event.', 'Planting trees is an institution.')
  expect(wordDiff('Planting a tree is an event.', 'Planting trees is an institution.')).toBe(first)
  // Where one wording ends and the other begins belongs to the question.
  expect(wordDiff('Planting a tree', ' is an event.')).not.toEqual(wordDiff('Planting a', ' tree is an event.'))
})

test('what was asked for long ago gives way, and is answered the same again', { timeout: 60_000 }, () => {
  const early = wordDiff('an early wording', 'a later wording')
  const filler = 'word '.repeat(50_000)
  for (let count = 0; count < 5; count++) wordDiff(`${count} ${filler}`, `${count} ${filler}`)
  const again = wordDiff('an early wording', 'a later wording')
  expect(again).not.toBe(early)
  expect(again).toEqual(early)
})

test('a text falls into words, and is whole again when they are put together', () => {
  expect(wordsOf('Don’t cut it, please.')).toEqual(['Don’t', ' ', 'cut', ' ', 'it', ',', ' ', 'please', '.'])
  expect(wordsOf('小米造车').length).toBeGreaterThan(1)
  for (const text of [
    '',
    'word '.repeat(5_000),
    '字'.repeat(5_000),
    '\u{1f333}'.repeat(999),
    'a'.repeat(1_001),
    '。'.repeat(900),
  ])
    expect(wordsOf(text).join('')).toBe(text)
  expect(wordsOf('word '.repeat(5_000))).toHaveLength(10_000)
  for (const word of wordsOf('\u{1f333}'.repeat(999))) expect(word.isWellFormed()).toBe(true)
})

test('a wording of half a megabyte is compared word by word', { timeout: 60_000 }, () => {
  const long = 'Planting is an event, watering an institution. '.repeat(11_000)
  expect(wordDiff(`First. ${long}`, `Then. ${long}`)).toEqual([
    { kind: 'removed', text: 'First' },
    { kind: 'added', text: 'Then' },
    { kind: 'same', text: `. ${long}` },
  ])
})
