import { readFile } from 'node:fs/promises'
import { hashSecret } from '@/lib/secret'
import { expect, makePerson, say, signIn, test, unique } from './fixtures'

test('a copy of everything is made, fetched by its person, and by nobody else', { tag: '@once' }, async ({
  page,
  browser,
  baseURL,
  essay,
  reader,
}) => {
  const words = unique('words of my own')
  await say(reader, essay.paragraph(1), words)
  const session = await signIn(page.context(), baseURL, reader)
  await page.goto('/settings')
  await page.getByRole('link', { name: 'Your data' }).click()
  await page.getByRole('button', { name: 'Make a copy' }).click()
  await expect(async () => {
    await page.reload()
    await expect(page.getByText(/^Ready until/)).toBeVisible({ timeout: 1_000 })
  }).toPass()

  const link = page.getByRole('link', { name: 'JSON', exact: true })
  const [download] = await Promise.all([page.waitForEvent('download'), link.click()])
  expect(download.suggestedFilename()).toBe('everything-about-me.json')
  const text = await readFile(await download.path(), 'utf8')
  const copy: Record<string, { body?: string }[]> = JSON.parse(text)
  expect(copy.Comment?.map(({ body }) => body)).toEqual([words])
  expect(text).not.toContain(hashSecret(session))

  await test.step('as a page that can be read', async () => {
    const file = page.getByRole('link', { name: 'Page to read' })
    const [asPage] = await Promise.all([page.waitForEvent('download'), file.click()])
    await page.setContent(await readFile(await asPage.path(), 'utf8'))
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('A copy of everything about you')
    await expect(page.getByText(words, { exact: true })).toBeVisible()
  })

  await test.step('others learn not even that there is one', async () => {
    const others = await browser.newContext()
    const fetch = () => others.request.get(download.url())
    const nobody = await fetch()
    await signIn(others, baseURL, await makePerson('other', 'owner'))
    const other = await fetch()
    expect([nobody.status(), other.status()]).toEqual([401, 404])
    for (const answer of [nobody, other]) expect(await answer.text()).not.toContain(words)
    await others.close()
  })
})

test('a token is shown once, does what it is for and no more, until it is taken back', { tag: '@once' }, async ({
  page,
  playwright,
  baseURL,
  essay,
  reader,
}) => {
  await signIn(page.context(), baseURL, reader)
  await page.goto('/settings/tokens')
  await page.getByLabel('What it is for').fill('the reading program')
  await page.getByRole('button', { name: 'Make a token' }).click()
  const token = (await page.getByRole('status').locator('code').textContent()) ?? ''
  await expect(page.getByRole('listitem').filter({ hasText: 'the reading program' })).toContainText('never used')

  const program = await playwright.request.newContext({
    baseURL,
    extraHTTPHeaders: { authorization: `Bearer ${token}` },
  })
  expect(await (await program.get('/api/me')).json()).toMatchObject({ handle: reader.handle })
  const comment = { data: { body: 'Written by a program' } }
  const refused = await program.post(`/api/paragraphs/${essay.paragraph(1).id}/comments`, comment)
  expect(refused.status()).toBe(403)

  await page.goto('/settings/tokens')
  await expect(page.getByText(token)).toHaveCount(0)
  await expect(page.getByRole('listitem').filter({ hasText: 'the reading program' })).toContainText('last used')
  await page.getByRole('button', { name: 'Take back the reading program' }).click()
  await expect(page.getByText('You have none.')).toBeVisible()
  expect((await program.get('/api/me')).status()).toBe(401)
  await program.dispose()
})

test('an account is deleted: its person is signed out, its name is nowhere, its words stay', { tag: '@once' }, async ({
  page,
  baseURL,
  essay,
  reader,
}) => {
  const words = unique('words that stay')
  await say(reader, essay.paragraph(1), words)
  const thread = `${essay.path}/p/1`
  await expect.poll(async () => (await page.request.get(thread)).text()).toContain(reader.handle)
  await signIn(page.context(), baseURL, reader)
  await page.goto('/settings/data')
  await page.getByRole('radio', { name: /^They stay/ }).check()
  await page.getByRole('button', { name: 'Delete my account for good' }).click()
  await expect(page).toHaveURL('/goodbye')
  await expect(page.getByRole('heading', { name: 'Your account is deleted' })).toBeVisible()

  await page.goto('/settings')
  await expect(page.getByRole('heading', { name: 'Sign in', exact: true })).toBeVisible()
  expect((await page.request.get(`/people/${reader.handle}`)).status()).toBe(404)
  await expect.poll(async () => (await page.request.get(thread)).text()).not.toContain(reader.handle)
  await page.goto(thread)
  await expect(page.getByRole('article').filter({ hasText: words })).toContainText('deleted account')
})
