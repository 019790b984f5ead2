import { describe, expect, test } from 'vitest'
import { parse } from '@/forum/parse'
import { Handle } from '@/forum/people/input'
import { isOneWriting, skeletonOf } from '@/forum/people/look-alike'

describe('a name', () => {
  test.each([
    'ada',
    'ada-1843',
    '北窗',
    'lin北窗',
    '山田たろう',
    'カフェ3',
    '민수kim',
    'наташа',
    'νίκος',
    'यमुना',
    'אורי',
    'müller',
  ])('as somebody writes it is taken: %s', (name) => {
    expect(isOneWriting(name.normalize('NFKC'))).toBe(true)
    expect(parse(Handle, name)).toBe(name.normalize('NFKC'))
  })

  test.each(['аda', 'adа', 'рaypal', 'οscar', 'наташa', 'アda민', 'ada-אורי'])(
    'of scripts that nobody mixes is refused: %s',
    (name) => {
      expect(() => parse(Handle, name)).toThrow('handle-mixed')
    },
  )

  test.each([
    ['аре', 'ape'],
    ['b1ll', 'bill'],
    ['o0o', 'ooo'],
    ['modem', 'modern'],
    ['savvy', 'sawy'],
    ['müller', 'muller'],
    ['a_b', 'a-b'],
    ['ορ', 'ор'],
  ])('%s looks like %s', (one, other) => {
    expect(skeletonOf(one)).toBe(skeletonOf(other))
  })

  test.each([
    ['ada', 'eda'],
    ['北窗', '北床'],
    ['anna', 'ana'],
  ])('%s does not look like %s', (one, other) => {
    expect(skeletonOf(one)).not.toBe(skeletonOf(other))
  })

  test.each(['Admin', '0wner', 'm0derat0r', 'ѕуѕтем', '版主', 'suррort'.replace(/р/g, 'p'), 'ａｄｍｉｎ'])(
    'that would pass for the forum is refused: %s',
    (name) => {
      expect(() => parse(Handle, name)).toThrow(/handle-(?:taken|mixed)/)
    },
  )
})
