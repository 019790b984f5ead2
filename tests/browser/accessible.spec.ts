import AxeBuilder from '@axe-core/playwright'
import type { Locator, Page } from '@playwright/test'
import { saveDraft } from '@/forum/essay/drafts'
import { publishRevision } from '@/forum/essay/publish'
import { changeEssay, changeParagraph } from '@/forum/essay/settings'
import { flagComment } from '@/forum/moderation/mutations'
import { setRole } from '@/forum/people/mutations'
import { db } from '@/lib/db'
import {
  commentSaying,
  expect,
  makePerson,
  openerOf,
  paragraphName,
  say,
  sayDeep,
  served,
  signIn,
  suspend,
  test,
  threadOf,
  visit,
} from './fixtures'

test.describe('axe finds nothing', { tag: '@scripts' }, () => {
  // Each page is looked at twice, in light and in dark, and a look takes its time.
  test.describe.configure({ timeout: 90_000 })

  test('on the essay and its threads', async ({ page, essay, reader, writer }) => {
    const ids = await sayDeep(writer, essay.paragraph(1), 7)
    await say(reader, essay.paragraph(1), '**Strong**, `code`, [a link](https://example.org)\n\n- one\n- two\n\n> said')
    await served(page, essay)
    const open = ['', '/p/1', '/p/2', `/p/1/comments?at=${ids[4]}`]
    await expectAccessible(
      page,
      open.map((path) => essay.path + path),
    )
  })

  test('where somebody writes', async ({ page, context, baseURL, essay, reader, writer, javaScriptEnabled }) => {
    const id = await say(writer, essay.paragraph(1), 'Answer me.')
    await say(reader, essay.paragraph(1), 'My own.')
    await served(page, essay)
    await signIn(context, baseURL, reader)
    await expectAccessible(page, [`/p/${essay.paragraph(3).id}/write`, `/c/${id}/reply`, `/c/${id}/flag`])
    await visit(page, `${essay.path}/p/1`, { scripts: javaScriptEnabled, as: reader })
    await page.getByRole('textbox').fill('x'.repeat(9_000))
    await page.getByRole('button', { name: 'Preview' }).click()
    await expect(page.getByRole('region', { name: 'Preview' }).locator('p')).toBeVisible()
    await expectNoViolations(page, 'a thread with a preview')
  })

  test('at the door and in the log', async ({ page }) => {
    await expectAccessible(page, ['/sign-in', '/sign-up', '/log', '/zh/log'])
  })

  test('on the moderators’ desk', async ({ page, context, baseURL, essay, reader, writer }) => {
    const id = await say(writer, essay.paragraph(1), 'Buy my carriage.')
    await flagComment(reader, id, { reason: 'spam' })
    const { id: caseId } = await db.case.findFirstOrThrow({ where: { commentId: id } })
    const owner = await makePerson('keeper', 'owner')
    const keeper = await makePerson('keeper')
    await setRole({ handle: keeper.handle, role: 'moderator', of: [essay.slug], byId: null })
    await suspend(writer, owner)
    await signIn(context, baseURL, owner)
    const pages = [
      '',
      `/cases/${caseId}`,
      '/people',
      `/people/${writer.handle}`,
      '/rules',
      '/figures',
      '/newcomers',
      '/settings',
    ]
    await expectAccessible(page, [...pages.map((path) => `/moderation${path}`), `/people/${keeper.handle}`])
  })

  test('on an author’s pages, with a discussion to decide about and one that is closed', async ({
    page,
    context,
    baseURL,
    essay,
    writer,
  }) => {
    const owner = await makePerson('owner', 'owner')
    const [first, second] = [essay.paragraph(1), essay.paragraph(2)]
    await say(writer, first, 'This one leaves the text.')
    const pinned = await say(writer, second, 'Where does this one go?')
    const settings = { question: 'Why?', locked: 'on', lockNote: 'Back on Monday.', pinned } as const
    await changeParagraph(owner, essay.slug, { paragraphId: second.id, ...settings })
    await changeEssay(owner, essay.slug, { visibility: 'public', houseRules: '*Be kind.*' })
    const source = `## A heading\n\nWhoever buys cheaply buys twice.\n\n- ${essay.paragraph(3).text}\n- and more\n\n| a | b |\n|---|---|\n| 1 | 2 |\n`
    await saveDraft(owner, essay.slug, { source, format: 'markdown' })
    await served(page, essay)
    await signIn(context, baseURL, owner)
    const pages = ['/revise', '/revise/preflight', '/settings', '/p/2', '/history'].map((path) => essay.path + path)
    await expectAccessible(page, [...pages, '/authoring', '/authoring/new'])
    await publishRevision({ slug: essay.slug, source, format: 'markdown', publishedById: null })
    await expectAccessible(page, [essay.path, `/p/${first.id}`, `/p/${first.id}/then/1`])
  })
})

async function expectAccessible(page: Page, paths: readonly string[]) {
  for (const path of paths) {
    await page.goto(path)
    for (const colorScheme of ['light', 'dark'] as const) {
      await page.emulateMedia({ colorScheme })
      await expectNoViolations(page, `${path}, ${colorScheme}`)
    }
  }
}

async function expectNoViolations(page: Page, where: string) {
  const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa']
  const { violations } = await new AxeBuilder({ page }).setLegacyMode().withTags(tags).analyze()
  const found = violations.flatMap(({ id, nodes }) =>
    nodes.map(({ target, html }) => `${id}: ${String(target)} ${html}`),
  )
  expect(found, where).toEqual([])
}

test('the whole way by keyboard alone', async ({
  page,
  context,
  baseURL,
  essay,
  reader,
  writer,
  isMobile,
  javaScriptEnabled,
}) => {
  await say(writer, essay.paragraph(2), 'Speak, keyboard.')
  await served(page, essay)
  await signIn(context, baseURL, reader)
  await visit(page, essay.path, { scripts: javaScriptEnabled, as: reader })

  await page.keyboard.press('Tab')
  await expect(page.getByRole('link', { name: 'Skip to the text' })).toBeFocused()
  await page.keyboard.press('Enter')
  await tabTo(page, openerOf(page, 2))
  await page.keyboard.press('Enter')
  const thread = threadOf(page, 2)
  if (javaScriptEnabled) await expect(thread).toBeFocused()
  else await expect(thread).toBeVisible()
  const field = thread.getByRole('textbox', { name: 'Write about paragraph 2' })
  await tabTo(page, field)
  await page.keyboard.type('Spoken.')
  await tabTo(page, thread.getByRole('button', { name: 'Comment', exact: true }))
  await page.keyboard.press('Enter')
  await expect(commentSaying(page, 'Spoken.')).toBeVisible()
  if (javaScriptEnabled) await expect(page.getByRole('listitem').filter({ hasText: 'Spoken.' })).toBeFocused()

  if (javaScriptEnabled) {
    await page.keyboard.press('Escape')
    await expect(thread).toBeHidden()
    await expect(openerOf(page, 2)).toBeFocused()
    await page.keyboard.press('Enter')
    await expect(thread).toBeFocused()
    await tabTo(page, field)
    await page.keyboard.type('Kept')
    await page.keyboard.press('Escape')
    await expect(thread).toBeHidden()
    await expect(openerOf(page, 2)).toBeFocused()
  } else {
    await page.goto(`${essay.path}/p/2`)
    await tabTo(page, thread.getByRole('link', { name: isMobile ? 'Back to the text' : 'Close the discussion' }))
    await page.keyboard.press('Enter')
    await expect(thread).toBeHidden()
    await expect(page).toHaveURL(`${essay.path}#p-2`)
  }
  await expect(openerOf(page, 2)).toHaveAccessibleName('Paragraph 2, 2 comments')
})

/** Presses Tab until the element has the focus; a page has an end. */
async function tabTo(page: Page, element: Locator) {
  for (let stop = 0; stop < 40; stop++) {
    await page.keyboard.press('Tab')
    if (await element.evaluate((one) => one === document.activeElement)) return
  }
  await expect(element).toBeFocused()
}

test('a thread is nested lists, and each paragraph has one labelled button', async ({
  page,
  essay,
  writer,
  isMobile,
}) => {
  const ids = await sayDeep(writer, essay.paragraph(1), 3)
  await served(page, essay)
  await page.goto(essay.path)
  for (const [index, count] of [3, 0, 0].entries()) {
    const links = page
      .locator(`#p-${index + 1}`)
      .getByRole('link')
      .and(page.locator(':not([tabindex="-1"])'))
    await expect(links).toHaveCount(1)
    await expect(links).toHaveAccessibleName(paragraphName(index + 1, count))
    const size = await links.boundingBox()
    expect(size?.height ?? 0).toBeGreaterThanOrEqual(isMobile ? 44 : 24)
  }
  await page.goto(`${essay.path}/p/1`)
  const lists = threadOf(page, 1).getByRole('list')
  await expect(lists).toHaveCount(3)
  await expect(lists.first().locator(`#c-${ids[0]} ul > #c-${ids[1]} ul > #c-${ids[2]}`)).toBeVisible()
  await expect(page.getByRole('tree')).toHaveCount(0)
})

test('the focus goes with the thread, and the loading sign shows only on a slow network', async ({
  page,
  essay,
  writer,
  isMobile,
  javaScriptEnabled,
}) => {
  await say(writer, essay.paragraph(1), 'At last.')
  await served(page, essay)
  await visit(page, essay.path, { scripts: javaScriptEnabled })
  if (javaScriptEnabled) {
    let release: () => void = () => undefined
    const held = new Promise<void>((resolve) => {
      release = resolve
    })
    await page.route(
      (url) => url.pathname === `${essay.path}/p/1`,
      async (route) => {
        await held
        await route.continue()
      },
    )
    await openerOf(page, 1).click()
    await expect(page.getByText('Loading the discussion…')).toBeVisible()
    release()
    await expect(page.getByText('Loading the discussion…')).toHaveCount(0)
    await expect(threadOf(page, 1)).toBeFocused()
    await threadOf(page, 1)
      .getByRole('link', { name: isMobile ? 'Back to the text' : 'Close the discussion' })
      .click()
    await expect(openerOf(page, 1)).toBeFocused()
  } else {
    await openerOf(page, 1).click()
    await expect(threadOf(page, 1).getByText('At last.')).toBeVisible()
    await expect(page.getByText('Loading the discussion…')).toHaveCount(0)
  }
})
