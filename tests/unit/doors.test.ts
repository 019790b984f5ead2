import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { z } from 'zod'
import { inLanguage, ownPath, switchLanguage } from '@/app/_web/address'
import { networkOf } from '@/app/_web/network'
import { requireOwnOrigin } from '@/app/_web/origin'
import { thenPath } from '@/app/_web/then'
import { GENESIS, hashEntry, type LogFacts } from '@/forum/log/hash'
import { parse } from '@/forum/parse'
import { isRefusalCode, Refusal, type RefusalCode } from '@/forum/refusal'
import { LANGUAGES } from '@/messages/language'
import { refusals } from '@/messages/refusals'

/** Where a browser goes from our page when it is given this as an address. */
const leadsTo = (address: string) => new URL(address, 'https://forum.example/essays/a').origin

describe('a way back', () => {
  const FOREIGN = [
    'https://evil.example',
    'HTTPS:evil.example',
    '//evil.example',
    '///evil.example',
    '/\\evil.example',
    '\\\\evil.example',
    '\\/evil.example',
    '/\t/evil.example',
    '/\n/evil.example',
    '\t//evil.example',
    ' //evil.example',
    '/\u0000/evil.example',
    'javascript:alert(1)',
    'data:text/html,x',
    '@evil.example',
    '.evil.example',
    'evil.example',
    '/a\\..\\..\\/evil.example',
    '/a\r\nset-cookie: x=y',
    '',
  ]
  test.each(FOREIGN)('%j leads to the front page', (path) => {
    expect(ownPath(path)).toBe('/')
    expect(thenPath(path)).toBe('/')
  })

  test.each(['/..//evil.example', '/.//evil.example', '/a/..//evil.example', '/%09/evil.example', '/%2f/evil.example'])(
    '%j stays here',
    (path) => {
      expect(leadsTo(thenPath(path))).toBe('https://forum.example')
    },
  )

  test.each(['/', '/essays/a?sort=best#c-1', '/zh/log', '/people/张三', '/c/1?x=https://evil.example'])(
    '%j is taken',
    (path) => {
      expect(ownPath(path)).toBe(path)
      expect(leadsTo(thenPath(path))).toBe('https://forum.example')
    },
  )

  test('whatever was handed in never leaves the forum', () => {
    const piece = fc.constantFrom(
      '/',
      '\\',
      '.',
      '..',
      ':',
      '@',
      'evil.example',
      'https:',
      '\t',
      '\n',
      '%2f',
      '?',
      '#',
      'a',
      ' ',
    )
    fc.assert(
      fc.property(
        fc.oneof(
          fc.array(piece).map((pieces) => pieces.join('')),
          fc.webUrl(),
          fc.string(),
        ),
        (path) => {
          expect(leadsTo(ownPath(path))).toBe('https://forum.example')
          expect(leadsTo(thenPath(path))).toBe('https://forum.example')
        },
      ),
      { numRuns: 2_000 },
    )
  })

  test('that is none leads to the front page', () => {
    expect(ownPath(null)).toBe('/')
    expect(thenPath(undefined)).toBe('/')
    expect(thenPath(['/a', '/b'])).toBe('/')
  })
})

test('a page in another language and back is the same page', () => {
  fc.assert(
    fc.property(fc.constantFrom('/', '/log', '/essays/a/p/1', '/zhang', '/english'), (path) => {
      expect(switchLanguage(switchLanguage(path, 'zh'), 'en')).toBe(path)
      expect(switchLanguage(inLanguage('zh', path), 'zh')).toBe(inLanguage('zh', path))
    }),
  )
})

describe('a network', () => {
  const network = (address: string) =>
    networkOf(new Request('http://localhost/', { headers: { 'x-marginalia-network': address } }))

  test.each([
    ['203.0.113.7', '203.0.113.0/24'],
    ['::ffff:203.0.113.99', '203.0.113.0/24'],
    ['::FFFF:203.0.113.99', '203.0.113.0/24'],
    ['2001:db8:1:2:3:4:5:6', '2001:db8:1:2::/64'],
    ['2001:0db8:0001:0002::1', '2001:db8:1:2::/64'],
    ['2001:db8::1', '2001:db8:0:0::/64'],
    ['fe80::1%eth0', 'fe80:0:0:0::/64'],
    ['::1', '0:0:0:0::/64'],
  ])('of %s is %s', (address, expected) => {
    expect(network(address)).toBe(expected)
  })

  test('of what is no address is one for all', () => {
    for (const address of ['', 'unknown', 'evil', '1.2.3', '1.2.3.4:80', 'x'.repeat(5_000), '::1::2', '10.0.0.256'])
      expect(network(address)).toBe('unknown')
    expect(networkOf(new Request('http://localhost/'))).toBe('unknown')
  })

  test('is the same for everybody in it, and another for the next', () => {
    const byte = fc.integer({ min: 0, max: 255 })
    const group = fc.integer({ min: 0, max: 0xffff }).map((number) => number.toString(16))
    fc.assert(
      fc.property(byte, byte, byte, byte, byte, (a, b, c, d, e) => {
        expect(network(`${a}.${b}.${c}.${d}`)).toBe(network(`${a}.${b}.${c}.${e}`))
        expect(network(`${a}.${b}.${c}.${d}`)).not.toBe(network(`${a}.${b}.${(c + 1) % 256}.${d}`))
      }),
    )
    fc.assert(
      fc.property(fc.array(group, { minLength: 8, maxLength: 8 }), group, (groups, other) => {
        const prefix = ['2001', ...groups.slice(1, 4)].join(':')
        expect(network(`${prefix}:${groups.slice(4).join(':')}`)).toBe(network(`${prefix}:${other}:0:0:1`))
      }),
    )
  })
})

describe('our own origin', () => {
  const asks = (headers: Record<string, string | undefined>, host = 'localhost:3000') => {
    const all = new Map(Object.entries({ host, ...headers }))
    try {
      // A Request of the browser's kind drops these headers; the server's has them.
      requireOwnOrigin({ headers: { get: (name: string) => all.get(name) ?? null } } as unknown as Request)
      return 'taken'
    } catch (error) {
      return error instanceof Refusal ? error.code : error
    }
  }

  test.each([
    { origin: 'http://localhost:3000' },
    { origin: 'http://localhost:3000', 'sec-fetch-site': 'same-origin' },
    { 'sec-fetch-site': 'same-origin' },
  ])('is %j', (headers) => {
    expect(asks(headers)).toBe('taken')
  })

  test('on a loopback machine may also be the name it was asked by', () => {
    expect(asks({ origin: 'http://127.0.0.1:3000' }, '127.0.0.1:3000')).toBe('taken')
    expect(asks({ origin: 'http://evil.example' }, 'evil.example')).toBe('foreign-origin')
    expect(asks({ origin: 'http://127.0.0.1:4000' }, '127.0.0.1:3000')).toBe('foreign-origin')
  })

  test.each([
    {},
    { origin: 'null' },
    { origin: '' },
    { origin: 'http://evil.example' },
    { origin: 'http://sub.localhost:3000' },
    { origin: 'http://localhost:3000.evil.example' },
    { origin: 'http://localhost:3001' },
    { origin: 'http://localhost' },
    { origin: 'https://localhost:3000' },
    { origin: 'HTTP://LOCALHOST:3000/' },
    { origin: 'http://localhost:3000, http://evil.example' },
    { 'sec-fetch-site': 'none' },
    { 'sec-fetch-site': 'cross-site' },
    { origin: 'http://localhost:3000', 'sec-fetch-site': 'cross-site' },
    { origin: 'http://localhost:3000', 'sec-fetch-site': 'same-site' },
    { origin: 'http://evil.example', 'sec-fetch-site': 'same-origin' },
  ])('is not %j', (headers) => {
    expect(asks(headers)).toBe('foreign-origin')
  })

  test.each(['[', 'a b', '', '%', '\u0000', 'localhost:99999'])('is refused, not broken, by the host %j', (host) => {
    expect(asks({ origin: 'http://evil.example' }, host)).toBe('foreign-origin')
  })
})

describe('a refusal', () => {
  const FACTS: Record<string, string | number>[] = [
    {},
    { seconds: 1 },
    { seconds: 90 },
    { until: '2026-11-22T12:00:00.000Z' },
  ]
  const codes = Object.keys(refusals.en) as RefusalCode[]

  test('has a status of 4xx and a sentence in every language', () => {
    expect(codes.length).toBeGreaterThan(30)
    for (const code of codes) {
      expect(isRefusalCode(code), code).toBe(true)
      const { status } = new Refusal(code)
      expect(status, code).toBeGreaterThanOrEqual(400)
      expect(status, code).toBeLessThan(500)
      for (const language of LANGUAGES)
        for (const facts of FACTS) {
          const sentence = refusals[language][code](facts)
          expect(sentence, code).toMatch(language === 'zh' ? /\p{Script=Han}.*。$/u : /^[A-Z].*\.$/)
          expect(sentence, code).not.toMatch(/undefined|NaN|Invalid/)
        }
    }
  })

  test.each(['toString', '__proto__', 'constructor', '', undefined, null, 7])('is not made of %j', (code) => {
    expect(isRefusalCode(code)).toBe(false)
  })

  test('of input names the field, also of a key that has no place', () => {
    const schema = z.strictObject({ inner: z.object({ a: z.string() }) })
    const refused = (input: unknown) => {
      try {
        return parse(schema, input)
      } catch (error) {
        return error
      }
    }
    expect(refused({ inner: { a: 1 } })).toMatchObject({ code: 'bad-input', about: { field: 'inner.a' } })
    expect(refused({ inner: { a: '' }, other: 1 })).toMatchObject({ code: 'bad-input', about: { field: 'other' } })
    expect(refused(null)).toMatchObject({ code: 'bad-input', about: {} })
  })
})

describe('the hash of a log entry', () => {
  const entry: LogFacts = {
    seq: 1n,
    at: new Date('2026-11-22T12:00:00.000Z'),
    act: 'comment.remove',
    essayId: null,
    subject: 'a',
    byId: null,
    reason: 'because',
    details: { b: 1, a: { d: [2, { f: 1, e: 2 }], c: 'x' } },
    prevHash: GENESIS,
  }

  test('is this one, for ever: a log that was written stays valid', () => {
    expect(hashEntry(entry)).toBe('300fe980dad72c8b3d8ecb0f3a8b147d3d88a177cb95b5f4fc8e2e8f1b098fed')
  })

  test('does not depend on the order in which jsonb gives keys back', () => {
    expect(hashEntry({ ...entry, details: { a: { c: 'x', d: [2, { e: 2, f: 1 }] }, b: 1 } })).toBe(hashEntry(entry))
  })

  test('changes with every fact', () => {
    const changes: Partial<LogFacts>[] = [
      { seq: 2n },
      { at: new Date('2026-11-22T12:00:00.001Z') },
      { act: 'comment.approve' },
      { essayId: 'a' },
      { subject: 'b' },
      { byId: 'a' },
      { reason: null },
      { details: { b: 1, a: { d: [{ f: 1, e: 2 }, 2], c: 'x' } } },
      { details: {} },
      { prevHash: '1'.repeat(64) },
      { subject: 'a","', reason: 'b' },
    ]
    for (const changed of changes) expect(hashEntry({ ...entry, ...changed })).not.toBe(hashEntry(entry))
  })
})
