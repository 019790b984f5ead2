import { readdirSync } from 'node:fs'
import http from 'node:http'
import { expect, test } from '@playwright/test'
import { z } from 'zod'
import { CommentAnswer, CommentPageAnswer, EssayAnswer, EssayListAnswer, MadeAnswer } from '@/app/_web/answers'
import { flagComment } from '@/forum/moderation/mutations'
import { makeApiToken } from '@/forum/people/tokens'
import type { SignedIn } from '@/forum/viewer'
import { db } from '@/lib/db'
import { newId } from '@/lib/id'
import { makePerson, makeSuspended, makeThread, say, signIn, type Thread, unique } from '../support/people'

// The doors over HTTP, as programs and attackers knock. There is nothing to see: one project of playwright.config.ts
// is enough.

const ME = process.env.MARGINALIA_TEST_URL ?? ''
const COOKIE = 'next-auth.session-token'
/** Every form's door, by its folder. */
const FORMS = readdirSync('app/do', { recursive: true, encoding: 'utf8' })
  .filter((path) => path.endsWith('/route.ts'))
  .map((path) => path.slice(0, -'/route.ts'.length))
const Problem = z.looseObject({
  type: z.string(),
  title: z.string(),
  status: z.int().min(400).max(499),
  code: z.string().min(1),
  detail: z.string().min(1),
})

type Sent = { status: number; type: string; headers: http.IncomingHttpHeaders; text: string }
type Message = { method?: string; headers?: Record<string, string>; body?: string | Buffer }

/** A request as it is written here: no client in between mends headers, paths or bodies. */
function send(path: string, { method = 'GET', headers = {}, body }: Message = {}): Promise<Sent> {
  const { hostname, port } = new URL(ME)
  return new Promise((resolve, reject) => {
    const request = http.request({ hostname, port, path, method, headers: { host: `${hostname}:${port}`, ...headers } })
    request.on('response', (response) => {
      const chunks: Buffer[] = []
      response.on('data', (chunk: Buffer) => chunks.push(chunk))
      response.on('end', () =>
        resolve({
          status: response.statusCode ?? 0,
          type: response.headers['content-type'] ?? '',
          headers: response.headers,
          text: Buffer.concat(chunks).toString(),
        }),
      )
    })
    request.on('error', reject)
    if (body !== undefined) request.setHeader('content-length', Buffer.byteLength(body))
    request.end(body)
  })
}

const json = (value: unknown, headers: Record<string, string> = {}, method = 'POST'): Message => ({
  method,
  headers: { 'content-type': 'application/json', ...headers },
  body: typeof value === 'string' ? value : JSON.stringify(value),
})
const form = (fields: string | Record<string, string>, headers: Record<string, string> = {}): Message => ({
  method: 'POST',
  headers: { 'content-type': 'application/x-www-form-urlencoded', ...headers },
  body: typeof fields === 'string' ? fields : new URLSearchParams(fields).toString(),
})
const byToken = async (person: SignedIn) => ({ authorization: `Bearer ${await makeApiToken(person.handle, 'test')}` })
const byCookie = async (person: SignedIn) => ({ cookie: `${COOKIE}=${await signIn(person)}` })

function expectProblem(sent: Sent, code?: string): void {
  expect(sent.type).toContain('application/problem+json')
  const problem = Problem.parse(JSON.parse(sent.text))
  expect(problem.status).toBe(sent.status)
  if (code) expect(problem.code).toBe(code)
}

/** The doors that change something, with what they take. */
const changes = (thread: Thread, commentId: string) =>
  [
    ['POST', `/api/paragraphs/${thread.id}/comments`, { body: unique('words') }],
    ['PATCH', `/api/comments/${commentId}`, { body: unique('words') }],
    ['PUT', `/api/comments/${commentId}/vote`, undefined],
    ['DELETE', `/api/comments/${commentId}/vote`, undefined],
    ['POST', `/api/comments/${commentId}/flags`, { reason: 'spam' }],
    ['DELETE', `/api/comments/${commentId}`, undefined],
  ] as const

const rowsOf = async (thread: Thread) =>
  JSON.stringify(
    await db.comment.findMany({
      where: { paragraphId: thread.id },
      orderBy: { id: 'asc' },
      select: {
        id: true,
        status: true,
        score: true,
        revision: true,
        body: true,
        _count: { select: { flags: true, votes: true } },
      },
    }),
  )

/** The desk's page of the case about a comment. */
async function caseOf(commentId: string): Promise<string> {
  const { id } = await db.case.findFirstOrThrow({ where: { commentId }, select: { id: true } })
  return `/moderation/cases/${id}`
}

const SIGN_IN = expect.stringMatching(/^\/sign-in\?then=/)

test.afterAll(() => db.$disconnect())

test.describe('who may', { tag: '@once' }, () => {
  test('every change by a guest, a wrong token and a suspended person is refused and does nothing', async () => {
    const thread = await makeThread()
    const commentId = await say(thread)
    const before = await rowsOf(thread)
    const suspended = await makeSuspended()
    for (const [headers, status] of [
      [{}, 401],
      [{ authorization: 'Bearer mgn_thistokenisnobodys' }, 401],
      [{ authorization: 'Bearer' }, 401],
      [{ authorization: 'Basic YTpi' }, 401],
      [{ authorization: `Bearer ${'x'.repeat(5_000)}` }, 401],
      [{ authorization: 'Bearer \u00ff\u00fe' }, 401],
      [{ cookie: `${COOKIE}=nobody`, origin: ME }, 401],
      [{ cookie: `${COOKIE}=%00%ff; ${COOKIE}=`, origin: ME }, 401],
      [await byToken(suspended), 403],
      [{ ...(await byCookie(suspended)), origin: ME }, 403],
    ] as const)
      for (const [method, path, body] of changes(thread, commentId)) {
        const sent = await send(path, body ? json(body, headers, method) : { method, headers })
        expect(sent.status, `${method} ${path} ${JSON.stringify(headers)} ${sent.text}`).toBe(status)
        expectProblem(sent)
      }
    expect(await rowsOf(thread)).toBe(before)
  })

  test('every role may do by token what it may do, to others’ and to their own', async () => {
    for (const role of ['member', 'moderator', 'owner'] as const) {
      const thread = await makeThread()
      const person = await makePerson(role)
      const headers = await byToken(person)
      const others = await say(thread)
      const expected = [201, 403, 200, 200, 201, 403]
      for (const [index, [method, path, body]] of changes(thread, others).entries()) {
        const sent = await send(path, body ? json(body, headers, method) : { method, headers })
        expect(sent.status, `${role} ${method} ${path} ${sent.text}`).toBe(expected[index])
        if (sent.status >= 400) expectProblem(sent)
        else (path.endsWith('/flags') ? MadeAnswer : CommentAnswer).parse(JSON.parse(sent.text))
      }
      const own = await say(thread, { by: person })
      for (const [index, [method, path, body]] of changes(thread, own).entries()) {
        const sent = await send(path, body ? json(body, headers, method) : { method, headers })
        expect(sent.status, `${role} ${method} ${path} ${sent.text}`).toBe([201, 200, 403, 403, 403, 204][index])
      }
    }
  })

  test('a change by cookie comes from our own pages only', async () => {
    const person = await makePerson()
    const thread = await makeThread()
    const cookie = await byCookie(person)
    const { host, port } = new URL(ME)
    const before = await rowsOf(thread)
    for (const foreign of [
      {},
      { origin: 'null' },
      { origin: 'https://evil.example' },
      { origin: `http://sub.${host}` },
      { origin: `http://localhost:${Number(port) + 1}` },
      { origin: `${ME}.evil.example` },
      { origin: ME, 'sec-fetch-site': 'cross-site' },
      { origin: ME, 'sec-fetch-site': 'same-site' },
      { origin: 'https://evil.example', host: 'evil.example' },
      { origin: 'https://evil.example', 'x-forwarded-host': 'evil.example' },
    ] as Record<string, string>[]) {
      const headers = { ...cookie, ...foreign }
      expectProblem(await send(`/api/paragraphs/${thread.id}/comments`, json({ body: 'a' }, headers)), 'foreign-origin')
      const sent = await send('/do/comments/post', form({ paragraphId: thread.id, body: 'a' }, headers))
      expect(sent.status, JSON.stringify(foreign)).toBe(403)
    }
    expect(await rowsOf(thread)).toBe(before)
    for (const own of [
      { origin: ME },
      { origin: ME, 'sec-fetch-site': 'same-origin' },
      { 'sec-fetch-site': 'same-origin' },
    ] as Record<string, string>[])
      expect(
        (await send(`/api/paragraphs/${thread.id}/comments`, json({ body: 'a' }, { ...cookie, ...own }))).status,
      ).toBe(201)
  })

  test('headers that once led round a guard change nothing', async () => {
    const thread = await makeThread()
    const words = unique('words')
    const commentId = await say(thread, { body: words })
    await flagComment(await makePerson(), commentId, { reason: 'spam' })
    const moderator = await byCookie(await makePerson('moderator'))
    expect((await send(await caseOf(commentId), { headers: moderator })).text).toContain(words)
    const before = await rowsOf(thread)
    for (const bypass of [
      { 'x-middleware-subrequest': 'middleware:middleware:middleware:middleware:middleware' },
      { 'x-middleware-subrequest': 'src/middleware:src/middleware:src/middleware' },
      { 'x-middleware-rewrite': '/moderation' },
      { 'x-nextjs-data': '1' },
      { 'x-matched-path': '/moderation' },
      { 'x-invoke-path': '/moderation' },
      { rsc: '1', 'next-router-prefetch': '1' },
      { 'next-action': '0'.repeat(40) },
      { 'x-http-method-override': 'DELETE' },
    ] as Record<string, string>[]) {
      for (const [method, path, body] of changes(thread, commentId)) {
        const sent = await send(path, body ? json(body, bypass, method) : { method, headers: bypass })
        // Next leads a request for a page's data to the address it belongs to, and asks no door.
        expect(bypass.rsc ? [401, 307] : [401], `${method} ${path} ${JSON.stringify(bypass)}`).toContain(sent.status)
      }
      for (const path of ['/moderation', await caseOf(commentId)]) {
        let desk = await send(path, { headers: bypass })
        // A request for a page's data is first led to the address it belongs to.
        if (!bypass.rsc)
          expect(desk, JSON.stringify(bypass)).toMatchObject({ status: 307, headers: { location: SIGN_IN } })
        else if (desk.status === 307) desk = await send(desk.headers.location ?? '', { headers: bypass })
        expect(desk.status, JSON.stringify(bypass)).toBeLessThan(500)
        for (const secret of [commentId, words]) expect(desk.text, JSON.stringify(bypass)).not.toContain(secret)
      }
    }
    expect(await rowsOf(thread)).toBe(before)
  })
})

test.describe('what is sent', { tag: '@once' }, () => {
  test('of any shape is taken or refused with a reason, at every JSON door', async () => {
    const thread = await makeThread()
    const headers = await byToken(await makePerson())
    const commentId = await say(thread)
    const odd = [
      ...[
        'null',
        '[]',
        '{}',
        '7',
        '"a"',
        'true',
        '',
        '{',
        '{"body":',
        '\u0000',
        '{"body":NaN}',
        '\ufeff{}',
        '[[[[[[[[',
        '\ud800',
      ],
      ...[
        '{"body":null}',
        '{"body":["a"]}',
        '{"body":{"a":1}}',
        '{"body":1e999}',
        '{"body":"\\u0000"}',
        '{"body":"\\ud800"}',
      ],
      ...['{"body":"\\udc00a"}', '{"body":"a","unknown":1}', '{"body":"a","__proto__":{"role":"owner"}}'],
      ...[
        '{"__proto__":null}',
        '{"constructor":{"prototype":{"a":1}},"body":"a"}',
        '{"body":"a","parentId":{"not":null}}',
      ],
      ...[
        '{"body":"a","parentId":"\\u0000"}',
        '{"body":"a","clientId":"\\u0000\\u0000\\u0000\\u0000\\u0000\\u0000\\u0000\\u0000"}',
      ],
      ...['{"body":"a","\\u0000":1}', '{"body":"a","quote":"\\ud83d"}', '{"body":"a","revision":99999999999999999999}'],
      ...[
        '{"body":"a","revision":-1}',
        '{"reason":"spam","note":"\\u0000"}',
        '{"reason":["spam"]}',
        '{"reason":"other"}',
      ],
      ...['{"reason":"spam","revision":1e308}', `{"body":"${'x'.repeat(200_000)}"}`, `${'['.repeat(100_000)}`],
    ]
    for (const body of odd)
      for (const [method, path] of changes(thread, commentId)) {
        if (method === 'PUT' || method === 'DELETE') continue
        const sent = await send(path, json(body, headers, method))
        expect(sent.status, `${method} ${path} ${body.slice(0, 80)} ${sent.text}`).toBeGreaterThanOrEqual(400)
        expect(sent.status, `${method} ${path} ${body.slice(0, 80)}`).toBeLessThan(500)
        expectProblem(sent)
      }
    expect((await send(`/api/paragraphs/${thread.id}/comments`)).text).toContain(commentId)
  })

  test('as something else than JSON, or damaged, is refused', async () => {
    const thread = await makeThread()
    const headers = await byToken(await makePerson())
    const path = `/api/paragraphs/${thread.id}/comments`
    for (const type of [
      'text/plain',
      'application/x-www-form-urlencoded',
      'multipart/form-data',
      '',
      'application/jsonp',
      'json',
    ])
      expectProblem(await send(path, json({ body: 'a' }, { ...headers, 'content-type': type })), 'unsupported-type')
    expectProblem(
      await send(path, { ...json('', headers), body: Buffer.from([0x22, 0xff, 0xfe, 0x22]) }),
      'malformed-json',
    )
  })

  test('that is larger than a comment can be is refused, up to ten megabytes, at both kinds of doors', async () => {
    const thread = await makeThread()
    const person = await makePerson()
    for (const size of [300_000, 10_000_000]) {
      const body = 'x'.repeat(size)
      const api = await send(`/api/paragraphs/${thread.id}/comments`, json({ body }, await byToken(person))).catch(
        cutOff,
      )
      expect(api.status).toBe(413)
      const page = await send(
        '/do/comments/post',
        form({ paragraphId: thread.id, body }, { ...(await byCookie(person)), origin: ME }),
      ).catch(cutOff)
      expect(page.status).toBe(413)
    }
    expect(await rowsOf(thread)).toBe('[]')
  })

  test('to addresses and with questions of any kind is never an error of ours', async () => {
    const id = newId()
    for (const path of [
      '/api/nothing',
      '/api/comments',
      `/api/comments/${id}`,
      '/api/comments/%00',
      '/api/comments/%ff',
      '/api/comments/%E0%A4%A',
      `/api/comments/${'x'.repeat(8_000)}`,
      `/api/comments/${id}/../${id}`,
      '/api/comments/..%2f..%2fetc%2fpasswd',
      "/api/comments/'%20OR%201=1",
      '/api/paragraphs/1/comments',
      `/api/paragraphs/${id}/comments?limit=0`,
      `/api/paragraphs/${id}/comments?limit=NaN`,
      `/api/paragraphs/${id}/comments?limit=1e9`,
      `/api/paragraphs/${id}/comments?sort[]=best`,
      `/api/paragraphs/${id}/comments?sort=best&sort=%00`,
      `/api/paragraphs/${id}/comments?cursor=${Buffer.from('["best",1e15,"x"]').toString('base64url')}`,
      `/api/paragraphs/${id}/comments?__proto__=1`,
      `/api/comments/${id}/replies?cursor=%00`,
      '/api/essays/%00',
      '/api/essays/%F0%9F%8C%B3',
      '/api/essays/nothing/events',
    ]) {
      const sent = await send(path)
      expect(sent.status, path).toBeGreaterThanOrEqual(400)
      expect(sent.status, path).toBeLessThan(500)
      // What cannot be decoded is refused before any door.
      if (!/%ff|%E0/.test(path)) expectProblem(sent)
    }
    for (const path of [
      '/c/%00',
      '/p/%ff',
      '/people/%00',
      '/people/%E0%A4%A',
      '/essays/%00',
      '/essays/a/p/%00',
      '/essays/a/p/1e9',
      '/log?before=%00',
      `/${'x'.repeat(8_000)}`,
      '/c/1/edit?kept=%00',
      '/..%2f..%2f',
      '//evil.example',
      '/search?q=%00',
      '/zh/%00',
      '/sign-in?then=%00',
      '/sign-in?then=%ff',
      '/welcome/%00',
      '/_next/static/%00',
    ])
      expect((await send(path)).status, path).toBeLessThan(500)
  })

  test('in headers of any kind is never an error of ours', async () => {
    const path = `/api/paragraphs/${newId()}/comments`
    for (const headers of [
      { accept: 'x'.repeat(5_000) },
      { 'accept-language': '\u00ff;q=NaN,*;q=9' },
      { host: '[' },
      { host: 'a b' },
      { host: '' },
      { 'x-forwarded-for': "1.2.3.4, ';DROP, \u00ff" },
      { 'x-forwarded-proto': 'javascript' },
      { 'x-forwarded-host': '\u00ff' },
      { 'x-marginalia-network': 'x'.repeat(5_000) },
      { cookie: `${'a=b;'.repeat(1_000)}` },
      { cookie: `${COOKIE}=${'x'.repeat(5_000)}; marginalia-forms=%00` },
      { 'content-encoding': 'gzip' },
      { range: 'bytes=0-0,9-1' },
      { 'if-none-match': '*' },
      { expect: 'something' },
      { 'next-router-state-tree': '%00[' },
      { rsc: '1' },
    ] as Record<string, string>[])
      for (const target of [path, '/', '/log', '/sign-in'])
        expect(
          (await send(target, { headers })).status,
          `${target} ${JSON.stringify(headers).slice(0, 80)}`,
        ).toBeLessThan(500)
  })
})

/** The server may answer and hang up while we still send: the answer is lost, the refusal is not. */
function cutOff(error: NodeJS.ErrnoException): Sent {
  expect(['ECONNRESET', 'EPIPE']).toContain(error.code)
  return { status: 413, type: '', headers: {}, text: '' }
}

test.describe('answers', { tag: '@once' }, () => {
  test('have the shapes that the description gives', async ({ request }) => {
    const thread = await makeThread()
    const root = await say(thread)
    await say(thread, { to: root, quote: 'promise' })
    await say(thread)
    const read = async <S extends z.ZodType>(path: string, shape: S) => {
      const answer = await request.get(path)
      expect(answer.status(), path).toBe(200)
      expect(answer.headers()['content-type']).toBe('application/json; charset=utf-8')
      expect(answer.headers()['cache-control']).toBe('private, no-store')
      return shape.parse(await answer.json())
    }
    const { essays } = await read('/api/essays', EssayListAnswer)
    expect(essays.map(({ slug }) => slug)).toContain(thread.slug)
    expect((await read(`/api/essays/${thread.slug}`, EssayAnswer)).paragraphs).toMatchObject([
      { id: thread.id, commentCount: 3 },
    ])
    const first = await read(`/api/paragraphs/${thread.id}/comments?sort=oldest&limit=1`, CommentPageAnswer)
    expect(first.comments).toMatchObject([{ id: root }])
    const rest = await read(
      `/api/paragraphs/${thread.id}/comments?sort=oldest&limit=1&cursor=${first.nextCursor}`,
      CommentPageAnswer,
    )
    expect(rest.nextCursor).toBeNull()
    expect((await read(`/api/comments/${root}/replies`, CommentPageAnswer)).comments).toHaveLength(1)
    await read(`/api/comments/${root}`, CommentAnswer)
    expect(await (await request.get('/api/openapi.json')).json()).toMatchObject({ openapi: '3.1.0' })
  })

  test('to the same clientId are the same comment', async () => {
    const thread = await makeThread()
    const headers = await byToken(await makePerson())
    const message = json({ body: 'once', clientId: unique('client') }, headers)
    const sent = await Promise.all(
      Array.from({ length: 5 }, () => send(`/api/paragraphs/${thread.id}/comments`, message)),
    )
    expect(new Set(sent.map(({ status, text }) => `${status} ${JSON.parse(text).id}`)).size).toBe(1)
  })
})

test.describe('reading', { tag: '@once' }, () => {
  test('changes nothing, by GET or HEAD, at any door that changes something', async () => {
    const thread = await makeThread()
    const person = await makePerson()
    const commentId = await say(thread, { by: person })
    const headers = { ...(await byCookie(person)), origin: ME }
    const before = await rowsOf(thread)
    for (const method of ['GET', 'HEAD', 'OPTIONS'])
      for (const path of [
        ...changes(thread, commentId).map(([, one]) => one),
        ...FORMS.map((name) => `/do/${name}?commentId=${commentId}`),
      ])
        expect((await send(path, { method, headers })).status, `${method} ${path}`).toBeLessThan(500)
    expect(await rowsOf(thread)).toBe(before)
    expect(await db.session.count({ where: { userId: person.id } })).toBe(1)
  })

  test('the image optimiser is off', async () => {
    for (const path of [
      '/_next/image',
      '/_next/image?url=%2Ficon.svg&w=64&q=75',
      '/_next/image?url=http://127.0.0.1:22/&w=64&q=75',
    ])
      expect((await send(path)).status).toBe(404)
  })

  test('the mailbox of development is not there', async () => {
    for (const path of ['/dev/mail', '/zh/dev/mail']) expect((await send(path)).status).toBe(404)
  })
})

test.describe('a form', { tag: '@once' }, () => {
  /** The page that shows a refused form again. */
  const shownAgain = async (fields: string, { cookie }: { cookie: string }) => {
    const answer = await send('/do/comments/post', form(fields, { cookie, origin: ME }))
    expect(answer.status, fields.slice(0, 90)).toBe(303)
    const kept = answer.headers['set-cookie']?.map((one) => one.split(';')[0]).join('; ')
    let page = await send(answer.headers.location ?? '', { headers: { cookie: `${cookie}; ${kept}` } })
    // A reply whose comment is not there leads on to its paragraph's form.
    if (page.status === 307)
      page = await send(page.headers.location ?? '', { headers: { cookie: `${cookie}; ${kept}` } })
    expect(page.status, fields.slice(0, 90)).toBe(200)
    return page.text
  }

  test('that is refused is shown again with what was written, whatever it was', async () => {
    const thread = await makeThread()
    const cookie = await byCookie(await makePerson())
    const words = unique('written')
    for (const more of [
      '%00',
      words.repeat(1_000),
      `&parentId=${newId()}`,
      '&parentId=no id',
      '&quote=not in the paragraph',
      '&clientId=%00',
      '&unknown=field',
      '&%00=%00',
      '&__proto__=x',
      '&constructor=x',
    ])
      expect(await shownAgain(`paragraphId=${thread.id}&body=${words}${more}`, cookie), more.slice(0, 90)).toContain(
        words,
      )
    expect(await rowsOf(thread)).toBe('[]')
  })

  test('of a size that no comment has is kept and shown, and never rendered', async () => {
    const thread = await makeThread()
    const cookie = await byCookie(await makePerson())
    const fields = `paragraphId=${thread.id}&intent=preview&body=`
    const marks = '*a_'.repeat(60_000)
    expect(await shownAgain(fields + marks, cookie)).not.toContain('aria-label="Preview"')
    // Guarded against passing for another reason: what could be a comment is.
    expect(await shownAgain(`${fields}*a*&unknown=field`, cookie)).toContain('aria-label="Preview"')
  })

  test('of any content, at every door, is a redirect to a page of ours or a clear no', async () => {
    const person = await makePerson()
    const id = newId()
    const odd = [
      '',
      'body=%00&paragraphId=%00&commentId=%00&caseId=%00&handle=%00&secret=%00&email=%00&password=%00&back=%00',
      'body=%ff&paragraphId=%ff&commentId=%ff&caseId=%0d%0a&handle=%0d%0ax:y&secret=%0d%0a&back=//evil.example&lang=%0d%0a',
      `body=a&paragraphId=${id}&commentId=${id}&caseId=${id}&handle=nobody&role=owner&days=1e99&reason=because&act=remove&version=1e99&commentRevision=-1`,
      '__proto__=1&constructor=2&toString=3&body=a',
      'body=a&body=b&body[]=c&kept=%00&lang=zh',
      `${'a=1&'.repeat(5_000)}`,
      'caseId=../../%E4%BD%A0&handle=%E4%BD%A0/..&commentId=../x&secret=%E4%BD%A0&after=%00&state=done',
      'provider=constructor&email=a@b.c%00&back=http://evil.example',
    ]
    expect(FORMS.length).toBeGreaterThan(15)
    for (const name of FORMS) {
      // A session for each: one of the doors ends it.
      const headers = { ...(await byCookie(person)), origin: ME }
      for (const body of odd) {
        const sent = await send(`/do/${name}`, form(body, headers))
        const what = `${name} ${body.slice(0, 60)} ${sent.status} ${sent.text.slice(0, 200)}`
        expect(sent.status < 500 && (sent.status === 303 || sent.status >= 400), what).toBe(true)
        if (sent.status === 303) expect(new URL(sent.headers.location ?? '', ME).origin, what).toBe(ME)
      }
    }
  })

  test('of another type, or damaged, is a clear no', async () => {
    const headers = { ...(await byCookie(await makePerson())), origin: ME }
    for (const name of FORMS)
      for (const type of [
        'application/json',
        'text/plain',
        'multipart/form-data',
        'multipart/form-data; boundary=x',
        '',
        '\u00ff/x',
      ]) {
        const sent = await send(`/do/${name}`, form('{"body":"a"}', { ...headers, 'content-type': type }))
        expect(sent.status, `${name} ${type}`).toBe(400)
        expect(sent.type).toContain('text/html')
      }
  })
})
