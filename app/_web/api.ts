import type { z } from 'zod'
import { parse } from '@/forum/parse'
import { Refusal } from '@/forum/refusal'
import type { Viewer } from '@/forum/viewer'
import { readBody } from './body'
import { requireOwnOrigin } from './origin'
import { problem } from './problem'
import { type Caller, caller } from './viewer'

/** A comment of 10,000 characters is at most 40 kB, escaped as \\uXXXX at most 120 kB. */
const MOST_BYTES = 256 * 1024

type Shape = z.ZodObject | z.ZodPipe | undefined
type Out<S> = S extends z.ZodType ? z.output<S> : undefined

/** What a JSON door takes and gives; /api/openapi.json is made of these. */
export type Door<P extends Shape = Shape, Q extends Shape = Shape, B extends Shape = Shape> = {
  summary: string
  params?: P
  query?: Q
  body?: B
  /** Status of success; 204 has no body. */
  status?: 200 | 201 | 204
  answer?: z.ZodType
}

type Handler = ((request: Request, context: { params: Promise<unknown> }) => Promise<Response>) & { door: Door }

const CHANGING = new Set(['POST', 'PUT', 'PATCH', 'DELETE'])

/**
 * The one wrapper of JSON doors: who is asking, our own origin for changes by cookie, input through strict schemas, a
 * refusal as problem details. Nothing a request carries makes a 5xx.
 */
export function api<P extends Shape, Q extends Shape, B extends Shape>(
  door: Door<P, Q, B>,
  act: (asked: {
    viewer: Viewer
    params: Out<P>
    query: Out<Q>
    body: Out<B>
    request: Request
    again: Caller['again']
  }) => Promise<unknown>,
): Handler {
  const handler = async (request: Request, context: { params: Promise<unknown> }) => {
    try {
      const { viewer, by, mayChange, again } = await caller()
      if (CHANGING.has(request.method) && !mayChange) throw new Refusal('token-reads-only')
      if (CHANGING.has(request.method) && by === 'cookie') requireOwnOrigin(request)
      const params = door.params && parseAddress(door.params, await context.params)
      const query = door.query && parse(door.query, askedIn(request))
      const body = door.body && parse(door.body, await readJson(request))
      const result = await act({
        viewer,
        params: params as Out<P>,
        query: query as Out<Q>,
        body: body as Out<B>,
        request,
        again,
      })
      if (result instanceof Response) return result
      return respond(door.status ?? 200, result)
    } catch (error) {
      return problem(error)
    }
  }
  return Object.assign(handler, { door })
}

/** `_rsc` is Next's own: it leads whoever sends its router's headers to an address with that in it. */
function askedIn(request: Request): Record<string, string> {
  const { searchParams } = new URL(request.url)
  searchParams.delete('_rsc')
  return Object.fromEntries(searchParams)
}

/** An id in the address that cannot be one names nothing. */
function parseAddress(schema: z.ZodType, params: unknown) {
  try {
    return parse(schema, params)
  } catch {
    throw new Refusal('not-found')
  }
}

async function readJson(request: Request): Promise<unknown> {
  const type = request.headers.get('content-type') ?? ''
  if (!/^application\/(?:[\w.+-]+\+)?json\b/i.test(type)) throw new Refusal('unsupported-type')
  const bytes = await readBody(request, MOST_BYTES)
  try {
    return JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes))
  } catch {
    throw new Refusal('malformed-json')
  }
}

function respond(status: number, result: unknown): Response {
  const headers = { 'cache-control': 'private, no-store', 'content-type': 'application/json; charset=utf-8' }
  return new Response(status === 204 ? null : JSON.stringify(result), { status, headers })
}
