import http from 'node:http'
import { createEssay } from '@/forum/essay/mutations'
import { publishRevision } from '@/forum/essay/publish'
import { readEssay } from '@/forum/essay/queries'
import type { SignedIn } from '@/forum/viewer'
import {
  commentSaying,
  expect,
  expectNoSidewaysScrolling,
  makePerson,
  openerOf,
  say,
  sayMany,
  signIn,
  test,
  threadOf,
  unique,
  visit,
} from './fixtures'

const HOST = new URL(process.env.MARGINALIA_TEST_URL ?? 'http://localhost')

type Closed = { slug: string; path: string; secret: string; author: SignedIn; paragraphs: { id: string }[] }

/** An essay of somebody, with a word in its title and in each paragraph that nothing else has. */
async function makeOwned(visibility: 'public' | 'members'): Promise<Closed> {
  const author = await makePerson('author')
  const slug = unique('essay')
  const secret = unique('canary')
  const source = [`A wall, ${secret}.`, `A hedge, ${secret}.`, `A ditch, ${secret}.`].join('\n\n')
  await createEssay({ slug, title: `On ${secret}`, language: 'en', source, visibility }, [author.id])
  const { paragraphs } = await readEssay(author, slug)
  return { slug, path: `/essays/${slug}`, secret, author, paragraphs }
}

const first = ({ paragraphs }: Closed) => paragraphs[0] ?? { id: '' }

test('a guest is led to sign-in, makes an account and reads under the address they came by', {
  tag: '@plain',
}, async ({ page }) => {
  const essay = await makeOwned('members')
  await page.goto(`${essay.path}/p/2`)
  await expect(page.getByRole('heading', { name: 'Sign in', exact: true })).toBeVisible()
  await expect(page.getByText('What you want to read is for members.')).toBeVisible()
  await expect(page.getByText(essay.secret)).toHaveCount(0)
  await page.getByRole('link', { name: 'Create an account' }).click()
  const name = unique('newcomer')
  await page.getByLabel('Name').fill(name)
  await page.getByLabel('E-mail').fill(`${name}@example.org`)
  await page.getByLabel('Password').fill('three plain words')
  await page.getByRole('button', { name: 'Create an account' }).click()
  await expect(page).toHaveURL(new RegExp(`${essay.path}/p/2$`))
  await expect(threadOf(page, 2)).toBeVisible()
  await expectNoSidewaysScrolling(page)
})

test('a member reads, opens discussions, writes and finds everything about it', async ({
  page,
  context,
  baseURL,
  reader,
  writer,
  javaScriptEnabled,
}) => {
  const essay = await makeOwned('members')
  await sayMany(writer, first(essay), 8)
  const visiting = { scripts: javaScriptEnabled, as: reader }
  await signIn(context, baseURL, reader)
  await visit(page, essay.path, visiting)
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(`On ${essay.secret}`)
  await expect(page.getByText('Essay for members')).toBeVisible()
  await openerOf(page, 2).click()
  await expect(page).toHaveURL(new RegExp(`${essay.path}/p/2`))
  await threadOf(page, 2).getByRole('textbox').fill('Only among us.')
  await threadOf(page, 2).getByRole('button', { name: 'Comment', exact: true }).click()
  await expect(commentSaying(threadOf(page, 2), 'Only among us.')).toBeVisible()
  await page.goto(`${essay.path}/p/2`)
  await expect(commentSaying(threadOf(page, 2), 'Only among us.')).toBeVisible()

  // A longer thread in another order, and round one comment by its permanent address.
  await page.goto(`${essay.path}/p/1`)
  await threadOf(page, 1).getByRole('link', { name: 'Newest first' }).click()
  await expect(page).toHaveURL(new RegExp(`${essay.path}/p/1/comments\\?sort=newest`))
  await expect(threadOf(page, 1).getByText('Thought number 8.')).toBeVisible()
  const id = await say(writer, first(essay), 'Find me again.')
  await page.goto(`/c/${id}`)
  await expect(page).toHaveURL(new RegExp(`${essay.path}/p/1/comments\\?at=${id}`))
  await expect(commentSaying(page, 'Find me again.')).toBeVisible()

  await publishRevision({
    slug: essay.slug,
    source: `A wall, ${essay.secret}, and longer.`,
    publishedById: null,
  })
  await page.goto(`${essay.path}/history`)
  await page.getByRole('link', { name: 'What changed since revision 1' }).click()
  await expect(page.getByText(essay.secret).first()).toBeVisible()
  // It is in the list of those essays, which the front page leads to.
  await page.goto('/members')
  await expect(page.getByRole('link', { name: `On ${essay.secret}` })).toHaveAttribute('href', essay.path)
})

test('the front page and the account lead members to the essays of theirs', { tag: '@once' }, async ({
  page,
  context,
  baseURL,
  reader,
}) => {
  const essay = await makeOwned('members')
  await visit(page, '/', { scripts: true })
  await expect(page.getByRole('link', { name: /essays? for members/ })).toHaveCount(0)
  await signIn(context, baseURL, reader)
  await visit(page, '/', { scripts: true, as: reader })
  await page.getByRole('link', { name: /^\d+ essays? for members$/ }).click()
  await expect(page.getByRole('link', { name: `On ${essay.secret}` })).toBeVisible()
  await page.goto('/settings')
  await page.getByRole('link', { name: 'Essays for members' }).click()
  await expect(page).toHaveURL('/members')
})

test('an author closes an essay by its settings, and opens it again', { tag: '@plain' }, async ({
  page,
  context,
  baseURL,
}) => {
  const essay = await makeOwned('public')
  await signIn(context, baseURL, essay.author)
  await page.goto(`${essay.path}/settings`)
  await page.getByRole('radio', { name: /^Members only/ }).check()
  await page.getByRole('button', { name: 'Save' }).first().click()
  await expect(page.getByText('Saved. Readers see it from now on.')).toBeVisible()
  await expect(page.getByRole('radio', { name: /^Members only/ })).toBeChecked()
  expect((await get(essay.path)).status).toBe(307)
  await page.getByRole('radio', { name: /^Everybody/ }).check()
  await page.getByRole('button', { name: 'Save' }).first().click()
  await expect(page.getByText('Saved. Readers see it from now on.')).toBeVisible()
  expect((await get(essay.path)).status).toBe(200)
})

test.describe('over HTTP', { tag: '@once' }, () => {
  test('from the answer to its author on, no guest gets a byte of a closed essay from any cache', async () => {
    const essay = await makeOwned('public')
    const root = await say(essay.author, first(essay), `Said of ${essay.secret}.`)
    const cookie = await cookieOf(essay.author)
    const { slug, path } = essay
    const pages = [
      ...['', '/p/1', '/p/2', '/p/1/comments?sort=newest', `/p/1/comments?at=${root}`].map((rest) => path + rest),
      ...['/history', '/history/1', '/history/1/p/1', '/history/compare?from=1&to=1'].map((rest) => path + rest),
      `/c/${root}`,
      ...[
        `/c/${root}/history`,
        `/c/${root}/reply`,
        `/c/${root}/vote`,
        `/c/${root}/flag`,
        `/p/${first(essay).id}/write`,
      ],
      ...[`/p/${first(essay).id}`, `/p/${first(essay).id}/then/1`],
    ]
    const doors = [
      `/api/essays/${slug}`,
      `/api/essays/${slug}/events`,
      `/api/paragraphs/${first(essay).id}/comments`,
      `/api/comments/${root}`,
      `/api/comments/${root}/replies`,
    ]
    const lists = [
      '/',
      '/api/essays',
      `/people/${essay.author.handle}`,
      // All but the last letter: a page of findings repeats what was asked.
      `/search?q=${essay.secret.slice(0, -1)}*`,
      '/log',
      '/robots.txt',
    ]
    const everywhere = [...pages, ...pages.map((page) => `/zh${page}`), ...doors, ...lists]
    // Everything is asked for, so that whatever keeps something has it: as bytes, in each encoding, as data for the router.
    const kept = new Map<string, string>()
    for (let turn = 0; turn < 2; turn++)
      for (const address of everywhere)
        for (const headers of WAYS) {
          if (address.endsWith('/events')) continue
          const { headers: said, text } = await get(address, headers)
          if (said.etag) kept.set(address, said.etag)
          if (turn === 0 && address === path && !headers['accept-encoding'] && !headers.rsc)
            expect(text).toContain(essay.secret)
        }
    expect(kept.has(path) && kept.has(`${path}/p/1`)).toBe(true)

    await set(essay, 'members', cookie)
    const check = async () => {
      for (const address of everywhere)
        for (const way of [...WAYS, { 'if-none-match': kept.get(address) ?? '*' }]) {
          const { status, headers, text } = await get(address, way)
          const what = `${address} ${JSON.stringify(way)}`
          expect(text, what).not.toContain(essay.secret)
          if (lists.some((one) => address.startsWith(one.split('?')[0] ?? '') && one !== '/') || address === '/')
            continue
          if (address.startsWith('/api/'))
            expect([status, JSON.parse(text).code], what).toEqual([401, 'sign-in-required'])
          else if (!way.rsc) expect(status, what).toBe(307)
          if (!way.rsc && !address.startsWith('/api/'))
            expect(headers.location, what).toMatch(/^(?:\/zh)?\/sign-in\?then=/)
          expect(headers['cache-control'], what).toContain('no-store')
        }
    }
    await check()
    // What a guest is led to is kept itself: the second time it comes from there.
    await check()

    // Its readers have it under the same address, and nobody keeps that.
    for (const address of pages) {
      const { status, headers, text } = await get(address, { cookie })
      if (status !== 307) expect(text, address).toContain(essay.secret)
      expect(headers['cache-control'], address).toContain('no-store')
      expect(headers.location ?? '', address).not.toContain('sign-in')
    }
    expect((await get(path)).text).not.toContain(essay.secret)
    expect((await get(path, { cookie: 'next-auth.session-token=made-up' })).headers.location).toContain(
      '/sign-in?then=',
    )

    await set(essay, 'public', cookie)
    for (const address of [path, `${path}/p/1`, `/zh${path}`]) {
      const { status, text } = await get(address)
      expect(status, address).toBe(200)
      expect(text, address).toContain(essay.secret)
    }
  })

  test('the pages inside have no address of their own', async () => {
    const essay = await makeOwned('members')
    const cookie = await cookieOf(essay.author)
    for (const [asked, leads] of [
      [`/members/${essay.slug}`, essay.path],
      [`/zh/members/${essay.slug}/p/2?x=1`, `/zh${essay.path}/p/2?x=1`],
    ] as const)
      for (const headers of [{}, { cookie }, { cookie, 'x-marginalia-inside': 'guessed' }] as Record<string, string>[])
        expect(await get(asked, headers)).toMatchObject({ status: 307, headers: { location: leads }, text: '' })
    const answered = await get(`${essay.path}/p/2`, { cookie }, 'HEAD')
    expect(answered).toMatchObject({ status: 200, text: '' })
    expect((await get(`${essay.path}/p/9`, { cookie })).status).toBe(404)
    expect((await get(`${essay.path}/p/9`)).status).toBe(307)
  })

  test('a stream ends for whoever may not hear of the essay any more, and goes on for the others', async ({
    reader,
  }) => {
    const essay = await makeOwned('public')
    const [author, cookie] = [await cookieOf(essay.author), await cookieOf(reader)]
    const events = `/api/essays/${essay.slug}/events`
    const [guest, member] = [await listen(events), await listen(events, { cookie })]
    await say(essay.author, first(essay), 'For all to hear.')
    for (const stream of [guest, member]) await expect.poll(stream.heard).toContain(first(essay).id)
    await set(essay, 'members', author)
    await expect.poll(guest.ended).toBe(true)
    const before = guest.heard()
    const second = essay.paragraphs[1] ?? { id: '' }
    await say(essay.author, second, 'For members to hear.')
    await expect.poll(member.heard).toContain(second.id)
    expect(guest.heard()).toBe(before)
    expect(guest.heard()).not.toContain('null')
    // Signed out meanwhile: the next event is not told.
    const third = essay.paragraphs[2] ?? { id: '' }
    await fetch(new URL('/do/people/sign-out', HOST), {
      method: 'POST',
      redirect: 'manual',
      headers: { cookie, origin: HOST.origin, 'content-type': 'application/x-www-form-urlencoded' },
      body: 'lang=en',
    })
    await say(essay.author, third, 'For those who stayed.')
    await expect.poll(member.ended).toBe(true)
    expect(member.heard()).not.toContain(third.id)
  })
})

const WAYS: Record<string, string>[] = [
  {},
  { 'accept-encoding': 'br' },
  { 'accept-encoding': 'gzip' },
  { rsc: '1' },
  { rsc: '1', 'next-router-prefetch': '1', 'next-router-segment-prefetch': '/_tree' },
]

type Answer = { status: number; headers: http.IncomingHttpHeaders; text: string }

/** The same, with the mark that the router's requests carry in their address: Next says which, if it is another. */
async function get(path: string, headers: Record<string, string> = {}, method = 'GET'): Promise<Answer> {
  const answer = await ask(path, headers, method)
  const marked = answer.headers.location
  return headers.rsc && marked?.includes('_rsc') ? ask(marked, headers, method) : answer
}

/** A request of a browser without a cache, unpacked. Streams are cut off by their headers. */
async function ask(path: string, headers: Record<string, string>, method: string): Promise<Answer> {
  const { createBrotliDecompress, createGunzip } = await import('node:zlib')
  return new Promise((resolve, reject) => {
    const request = http.request({ host: HOST.hostname, port: HOST.port, path, method, headers })
    request.on('response', (response) => {
      const { 'content-encoding': encoding, 'content-type': type = '' } = response.headers
      const said = { status: response.statusCode ?? 0, headers: response.headers }
      if (type.includes('event-stream')) {
        request.destroy()
        return resolve({ ...said, text: '' })
      }
      const unpack = encoding === 'br' ? createBrotliDecompress() : encoding === 'gzip' ? createGunzip() : undefined
      const body = unpack && method !== 'HEAD' ? response.pipe(unpack) : response
      const parts: Buffer[] = []
      body.on('data', (part: Buffer) => parts.push(part))
      body.on('end', () => resolve({ ...said, text: Buffer.concat(parts).toString() }))
      body.on('error', reject)
    })
    request.on('error', reject)
    request.end()
  })
}

async function cookieOf(person: SignedIn): Promise<string> {
  const { startSession } = await import('@/forum/people/sessions')
  return `next-auth.session-token=${(await startSession(person.id)).token}`
}

/** By the author's form: when it has answered, everything has to be over. */
async function set({ slug }: Closed, visibility: 'public' | 'members', cookie: string): Promise<void> {
  const answer = await fetch(new URL('/do/essays/settings', HOST), {
    method: 'POST',
    redirect: 'manual',
    headers: { cookie, origin: HOST.origin, 'content-type': 'application/x-www-form-urlencoded' },
    body: new URLSearchParams({ lang: 'en', slug, visibility, houseRules: '' }).toString(),
  })
  expect(answer.headers.get('location')).toContain('saved=1')
}

/** An open stream: what it has said so far, and whether it is over. */
function listen(path: string, headers: Record<string, string> = {}) {
  return new Promise<{ heard: () => string; ended: () => boolean }>((resolve, reject) => {
    const request = http.request({ host: HOST.hostname, port: HOST.port, path, headers })
    request.on('response', (response) => {
      let said = ''
      let over = false
      response.on('data', (part: Buffer) => {
        said += part.toString()
      })
      response.on('end', () => {
        over = true
      })
      resolve({ heard: () => said, ended: () => over })
    })
    request.on('error', reject)
    request.end()
  })
}
