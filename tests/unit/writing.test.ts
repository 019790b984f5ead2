import { NextResponse } from 'next/server'
import { afterEach, describe, expect, test, vi } from 'vitest'
import { together } from '@/app/_components/comments/draft'

describe('what was typed before the scripts came, and a draft from before', () => {
  test('are both kept, the draft after it', () => {
    expect(together('Typed.', 'A draft.')).toBe('Typed.\n\nA draft.')
  })

  test('are one where one has the other in it', () => {
    expect(together('', 'A draft.')).toBe('A draft.')
    expect(together('Typed.', '')).toBe('Typed.')
    expect(together('A draft. And on', 'A draft.')).toBe('A draft. And on')
    expect(together('A dr', 'A draft.')).toBe('A draft.')
  })
})

describe('a cookie is taken away', () => {
  afterEach(() => {
    vi.unstubAllEnvs()
    vi.resetModules()
  })

  test.each([
    ['https://forum.example', '__Host-next-auth.session-token', true],
    ['http://localhost:3000', 'next-auth.session-token', false],
  ])('at %s by a header that browsers heed', async (address, name, secure) => {
    vi.stubEnv('NEXTAUTH_URL', address)
    vi.resetModules()
    const { takeAway } = await import('@/app/_web/auth/cookie')
    const response = new NextResponse()
    takeAway(response.cookies, name)
    const header = response.headers.get('set-cookie') ?? ''
    expect(header).toMatch(new RegExp(`^${name}=;`))
    expect(header).toMatch(/; Max-Age=0(?:;|$)/)
    expect(header).toMatch(/; Path=\/(?:;|$)/)
    // Without it a browser ignores what is said about a name that begins with __Host-.
    expect(/; Secure(?:;|$)/.test(header)).toBe(secure)
  })
})
