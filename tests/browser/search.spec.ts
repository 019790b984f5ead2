import { decideCase } from '@/forum/moderation/decide'
import { flagComment } from '@/forum/moderation/mutations'
import { changeProfile } from '@/forum/people/mutations'
import { db } from '@/lib/db'
import { expect, makePerson, say, test, unique } from './fixtures'

test('finds paragraphs and comments, in any script, and nothing that is hidden', async ({
  page,
  essay,
  reader,
  writer,
}) => {
  const word = unique('needle')
  await changeProfile(writer, { displayName: 'Somebody else', about: null })
  const kept = await say(writer, essay.paragraph(1), `A thought with ${word} in it. 针${word}线`)
  const hidden = await say(writer, essay.paragraph(2), `Not for everybody: ${word}`)
  await flagComment(reader, hidden, { reason: 'spam' })
  const { id, version } = await db.case.findFirstOrThrow({ where: { commentId: hidden } })
  const decision = { act: 'remove', reason: 'For the test of a search', version, commentRevision: 1 } as const
  await decideCase(await makePerson('moderator', 'moderator'), id, decision)

  await page.goto('/search')
  await page.getByRole('searchbox').fill(`针${word}`)
  await page.getByRole('button', { name: 'Search' }).click()
  const found = page.getByRole('status').getByRole('link')
  await expect(found).toHaveCount(1)
  await expect(found).toContainText(`针${word}线`)
  await expect(found).toHaveAttribute('href', `/c/${kept}`)
  // Under the name that nobody else has.
  await expect(found).toContainText(`${writer.handle} · `)
  // Every occurrence of every word.
  await expect(found.locator('mark').filter({ hasText: '针' })).toHaveCount(1)
  await expect(found.locator('mark').filter({ hasText: 'needle' })).toHaveCount(2)

  await page.goto(`/zh/search?q=${word}`)
  await expect(page.getByRole('status').getByRole('link')).toHaveCount(1)
  await expect(page.getByText('Not for everybody')).toHaveCount(0)

  await page.goto(`/search?q=${encodeURIComponent('whoever buys cheaply buys')}`)
  await expect(page.getByRole('status').getByRole('link').first()).toContainText('whoever buys cheaply buys')
  await expect(page.getByRole('status').locator('[lang="en"]').first()).toContainText('whoever buys cheaply buys')
  await page.goto(`/search?q=${unique('absent')}`)
  await expect(page.getByRole('status')).toContainText('Nothing contains')
  await expect(page.getByRole('status').getByRole('listitem').first()).toContainText('Use fewer words')
})

test('is narrowed by the fields of its form, goes on to older ones, and keeps what was typed', {
  tag: '@plain',
}, async ({ page, essay, reader, writer }) => {
  const word = unique('haystack')
  for (let index = 0; index < 21; index++) await say(writer, essay.paragraph(1), `${word} number ${index}`)
  await say(reader, essay.paragraph(2), `${word} <b>of another</b>`)

  await page.goto(`/search?q=${word}`)
  await page.getByText('Narrow the search').click()
  await page.getByLabel('Written by').fill(`@${writer.handle}`)
  await page.getByRole('button', { name: 'Search' }).click()
  const found = page.getByRole('status').getByRole('listitem')
  await expect(found).toHaveCount(20)
  await expect(page.getByLabel('Written by')).toHaveValue(`@${writer.handle}`)
  await page.getByRole('link', { name: 'Older comments' }).click()
  await expect(found).toHaveCount(1)
  await expect(found).toContainText('number 0')

  // What somebody wrote is words, never markup.
  await page.goto(`/search?q=${word}&essay=${essay.slug}&paragraph=2`)
  await expect(found).toHaveCount(1)
  await expect(found).toContainText('<b>of another</b>')

  await page.getByLabel('Written by').fill('nobody at all')
  await page.getByRole('button', { name: 'Search' }).click()
  await expect(page.getByRole('alert').first()).toContainText('one field needs another look')
  await expect(page.getByLabel('Written by')).toHaveAccessibleDescription(/There is nobody with this name here/)
  await expect(page.getByRole('searchbox')).toHaveValue(word)
})

test('answers programs by the same rules', { tag: '@once' }, async ({ request, essay, writer }) => {
  const word = unique('needle')
  const id = await say(writer, essay.paragraph(3), `Threaded ${word}s`)
  const { comments } = await (await request.get(`/api/search?q=${word}s&in=comments`)).json()
  expect(comments).toMatchObject([{ id, slug: essay.slug, ordinal: 3, author: { handle: writer.handle } }])
  const wrong = await request.get('/api/search?q=a&since=yesterday')
  expect([wrong.status(), (await wrong.json()).field]).toEqual([422, 'since'])
})

test('blanks are no question yet', { tag: '@plain' }, async ({ page }) => {
  for (const blanks of ['', '%20', '%20%E3%80%80%09']) {
    expect((await page.goto(`/search?q=${blanks}`))?.status()).toBe(200)
    await expect(page.getByRole('searchbox')).toHaveValue('')
    await expect(page.getByText('Nothing contains')).toHaveCount(0)
  }
})
