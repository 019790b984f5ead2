import type { Page } from '@playwright/test'
import { db } from '@/lib/db'
import {
  commentById,
  commentSaying,
  endSessions,
  expect,
  makePerson,
  openerOf,
  say,
  sayMany,
  served,
  signIn,
  suspend,
  test,
  threadOf,
  unique,
  visit,
} from './fixtures'

const PASSWORD = 'three plain words'
const writing = (page: Page) =>
  page.getByRole('textbox', { name: /^(Write about paragraph|Your reply to|Your comment)/ })
const press = (page: Page) => page.getByRole('button', { name: 'Comment', exact: true }).click()
/** Next has an announcer of its own with this role. */
const refused = (page: Page) => page.getByRole('alert').filter({ hasText: /\S/ })
const countOf = (paragraph: { id: string }) => db.comment.count({ where: { paragraphId: paragraph.id } })

async function signUp(page: Page, name: string) {
  await page.getByLabel('Name').fill(name)
  await page.getByLabel('E-mail').fill(`${name}@example.org`)
  await page.getByLabel('Password').fill(PASSWORD)
  await page.getByRole('button', { name: 'Create an account' }).click()
}

test.describe('a guest', () => {
  test('writes, presses the button, makes an account, and the words stand ready', async ({
    page,
    essay,
    isMobile,
    javaScriptEnabled,
  }) => {
    const name = unique('newcomer')
    const words = 'Written before I had an account.\n\n*Still* here?'
    await served(page, essay)
    await visit(page, essay.path, { scripts: javaScriptEnabled })
    await openerOf(page, 2).click()
    await threadOf(page, 2).getByRole('textbox').fill(words)
    await press(page)
    await expect(page.getByRole('heading', { name: 'Sign in', exact: true })).toBeVisible()
    await expect(page.getByText('What you wrote is kept.')).toBeVisible()
    await page.getByRole('link', { name: 'Create an account' }).click()
    await signUp(page, name)
    await expect(page.getByText('Your comment is ready. Post it with the button.')).toBeVisible()
    await expect(writing(page)).toHaveValue(words)
    await press(page)
    await expect(page).toHaveURL(new RegExp(`${essay.path}/p/2#c-`))
    const comment = threadOf(page, 2).getByRole('article', { name })
    await expect(comment.getByText('Written before I had an account.')).toBeVisible()
    await expect(comment.locator('em')).toHaveText('Still')
    expect(await countOf(essay.paragraph(2))).toBe(1)
    // Nothing of it is left over that could be posted once more.
    await expect(threadOf(page, 2).getByRole('textbox')).toHaveValue('')
    if (isMobile) await expect(comment).toBeInViewport()
  })

  test('answers somebody, signs in with the account they have, and the answer stands ready', async ({
    page,
    browser,
    baseURL,
    essay,
    writer,
    javaScriptEnabled,
  }) => {
    const name = unique('known')
    const other = await browser.newContext({ baseURL, javaScriptEnabled })
    const before = await other.newPage()
    await before.goto('/sign-up')
    await signUp(before, name)
    await expect(before).toHaveURL('/')
    await other.close()

    const id = await say(writer, essay.paragraph(1), 'Answer me.')
    await served(page, essay)
    await visit(page, `${essay.path}/p/1`, { scripts: javaScriptEnabled })
    await page.getByRole('link', { name: `Reply to ${writer.handle}` }).click()
    const reply = page.getByRole('textbox', { name: `Your reply to ${writer.handle}` })
    await reply.fill('I do, though you do not know me yet.')
    await page.locator('form', { has: reply }).getByRole('button', { name: 'Reply', exact: true }).click()
    await page.getByLabel('E-mail').fill(`${name}@example.org`)
    await page.getByLabel('Password').fill('not the password')
    await page.getByRole('button', { name: 'Sign in' }).click()
    await expect(refused(page)).toContainText('E-mail and password do not fit together.')
    await page.getByLabel('Password').fill(PASSWORD)
    await page.getByRole('button', { name: 'Sign in' }).click()
    await expect(reply).toHaveValue('I do, though you do not know me yet.')
    await page.locator('form', { has: reply }).getByRole('button', { name: 'Reply', exact: true }).click()
    await expect(commentById(page, id).getByText('I do, though you do not know me yet.')).toBeVisible()
  })

  test('votes, and is led through sign-in', async ({ page, essay, writer, javaScriptEnabled }) => {
    await say(writer, essay.paragraph(1), 'Worth a vote?')
    await served(page, essay)
    await visit(page, `${essay.path}/p/1`, { scripts: javaScriptEnabled })
    await page.getByRole('button', { name: 'Vote for this comment, 0 so far' }).click()
    await expect(page.getByRole('heading', { name: 'Sign in', exact: true })).toBeVisible()
  })
})

test.describe('somebody signed in', () => {
  test.beforeEach(async ({ context, baseURL, reader }) => {
    await signIn(context, baseURL, reader)
  })

  test('writes Markdown, looks at it first, and posts it', async ({ page, essay, reader, javaScriptEnabled }) => {
    await served(page, essay)
    await visit(page, `${essay.path}/p/1`, { scripts: javaScriptEnabled, as: reader })
    await writing(page).fill('Both **strong** and\n\n> a quotation')
    await page.getByRole('button', { name: 'Preview' }).click()
    const preview = page.getByRole('region', { name: 'Preview' })
    await expect(preview.locator('strong')).toHaveText('strong')
    await expect(preview.locator('blockquote')).toHaveText('a quotation')
    await expect(writing(page)).toHaveValue('Both **strong** and\n\n> a quotation')
    // It can be changed and looked at again; nothing is posted by looking.
    await writing(page).fill('Only *emphasis* now')
    if (!javaScriptEnabled) await page.getByRole('button', { name: 'Preview' }).click()
    await expect(preview.locator('em')).toHaveText('emphasis')
    expect(await countOf(essay.paragraph(1))).toBe(0)
    await press(page)
    const comment = page.getByRole('article', { name: reader.handle })
    await expect(comment.locator('em')).toHaveText('emphasis')
    await expect(page).toHaveURL(new RegExp(`${essay.path}/p/1`))
    if (javaScriptEnabled) await expect(page.getByText('Posted.')).toBeVisible()
  })

  test('replies, replies to a reply, edits, and deletes what was answered', async ({
    page,
    essay,
    reader,
    writer,
    javaScriptEnabled,
  }) => {
    const id = await say(writer, essay.paragraph(1), 'The first word.')
    const own = await say(reader, essay.paragraph(1), 'My own first thought.')
    await served(page, essay)
    await visit(page, `${essay.path}/p/1`, { scripts: javaScriptEnabled, as: reader })

    await reply(page, 'The first word.', 'A reply to it.')
    const answer = commentById(page, id).getByRole('listitem').filter({ hasText: 'A reply to it.' })
    await expect(answer).toBeVisible()
    await reply(page, 'A reply to it.', 'A reply to the reply.')
    await expect(answer.getByRole('listitem').filter({ hasText: 'A reply to the reply.' })).toBeVisible()
    if (javaScriptEnabled) await expect(page.getByText('Posted.')).toHaveCount(2)

    await commentSaying(page, 'My own first thought.').getByRole('link', { name: 'Edit' }).click()
    await expect(writing(page)).toHaveValue('My own first thought.')
    await writing(page).fill('My second thought.')
    await page.getByRole('button', { name: 'Save' }).click()
    await expect(commentSaying(page, 'My second thought.')).toBeVisible()
    await expect(page.getByText('My own first thought.')).toHaveCount(0)

    await say(writer, essay.paragraph(1), 'An answer that stays.', own)
    await page.goto(`/c/${own}/delete`)
    await expect(page.getByText('My second thought.')).toBeVisible()
    await page.getByRole('button', { name: 'Delete' }).click()
    await expect(page).toHaveURL(`${essay.path}/p/1#p-1`)
    await expect(commentById(page, own).getByText('The author deleted this comment.')).toBeVisible()
    await expect(commentById(page, own).getByText('An answer that stays.')).toBeVisible()
    await expect(page.getByText('My second thought.')).toHaveCount(0)

    // What nobody answered leaves no place.
    await commentSaying(page, 'A reply to the reply.').getByRole('link', { name: 'Delete' }).click()
    await page.getByRole('button', { name: 'Delete' }).click()
    await expect(page.getByText('A reply to it.')).toBeVisible()
    await expect(page.getByText('A reply to the reply.')).toHaveCount(0)
  })

  async function reply(page: Page, to: string, words: string) {
    await commentSaying(page, to)
      .getByRole('link', { name: /^Reply to/ })
      .click()
    const field = page.getByRole('textbox', { name: /^Your reply to/ })
    await field.fill(words)
    await page.locator('form', { has: field }).getByRole('button', { name: 'Reply', exact: true }).click()
  }

  test('sees the new comment at once, in the text and in the count', async ({
    page,
    essay,
    reader,
    javaScriptEnabled,
  }) => {
    await served(page, essay)
    await visit(page, `${essay.path}/p/1`, { scripts: javaScriptEnabled, as: reader })
    await writing(page).fill('The very first.')
    await press(page)
    const comment = page.getByRole('listitem').filter({ hasText: 'The very first.' })
    await expect(comment).toBeInViewport()
    await expect(threadOf(page, 1).getByText('1 comment', { exact: true })).toBeVisible()
    await expect(writing(page)).toHaveValue('')
    if (javaScriptEnabled) await expect(comment).toBeFocused()
    await page.goto(essay.path)
    await expect(openerOf(page, 1)).toHaveText('1 comment')
  })

  test('is led to the comment where a long thread does not show it', async ({
    page,
    essay,
    reader,
    writer,
    javaScriptEnabled,
  }) => {
    await sayMany(writer, essay.paragraph(1), 9)
    await served(page, essay)
    await visit(page, `${essay.path}/p/1`, { scripts: javaScriptEnabled, as: reader })
    await writing(page).fill('The tenth, far below.')
    await press(page)
    if (javaScriptEnabled) await page.getByRole('link', { name: 'Show it in its place' }).click()
    await expect(page).toHaveURL(/\/comments\?at=/)
    await expect(page.getByRole('listitem').filter({ hasText: 'The tenth, far below.' })).toBeInViewport()
  })

  test('posts once with a double click, and once from two tabs', async ({
    page,
    context,
    essay,
    reader,
    javaScriptEnabled,
  }) => {
    await served(page, essay)
    await visit(page, `${essay.path}/p/1`, { scripts: javaScriptEnabled, as: reader })
    await writing(page).fill('Twice clicked.')
    await page.getByRole('button', { name: 'Comment', exact: true }).dblclick()
    await expect(commentSaying(page, 'Twice clicked.')).toHaveCount(1)
    expect(await countOf(essay.paragraph(1))).toBe(1)

    // The kept form of a preview or a sign-in is one form, wherever it is open.
    await visit(page, `${essay.path}/p/2`, { scripts: javaScriptEnabled, as: reader })
    await endSessions(reader)
    await writing(page).fill('One form, two tabs.')
    await press(page)
    await expect(page.getByRole('heading', { name: 'Sign in', exact: true })).toBeVisible()
    const back = new URL(page.url()).searchParams.get('then') ?? ''
    expect(back).toContain('kept=')
    await signIn(context, new URL(page.url()).origin, reader)
    const second = await context.newPage()
    await visit(page, back, { scripts: javaScriptEnabled, as: reader })
    await visit(second, back, { scripts: javaScriptEnabled, as: reader })
    await Promise.all([press(page), press(second)])
    for (const tab of [page, second]) await expect(commentSaying(tab, 'One form, two tabs.')).toHaveCount(1)
    expect(await countOf(essay.paragraph(2))).toBe(1)
  })

  test('whose session ended meanwhile signs in again and finds the words', async ({
    page,
    context,
    baseURL,
    essay,
    reader,
    javaScriptEnabled,
  }) => {
    await served(page, essay)
    await visit(page, `${essay.path}/p/1`, { scripts: javaScriptEnabled, as: reader })
    await endSessions(reader)
    await writing(page).fill('Longer than my session.')
    await press(page)
    await expect(page.getByText('What you wrote is kept.')).toBeVisible()
    await signIn(context, baseURL, reader)
    await page.reload()
    await expect(writing(page)).toHaveValue('Longer than my session.')
    await press(page)
    await expect(commentSaying(page, 'Longer than my session.')).toBeVisible()
  })

  test('keeps the words of a comment that is empty, or too long', async ({
    page,
    essay,
    reader,
    javaScriptEnabled,
  }) => {
    await served(page, essay)
    await visit(page, `${essay.path}/p/1`, { scripts: javaScriptEnabled, as: reader })
    await writing(page).fill('   ')
    await press(page)
    await expect(refused(page)).toHaveText('There is nothing in the comment yet.')
    const long = '字'.repeat(10_001)
    await writing(page).fill(long)
    await press(page)
    await expect(refused(page)).toHaveText(
      'A comment has at most 10,000 characters. Your text is kept; please shorten it.',
    )
    await expect(writing(page)).toHaveValue(long)
    await writing(page).fill(long.slice(1))
    await press(page)
    await expect(commentSaying(page, '字字字')).toBeVisible()
    expect(await countOf(essay.paragraph(1))).toBe(1)
  })

  test('keeps a megabyte that was pasted, and is told that it is too much', async ({
    page,
    essay,
    reader,
    javaScriptEnabled,
  }) => {
    await served(page, essay)
    await visit(page, `${essay.path}/p/1`, { scripts: javaScriptEnabled, as: reader })
    const pasted = 'A megabyte of words. '.repeat(50_000)
    await writing(page).fill(pasted)
    await press(page)
    if (javaScriptEnabled) {
      await expect(refused(page)).toHaveText(/at most 10,000 characters/)
    } else {
      await expect(page.getByText('That is more than can be sent at once.')).toBeVisible()
      await page.goBack()
    }
    await expect(writing(page)).toHaveValue(pasted)
    expect(await countOf(essay.paragraph(1))).toBe(0)
  })

  test('who is suspended is told until when, and keeps the words', async ({
    page,
    essay,
    reader,
    writer,
    javaScriptEnabled,
  }) => {
    await say(writer, essay.paragraph(1), 'Vote for me.')
    await served(page, essay)
    await visit(page, `${essay.path}/p/1`, { scripts: javaScriptEnabled, as: reader })
    await suspend(reader, await makePerson('keeper', 'moderator'))
    await writing(page).fill('May I?')
    await press(page)
    await expect(refused(page)).toContainText('Your account may not write until')
    await expect(writing(page)).toHaveValue('May I?')
    if (javaScriptEnabled) {
      await page.getByRole('button', { name: /^Vote for this comment/ }).click()
      await expect(refused(page).last()).toContainText('Your account may not write until')
      await expect(page.getByRole('button', { name: 'Vote for this comment, 0 so far' })).toBeVisible()
    }
    expect(await countOf(essay.paragraph(1))).toBe(1)
  })

  test('whose connection broke loses nothing', async ({ page, context, essay, reader, javaScriptEnabled }) => {
    await served(page, essay)
    await visit(page, `${essay.path}/p/1`, { scripts: javaScriptEnabled, as: reader })
    await writing(page).fill('Written in a tunnel.')
    await context.setOffline(true)
    await press(page)
    if (javaScriptEnabled) await expect(refused(page)).toContainText('The server could not be reached.')
    await context.setOffline(false)
    // Without scripts the browser says so itself, and its way back has the text.
    if (!javaScriptEnabled) await page.goBack()
    await expect(writing(page)).toHaveValue('Written in a tunnel.')
    await press(page)
    await expect(commentSaying(page, 'Written in a tunnel.')).toBeVisible()
    await expect(refused(page)).toHaveCount(0)
  })

  test('finds a draft again after a reload, and closes a reply without losing it', async ({
    page,
    essay,
    reader,
    writer,
    javaScriptEnabled,
  }) => {
    await say(writer, essay.paragraph(1), 'Take your time.')
    await served(page, essay)
    await visit(page, `${essay.path}/p/1`, { scripts: javaScriptEnabled, as: reader })
    await writing(page).fill('Half a thou')
    const opener = page.getByRole('link', { name: `Reply to ${writer.handle}` })
    const field = page.getByRole('textbox', { name: `Your reply to ${writer.handle}` })
    if (javaScriptEnabled) {
      await visit(page, `${essay.path}/p/1`, { scripts: true, as: reader })
      await expect(writing(page)).toHaveValue('Half a thou')
      await opener.click()
      await expect(field).toBeFocused()
      await field.fill('Half an ans')
      await page.getByRole('button', { name: 'Cancel' }).click()
      await expect(field).toHaveCount(0)
      await expect(opener).toBeFocused()
      await opener.click()
      await expect(field).toHaveValue('Half an ans')
      await page.keyboard.press('Escape')
      await expect(field).toHaveCount(0)
      await expect(threadOf(page, 1)).toBeVisible()
    } else {
      // The browser's own memory of a page.
      await opener.click()
      await expect(field).toBeVisible()
      await page.goBack()
      await expect(writing(page)).toHaveValue('Half a thou')
    }
    expect(await countOf(essay.paragraph(1))).toBe(1)
  })

  test('votes and takes the vote back', async ({ page, essay, reader, writer, javaScriptEnabled }) => {
    const id = await say(writer, essay.paragraph(1), 'Vote for me.')
    await served(page, essay)
    await visit(page, `${essay.path}/p/1`, { scripts: javaScriptEnabled, as: reader })
    await page.getByRole('button', { name: 'Vote for this comment, 0 so far' }).click()
    if (javaScriptEnabled) {
      await expect(page.getByRole('button', { name: 'Take your vote back, 1 so far', pressed: true })).toBeVisible()
    } else {
      await expect(page).toHaveURL(`${essay.path}/p/1#c-${id}`)
      await expect(page.getByRole('button', { name: 'Vote for this comment, 1 so far' })).toBeVisible()
    }
    expect(await db.vote.count({ where: { commentId: id } })).toBe(1)
    if (javaScriptEnabled) {
      await visit(page, `${essay.path}/p/1`, { scripts: true, as: reader })
      await page.getByRole('button', { name: 'Take your vote back, 1 so far' }).click()
      await expect(page.getByRole('button', { name: 'Vote for this comment, 0 so far', pressed: false })).toBeVisible()
      expect(await db.vote.count({ where: { commentId: id } })).toBe(0)
    }
  })

  test('cannot break the page with what they write', async ({ page, baseURL, essay, reader, javaScriptEnabled }) => {
    const complaints: string[] = []
    page.on('dialog', async (dialog) => {
      complaints.push(`dialog: ${dialog.message()}`)
      await dialog.dismiss()
    })
    page.on('pageerror', (error) => complaints.push(`error: ${error.message}`))
    page.on('console', (message) => {
      if (message.type() === 'error' || /content.security/i.test(message.text())) complaints.push(message.text())
    })
    page.on('request', (request) => {
      if (!request.url().startsWith(baseURL ?? '')) complaints.push(`asked ${request.url()}`)
    })
    await page.addInitScript(() =>
      document.addEventListener('securitypolicyviolation', (event) =>
        console.error(`content security: ${event.violatedDirective} ${event.blockedURI}`),
      ),
    )
    for (const body of HOSTILE) await say(reader, essay.paragraph(1), body)
    await served(page, essay)
    await visit(page, `${essay.path}/p/1/comments?sort=oldest`, { scripts: javaScriptEnabled, as: reader })
    await writing(page).fill(HOSTILE.join('\n\n'))
    await page.getByRole('button', { name: 'Preview' }).click()
    await expect(page.getByRole('region', { name: 'Preview' }).locator('p').first()).toBeVisible()
    await page.goto(`${essay.path}/p/1/comments?sort=oldest`)
    const written = page.locator('.written')
    await expect(written).toHaveCount(HOSTILE.length)
    const outside = await written.evaluateAll((elements) =>
      elements.flatMap((element) =>
        [...element.querySelectorAll('*')]
          .filter((inside) => {
            const [box, own] = [element.getBoundingClientRect(), inside.getBoundingClientRect()]
            const scrolls = inside.closest('pre') !== null && inside.tagName !== 'PRE'
            return !scrolls && own.width > 0 && (own.left < box.left - 1 || own.right > box.right + 1)
          })
          .map((inside) => inside.outerHTML.slice(0, 80)),
      ),
    )
    expect(outside).toEqual([])
    const strange = await written.evaluateAll((elements) =>
      elements.flatMap((element) =>
        [...element.querySelectorAll('script, style, img, iframe, svg, math, form, input, [id], [style], [class]')].map(
          (inside) => inside.outerHTML,
        ),
      ),
    )
    expect(strange).toEqual([])
    const links = await written
      .locator('a[href]')
      .evaluateAll((all) => all.map((link) => (link as HTMLAnchorElement).protocol))
    expect(links.filter((protocol) => !/^(https?|mailto):$/.test(protocol))).toEqual([])
    expect(complaints).toEqual([])
  })
})

const HOSTILE = [
  '<script>alert(1)</script>',
  '<img src=x onerror=alert(1)>',
  '<svg onload=alert(1)><animate onbegin=alert(1)></svg>',
  '[click](javascript:alert(1)) [or](JaVaScRiPt:alert(1)) [or](data:text/html,<script>alert(1)</script>)',
  '![picture](https://tracker.invalid/pixel.gif)',
  '<a href="https://example.org" onmouseover="alert(1)" style="position:fixed;inset:0">over all</a>',
  '<style>body{display:none}</style><iframe srcdoc="<script>alert(1)</script>"></iframe>',
  '<math><mi//xlink:href="data:x,<script>alert(1)</script>">',
  '</div></article></main><h1 id="text">Out of the box</h1>',
  '<form action="https://evil.invalid"><input name=password><button>Sign in</button></form>',
  '`<script>alert(1)</script>`\n\n    <script>alert(1)</script>',
  `${'unbreakable'.repeat(60)}\n\n${'>'.repeat(40)} deep\n\n\`\`\`\n${'x'.repeat(600)}\n\`\`\``,
  '\u202eright to left and never back',
]
