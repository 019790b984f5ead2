import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { readCursor, writeCursor } from '@/forum/comments/cursor'
import { Sort } from '@/forum/comments/input'
import { ancestorPaths, pathUnder, SEGMENT } from '@/forum/comments/path'
import { quoteStands } from '@/forum/comments/quote'
import { newId } from '@/lib/id'

/** As PostgreSQL compares with COLLATE "C". */
const bytewise = (a: string, b: string) => Buffer.compare(Buffer.from(a), Buffer.from(b))
const sequence = fc.integer({ min: 1, max: 36 ** SEGMENT - 1 })

describe('a path', () => {
  test('sorts siblings by their number', () => {
    fc.assert(
      fc.property(sequence, sequence, (a, b) => {
        expect(Math.sign(bytewise(pathUnder('', a), pathUnder('', b)))).toBe(Math.sign(a - b))
      }),
    )
  })

  test('stands after its parent and before its parent’s next sibling, with all that answers it', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 1e6 }),
        fc.array(sequence, { minLength: 1, maxLength: 8 }),
        (own, below) => {
          const parent = pathUnder('', own)
          const deep = below.reduce(pathUnder, parent)
          expect(bytewise(parent, deep)).toBe(-1)
          expect(bytewise(deep, pathUnder('', own + 1))).toBe(-1)
          expect(deep.startsWith(parent)).toBe(true)
          expect(deep).toHaveLength(SEGMENT * (below.length + 1))
        },
      ),
    )
  })

  test('names all its ancestors, the root first', () => {
    const path = [1, 35, 36, 40_000].reduce(pathUnder, '')
    expect(ancestorPaths(path)).toEqual(['00001', '000010000z', '000010000z00010'])
    expect(ancestorPaths('00001')).toEqual([])
  })

  test.each([0, -1, 1.5, Number.NaN, 36 ** SEGMENT])('has no segment for %d', (number) => {
    expect(() => pathUnder('', number)).toThrow(RangeError)
  })
})

describe('a cursor', () => {
  const ORDERS = [...Sort.options, 'replies'] as const

  test('reads as it was written, in its own order only', () => {
    fc.assert(
      fc.property(fc.constantFrom(...ORDERS), fc.constantFrom(...ORDERS), fc.nat(), (order, other, score) => {
        const place = { score, id: newId() }
        const cursor = writeCursor(order, place)
        expect(cursor).toMatch(/^[\w-]{1,200}$/)
        expect(readCursor(order, cursor)).toEqual(place)
        if (other !== order) expect(() => readCursor(other, cursor)).toThrow('bad-input')
      }),
    )
  })

  test('is refused when we did not make it', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string(), fc.json(), fc.base64String()), (cursor) => {
        expect(() => readCursor('best', cursor)).toThrow('bad-input')
        expect(() => readCursor('best', Buffer.from(cursor).toString('base64url'))).toThrow('bad-input')
      }),
    )
  })

  test('is none at the beginning', () => {
    expect(readCursor('best', undefined)).toBeUndefined()
  })
})

describe('a quote stands', () => {
  const wording = fc.string({ unit: 'grapheme', minLength: 1 }).filter((text) => text.trim() !== '')

  test('wherever the wording says it', () => {
    fc.assert(
      fc.property(wording, wording, wording, (before, words, after) => {
        expect(quoteStands(words, `${before} ${words} ${after}`)).toBe(true)
      }),
    )
  })

  test('whichever quotation marks and white space the browser gave', () => {
    expect(quoteStands('"It\'s" said', '\u201cIt\u2019s\u201d\n  said')).toBe(true)
    expect(quoteStands('a\u00a0b', 'a b')).toBe(true)
  })

  test('not where words are left out', () => {
    expect(quoteStands('not a risk', 'a risk')).toBe(false)
    expect(quoteStands('造了汽车', '造汽车')).toBe(false)
  })
})
