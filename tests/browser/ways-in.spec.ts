import { randomUUID } from 'node:crypto'
import type { CDPSession, Page } from '@playwright/test'
import { signUp as makePerson } from '@/forum/people/mutations'
import { viewerOfPerson } from '@/forum/people/standing'
import { beginApp, confirmApp, readBegunApp } from '@/forum/security/second-step'
import { db } from '@/lib/db'
import { codeAt } from '@/lib/one-time-password'
import { expect, type Newcomer, signIn, test } from '../support/own-forum'

// Every way in but those of accounts.spec.ts and magic-link.spec.ts, as people go them.

const made = async (person: Newcomer) => {
  const { id } = await makePerson(randomUUID(), person)
  const viewer = await viewerOfPerson(id)
  if (viewer.role === 'guest') throw new Error('was not made')
  return viewer
}
const secure = '/sign-in?then=%2Fsettings%2Fsecurity'
const status = (page: Page, words: string) => page.getByRole('status').filter({ hasText: words })
/** One that is not used up yet, whenever it arrives. */
const nextCode = (secret: string) => codeAt(secret, Date.now() + 30_000)

test('an app is set up, asked for, and a recovery code opens instead', { tag: '@plain' }, async ({
  page,
  newcomer,
}) => {
  await made(newcomer)
  await page.goto(secure)
  await signIn(page, newcomer)
  await page.getByRole('button', { name: 'Set up an app' }).click()
  await expect(page.getByRole('img', { name: 'Square to be read' })).toBeVisible()
  const secret = ((await page.locator('code').textContent()) ?? '').replace(/\s/g, '')
  await page.getByLabel('Code of the app').fill('000000')
  await page.getByRole('button', { name: 'Confirm', exact: true }).click()
  await expect(page.getByRole('alert').filter({ hasText: 'does not fit' })).toBeVisible()
  await page.getByLabel('Code of the app').fill(codeAt(secret))
  await page.getByRole('button', { name: 'Confirm', exact: true }).click()
  await expect(status(page, 'asks for a second step')).toBeVisible()
  const codes = await page.getByRole('region', { name: 'Your recovery codes' }).getByRole('listitem').allTextContents()
  expect(codes).toHaveLength(10)
  await page.getByRole('button', { name: 'I have kept them' }).click()
  await expect(page.getByText(codes[0] ?? '')).toHaveCount(0)

  const second = async (code: string) => {
    await page.goto('/settings')
    await page.getByRole('button', { name: 'Sign out' }).click()
    await expect(page).toHaveURL('/')
    await page.goto(secure)
    await signIn(page, newcomer)
    await expect(page.getByRole('heading', { name: 'Second step' })).toBeVisible()
    // The password alone opens nothing.
    expect(await (await page.request.get('/api/me')).json()).toMatchObject({ role: 'guest' })
    await page.getByLabel('Code').fill(code)
    await page.getByRole('button', { name: 'Go on' }).click()
  }
  await second(nextCode(secret))
  await expect(page).toHaveURL('/settings/security')
  await second(codes[3] ?? '')
  await expect(page.getByText('9 of 10 recovery codes are left.')).toBeVisible()
})

test('sessions are listed with their devices; ended ones are out at their next request', { tag: '@once' }, async ({
  page,
  newcomer,
  browser,
  baseURL,
}) => {
  await made(newcomer)
  const other = await browser.newContext({
    baseURL,
    userAgent: 'Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0',
  })
  const there = await other.newPage()
  for (const one of [there, page]) {
    await one.goto(secure)
    await signIn(one, newcomer)
    await expect(one).toHaveURL('/settings/security')
  }
  await page.reload()
  const items = page.getByRole('region', { name: 'Where you are signed in' }).getByRole('listitem')
  await expect(items).toHaveCount(2)
  await expect(items.first()).toContainText('This browser')
  await expect(items.last()).toContainText('Firefox, Linux')
  await expect(items.last()).toContainText('on the network you are on now')
  await page.getByRole('button', { name: 'End the session of Firefox, Linux' }).click()
  await expect(items).toHaveCount(1)
  await there.goto('/settings')
  await expect(there.getByRole('heading', { name: 'Sign in', exact: true })).toBeVisible()
  await other.close()
})

test('a forgotten password is set anew by a mail whose link can be opened by anybody, and used once', {
  tag: '@plain',
}, async ({ page, request, forum, newcomer }) => {
  await made(newcomer)
  const ask = async (email: string) => {
    await page.goto('/sign-in')
    await page.getByRole('link', { name: 'Forgotten password' }).click()
    await page.getByLabel('E-mail').fill(email)
    await page.getByRole('button', { name: 'Send me the link' }).click()
    await expect(page.getByText('If there is an account with this address')).toBeVisible()
    const mail = await forum.mailbox.next(email)
    return { mail, link: /http:\/\/localhost:\d+\/\S*new-password\?\S+/.exec(mail.text)?.[0] }
  }
  const nobody = await ask(`nobody-${randomUUID()}@example.org`)
  expect(nobody.link).toBeUndefined()
  expect(nobody.mail.text).toContain('There is no account with this address.')
  const link = (await ask(newcomer.email)).link ?? ''
  for (const method of ['GET', 'HEAD']) expect((await request.fetch(link, { method })).status()).toBe(200)
  await page.goto(link)
  await page.getByLabel('New password').fill('sunshine')
  await page.getByRole('button', { name: 'Set the password' }).click()
  await expect(page.getByLabel('New password')).toHaveAccessibleDescription(/among the first that somebody would try/)
  const password = 'quite another phrase'
  await page.getByLabel('New password').fill(password)
  await page.getByRole('button', { name: 'Set the password' }).click()
  await expect(status(page, 'Your new password is set.')).toBeVisible()
  expect((await forum.mailbox.next(newcomer.email)).text).toContain('was changed')
  await page.goto(link)
  await expect(page.getByRole('heading', { name: 'This link does not work' })).toBeVisible()
  await page.goto(secure)
  await signIn(page, { ...newcomer, password })
  await expect(page).toHaveURL('/settings/security')

  await test.step('and the address is changed, confirmed in this account, and the old one told', async () => {
    const email = `moved-${randomUUID()}@example.org`
    await page.getByLabel('New address').fill(email)
    await page.getByRole('button', { name: 'Change the address' }).click()
    await expect(status(page, 'A mail with a link is on its way')).toBeVisible()
    const confirm =
      /http:\/\/localhost:\d+\/\S*security\/confirm\?\S+/.exec((await forum.mailbox.next(email)).text)?.[0] ?? ''
    expect((await request.get(confirm)).url()).toContain('/sign-in')
    await page.goto(confirm)
    await page.getByRole('button', { name: 'Confirm the address' }).click()
    await expect(status(page, 'Your address is confirmed.')).toBeVisible()
    expect((await forum.mailbox.next(newcomer.email)).text).toContain('another e-mail address')
    expect(await db.person.findUnique({ where: { email } })).toMatchObject({ handle: newcomer.handle })
  })
})

/** A security key that Chromium plays: with or without a PIN of its holder. */
async function withKey(page: Page, isUserVerified: boolean): Promise<CDPSession> {
  const session = await page.context().newCDPSession(page)
  await session.send('WebAuthn.enable')
  await session.send('WebAuthn.addVirtualAuthenticator', {
    options: {
      protocol: 'ctap2',
      transport: 'usb',
      hasResidentKey: true,
      hasUserVerification: isUserVerified,
      isUserVerified,
      automaticPresenceSimulation: true,
    },
  })
  return session
}

async function addKey(page: Page): Promise<void> {
  await page.getByLabel('Name of a new passkey').fill('My key')
  await page.getByRole('button', { name: 'Add a passkey' }).click()
  await expect(status(page, 'The passkey is added.')).toBeVisible()
}

async function signOut(page: Page): Promise<void> {
  await page.goto('/settings')
  await page.getByRole('button', { name: 'Sign out' }).click()
  await expect(page).toHaveURL('/')
}

test('a passkey that checks its holder signs in alone, past a second step', { tag: '@once' }, async ({
  page,
  newcomer,
}) => {
  const viewer = await made(newcomer)
  await beginApp(viewer)
  await page.goto(secure)
  await signIn(page, newcomer)
  await withKey(page, true)
  await addKey(page)
  await confirmApp(viewer, codeAt((await readBegunApp(viewer)) ?? ''))
  await signOut(page)
  await page.goto(secure)
  await page.getByRole('button', { name: 'Sign in with a passkey' }).click()
  await expect(page).toHaveURL('/settings/security')
  await expect(page.getByText('last used')).not.toHaveCount(0)
  await page.getByRole('button', { name: 'Remove My key' }).click()
  await expect(status(page, 'The passkey is removed.')).toBeVisible()
  await signOut(page)
  await page.goto(secure)
  await page.getByRole('button', { name: 'Sign in with a passkey' }).click()
  await expect(page.getByRole('alert').filter({ hasText: 'not accepted' })).toBeVisible()
})

test('a plain security key, which checks nobody, is a second step', { tag: '@once' }, async ({ page, newcomer }) => {
  await made(newcomer)
  await page.goto(secure)
  await signIn(page, newcomer)
  await withKey(page, false)
  await addKey(page)
  await page.getByRole('button', { name: 'Ask for a second step', exact: true }).click()
  await expect(page.getByRole('heading', { name: 'Your recovery codes' })).toBeVisible()
  await signOut(page)
  await page.goto(secure)
  await signIn(page, newcomer)
  await expect(page.getByRole('heading', { name: 'Second step' })).toBeVisible()
  await page.getByRole('button', { name: 'Sign in with a passkey' }).click()
  await expect(page).toHaveURL('/settings/security')
})

test('what opens an account is changed only soon after signing in; any way in will do', { tag: '@once' }, async ({
  page,
  newcomer,
}) => {
  const viewer = await made(newcomer)
  await page.goto(secure)
  await signIn(page, newcomer)
  await db.session.updateMany({ where: { userId: viewer.id }, data: { provenAt: new Date(Date.now() - 3_600_000) } })
  await page.getByRole('button', { name: 'Set up an app' }).click()
  await expect(status(page, 'Please sign in once more')).toBeVisible()
  await signIn(page, newcomer)
  await expect(page).toHaveURL(/\/settings\/security/)
  await page.getByRole('button', { name: 'Set up an app' }).click()
  await expect(page.getByLabel('Code of the app')).toBeVisible()
})

test('a provider signs newcomers in, never as somebody with the same address; connecting is asked for', {
  tag: '@once',
}, async ({ page, newcomer }) => {
  await made(newcomer)
  const elsewhere = async (name: string) => {
    await page.getByPlaceholder('Enter any login').fill(name)
    await page.getByPlaceholder('and password').fill('any')
    await page.getByRole('button', { name: 'Sign-in' }).click()
    await page.getByRole('button', { name: 'Continue' }).click()
  }
  const forgetElsewhere = () => page.context().clearCookies({ name: /^_session|^_interaction/ })

  await test.step('a newcomer', async () => {
    await page.goto(secure)
    await page.getByRole('button', { name: 'Continue with Elsewhere' }).click()
    const other = `other-${newcomer.handle}`
    await elsewhere(`${other}+proved@example.org`)
    await expect(page).toHaveURL('/settings/security')
    const person = await db.person.findUniqueOrThrow({ where: { email: `${other}@example.org` } })
    expect(person).toMatchObject({ role: 'member', emailVerified: expect.any(Date) })
    await expect(page.getByRole('button', { name: 'Disconnect Elsewhere' })).toBeVisible()
    await signOut(page)
  })

  await test.step('an address that an account has opens it to nobody', async () => {
    await forgetElsewhere()
    await page.goto(secure)
    await page.getByRole('button', { name: 'Continue with Elsewhere' }).click()
    await elsewhere(newcomer.email.replace('@', '+proved@'))
    await expect(
      page.getByRole('alert').filter({ hasText: 'There is an account with this e-mail already' }),
    ).toBeVisible()
    expect(await (await page.request.get('/api/me')).json()).toMatchObject({ role: 'guest' })
  })

  await test.step('nor is it connected by signing in there while signed in here', async () => {
    await page.goto(secure)
    await signIn(page, newcomer)
    await page.goto(`${secure}&again=1`)
    await page.getByRole('button', { name: 'Continue with Elsewhere' }).click()
    await expect(page.getByRole('alert').filter({ hasText: 'is not connected to yours' })).toBeVisible()
  })

  await test.step('it is by the button of the settings, and then opens the account', async () => {
    await page.goto('/settings/security')
    await page.getByRole('button', { name: 'Connect Elsewhere' }).click()
    await expect(page.getByRole('button', { name: 'Disconnect Elsewhere' })).toBeVisible()
    await signOut(page)
    await page.goto(secure)
    await page.getByRole('button', { name: 'Continue with Elsewhere' }).click()
    await expect(page).toHaveURL('/settings/security')
    await expect(page.getByText(newcomer.email, { exact: false }).first()).toBeVisible()
  })
})
