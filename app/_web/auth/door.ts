import { NextRequest, NextResponse } from 'next/server'
import NextAuth from 'next-auth'
import { readHalfway } from '@/forum/people/sessions'
import { viewerOfSession } from '@/forum/people/standing'
import { Refusal } from '@/forum/refusal'
import { readBody } from '../body'
import { requireOwnOrigin } from '../origin'
import { problem } from '../problem'
import { signInAfter, thenOfAddress } from '../then'
import { isBarred, secondStepPath, waitingPath } from './arrive'
import { errorAt, rememberedThen, runningOptions } from './next-auth'
import { sessionCookie } from './options'
import { oauthProviders } from './providers'

type Context = { params: Promise<{ nextauth: string[] }> }

const MOST_BYTES = 16 * 1024
/** Without a provider. The magic link is not among them: its mail is asked for, and its token used, by our own forms. */
const READS = new Set(['session', 'csrf', 'providers', 'signin', 'error'])

/**
 * next-auth's public door: providers come back through it. It is stricter than next-auth, which answers 500 to much that
 * is malformed: only what the forum uses is open, and what next-auth would stumble over is put right or refused before.
 */
export async function answerNextAuth(request: NextRequest, context: Context): Promise<Response> {
  try {
    const { nextauth } = await context.params
    requireOpen(request.method, nextauth)
    if (request.method === 'POST') requireOwnOrigin(request)
    const then = await rememberedThen()
    const options = runningOptions({ providers: oauthProviders() })
    const response: Response = await NextAuth(await cleaned(request, nextauth), { params: { nextauth } }, options)
    response.headers.set('cache-control', 'private, no-store')
    const location = response.headers.get('location')
    const address = location === null ? null : new URL(location, request.url)
    if (address && errorAt(address) !== null)
      response.headers.set('location', signInAfter(then, address.searchParams.get('error')))
    else {
      const detour = await detourOf(response, then)
      if (detour) response.headers.set('location', detour)
    }
    return response
  } catch (error) {
    return problem(error)
  }
}

/** Where the session that the answer begins leads first: to its second step, or to a page that says why one cannot write yet. */
async function detourOf(response: Response, then: string): Promise<string | null> {
  const token = new NextResponse(null, { headers: response.headers }).cookies.get(sessionCookie())?.value
  // An empty one is taken away.
  if (!token) return null
  if ((await readHalfway(token)) !== null) return secondStepPath(then)
  return isBarred(await viewerOfSession(token)) ? waitingPath(then) : null
}

function requireOpen(method: string, nextauth: string[]) {
  const [action = '', provider] = nextauth
  const ofProvider = nextauth.length === 2 && oauthProviders().some((one) => one.id === provider)
  const open =
    method === 'POST'
      ? (action === 'signin' && ofProvider) || (action === 'signout' && nextauth.length === 1)
      : (action === 'callback' && ofProvider) || (READS.has(action) && nextauth.length === 1)
  if (!open) throw new Refusal('not-found')
}

/** The same request with nothing in it that next-auth does not expect. */
async function cleaned(request: NextRequest, [action]: string[]): Promise<NextRequest> {
  const url = new URL(request.url)
  const given = new URLSearchParams(url.search)
  url.search = ''
  if (request.method === 'POST') {
    const fields = await readFields(request)
    const body = new URLSearchParams({
      csrfToken: fields.get('csrfToken') ?? '',
      callbackUrl: thenOfAddress(fields.get('callbackUrl')),
      json: fields.get('json') ?? '',
    })
    return new NextRequest(url, { method: 'POST', body })
  }
  if (action === 'callback') {
    // A provider's answer is passed on as it came.
    url.search = given.toString()
    url.searchParams.delete('callbackUrl')
    return new NextRequest(url)
  }
  const error = given.get('error') ?? ''
  if (/^[A-Za-z]{1,40}$/.test(error)) url.searchParams.set('error', error)
  if (given.has('callbackUrl')) url.searchParams.set('callbackUrl', thenOfAddress(given.get('callbackUrl')))
  return new NextRequest(url)
}

async function readFields(request: Request): Promise<URLSearchParams> {
  const type = request.headers.get('content-type') ?? ''
  if (!type.startsWith('application/x-www-form-urlencoded')) throw new Refusal('malformed-form')
  return new URLSearchParams(new TextDecoder().decode(await readBody(request, MOST_BYTES)))
}
