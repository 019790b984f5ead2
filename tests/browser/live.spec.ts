import http from 'node:http'
import type { Route } from '@playwright/test'
import { deleteComment, editComment } from '@/forum/comments/mutations'
import { vote } from '@/forum/votes/mutations'
import {
  commentById,
  expect,
  makePerson,
  openerOf,
  say,
  sayMany,
  served,
  signIn,
  test,
  threadOf,
  visit,
} from './fixtures'

const named = (page: Parameters<typeof openerOf>[0], name: string) => page.getByRole('link', { name, exact: true })

test.describe('new comments @scripts', () => {
  test('wait behind a counted button; numbers change in place, and nobody who writes is disturbed', async ({
    page,
    context,
    baseURL,
    essay,
    writer,
  }, { project }) => {
    const reader = await makePerson('reading')
    await signIn(context, baseURL, reader)
    const [first] = await sayMany(writer, essay.paragraph(1), 2)
    await served(page, essay)
    await Promise.all([
      page.waitForResponse(/\/standing/),
      visit(page, `${essay.path}/p/1`, { scripts: true, as: reader }),
    ])
    const thread = threadOf(page, 1)
    const field = thread.getByRole('textbox')
    await field.fill('Half a sentence of my ')
    const place = await commentById(page, first ?? '').boundingBox()
    const id = await say(writer, essay.paragraph(1), 'This came while somebody wrote.')
    const waiting = thread.getByRole('button', { name: '1 new comment' })
    await expect(waiting).toBeVisible()
    await expect(field).toBeFocused()
    await page.keyboard.type('own')
    await expect(field).toHaveValue('Half a sentence of my own')
    expect(await commentById(page, first ?? '').boundingBox()).toEqual(place)
    await expect(commentById(page, id)).toHaveCount(0)
    // One’s own words from elsewhere are counted, and are not news.
    await say(reader, essay.paragraph(1), 'My own, from another window.')
    await expect(thread.getByText('4 comments', { exact: true })).toBeVisible()
    await expect(waiting).toBeVisible()
    if (project.name === 'wide') await expect(named(page, 'Paragraph 1, 4 comments, 1 new')).toBeVisible()
    await waiting.click()
    await expect(commentById(page, id)).toBeFocused()
    await expect(commentById(page, id).getByText('New', { exact: true })).toBeVisible()
    await expect(waiting).toHaveCount(0)
    await expect(field).toHaveValue('Half a sentence of my own')
    if (project.name === 'wide') await expect(named(page, 'Paragraph 1, 4 comments')).toBeVisible()
  })

  test('are counted for each paragraph, found one after the other by a key, and can all be marked as read @once', async ({
    page,
    context,
    baseURL,
    essay,
    writer,
  }) => {
    const reader = await makePerson('reading')
    await signIn(context, baseURL, reader)
    const begun = page.waitForResponse((answer) => answer.url().endsWith('/read') && answer.ok())
    await visit(page, essay.path, { scripts: true, as: reader })
    await begun
    const [first, second] = await sayMany(writer, essay.paragraph(1), 2)
    const other = await say(writer, essay.paragraph(3), 'On the third.')
    await expect(named(page, 'Paragraph 1, 2 comments, 2 new')).toBeVisible()
    await expect(named(page, 'Paragraph 3, 1 comment, 1 new')).toBeVisible()
    await expect(page.getByText('3 comments', { exact: true })).toBeVisible()
    await page.keyboard.press('n')
    await expect(commentById(page, first ?? '')).toBeFocused()
    await page.keyboard.press('n')
    await expect(commentById(page, second ?? '')).toBeFocused()
    await expect(named(page, 'Paragraph 1, 2 comments')).toBeVisible()
    await page.keyboard.press('n')
    await expect(commentById(page, other)).toBeFocused()
    await page.keyboard.press('n')
    await expect(page.getByText('Nothing new below.')).toBeVisible()
    await say(writer, essay.paragraph(2), 'On the second.')
    await expect(named(page, 'Paragraph 2, 1 comment, 1 new')).toBeVisible()
    await page.getByRole('button', { name: 'Mark all as read' }).click()
    await expect(named(page, 'Paragraph 2, 1 comment')).toBeVisible()
    await Promise.all([page.waitForResponse(/\/standing/), page.reload()])
    await expect(named(page, 'Paragraph 2, 1 comment')).toBeVisible()
  })

  test('since a guest’s last visit are marked on their device, in every tab, by one stream @once', async ({
    page,
    context,
    essay,
    writer,
  }) => {
    const streams: string[] = []
    context.on('request', (request) => {
      if (request.url().endsWith('/events')) streams.push(request.url())
    })
    await Promise.all([page.waitForResponse(/\/standing/), visit(page, essay.path, { scripts: true })])
    const tab = await context.newPage()
    await Promise.all([tab.waitForResponse(/\/standing/), visit(tab, essay.path, { scripts: true })])
    await say(writer, essay.paragraph(2), 'For guests too.')
    await expect(named(tab, 'Paragraph 2, 1 comment, 1 new')).toBeVisible()
    expect(streams).toHaveLength(1)
    // The tab that holds the stream goes; the other takes over.
    await page.close()
    await expect.poll(() => streams.length).toBe(2)
    await say(writer, essay.paragraph(2), 'And another.')
    await expect(named(tab, 'Paragraph 2, 2 comments, 2 new')).toBeVisible()
    await openerOf(tab, 2).click()
    await expect(threadOf(tab, 2).getByText('New', { exact: true })).toHaveCount(2)
    await Promise.all([tab.waitForResponse(/\/standing/), tab.goto(essay.path)])
    await expect(named(tab, 'Paragraph 2, 2 comments')).toBeVisible()
  })
})

test.describe('what others change in an open thread @scripts', () => {
  test('shows in its place; nothing moves, and an answer that is being written stays', async ({
    page,
    context,
    baseURL,
    essay,
    writer,
    reader,
  }) => {
    await signIn(context, baseURL, reader)
    const ids = await sayMany(writer, essay.paragraph(1), 5)
    const [edited, deleted, answered, voted, last] = ids as [string, string, string, string, string]
    await served(page, essay)
    await Promise.all([
      page.waitForResponse(/\/standing/),
      visit(page, `${essay.path}/p/1`, { scripts: true, as: reader }),
    ])
    const thread = threadOf(page, 1)
    await commentById(page, answered)
      .getByRole('link', { name: /^Reply to/ })
      .click()
    const field = commentById(page, answered).getByRole('textbox')
    await field.fill('Half an ')
    await commentById(page, edited).scrollIntoViewIfNeeded()
    const places = () => Promise.all(ids.map((id) => commentById(page, id).boundingBox()))
    const before = await places()

    await editComment(writer, edited, { body: 'Words that were mended.\n\nAnd a second paragraph below them.' })
    const show = commentById(page, edited).getByRole('button', { name: 'Edited: show' })
    await expect(show).toBeVisible()
    await expect(commentById(page, edited)).toContainText('Thought number 1.')
    await deleteComment(writer, deleted)
    await expect(commentById(page, deleted)).toContainText('This comment is not here any more.')
    await expect(commentById(page, deleted)).not.toContainText('Thought number 2.')
    await vote(await makePerson('voting'), voted)
    await expect(
      commentById(page, voted).getByRole('button', { name: 'Vote for this comment, 1 so far' }),
    ).toBeVisible()
    await expect(thread.getByText('4 comments', { exact: true })).toBeVisible()
    // Somebody is answering it.
    await deleteComment(writer, answered)
    await expect(commentById(page, answered)).toContainText('This comment is not here any more.')
    await expect(field).toBeFocused()
    expect(await places()).toEqual(before)
    await page.keyboard.type('answer')
    await expect(field).toHaveValue('Half an answer')

    await show.click()
    await expect(commentById(page, edited)).toContainText('And a second paragraph below them.')
    await expect(commentById(page, edited)).toBeFocused()
    await expect(commentById(page, last)).toContainText('Thought number 5.')
  })
})

test.describe('where streams do not get through, new comments come all the same @scripts @once', () => {
  const ways = {
    'they are refused': (route: Route) => route.fulfill({ status: 429, body: '' }),
    'the network cuts them off': (route: Route) => route.abort('connectionreset'),
    'a proxy keeps what it has until all has come': () => {},
  }
  for (const [why, answer] of Object.entries(ways))
    test(why, async ({ page, essay, writer }) => {
      await page.clock.install()
      await page.route('**/events', answer)
      await Promise.all([page.waitForRequest('**/events'), visit(page, `${essay.path}/p/1`, { scripts: true })])
      // The first look of a visit: from then on there is something new.
      await Promise.all([page.waitForResponse(/\/standing/), page.clock.fastForward('00:20')])
      await say(writer, essay.paragraph(1), 'Said where nothing is heard.')
      await page.clock.fastForward('01:00')
      await expect(threadOf(page, 1).getByRole('button', { name: '1 new comment' })).toBeVisible()
    })
})

test('a stream that was cut off goes on behind the last event it had @once', async ({ baseURL, essay, writer }) => {
  const address = new URL(`/api/essays/${essay.slug}/events`, baseURL)
  const one = await listen(address)
  await say(writer, essay.paragraph(1), 'Heard at once.')
  await expect.poll(one.heard).toContain(essay.paragraph(1).id)
  one.leave()
  const last = [...one.heard().matchAll(/^id: (.+)$/gm)].at(-1)?.[1] ?? ''
  await say(writer, essay.paragraph(2), 'Said while nobody listened.')
  const again = await listen(address, { 'last-event-id': last })
  await expect.poll(again.heard).toContain(essay.paragraph(2).id)
  expect(again.heard()).not.toContain('resync')
  again.leave()
  const lost = await listen(address, { 'last-event-id': 'made up' })
  await expect.poll(lost.heard).toContain('event: resync')
  lost.leave()
})

test('what is new is a list with forms of it, without scripts', async ({ page, context, baseURL, essay, writer }) => {
  const reader = await makePerson('reading')
  await signIn(context, baseURL, reader)
  await page.goto(`${essay.path}/new`)
  await page.getByRole('button', { name: 'Begin' }).click()
  await expect(page.getByText('Nothing is new for you here.')).toBeVisible()
  await say(writer, essay.paragraph(1), 'On the first.')
  await say(writer, essay.paragraph(2), 'On the second.')
  await page.reload()
  await expect(page.getByRole('link', { name: 'Paragraph 2 1 new' })).toBeVisible()
  await page.getByRole('button', { name: 'Mark paragraph 2 as read' }).click()
  await expect(page.getByRole('listitem').filter({ hasText: /Paragraph \d/ })).toHaveCount(1)
  await page.getByRole('button', { name: 'Mark all as read', exact: true }).last().click()
  await expect(page.getByText('Nothing is new for you here.')).toBeVisible()
})

function listen(address: URL, headers: Record<string, string> = {}) {
  return new Promise<{ heard: () => string; leave: () => void }>((resolve, reject) => {
    const request = http.get(address, { headers })
    request.on('error', (error) => reject(error))
    request.on('response', (response) => {
      let said = ''
      response.setEncoding('utf8')
      response.on('data', (text: string) => {
        said += text
        // Its first id: from now on it hears.
        if (said.includes('id: ')) resolve({ heard: () => said, leave: () => request.destroy() })
      })
      response.on('error', () => {})
    })
  })
}
