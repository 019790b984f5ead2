import type { Page } from '@playwright/test'
import { signUp as makePerson } from '@/forum/people/mutations'
import { makeApiToken } from '@/forum/people/tokens'
import { db } from '@/lib/db'
import { expect, signIn, test } from '../support/own-forum'

async function askForLink(page: Page, email: string): Promise<void> {
  const form = page.locator('form', { has: page.getByRole('button', { name: 'Send me a link' }) })
  await form.getByLabel('E-mail').fill(email)
  await form.getByRole('button', { name: 'Send me a link' }).click()
}

const linkIn = (mail: { text: string }) => /http:\/\/localhost:\d+\/\S*sign-in\/confirm\?\S+/.exec(mail.text)?.[0] ?? ''

test('a newcomer signs in by mail; scanners that open the link burn nothing; it works once', async ({
  page,
  request,
  forum,
  newcomer,
}) => {
  await page.goto('/sign-in?then=%2Fsettings')
  await askForLink(page, newcomer.email)
  await expect(page.getByRole('heading', { name: 'Look into your mail' })).toBeVisible()
  const mail = await forum.mailbox.next(newcomer.email)
  expect(mail.source).toContain('multipart/alternative')
  const link = linkIn(mail)
  for (const _ of [1, 2]) {
    expect((await request.get(link)).status()).toBe(200)
    expect((await request.head(link)).status()).toBe(200)
  }
  expect(await db.person.count({ where: { email: newcomer.email } })).toBe(0)
  await page.goto(link)
  await expect(page.getByText(`You sign in as ${newcomer.email}.`)).toBeVisible()
  await page.getByRole('button', { name: 'Sign in' }).click()
  await expect(page).toHaveURL('/settings')
  await expect(page.getByText(newcomer.email)).toBeVisible()
  expect(await db.person.findUnique({ where: { email: newcomer.email } })).toMatchObject({
    role: 'member',
    emailVerified: expect.any(Date),
  })

  await page.goto(link)
  await expect(page.getByRole('heading', { name: 'This link does not work' })).toBeVisible()
  const again = await request.post('/do/people/confirm-link', {
    form: { lang: 'en', secret: new URL(link).searchParams.get('token') ?? '', back: '/settings' },
    maxRedirects: 0,
    headers: { origin: forum.url },
  })
  expect(again.headers().location).toContain('/sign-in/confirm?')
  expect(again.headers()['set-cookie'] ?? '').not.toContain('session-token')
})

test('known and unknown addresses get the same answer', { tag: '@once' }, async ({ page, forum, newcomer }) => {
  const known = { handle: `${newcomer.handle}-k`, email: `known-${newcomer.email}`, password: newcomer.password }
  await makePerson(known.handle, known)
  const answers: (string | null)[] = []
  for (const email of [known.email, newcomer.email]) {
    await page.goto('/sign-in')
    await askForLink(page, email)
    await expect(page).toHaveURL('/sign-in/mail')
    answers.push(await page.getByRole('main').textContent())
    await forum.mailbox.next(email)
  }
  expect(answers[0]).toBe(answers[1])
})

test('whoever opened the account before the address was proved is locked out', async ({
  page,
  forum,
  newcomer,
  browser,
}) => {
  const { id } = await makePerson(newcomer.handle, newcomer)
  const token = await makeApiToken(newcomer.handle, 'made by the operator')
  const squatter = await browser.newPage({ baseURL: forum.url })
  await squatter.goto('/sign-in?then=%2Fsettings')
  await signIn(squatter, newcomer)
  await expect(squatter.getByText(newcomer.email)).toBeVisible()

  await page.goto('/sign-in')
  await askForLink(page, newcomer.email)
  await page.goto(linkIn(await forum.mailbox.next(newcomer.email)))
  await expect(page.getByText('This confirms the address for the first time.')).toBeVisible()
  expect(await db.credential.count({ where: { personId: id } })).toBe(1)
  await page.getByRole('button', { name: 'Sign in' }).click()
  await expect(page).toHaveURL('/')

  await squatter.goto('/settings')
  await expect(squatter.getByRole('heading', { name: 'Sign in', exact: true })).toBeVisible()
  await signIn(squatter, newcomer)
  await expect(squatter.getByRole('alert').filter({ hasText: 'do not fit together' })).toBeVisible()
  await squatter.close()
  // The operator's token is no way in that a stranger could have made.
  const me = await page.request.get('/api/me', { headers: { authorization: `Bearer ${token}` } })
  expect(await me.json()).toMatchObject({ handle: newcomer.handle })
})

test('the mail speaks the language of the page', async ({ page, forum, newcomer }) => {
  await page.goto('/zh/sign-in')
  const form = page.locator('form', { has: page.getByRole('button', { name: '把链接发给我' }) })
  await form.getByLabel('邮箱').fill(newcomer.email)
  await form.getByRole('button', { name: '把链接发给我' }).click()
  await expect(page.getByRole('heading', { name: '请查看邮箱' })).toBeVisible()
  const mail = await forum.mailbox.next(newcomer.email)
  expect(mail.text).toContain('有人（应该是您本人）')
  const link = linkIn(mail)
  expect(new URL(link).pathname).toBe('/zh/sign-in/confirm')
  await page.goto(link)
  await page.getByRole('button', { name: '登录' }).click()
  await expect(page).toHaveURL('/zh')
})

test('an address that is none is refused before any mail', { tag: '@once' }, async ({ request, forum }) => {
  const answer = await request.post('/do/people/magic-link', {
    form: { lang: 'en', email: 'nobody@', back: '/' },
    headers: { origin: forum.url },
  })
  expect(await answer.text()).toContain('This does not look like an e-mail address.')
})
