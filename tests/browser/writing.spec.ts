import type { Page } from '@playwright/test'
import { postComment } from '@/forum/comments/mutations'
import { saveUnsent } from '@/forum/unsent/mutations'
import { readUnsent } from '@/forum/unsent/queries'
import { db } from '@/lib/db'
import {
  commentById,
  commentSaying,
  endSessions,
  expect,
  makeEssay,
  makePerson,
  openerOf,
  say,
  served,
  signIn,
  test,
  threadOf,
  visit,
} from './fixtures'

const writing = (page: Page) => page.getByRole('textbox', { name: /^(Write about paragraph|Your reply to)/ })
const press = (page: Page) => page.getByRole('button', { name: 'Comment', exact: true }).click()
const countOf = (paragraph: { id: string }) => db.comment.count({ where: { paragraphId: paragraph.id } })
const POSTING = /\/api\/paragraphs\/[^/]+\/comments$/

test.beforeEach(async ({ context, baseURL, reader }) => {
  await signIn(context, baseURL, reader)
})

test.describe('a draft', { tag: '@once' }, () => {
  test('goes on on another device, and two devices lose nothing', async ({ page, browser, baseURL, essay, reader }) => {
    const paragraph = essay.paragraph(1)
    const draft = async () => (await readUnsent(reader, paragraph.id))?.body
    await served(page, essay)
    await visit(page, `${essay.path}/p/1`, { scripts: true, as: reader })
    await writing(page).fill('Begun at my desk')
    await expect(page.getByText('Draft kept.')).toBeVisible()
    expect(await draft()).toBe('Begun at my desk')

    const other = await browser.newContext({ baseURL })
    await signIn(other, baseURL, reader)
    const telephone = await other.newPage()
    await visit(telephone, `${essay.path}/p/1`, { scripts: true, as: reader })
    await expect(writing(telephone)).toHaveValue('Begun at my desk')
    await writing(telephone).fill('Begun at my desk, ended on the train')
    await expect.poll(draft).toBe('Begun at my desk, ended on the train')

    // The desk does not know of the train.
    await writing(page).fill('Begun at my desk, and changed there')
    const conflict = page.getByRole('region', { name: /on another device/ })
    await expect(conflict).toContainText('ended on the train')
    expect(await draft()).toBe('Begun at my desk, ended on the train')
    await conflict.getByRole('button', { name: 'Put it below' }).click()
    const both = 'Begun at my desk, and changed there\n\nBegun at my desk, ended on the train'
    await expect(writing(page)).toHaveValue(both)
    await expect.poll(draft).toBe(both)

    await page.goto('/drafts')
    await expect(page.getByText('and changed there')).toBeVisible()
    await page.getByRole('link', { name: 'Go on writing' }).click()
    await expect(writing(page)).toHaveValue(both)
    await press(page)
    await expect(commentSaying(page, 'and changed there')).toBeVisible()
    await expect.poll(draft).toBeUndefined()
    // What is said is no draft on the other device either.
    await writing(telephone).fill('')
    await visit(telephone, `${essay.path}/p/1`, { scripts: true, as: reader })
    await expect(writing(telephone)).toHaveValue('')
    await other.close()
  })

  test('that nothing keeps is not left without a question', async ({ page, context, essay, reader }) => {
    await context.addInitScript(() => {
      Storage.prototype.setItem = () => {
        throw new Error('full')
      }
    })
    await served(page, essay)
    await visit(page, `${essay.path}/p/1`, { scripts: true, as: reader })
    await endSessions(reader)
    await writing(page).fill('Kept by nobody')
    await expect(page.getByText('This browser keeps no drafts.')).toBeVisible()
    const asked = page.waitForEvent('dialog')
    await page.close({ runBeforeUnload: true })
    const dialog = await asked
    expect(dialog.type()).toBe('beforeunload')
    await dialog.accept()
  })
})

test.describe('without a network', { tag: '@once' }, () => {
  test('a comment waits, can be taken back, and is sent once when the network is there', async ({
    page,
    context,
    essay,
    reader,
  }) => {
    await served(page, essay)
    await visit(page, `${essay.path}/p/1`, { scripts: true, as: reader })
    await context.setOffline(true)
    await writing(page).fill('Written in a tunnel.')
    await press(page)
    await expect(page.getByText('Waits for the network.')).toBeVisible()
    await expect(writing(page)).toHaveValue('')
    await page.getByRole('button', { name: 'Do not send' }).click()
    await expect(writing(page)).toHaveValue('Written in a tunnel.')
    await press(page)
    await expect(page.getByText('Waits for the network.')).toBeVisible()
    await context.setOffline(false)
    const comment = page.getByRole('listitem').filter({ hasText: 'Written in a tunnel.' })
    await expect(comment).toBeVisible()
    await expect(page.getByText('Waits for the network.')).toBeHidden()
    expect(await countOf(essay.paragraph(1))).toBe(1)
  })

  test('a comment whose answer was lost, and that another page sends again, is one', async ({
    page,
    essay,
    reader,
  }) => {
    await served(page, essay)
    await visit(page, `${essay.path}/p/1`, { scripts: true, as: reader })
    // Whatever this page tries is lost, also what it tries again by itself; the next page is answered.
    await page.route(POSTING, async (route) => {
      if (route.request().frame().url().includes('/search')) return route.continue()
      await route.fetch().catch(() => undefined)
      await route.abort().catch(() => undefined)
    })
    await writing(page).fill('Sent, and never answered.')
    await press(page)
    await expect(page.getByText('Waits for the network.')).toBeVisible()
    expect(await countOf(essay.paragraph(1))).toBe(1)
    await visit(page, '/search', { scripts: true, as: reader })
    await expect(page.getByText('What waited for the network is posted.')).toBeVisible()
    await page.getByRole('link', { name: 'Show it' }).click()
    await expect(commentSaying(page, 'Sent, and never answered.')).toBeVisible()
    expect(await countOf(essay.paragraph(1))).toBe(1)
  })
})

test.describe('a quote', () => {
  const TEXTS = ['The road is long. A “carriage” has four wheels. Nobody walks.', 'A second paragraph stands here.']

  test('of a sentence is chosen without selecting anything', async ({ page, reader, javaScriptEnabled }) => {
    const essay = await makeEssay(TEXTS)
    await served(page, essay)
    await visit(page, `${essay.path}/p/1`, { scripts: javaScriptEnabled, as: reader })
    // On a phone the rest of the form comes with the cursor.
    await writing(page).focus()
    await page.getByRole('link', { name: 'Quote from the paragraph' }).click()
    await page.getByRole('radio', { name: 'A “carriage” has four wheels.' }).check()
    await writing(page).fill('Some have two.')
    await press(page)
    const comment = page.getByRole('article', { name: reader.handle })
    await expect(comment.getByRole('blockquote')).toHaveText('A “carriage” has four wheels.')
    await expect(comment).toContainText('Some have two.')
  })

  test('of selected words stands in the form of their place, and is marked in the text', { tag: '@once' }, async ({
    page,
    reader,
    writer,
  }) => {
    const essay = await makeEssay(TEXTS)
    const { id } = await postComment(writer, essay.paragraph(1).id, { body: 'No, they do.', quote: 'Nobody walks.' })
    await served(page, essay)
    await visit(page, essay.path, { scripts: true, as: reader })
    const select = (selector: string, words: string) =>
      page.evaluate(
        ([within, wanted]) => {
          const node = document.querySelector(within as string)?.firstChild as Text
          const from = node.data.indexOf(wanted as string)
          document.getSelection()?.setBaseAndExtent(node, from, node, from + (wanted as string).length)
        },
        [selector, words],
      )
    const marked = () =>
      page.evaluate(() => [...(CSS.highlights.get('quote') ?? [])].map((range) => (range as Range).toString()))
    await select('#p-1 .essay-words', 'four wheels')
    await page.getByRole('button', { name: 'Quote', exact: true }).click()
    await expect(threadOf(page, 1).getByText('four wheels', { exact: true })).toBeVisible()
    await expect(writing(page)).toBeFocused()
    expect(await marked()).toEqual(['four wheels'])
    await writing(page).fill('Count again.')
    await press(page)
    const posted = page.getByRole('article', { name: reader.handle })
    await expect(posted.getByRole('blockquote')).toHaveText('four wheels')

    // A quote under the pointer, or whose comment has the focus, is marked; the text itself is as it was.
    const before = await page.locator('#p-1 .essay-words').innerHTML()
    await commentById(page, id).getByText('Nobody walks.').hover()
    await expect.poll(marked).toEqual(['Nobody walks.'])
    await posted.getByRole('link', { name: 'Link' }).focus()
    await expect.poll(marked).toEqual(['four wheels'])
    expect(await page.locator('#p-1 .essay-words').innerHTML()).toBe(before)

    await select(`#c-${id} .written p`, 'they do')
    await page.getByRole('button', { name: 'Quote', exact: true }).click()
    const reply = page.getByRole('textbox', { name: `Your reply to ${writer.handle}` })
    await expect(reply).toHaveValue(`@${writer.handle}:\n\n> they do\n\n`)
  })
})

test.describe('while somebody writes', { tag: '@once' }, () => {
  test('names are completed, and what was said before can be voted for or answered instead', async ({
    page,
    essay,
    reader,
  }) => {
    const friend = await makePerson('friend')
    const id = await say(friend, essay.paragraph(3), 'The coachmen would have answered, had anybody asked them.')
    await served(page, essay)
    await visit(page, `${essay.path}/p/1`, { scripts: true, as: reader })
    await writing(page).pressSequentially(`See @${friend.handle.slice(0, -3)}`)
    const people = page.getByRole('listbox', { name: 'People to mention' })
    await expect(people.getByRole('option', { selected: true })).toContainText(friend.handle)
    await page.keyboard.press('Enter')
    await expect(writing(page)).toHaveValue(`See @${friend.handle} `)
    await expect(people).toBeHidden()

    await writing(page).fill('Had anybody asked the coachmen, they would have answered.')
    const said = page.getByRole('region', { name: 'Already said?' })
    await expect(said.getByRole('listitem')).toHaveCount(1)
    await said.getByRole('button', { name: 'Vote for it' }).click()
    await expect(said.getByText('You voted for it')).toBeVisible()
    expect(await db.vote.count({ where: { commentId: id } })).toBe(1)
    await said.getByRole('button', { name: 'Reply there with my text' }).click()
    await expect(page).toHaveURL(`/c/${id}/reply`)
    await expect(writing(page)).toHaveValue('Had anybody asked the coachmen, they would have answered.')
    await page.getByRole('button', { name: 'Reply', exact: true }).click()
    await expect(commentById(page, id).getByText('Had anybody asked the coachmen')).toBeVisible()
    // It is written in one place.
    await openerOf(page, 1).click()
    await expect(page.getByRole('textbox', { name: 'Write about paragraph 1' })).toHaveValue('')
    await expect.poll(() => readUnsent(reader, essay.paragraph(1).id)).toBeUndefined()
  })
})

test('a draft on the server stands in its form', { tag: '@plain' }, async ({ page, essay, reader }) => {
  await saveUnsent(reader, essay.paragraph(2).id, { body: 'Begun elsewhere', quote: 'The second objection' })
  await page.goto('/drafts')
  await page.getByRole('link', { name: 'Go on writing' }).click()
  await expect(writing(page)).toHaveValue('Begun elsewhere')
  await expect(page.getByRole('radio', { name: 'The second objection', exact: true })).toBeChecked()
  await page.goto('/drafts')
  await page.getByRole('button', { name: 'Throw away' }).click()
  await expect(page.getByText('Nothing is waiting to be finished.')).toBeVisible()
})
