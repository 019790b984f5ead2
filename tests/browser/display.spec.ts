import type { Page } from '@playwright/test'
import { readDisplay } from '@/forum/people/display'
import { endSessions, expect, signIn, test, visit } from './fixtures'

const DARK = { theme: 'dark', text: 'larger', scheme: 'dark', size: '20px' }

const look = (page: Page) =>
  page.evaluate(() => {
    const { dataset } = document.documentElement
    const { colorScheme, fontSize } = getComputedStyle(document.documentElement)
    return { theme: dataset.theme, text: dataset.text, scheme: colorScheme, size: fontSize }
  })

async function choose(page: Page, theme: string, size: string) {
  await page.goto('/settings/display')
  await page.getByRole('radio', { name: theme }).check()
  await page.getByRole('radio', { name: size, exact: true }).check()
  await page.getByRole('button', { name: 'Save' }).click()
  await expect(page.getByRole('status').filter({ hasText: 'Saved.' })).toBeVisible()
}

test('a device keeps how pages look, from their first line on; the pages stay the same for everybody', {
  tag: '@once',
}, async ({ page, playwright, baseURL, essay }) => {
  await page.emulateMedia({ colorScheme: 'light' })
  await choose(page, 'Dark', 'Larger')
  expect(await look(page)).toEqual(DARK)

  // Nothing but what stands in the page itself runs: it is dark before any file of ours is there.
  await page.route(/\/_next\/.*\.js/, (route) => route.abort())
  await page.goto(essay.path)
  expect(await look(page)).toEqual(DARK)
  const others = await playwright.request.newContext({ baseURL })
  const [own, shared] = await Promise.all([page.request.get(essay.path), others.get(essay.path)])
  expect(await own.text()).toBe(await shared.text())
  await others.dispose()

  await page.unroute(/\/_next\/.*\.js/)
  await choose(page, 'As the system', 'Normal')
  expect(await look(page)).toEqual({ theme: undefined, text: undefined, scheme: 'light dark', size: '16px' })
})

test('a member finds it on the next device', { tag: '@once' }, async ({ page, browser, baseURL, essay, reader }) => {
  await signIn(page.context(), baseURL, reader)
  await choose(page, 'Dark', 'Larger')
  const next = await browser.newContext({ colorScheme: 'light' })
  const device = await next.newPage()
  await signIn(next, baseURL, reader)
  await visit(device, essay.path, { scripts: true, as: reader })
  await expect.poll(() => look(device)).toEqual(DARK)
  // What is switched where it works goes along as well.
  await device.getByRole('button', { name: 'Hide the marks' }).click()
  await device.goto('/keys')
  await device.getByRole('button', { name: 'Turn them off' }).click()
  await expect(device.getByText('Keys are off.')).toBeVisible()
  await expect.poll(() => readDisplay(reader)).toEqual({ theme: 'dark', textSize: 'larger', marks: 'off', keys: 'off' })
  await visit(page, essay.path, { scripts: true, as: reader })
  await expect(page.getByRole('button', { name: 'Hide the marks' })).toHaveAttribute('aria-pressed', 'true')
  await page.goto('/settings/display')
  await expect(page.getByRole('radio', { name: 'Hidden, their room stays' })).toBeChecked()
  await expect(page.getByRole('radio', { name: 'Off' })).toBeChecked()
  // From now on the device knows, whoever reads on it.
  await endSessions(reader)
  await device.goto(essay.path)
  expect(await look(device)).toEqual(DARK)
  await next.close()
})
