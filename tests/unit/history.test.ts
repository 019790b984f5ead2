import { describe, expect, test } from 'vitest'
import { firstWords } from '@/app/_components/history/first-words'
import { fold } from '@/app/_components/history/fold'
import type { Compared } from '@/forum/essay/compare'

const row = (kind: Compared['kind'], paragraphId: string): Compared => ({
  ...{ kind, paragraphId, diff: null },
  from: { ordinal: 1, text: paragraphId },
  to: { ordinal: 1, text: paragraphId },
})
const outline = (rows: Compared[]) =>
  fold(rows).map((part) =>
    'changed' in part
      ? `${part.changed.kind} ${part.changed.paragraphId}`
      : part.unchanged.map((one) => one.paragraphId),
  )

describe('rows of a comparison', () => {
  test('that did not change are taken together, each run for itself, and the order stays', () => {
    const rows = [row('same', 'a'), row('same', 'b'), row('edited', 'c'), row('removed', 'd'), row('same', 'e')]
    expect(outline(rows)).toEqual([['a', 'b'], 'edited c', 'removed d', ['e']])
  })

  test('may all have changed, or none, or be none', () => {
    expect(outline([row('added', 'a'), row('moved', 'b')])).toEqual(['added a', 'moved b'])
    expect(outline([row('same', 'a'), row('same', 'b')])).toEqual([['a', 'b']])
    expect(outline([])).toEqual([])
  })
})

describe('the first words of a paragraph', () => {
  test('are the whole of a short one', () => {
    expect(firstWords('A short one.', 12)).toBe('A short one.')
  })

  test('end between two words, also where there are no blanks', () => {
    expect(firstWords('Nobody asked the coachmen, who knew the answer.', 20)).toBe('Nobody asked the…')
    const chinese = '小米为什么要自己建工厂，而不是找别人代工呢'
    const words = firstWords(chinese, 8)
    expect(words.endsWith('…')).toBe(true)
    expect(chinese.startsWith(words.slice(0, -1))).toBe(true)
    expect(words.length).toBeGreaterThan(4)
  })

  test('are there even where one word is longer than all of them, and break no character', () => {
    expect(firstWords('a'.repeat(50), 10)).toBe(`${'a'.repeat(10)}…`)
    expect(firstWords('𝒜'.repeat(50), 10)).toBe(`${'𝒜'.repeat(10)}…`)
  })
})
