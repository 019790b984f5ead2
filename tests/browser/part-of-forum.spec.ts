import { flagComment } from '@/forum/moderation/mutations'
import { db } from '@/lib/db'
import { account } from '@/messages/account'
import { moderation } from '@/messages/moderation'
import { record } from '@/messages/record'
import { rules } from '@/messages/rules'
import { expect, makeEssay, makePerson, say, signIn, test, unique } from './fixtures'

const t = account.en
const words = record.en

test.afterAll(() => db.$disconnect())

test('an owner gives somebody one essay to moderate, whose desk has that essay and leaves the rest to others', async ({
  browser,
  essay,
  baseURL,
}) => {
  const [owner, helper, writer, reporter] = [
    await makePerson('owner', 'owner'),
    await makePerson('helper'),
    await makePerson('writer'),
    await makePerson('reporter'),
  ]
  const elsewhere = await makeEssay()
  const [mine, theirs] = [unique('of this essay'), unique('of another essay')]
  for (const [paragraph, body] of [
    [essay.paragraph(1), mine],
    [elsewhere.paragraph(1), theirs],
  ] as const)
    await flagComment(reporter, await say(writer, paragraph, body), { reason: 'unkind' })

  const office = await browser.newContext()
  await signIn(office, baseURL, owner)
  const page = await office.newPage()
  await page.goto(`/people/${helper.handle}`)
  await expect(page.getByLabel(essay.title)).toBeHidden()
  await page.getByLabel(t.role).selectOption('moderator-of')
  await page.getByRole('button', { name: t.changeRole }).click()
  await expect(page.getByText(t.moderatorOfNone)).toBeVisible()
  await page.getByLabel(essay.title).check()
  await page.getByRole('button', { name: t.changeRole }).click()
  await expect(page.getByText(t.saved)).toBeVisible()
  await expect(page.getByText(t.moderates).getByRole('link', { name: essay.title })).toBeVisible()
  await office.close()

  const context = await browser.newContext()
  await signIn(context, baseURL, helper)
  const desk = await context.newPage()
  await desk.goto('/moderation')
  await expect(desk.getByText(mine).first()).toBeVisible()
  await expect(desk.getByText(theirs)).toHaveCount(0)
  await expect(desk.getByRole('link', { name: moderation.en.people, exact: true })).toBeVisible()
  await expect(desk.getByRole('link', { name: rules.en.title, exact: true })).toHaveCount(0)
  expect((await desk.goto('/moderation/rules'))?.status()).toBe(404)

  // Not shut out of the forum, but read first where the helper answers for it.
  await desk.goto(`/moderation/people/${writer.handle}`)
  await desk.getByText(words.restrict).click()
  await expect(desk.getByLabel(words.where).getByRole('option')).toHaveText([essay.title])
  await desk.getByLabel(words.reason, { exact: true }).first().fill('Three quarrels in a week.')
  await desk.getByRole('button', { name: words.restrictNow }).click()
  await expect(desk.getByText(words.restricted)).toBeVisible()
  const waiting = await say(writer, essay.paragraph(2), unique('waits'))
  const free = await say(writer, elsewhere.paragraph(2), unique('free'))
  const states = await db.comment.findMany({
    where: { id: { in: [waiting, free] } },
    select: { id: true, status: true },
  })
  expect(new Map(states.map(({ id, status }) => [id, status]))).toEqual(
    new Map([
      [waiting, 'held'],
      [free, 'published'],
    ]),
  )
  const writers = await browser.newContext()
  await signIn(writers, baseURL, writer)
  const news = await writers.newPage()
  await news.goto('/notifications')
  await expect(news.getByRole('status').filter({ hasText: essay.title })).toContainText('Three quarrels in a week.')
  await news.goto(`/c/${waiting}`)
  await expect(news.getByText(/reads what you write before others do.*Three quarrels in a week/)).toBeVisible()
  await writers.close()
  await desk.getByText(words.end).click()
  await desk.getByRole('textbox', { name: words.reason }).last().fill('Enough.')
  await desk.getByRole('button', { name: words.endNow }).click()
  await expect(desk.getByText(words.ended)).toBeVisible()
  await context.close()
})
