import AxeBuilder from '@axe-core/playwright'
import { expect, say, test, unique } from './fixtures'

test('recent comments are a page from everywhere, of all essays or of one', { tag: '@plain' }, async ({
  page,
  essay,
  writer,
}) => {
  const words = unique('latest')
  await say(writer, essay.paragraph(1), 'An earlier thought.')
  const id = await say(writer, essay.paragraph(2), `**${words}**, of course.`)
  await page.goto('/log')
  await page.getByRole('contentinfo').getByRole('link', { name: 'Recent comments' }).click()
  const item = page.getByRole('listitem').filter({ hasText: words })
  await expect(item).toContainText(`${words}, of course.`)
  await expect(item).toContainText('Paragraph 2')
  await expect(item).toContainText('The second objection is older than the first')
  await expect(item.getByRole('link').last()).toHaveAttribute('href', `/c/${id}`)

  await page.goto(`/zh/recent?essay=${essay.slug}`)
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('最新评论')
  await expect(page.getByRole('main').getByRole('listitem')).toHaveCount(2)
  await page.goto(`/recent?essay=${unique('absent')}&cursor=x`)
  await expect(page.getByText('There is no such essay here.')).toBeVisible()
  await expect(page.getByText('This address is incomplete.')).toBeVisible()
})

test('an essay, a thread and a person say where their feeds are', { tag: '@once' }, async ({
  page,
  request,
  essay,
  writer,
}) => {
  const id = await say(writer, essay.paragraph(1), 'Told in a feed.')
  for (const [path, feed] of [
    [essay.path, `${essay.path}/feed`],
    [`${essay.path}/p/1`, `/p/${essay.paragraph(1).id}/feed`],
    [`/people/${writer.handle}`, `/people/${writer.handle}/feed`],
    [`/zh/people/${writer.handle}`, `/zh/people/${writer.handle}/feed`],
  ] as const) {
    await page.goto(path)
    await expect(page.locator(`head link[rel="alternate"][type="application/atom+xml"][href="${feed}"]`)).toHaveCount(1)
    await expect(page.getByRole('main').or(page.locator('body')).locator(`a[href="${feed}"]`).first()).toBeVisible()
    const answer = await request.get(feed)
    expect(answer.headers()['content-type']).toContain('application/atom+xml')
    expect(await answer.text()).toContain(`urn:uuid:${id}`)
    const again = await request.get(feed, { headers: { 'if-none-match': answer.headers().etag ?? '' } })
    expect(again.status()).toBe(304)
  }
  expect((await request.get(`/essays/${unique('absent')}/feed`)).status()).toBe(404)
})

test('searching and recent comments are accessible', { tag: '@once' }, async ({ page, essay, writer }) => {
  const word = unique('needle')
  await say(writer, essay.paragraph(1), `A thought with ${word}.`)
  for (const path of [`/search?q=${word}&person=${writer.handle}`, `/search?q=${word}&person=nobody`, '/recent']) {
    await page.goto(path)
    const { violations } = await new AxeBuilder({ page }).analyze()
    expect(violations.map(({ id, nodes }) => `${path} ${id} ${nodes[0]?.html}`)).toEqual([])
  }
})
