import { readFile } from 'node:fs/promises'
import type { Page } from '@playwright/test'
import { deleteComment } from '@/forum/comments/mutations'
import { splitFrontMatter } from '@/forum/essay/front-matter'
import { vote } from '@/forum/votes/mutations'
import { newId } from '@/lib/id'
import {
  commentById,
  commentSaying,
  expect,
  expectNoSidewaysScrolling,
  makeEssay,
  openerOf,
  paragraphName,
  say,
  sayDeep,
  sayMany,
  served,
  signIn,
  test,
  threadOf,
  unique,
  visit,
} from './fixtures'

const THOUGHT = /^Thought number \d+\.$/
const thoughts = (page: Page) => page.getByText(THOUGHT)
/** The essay's own text, not the thread beside it. */
const article = (page: Page, { title }: { title: string }) => page.getByRole('article', { name: title })
const box = async (page: Page, essay: { title: string }, text: string) =>
  article(page, essay).getByText(text).boundingBox()

test.describe('the text', () => {
  test('is there word for word, and nothing but it', async ({ page }) => {
    const { front, text } = splitFrontMatter(await readFile('seeds/essay.md', 'utf8'))
    await page.goto(`/essays/${front.slug}`)
    await expect(page.getByRole('heading', { level: 1 })).toHaveText(front.title ?? '')
    const paragraphs = text.trim().split(/\n\s*\n/)
    await expect(page.getByRole('main').locator('section > p:first-of-type')).toHaveText(paragraphs)
    await expect(page.getByText(front.note ?? '')).toBeVisible()
  })

  test('says how many comments each paragraph has', async ({ page, essay, writer }) => {
    const [first, second] = [essay.paragraph(1), essay.paragraph(2)]
    await sayMany(writer, second, 2)
    await say(writer, first, 'One alone.')
    await served(page, essay)
    await page.goto(essay.path)
    await expect(page.getByRole('link', { name: 'Paragraph 1, 1 comment', exact: true })).toHaveText('1 comment')
    await expect(page.getByRole('link', { name: 'Paragraph 2, 2 comments', exact: true })).toHaveText('2 comments')
    await expect(page.getByText('3 comments', { exact: true })).toBeVisible()
  })

  test('offers a quiet way in where nobody has written', async ({ page, essay, isMobile }) => {
    await served(page, essay)
    await page.goto(essay.path)
    const discuss = page.getByRole('link', { name: 'Paragraph 3, discuss' })
    await expect(discuss).toHaveText('Discuss')
    await expect(page.getByText('0 comments')).toHaveCount(0)
    await expect(discuss).toHaveCSS('opacity', isMobile ? '1' : '0')
    await openerOf(page, 2).focus()
    await page.keyboard.press('Tab')
    await expect(discuss).toBeFocused()
    await expect(discuss).toHaveCSS('opacity', '1')
    await page.keyboard.press('Enter')
    await expect(threadOf(page, 3).getByText('Nobody has written about this paragraph yet.')).toBeVisible()
  })

  test('is copied without marks', async ({ page, essay, writer }) => {
    for (const paragraph of essay.paragraphs) await say(writer, paragraph, 'A mark beside it.')
    await served(page, essay)
    await page.goto(essay.path)
    const copied = await page.evaluate(() => {
      const selection = document.getSelection()
      const sections = document.querySelectorAll('main section')
      const last = sections[sections.length - 1]
      if (!selection || !sections[0] || !last) return ''
      selection.setBaseAndExtent(sections[0], 0, last, last.childNodes.length)
      return selection.toString()
    })
    const lines = copied.split('\n').filter((line) => line.trim() !== '')
    expect(lines).toEqual(essay.paragraphs.map(({ text }) => text))
  })

  test('is printed without marks, menus or the open thread', async ({ page, essay, writer }) => {
    const first = essay.paragraph(1)
    await say(writer, first, 'Not for the printer.')
    await served(page, essay)
    await page.goto(`${essay.path}/p/1`)
    await page.emulateMedia({ media: 'print' })
    for (const { text } of essay.paragraphs) await expect(article(page, essay).getByText(text)).toBeVisible()
    await expect(openerOf(page, 1)).toBeHidden()
    await expect(page.getByText('Not for the printer.')).toBeHidden()
    await expect(page.getByRole('banner')).toBeHidden()
    await expect(page.getByRole('contentinfo')).toBeHidden()
  })

  test('is dark where the reader likes it dark', async ({ page, essay }) => {
    await served(page, essay)
    await page.emulateMedia({ colorScheme: 'dark' })
    await page.goto(essay.path)
    await expect(page.locator('body')).toHaveCSS('background-color', 'rgb(23, 22, 20)')
    await expect(page.locator('body')).toHaveCSS('color', 'rgb(235, 230, 219)')
    await page.emulateMedia({ colorScheme: 'light' })
    await expect(page.locator('body')).toHaveCSS('background-color', 'rgb(251, 249, 244)')
  })
})

test.describe('a thread', () => {
  test('opens without the text moving, has an address and a title, and Back closes it', async ({
    page,
    essay,
    writer,
    isMobile,
    javaScriptEnabled,
  }) => {
    const second = essay.paragraph(2)
    await say(writer, second, 'What about the coachmen?')
    await served(page, essay)
    await visit(page, essay.path, { scripts: javaScriptEnabled })
    const before = await box(page, essay, second.text)
    await openerOf(page, 2).click()
    const thread = threadOf(page, 2)
    await expect(thread.getByText('What about the coachmen?')).toBeVisible()
    await expect(page).toHaveURL(`${essay.path}/p/2`)
    await expect(page).toHaveTitle(new RegExp(`^Paragraph 2 · ${essay.title}`))
    await expect(page.getByRole('main')).toBeVisible()
    if (isMobile) {
      await expect(article(page, essay)).toBeHidden()
      await expect(thread.getByRole('link', { name: 'Back to the text' })).toBeInViewport()
    } else {
      expect(await box(page, essay, second.text)).toEqual(before)
    }
    await page.goBack()
    await expect(thread).toBeHidden()
    await expect(page).toHaveURL(essay.path)
    await expect(page).toHaveTitle(new RegExp(`^${essay.title}`))
    await expect(article(page, essay).getByText(second.text)).toBeInViewport()
    if (!isMobile) expect(await box(page, essay, second.text)).toEqual(before)
  })

  test('of a paragraph far down opens at its top, and closing leads back to that paragraph', async ({
    page,
    writer,
    isMobile,
    javaScriptEnabled,
  }) => {
    const essay = await makeEssay(
      Array.from({ length: 14 }, (_, index) => `${'Long is the road. '.repeat(20)}${index}`),
    )
    const last = essay.paragraph(14)
    await sayMany(writer, last, 5)
    await served(page, essay)
    await visit(page, essay.path, { scripts: javaScriptEnabled })
    await openerOf(page, 14).click()
    const thread = threadOf(page, 14)
    await expect(thread.getByRole('heading', { name: 'Paragraph 14' })).toBeInViewport()
    // The text's end stays before the reader where it is shown beside the thread.
    if (!isMobile && javaScriptEnabled) await expect(article(page, essay).getByText(last.text)).toBeInViewport()
    await thread.getByRole('link', { name: isMobile ? 'Back to the text' : 'Close the discussion' }).click()
    await expect(thread).toBeHidden()
    await expect(openerOf(page, 14)).toBeInViewport()
  })

  test('is a drawer over the margin in a window of middle width', async ({
    page,
    essay,
    writer,
    javaScriptEnabled,
  }) => {
    const first = essay.paragraph(1)
    await say(writer, first, 'In a drawer.')
    await served(page, essay)
    await page.setViewportSize({ width: 820, height: 1180 })
    await visit(page, essay.path, { scripts: javaScriptEnabled })
    const before = await box(page, essay, first.text)
    await openerOf(page, 1).click()
    const thread = threadOf(page, 1)
    await expect(thread.getByText('In a drawer.')).toBeVisible()
    expect(await box(page, essay, first.text)).toEqual(before)
    const drawer = await thread.boundingBox()
    expect(drawer && drawer.x + drawer.width).toBe(820)
    expect(drawer?.width).toBe(440)
    await expectNoSidewaysScrolling(page)
    await thread.getByRole('link', { name: 'Close the discussion' }).click()
    await expect(thread).toBeHidden()
  })

  test('has its paragraph above it where it takes the place of the text', async ({ page, essay }) => {
    await served(page, essay)
    await page.setViewportSize({ width: 390, height: 844 })
    await page.goto(`${essay.path}/p/2`)
    const pinned = threadOf(page, 2).getByRole('group')
    const words = pinned.getByText(essay.paragraph(2).text)
    await expect(words).toBeInViewport()
    const short = (await words.boundingBox())?.height ?? 0
    await pinned.getByText('Show all').click()
    await expect(pinned.getByText('Show all')).toBeHidden()
    expect((await words.boundingBox())?.height ?? 0).toBeGreaterThan(short)
    await expectNoSidewaysScrolling(page)
  })

  test('of up to five comments is open as a whole, the oldest first', async ({ page, essay, writer }) => {
    const first = essay.paragraph(1)
    const [id] = await sayMany(writer, first, 4)
    await say(writer, first, 'An answer among them.', id)
    await served(page, essay)
    await page.goto(`${essay.path}/p/1`)
    await expect(thoughts(page)).toHaveText([1, 2, 3, 4].map((number) => `Thought number ${number}.`))
    await expect(commentById(page, id ?? '').getByText('An answer among them.')).toBeVisible()
    await expect(page.getByRole('link', { name: /more/i })).toHaveCount(0)
  })

  test('of six to fifty shows the best three and the others by one button', async ({
    page,
    essay,
    writer,
    reader,
    javaScriptEnabled,
  }) => {
    const first = essay.paragraph(1)
    const ids = await sayMany(writer, first, 8)
    await vote(reader, ids[6] ?? '')
    await served(page, essay)
    await visit(page, `${essay.path}/p/1`, { scripts: javaScriptEnabled })
    await expect(thoughts(page)).toHaveText(['Thought number 7.', 'Thought number 1.', 'Thought number 2.'])
    await page.getByRole('link', { name: '5 more' }).click()
    // Without scripts the link leads to a page of those that follow; with them they come in below.
    await expect(thoughts(page)).toHaveCount(javaScriptEnabled ? 8 : 5)
    await expect(thoughts(page).last()).toHaveText('Thought number 8.')
    if (javaScriptEnabled) await expect(commentById(page, ids[2] ?? '')).toBeFocused()
  })

  test('of more than fifty comes twenty at a time, in the order the reader chooses', async ({
    page,
    essay,
    writer,
    javaScriptEnabled,
  }) => {
    const first = essay.paragraph(1)
    await sayMany(writer, first, 60)
    await served(page, essay)
    await visit(page, `${essay.path}/p/1`, { scripts: javaScriptEnabled })
    await expect(thoughts(page)).toHaveCount(20)
    await page.getByRole('link', { name: '40 more' }).click()
    await expect(thoughts(page)).toHaveCount(javaScriptEnabled ? 40 : 20)
    await page.getByRole('link', { name: 'More comments' }).click()
    await expect(thoughts(page)).toHaveCount(javaScriptEnabled ? 60 : 20)
    await expect(page.getByRole('link', { name: 'More comments' })).toHaveCount(0)

    const order = page.getByRole('navigation', { name: 'Order' })
    await expect(order.getByRole('link', { name: 'Best first' })).toHaveAttribute('aria-current', 'true')
    await order.getByRole('link', { name: 'Newest first' }).click()
    await expect(page).toHaveURL(`${essay.path}/p/1/comments?sort=newest`)
    await expect(page).toHaveTitle(new RegExp(`^Paragraph 1 · ${essay.title}`))
    await expect(thoughts(page).first()).toHaveText('Thought number 60.')
    await expect(thoughts(page)).toHaveCount(20)
    await page.getByRole('link', { name: 'More comments' }).click()
    await expect(thoughts(page).last()).toHaveText('Thought number 21.')
    await order.getByRole('link', { name: 'Oldest first' }).click()
    await expect(thoughts(page).first()).toHaveText('Thought number 1.')
    await expect(thoughts(page)).toHaveCount(20)
  })

  test('whose rest was taken away does not say that nobody wrote', async ({ page, essay, writer }) => {
    const [, last] = await sayMany(writer, essay.paragraph(1), 2)
    const first = await page.request.get(`/api/paragraphs/${essay.paragraph(1).id}/comments?sort=oldest&limit=1`)
    const { nextCursor } = await first.json()
    await deleteComment(writer, last ?? '')
    await served(page, essay)
    await page.goto(`${essay.path}/p/1/comments?sort=oldest&cursor=${nextCursor}`)
    await expect(threadOf(page, 1).getByText('There are no more comments here.')).toBeVisible()
    await expect(page.getByText('Nobody has written')).toHaveCount(0)
  })

  test('shows the first replies and brings the others when they are asked for', async ({
    page,
    essay,
    writer,
    javaScriptEnabled,
  }) => {
    const first = essay.paragraph(1)
    const id = await say(writer, first, 'Who agrees?')
    for (let number = 1; number <= 7; number++) await say(writer, first, `Reply ${number}.`, id)
    await served(page, essay)
    await visit(page, `${essay.path}/p/1`, { scripts: javaScriptEnabled })
    await expect(page.getByText(/^Reply \d\.$/)).toHaveCount(3)
    await page.getByRole('link', { name: '4 more replies' }).click()
    await expect(page.getByText(/^Reply \d\.$/)).toHaveText([1, 2, 3, 4, 5, 6, 7].map((number) => `Reply ${number}.`))
    await expect(commentById(page, id).getByText('Reply 7.')).toBeVisible()
  })

  test('twelve levels deep stays readable on the narrowest phone', async ({
    page,
    essay,
    writer,
    javaScriptEnabled,
  }) => {
    const first = essay.paragraph(1)
    const ids = await sayDeep(writer, first, 13)
    await served(page, essay)
    for (const width of [320, 390, 1100]) {
      await page.setViewportSize({ width, height: 844 })
      await visit(page, `${essay.path}/p/1`, { scripts: javaScriptEnabled })
      // Asked for once, the exchange comes further on the same page; then it goes on at a page of its own.
      if (javaScriptEnabled) await expect(commentSaying(page, 'Level 5 of')).toBeVisible()
      const deepest = page.getByText(/^Level \d+ of the exchange\.$/).last()
      expect((await deepest.boundingBox())?.width).toBeGreaterThanOrEqual(200)
      await expectNoSidewaysScrolling(page)
      await page.getByRole('link', { name: `Continue this thread below ${writer.handle}` }).click()
      await expect(commentById(page, ids[5] ?? '')).toBeVisible()
      await expect(page.getByText('Level 10 of the exchange.')).toBeVisible()
      await expect(page.getByText('Level 4 of the exchange.')).toBeVisible()
      const further = page.getByText(/^Level \d+ of the exchange\.$/).last()
      expect((await further.boundingBox())?.width).toBeGreaterThanOrEqual(200)
      await expectNoSidewaysScrolling(page)
    }
  })
})

test.describe('permanent links', () => {
  test('lead to a comment on the first page, in a long thread and deep down, and to a paragraph', async ({
    page,
    essay,
    writer,
  }) => {
    const [first, second, third] = [essay.paragraph(1), essay.paragraph(2), essay.paragraph(3)]
    const [, short] = await sayMany(writer, first, 3)
    const many = await sayMany(writer, second, 60)
    const deep = await sayDeep(writer, third, 13)
    await served(page, essay)
    await page.goto(`/c/${short}`)
    await expect(page).toHaveURL(`${essay.path}/p/1#c-${short}`)
    await expect(commentById(page, short ?? '')).toBeInViewport()
    await page.goto(`/c/${many[57]}`)
    await expect(page).toHaveURL(`${essay.path}/p/2/comments?at=${many[57]}#c-${many[57]}`)
    await expect(page.getByText('Thought number 58.')).toBeInViewport()
    await page.goto(`/c/${deep[12]}`)
    await expect(page.getByText('Level 12 of the exchange.')).toBeInViewport()
    await expect(page.getByText('Level 0 of the exchange.')).toBeAttached()
    await page.getByRole('link', { name: 'The whole discussion' }).click()
    await expect(page).toHaveURL(`${essay.path}/p/3`)
    await page.goto(`/p/${second.id}`)
    await expect(page).toHaveURL(`${essay.path}/p/2#p-2`)
    await expect(threadOf(page, 2).getByRole('heading', { name: 'Paragraph 2' })).toBeInViewport()
  })

  test('to nothing say so', async ({ page, essay }) => {
    await served(page, essay)
    const nowhere = [
      `/c/${newId()}`,
      `/p/${newId()}`,
      '/c/not-an-id',
      `/p/${newId()}/write`,
      `/c/${newId()}/reply`,
      `${essay.path}/p/99`,
      `${essay.path}/p/99/comments`,
      `${essay.path}/p/1/comments?at=${newId()}`,
      `${essay.path}/p/1/comments?cursor=made-up`,
      `/essays/${unique('nothing')}`,
      `/zh/c/${newId()}`,
    ]
    for (const path of nowhere) expect((await page.request.get(path)).status(), path).toBe(404)
    await page.goto(`/zh${essay.path}/p/99`)
    await expect(page.getByRole('heading', { name: '这里没有内容' })).toBeVisible()
    await page.goto(`/c/${newId()}`)
    await page.getByRole('link', { name: 'To the front page' }).click()
    await expect(page).toHaveURL('/')
  })
})

test('text that runs from right to left stands so, wherever it is drawn', async ({
  page,
  context,
  baseURL,
  reader,
}) => {
  const words = 'هذا نص يُقرأ من اليمين إلى اليسار.'
  const essay = await makeEssay([words])
  await say(reader, essay.paragraph(1), words)
  await served(page, essay)
  await signIn(context, baseURL, reader)
  await page.goto(essay.path)
  await expect(article(page, essay).getByText(words)).toHaveCSS('direction', 'rtl')
  await page.goto(`${essay.path}/p/1`)
  await expect(threadOf(page, 1).getByRole('article').getByText(words)).toHaveCSS('direction', 'rtl')
  const field = page.getByRole('textbox')
  await field.fill(words)
  await expect(field).toHaveCSS('direction', 'rtl')
  await page.goto(`/p/${essay.paragraph(1).id}/write`)
  await expect(page.getByRole('region', { name: 'Paragraph 1' }).getByText(words)).toHaveCSS('direction', 'rtl')
})

test('every page says in its title what it is', async ({ page, context, baseURL, essay, reader }) => {
  const id = await say(reader, essay.paragraph(1), 'With a page for everything.')
  await served(page, essay)
  await signIn(context, baseURL, reader)
  const pages = ['delete', 'edit', 'history', 'reply', 'flag', 'vote'].map((name) => `/c/${id}/${name}`)
  for (const path of [...pages, `/p/${essay.paragraph(2).id}/write`, '/', '/broken', `/zh/c/${newId()}`]) {
    await page.goto(path)
    const heading = await page.getByRole('heading', { level: 1 }).textContent()
    await expect(page, path).toHaveTitle(`${heading} · Marginalia`)
  }
})

test('what broke is said in the reader’s language, on a page that needs nothing', async ({ page }) => {
  await page.goto('/broken')
  await expect(page.getByRole('heading', { name: 'Something broke on our side' })).toBeVisible()
  await page.goto('/zh/broken')
  await expect(page.getByRole('heading', { name: '我们这边出了问题' })).toBeVisible()
  await page.getByRole('link', { name: '回到首页' }).click()
  await expect(page).toHaveURL('/zh')
})

test('the same page in Chinese, and back', async ({ page, essay, writer, javaScriptEnabled }) => {
  const first = essay.paragraph(1)
  const id = await say(writer, first, '造车和造轮子不是一回事。')
  await served(page, essay)
  await visit(page, `${essay.path}/p/1`, { scripts: javaScriptEnabled })
  await page.getByRole('link', { name: '简体中文' }).click()
  await expect(page).toHaveURL(`/zh${essay.path}/p/1`)
  await expect(page.locator('html')).toHaveAttribute('lang', 'zh-Hans')
  const thread = page.getByRole('complementary', { name: '第 1 段的讨论' })
  await expect(thread.getByText('造车和造轮子不是一回事。')).toBeVisible()
  await expect(page.getByRole('heading', { level: 1, includeHidden: true })).toHaveText(essay.title)
  await page.goto(`/zh${essay.path}`)
  await expect(page.getByRole('main').locator('section > p:first-of-type')).toHaveText(
    essay.paragraphs.map(({ text }) => text),
  )
  await expect(page.getByRole('link', { name: '第 1 段，1 条评论' })).toHaveText('1 条评论')
  await page.goto(`/zh/c/${id}`)
  await expect(page).toHaveURL(`/zh${essay.path}/p/1#c-${id}`)
  await page.getByRole('link', { name: 'English' }).click()
  await expect(threadOf(page, 1)).toBeVisible()
  await expect(page).toHaveURL(new RegExp(`${essay.path}/p/1(#c-${id})?$`))
})

// Without scripts it does not come, and nothing could measure it.
test.describe('what is personal', { tag: '@scripts' }, () => {
  test('moves nothing when it arrives', async ({ page, context, baseURL, essay, writer, reader }) => {
    const theirs = await say(writer, essay.paragraph(1), 'Somebody else wrote this.')
    await say(reader, essay.paragraph(1), 'And this is my own.', theirs)
    await vote(reader, theirs)
    await served(page, essay)
    await signIn(context, baseURL, reader)
    await visit(page, essay.path, { scripts: true, as: reader })
    expect(await movedBy(page)).toBe(0)
    await visit(page, `${essay.path}/p/1`, { scripts: true, as: reader })
    await expect(page.getByRole('link', { name: 'Edit' })).toBeVisible()
    await expect(page.getByRole('button', { name: /^Take your vote back/ })).toBeVisible()
    expect(await movedBy(page)).toBe(0)
  })
})

/** The cumulative layout shift of the page so far. */
async function movedBy(page: Page): Promise<number> {
  return page.evaluate(
    () =>
      new Promise<number>((resolve) => {
        let sum = 0
        new PerformanceObserver((list) => {
          for (const entry of list.getEntries()) sum += (entry as PerformanceEntry & { value: number }).value
        }).observe({ type: 'layout-shift', buffered: true })
        // Two frames: what is buffered is reported with the next one.
        requestAnimationFrame(() => requestAnimationFrame(() => setTimeout(() => resolve(sum))))
      }),
  )
}

test('the page is the same for everybody before that', async ({ page, context, baseURL, essay, reader }) => {
  await served(page, essay)
  const thread = async () => (await page.request.get(`${essay.path}/p/1`)).text()
  // The server may hear only now that the essay was made, and then keeps nothing that it drew meanwhile.
  await expect.poll(async () => new Set([await thread(), await thread()]).size).toBe(1)
  const asGuest = await thread()
  await signIn(context, baseURL, reader)
  expect(await thread()).toBe(asGuest)
  expect(asGuest).toContain(paragraphName(1, 0))
})
