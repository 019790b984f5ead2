import { decideCase, flagComment } from '@/forum/moderation/mutations'
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
  await changeProfile(writer, { displayName: 'Somebody else' })
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

  await page.goto(`/zh/search?q=${word}`)
  await expect(page.getByRole('status').getByRole('link')).toHaveCount(1)
  await expect(page.getByText('Not for everybody')).toHaveCount(0)

  await page.goto(`/search?q=${encodeURIComponent('whoever buys cheaply buys')}`)
  await expect(page.getByRole('status').getByRole('link').first()).toContainText('whoever buys cheaply buys')
  await expect(page.getByRole('status').locator('[lang="en"]').first()).toContainText('whoever buys cheaply buys')
  await page.goto(`/search?q=${unique('absent')}`)
  await expect(page.getByRole('status')).toContainText('Nothing contains')
})

test('blanks are no question yet', async ({ page }) => {
  for (const blanks of ['', '%20', '%20%E3%80%80%09']) {
    expect((await page.goto(`/search?q=${blanks}`))?.status()).toBe(200)
    await expect(page.getByRole('searchbox')).toHaveValue('')
    await expect(page.getByText('Nothing contains')).toHaveCount(0)
  }
})
