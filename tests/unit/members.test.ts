import http from 'node:http'
import { describe, expect, test } from 'vitest'
import { isClosed, isInside, memberAddress, passedOn, publicAddress, unsaid } from '@/bin/serve/members.mjs'

const COOKIE = 'other=1; next-auth.session-token=some'

function asked(url: string, headers: http.IncomingHttpHeaders = { cookie: COOKIE }, method = 'GET') {
  const request = new http.IncomingMessage(null as never)
  return Object.assign(request, { url, method, headers: { ...headers } })
}

function leading(location?: string) {
  const response = new http.ServerResponse(asked('/'))
  if (location) response.setHeader('location', location)
  return response
}

const SIGN_IN = '/sign-in?then=%2Fessays%2Fa'

describe('a page of an essay for members', () => {
  test.each([
    ['/essays/a', '/members/a'],
    ['/zh/essays/a', '/zh/members/a'],
    ['/essays/%E8%AE%BA/p/2', '/members/%E8%AE%BA/p/2'],
    ['/essays/a/p/2/comments?sort=newest&at=1', '/members/a/p/2/comments?sort=newest&at=1'],
    ['/essays/a/p/2?_rsc=1x', '/members/a/p/2?_rsc=1x'],
  ])('%s stands inside at %s', (address, inside) => {
    expect(isClosed(asked(address), leading(SIGN_IN))).toBe(true)
    expect(memberAddress(address)).toBe(inside)
    expect(publicAddress(inside)).toBe(address)
  })

  test.each(['/essays/a/history', '/essays/a/settings', '/essays', '/p/a', '/members', '/sign-in', '/zh/members?x=1'])(
    'is not at %s',
    (address) => {
      expect(isClosed(asked(address), leading(SIGN_IN))).toBe(false)
      expect(publicAddress(address)).toBeUndefined()
    },
  )

  test('is sent only where a session was shown and everybody is led to sign-in', () => {
    expect(isClosed(asked('/essays/a', {}), leading(SIGN_IN))).toBe(false)
    expect(isClosed(asked('/essays/a', { cookie: 'x-next-auth.session-token=1' }), leading(SIGN_IN))).toBe(false)
    expect(isClosed(asked('/essays/a', { cookie: `__Host-${COOKIE.slice(9)}` }), leading(SIGN_IN))).toBe(true)
    expect(isClosed(asked('/essays/a'), leading())).toBe(false)
    expect(isClosed(asked('/essays/a'), leading('/essays/b'))).toBe(false)
    expect(isClosed(asked('/essays/a', { cookie: COOKIE }, 'POST'), leading(SIGN_IN))).toBe(false)
  })

  test('says in its data for the router nothing of where it leads: its essay is looked at', () => {
    const data = { cookie: COOKIE, rsc: '1' }
    expect(unsaid(asked('/zh/essays/a/p/2/comments?sort=newest&_rsc=1', data))).toBe('/zh/essays/a')
    expect(unsaid(asked('/essays/a/p/2/comments?sort=newest'))).toBeUndefined()
    expect(unsaid(asked('/essays/a/p/2/comments', { rsc: '1' }))).toBeUndefined()
    expect(unsaid(asked('/essays/a?_rsc=1', data))).toBe('/essays/a')
    expect(unsaid(asked('/essays/a/history?_rsc=1', data))).toBeUndefined()
  })

  test('is asked for inside by this process alone, for what is there now and for nothing that the browser has', () => {
    const passed = passedOn(
      asked('/essays/a', { cookie: COOKIE, 'if-none-match': '"one"', connection: 'close', rsc: '1' }),
      true,
    )
    const { cookie, rsc, ...mark } = passed
    expect([cookie, rsc]).toEqual([COOKIE, '1'])
    expect(Object.keys(mark)).toEqual(['x-marginalia-inside'])
    const inside = asked('/members/a', passed)
    expect(isInside(inside)).toBe(true)
    // Said once: what is behind does not hear of it.
    expect(inside.headers['x-marginalia-inside']).toBeUndefined()
    expect(isInside(asked('/members/a', { 'x-marginalia-inside': 'guessed' }))).toBe(false)
  })
})
