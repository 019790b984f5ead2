import { unsubscribe } from '@/forum/notifications/choices'
import { Unsubscribe } from '@/forum/notifications/input'
import { parse } from '@/forum/parse'
import { readBody } from '../body'
import { problem } from '../problem'

/** `List-Unsubscribe=One-Click` is all that RFC 8058 sends. */
const MOST_BYTES = 4 * 1024

/**
 * RFC 8058: a mail program posts here in the person's name, without a cookie and from no page of ours. The signature in the
 * address is the whole permission, and can do nothing else.
 */
export async function oneClick(request: Request): Promise<Response> {
  try {
    await readBody(request, MOST_BYTES)
    await unsubscribe(parse(Unsubscribe, { token: tokenOf(request) }))
    return new Response(null, { status: 204 })
  } catch (error) {
    return problem(error)
  }
}

/** Programs that look at links before the person does change nothing. */
export async function toItsPage(request: Request): Promise<Response> {
  const path = new URL(request.url).pathname.replace(/\/one-click$/, '')
  const location = `${path}?token=${encodeURIComponent(tokenOf(request))}`
  return new Response(null, { status: 303, headers: { location, 'cache-control': 'private, no-store' } })
}

const tokenOf = (request: Request) => new URL(request.url).searchParams.get('token') ?? ''
