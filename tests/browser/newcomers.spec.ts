import { randomUUID } from 'node:crypto'
import type { BrowserContext, Page } from '@playwright/test'
import { makeInvitation } from '@/forum/admission/invitations'
import type { SignUpWay } from '@/forum/admission/ways'
import { addPerson } from '@/forum/people/add'
import { setRole } from '@/forum/people/mutations'
import { startSession } from '@/forum/people/sessions'
import { viewerOfPerson } from '@/forum/people/standing'
import { writeSetting } from '@/forum/settings/settings'
import { db } from '@/lib/db'
import { expect, signUp, test } from '../support/own-forum'

// How newcomers come in where not everybody does, by the real doors: a password, a mail, a provider.

const setPolicy = (way: SignUpWay, proofOfWork = false) =>
  db.$transaction((tx) => writeSetting(tx, 'signUp', { way, domains: [], refuseDisposable: false, proofOfWork }))

// The other tests of this forum sign up as they like.
test.afterEach(() => setPolicy('open'))

async function makeModerator() {
  const handle = `moderator-${randomUUID().slice(0, 8)}`
  const { id } = await addPerson({ handle })
  await setRole({ handle, role: 'moderator', byId: null })
  return viewerOfPerson(id)
}

async function become(context: BrowserContext, url: string, personId: string | null): Promise<void> {
  const { token } = await startSession(personId ?? '')
  await context.addCookies([{ name: 'next-auth.session-token', value: token, url, httpOnly: true }])
}

const invite = async (places: number) =>
  `/invitation/${(await makeInvitation(await makeModerator(), { places, days: 1 })).secret}`

async function write(page: Page, words: string): Promise<void> {
  await page.getByRole('textbox', { name: /^Write about paragraph/ }).fill(words)
  await page.getByRole('button', { name: 'Comment', exact: true }).click()
}

const elsewhere = async (page: Page, name: string) => {
  await page.getByRole('button', { name: 'Continue with Elsewhere' }).click()
  await page.getByPlaceholder('Enter any login').fill(name)
  await page.getByPlaceholder('and password').fill('any')
  await page.getByRole('button', { name: 'Sign-in' }).click()
  await page.getByRole('button', { name: 'Continue' }).click()
}

test('an invitation opens the door by a provider, and goes with the mail into another browser', {
  tag: '@plain',
}, async ({ page, browser, forum, newcomer }) => {
  await setPolicy('invitation')
  const other = `other-${newcomer.handle}`
  await test.step('without one there is a page that says so, and nobody is made', async () => {
    await page.goto('/sign-up')
    await expect(page.getByText('New accounts need an invitation here')).toBeVisible()
    await expect(page.getByLabel('Password')).toHaveCount(0)
    await page.goto('/sign-in')
    await elsewhere(page, `${other}+proved@example.org`)
    await expect(page.getByRole('alert').filter({ hasText: 'new accounts need an invitation' })).toBeVisible()
    expect(await db.person.count({ where: { email: `${other}@example.org` } })).toBe(0)
  })

  const invitation = await invite(2)
  await test.step('with one, by a mail that is opened in another browser', async () => {
    await page.goto(invitation)
    await page.getByRole('button', { name: 'Accept the invitation' }).click()
    await expect(page).toHaveURL('/sign-up')
    await page.getByRole('link', { name: 'by a link in a mail' }).click()
    const form = page.locator('form', { has: page.getByRole('button', { name: 'Send me a link' }) })
    await form.getByLabel('E-mail').fill(newcomer.email)
    await form.getByRole('button', { name: 'Send me a link' }).click()
    await expect(page).toHaveURL('/sign-in/mail')
    const { text } = await forum.mailbox.next(newcomer.email)
    const there = await browser.newPage({ baseURL: forum.url })
    await there.goto(/http:\/\/localhost:\d+\/\S*sign-in\/confirm\?\S+/.exec(text)?.[0] ?? '')
    await there.getByRole('button', { name: 'Sign in' }).click()
    await expect(there).toHaveURL('/')
    expect(await db.person.count({ where: { email: newcomer.email, invited: { isNot: null } } })).toBe(1)
    await there.close()
  })

  await test.step('and by the provider, whose person then writes', async () => {
    await page.goto('/sign-up')
    await page.getByRole('button', { name: 'Continue with Elsewhere' }).click()
    await expect(page).toHaveURL('/')
    expect(await db.person.count({ where: { email: `${other}@example.org`, invited: { isNot: null } } })).toBe(1)
    await page.goto('/essays/xiaomi-car-factory/p/1')
    await write(page, `Invited, ${other}.`)
    await expect(page.getByText(`Invited, ${other}.`)).toBeVisible()
    await page.goto(invitation)
    await expect(page.getByRole('heading', { name: 'This link does not work' })).toBeVisible()
  })
})

test('who waits reads and keeps what they write; a moderator lets them in, and it is told', { tag: '@once' }, async ({
  page,
  browser,
  forum,
  newcomer,
}) => {
  await setPolicy('approval')
  const thread = '/essays/xiaomi-car-factory/p/2'
  await signUp(page, newcomer, `/sign-up?then=${encodeURIComponent(thread)}`)
  await expect(page.getByRole('heading', { name: 'You can read, and soon write' })).toBeVisible()
  await page.getByRole('link', { name: 'Go on reading' }).click()
  await expect(page).toHaveURL(thread)
  const words = `Written while waiting, ${newcomer.handle}.`
  await write(page, words)
  await expect(page.getByText('A moderator has to let you in before you can write').first()).toBeVisible()
  await expect(page.getByRole('textbox', { name: /^Write about paragraph/ })).toHaveValue(words)

  const desk = await browser.newContext({ baseURL: forum.url })
  await become(desk, forum.url, (await makeModerator()).id)
  const list = await desk.newPage()
  await list.goto('/moderation')
  await list.getByRole('link', { name: /^Newcomers \d+\s+Waiting to be let in$/ }).click()
  await list.getByRole('button', { name: `Let in ${newcomer.handle}` }).click()
  await expect(list.getByRole('status').filter({ hasText: 'They are let in' })).toBeVisible()
  await desk.close()
  const mails = [await forum.mailbox.next(newcomer.email), await forum.mailbox.next(newcomer.email)]
  expect(mails.some(({ text }) => text.includes(`${newcomer.handle} can write there now`))).toBe(true)

  await page.getByRole('button', { name: 'Comment', exact: true }).click()
  await expect(page.getByRole('article').filter({ hasText: words })).toBeVisible()
  await page.goto('/notifications')
  await expect(page.getByRole('status').filter({ hasText: 'A moderator let you in' })).toBeVisible()
})

test('a browser that works lets its person write at once; one without scripts waits to be let in', {
  tag: '@plain',
}, async ({ page, newcomer, javaScriptEnabled }) => {
  await setPolicy('open', true)
  // Sent before the work can be done.
  await signUp(page, newcomer)
  await expect.poll(() => db.person.count({ where: { email: newcomer.email } })).toBe(1)
  const { admission } = await db.person.findUniqueOrThrow({
    where: { email: newcomer.email },
    select: { admission: { select: { state: true } } },
  })
  expect(admission).toEqual(javaScriptEnabled === false ? { state: 'waiting' } : null)
})
