import { randomUUID } from 'node:crypto'
import { Refusal } from '@/forum/refusal'
import { logError } from '@/lib/log'
import { refusals } from '@/messages/refusals'

/** RFC 9457. `code` is the reason for programs, `detail` for people; what is not a refusal is logged and has an id. */
export function problem(error: unknown): Response {
  if (error instanceof Refusal) {
    const { field, facts } = error.about
    const body = {
      type: 'about:blank',
      title: error.code,
      status: error.status,
      code: error.code,
      detail: refusals.en[error.code](facts ?? {}),
      ...(field ? { field } : {}),
      ...(facts ? { facts } : {}),
    }
    const headers = new Headers()
    if (error.status === 429 && facts?.seconds) headers.set('retry-after', String(facts.seconds))
    if (error.status === 401) headers.set('www-authenticate', 'Bearer')
    return answer(error.status, body, headers)
  }
  const id = randomUUID()
  logError('a request failed', error, { id })
  return answer(500, {
    type: 'about:blank',
    title: 'internal',
    status: 500,
    code: 'internal',
    detail: `Something broke on our side. Nothing was changed. Tell the operator this number: ${id}`,
  })
}

function answer(status: number, body: unknown, headers = new Headers()): Response {
  headers.set('content-type', 'application/problem+json')
  headers.set('cache-control', 'private, no-store')
  return new Response(JSON.stringify(body), { status, headers })
}
