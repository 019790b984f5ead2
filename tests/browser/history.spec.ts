import AxeBuilder from '@axe-core/playwright'
import type { Page } from '@playwright/test'
import { publishRevision } from '@/forum/essay/publish'
import type { SignedIn } from '@/forum/viewer'
import { db } from '@/lib/db'
import { newId } from '@/lib/id'
import {
  commentById,
  commentSaying,
  expect,
  expectNoSidewaysScrolling,
  type Made,
  makeEssay,
  say,
  sayDeep,
  sayMany,
  served,
  test,
  unique,
  visit,
} from './fixtures'

const CARRIAGE =
  'A carriage maker who has never built a carriage will promise you the road before he has shown you a wheel.'
const CHEAPLY =
  'Whoever buys cheaply buys the workshop of another, and with it his habits, his prices and his patience.'
const DEARLY = CHEAPLY.replace('cheaply', 'dearly')
const COACHMEN = 'Nobody asked the coachmen, who knew the answer and were not in the room when it was given.'
const COUNCIL =
  'Every summer the harbour council votes on tearing the lighthouse down, and every summer the vote is lost.'
const CAPTAINS = 'Ships follow the painted buoys now, and the captains’ eyes are on their screens instead of the lamps.'
const MONDAY = 'What is kept for its own sake is kept badly; what is kept for use is repaired on a Monday.'

const NOTE = 'What it costs to buy from others.'

type Told = { essay: Made; early: string; reply: string; late: string; aside: string }

/**
 * Three revisions: in the second a paragraph is edited after a comment, one goes and one comes; in the third one moves and
 * one changes its apostrophe.
 */
async function publishThree(writer: SignedIn, reader: SignedIn): Promise<Told> {
  const essay = await makeEssay([CARRIAGE, CHEAPLY, COACHMEN, COUNCIL, CAPTAINS])
  const { slug } = essay
  const early = await say(writer, essay.paragraph(2), 'Surely it is bought dearly?')
  const reply = await say(reader, essay.paragraph(2), 'In the end it is.', early)
  const aside = await say(reader, essay.paragraph(3), 'The coachmen were asleep.')
  const second = [CARRIAGE, DEARLY, COUNCIL, CAPTAINS, MONDAY].join('\n\n')
  await publishRevision({ slug, source: second, publishedById: writer.id, note: NOTE, credits: [early] })
  const late = await say(reader, essay.paragraph(2), 'Now it says so.')
  const third = [COUNCIL, CARRIAGE, DEARLY, CAPTAINS.replace('’', "'"), MONDAY].join('\n\n')
  await publishRevision({ slug, source: third, publishedById: null })
  return { essay, early, reply, late, aside }
}

const revisionItem = (page: Page, number: number) =>
  page.getByRole('listitem').filter({ has: page.getByRole('heading', { name: new RegExp(`^Revision ${number}\\b`) }) })

test.describe('the history of a text', () => {
  test('is reached from the essay, and says what each revision did, newest first', { tag: '@plain' }, async ({
    page,
    writer,
    reader,
    javaScriptEnabled,
  }) => {
    const { essay, early, aside } = await publishThree(writer, reader)
    await served(page, essay)
    await visit(page, essay.path, { scripts: javaScriptEnabled })
    await page.getByRole('link', { name: /^Revision \d+,/ }).click()
    await expect(page).toHaveURL(`${essay.path}/history`)
    await expect(page).toHaveTitle(new RegExp(`^History of the text · ${essay.title}`))
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('History of the text')
    await expect(page.getByRole('main').getByRole('heading', { level: 2, name: /^Revision/ })).toHaveText([
      /^Revision 3/,
      /^Revision 2/,
      /^Revision 1/,
    ])

    const second = revisionItem(page, 2)
    await expect(second.getByText(NOTE)).toBeVisible()
    await expect(second.getByText('1 edited, 1 removed')).toBeVisible()
    await expect(second.getByText(`Changed after comments by ${writer.handle}`)).toBeVisible()
    await expect(second.getByRole('link', { name: writer.handle }).first()).toHaveAttribute('href', `/c/${early}`)
    await expect(second.getByText(`Published by ${writer.handle} · 5 paragraphs`)).toBeVisible()
    await expect(revisionItem(page, 3).getByText('1 moved', { exact: true })).toBeVisible()
    await expect(revisionItem(page, 3).getByText('Published by the operator · 5 paragraphs')).toBeVisible()
    await expect(revisionItem(page, 1).getByRole('link', { name: /^What changed/ })).toHaveCount(0)

    const gone = page.getByRole('region', { name: 'No longer in the text' })
    await expect(gone.getByRole('listitem')).toHaveCount(1)
    await expect(gone.getByRole('link', { name: COACHMEN })).toHaveAttribute('href', `/p/${essay.paragraph(3).id}`)
    await expect(gone.getByText('1 comment · taken out in revision 2')).toBeVisible()
    await gone.getByRole('link', { name: COACHMEN }).click()
    await expect(page.getByText('The coachmen were asleep.')).toBeVisible()
    await expect(commentById(page, aside)).toBeVisible()
  })

  test('of one revision says so, and has nothing to compare and nothing that went', { tag: '@plain' }, async ({
    page,
    essay,
  }) => {
    await page.goto(`${essay.path}/history`)
    await expect(page.getByText('The text has been published once and has not been changed since.')).toBeVisible()
    await expect(page.getByRole('main').getByRole('heading', { level: 2 })).toHaveText([/^Revision 1/])
    await expect(page.getByRole('combobox')).toHaveCount(0)
    await expect(page.getByRole('heading', { name: 'No longer in the text' })).toHaveCount(0)
  })

  test('goes on where it was left, and says where it ends', { tag: '@plain' }, async ({ page, writer, reader }) => {
    const { essay } = await publishThree(writer, reader)
    await page.goto(`${essay.path}/history?before=3`)
    await expect(page.getByRole('main').getByRole('heading', { level: 2 })).toHaveText([/^Revision 2/, /^Revision 1/])
    await page.goto(`${essay.path}/history?before=1`)
    await expect(page.getByText('There are no earlier revisions.')).toBeVisible()
    await page.getByRole('link', { name: 'Newest revisions' }).click()
    await expect(page).toHaveURL(`${essay.path}/history`)
    await expect(revisionItem(page, 3)).toBeVisible()
  })

  test('of many revisions comes fifty at a time', { tag: '@once' }, async ({ page, essay }) => {
    const { id: essayId } = await db.essay.findUniqueOrThrow({ where: { slug: essay.slug }, select: { id: true } })
    const numbers = Array.from({ length: 51 }, (_, index) => index + 2)
    await db.revision.createMany({ data: numbers.map((number) => ({ id: newId(), essayId, number, source: '' })) })
    await page.goto(`${essay.path}/history`)
    await expect(page.getByRole('heading', { name: /^Revision/ })).toHaveCount(50)
    await expect(page.getByLabel('From').getByRole('option')).toHaveCount(52)
    await page.getByRole('link', { name: 'Earlier revisions' }).click()
    await expect(page).toHaveURL(`${essay.path}/history?before=3`)
    await expect(page.getByRole('heading', { name: /^Revision/ })).toHaveText([/^Revision 2/, /^Revision 1/])
    await expect(page.getByRole('link', { name: 'Earlier revisions' })).toHaveCount(0)
  })

  test('is there in Chinese', { tag: '@plain' }, async ({ page, writer, reader }) => {
    const { essay } = await publishThree(writer, reader)
    await page.goto(`/zh${essay.path}/history`)
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('正文的历史')
    await page.getByLabel('从').selectOption('1')
    await page.getByRole('button', { name: '比较' }).click()
    await expect(page).toHaveURL(`/zh${essay.path}/history/compare?from=1&to=3`)
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('从第 1 版到第 3 版的改动')
    await expect(page.locator('main p[lang=en]').filter({ hasText: 'dearly' })).toContainText('新增：dearly')
  })
})

test.describe('two revisions beside each other', () => {
  test('show what was edited word by word, and fold what was not', { tag: '@plain' }, async ({
    page,
    writer,
    reader,
  }) => {
    const { essay } = await publishThree(writer, reader)
    await page.goto(`${essay.path}/history`)
    await revisionItem(page, 2).getByRole('link', { name: 'What changed since revision 1' }).click()
    await expect(page).toHaveURL(`${essay.path}/history/compare?from=1&to=2`)
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('What changed from revision 1 to revision 2')
    await expect(page.getByRole('main').getByRole('heading', { level: 2 })).toHaveText([
      'Edited Paragraph 2',
      'Removed Paragraph 3',
      'Added Paragraph 5',
    ])
    const edited = page.locator('p', { has: page.locator('ins', { hasText: 'dearly' }) })
    await expect(edited.locator('del')).toHaveText('removed: cheaply')
    await expect(edited.locator('ins')).toHaveText('added: dearly')
    // Told apart without colours.
    await expect(edited.locator('del')).toHaveCSS('text-decoration-line', 'line-through')
    await expect(edited.locator('ins')).toHaveCSS('text-decoration-line', 'underline')
    await expect(page.locator('del', { hasText: COACHMEN })).toBeVisible()
    await expect(page.locator('ins', { hasText: MONDAY })).toBeVisible()

    const folded = page.getByRole('main').locator('details')
    await expect(folded.locator('summary')).toHaveText(['1 paragraph unchanged', '2 paragraphs unchanged'])
    await expect(page.getByText(COUNCIL)).toBeHidden()
    await page.getByText('2 paragraphs unchanged').click()
    await expect(page.getByText(COUNCIL)).toBeVisible()
    await expect(page.getByText(CAPTAINS)).toBeVisible()
    await expect(page.getByText(CARRIAGE)).toBeHidden()
  })

  test('are any two, chosen in a form', { tag: '@plain' }, async ({ page, writer, reader }) => {
    const { essay } = await publishThree(writer, reader)
    await page.goto(`${essay.path}/history`)
    await expect(page.getByLabel('From')).toHaveValue('2')
    await expect(page.getByLabel('To', { exact: true })).toHaveValue('3')
    await page.getByLabel('From').selectOption('Revision 1')
    await page.getByRole('button', { name: 'Compare' }).click()
    await expect(page).toHaveURL(`${essay.path}/history/compare?from=1&to=3`)
    await expect(page.getByRole('heading', { name: 'Moved Paragraph 4' })).toContainText('Paragraph 1')
    await expect(page.getByRole('heading', { name: 'Edited Paragraph 2' })).toContainText('Paragraph 3')

    // Backwards, and the same one twice.
    await page.getByLabel('From').selectOption('2')
    await page.getByLabel('To', { exact: true }).selectOption('1')
    await page.getByRole('button', { name: 'Compare' }).click()
    await expect(page.locator('ins', { hasText: 'cheaply' })).toBeVisible()
    await page.getByLabel('From').selectOption('1')
    await page.getByRole('button', { name: 'Compare' }).click()
    await expect(page.getByText('Both are revision 1: there is nothing to compare.')).toBeVisible()
    await page.getByRole('link', { name: 'The text of revision 1' }).click()
    await expect(page).toHaveURL(`${essay.path}/history/1`)
  })

  test('that read the same say so', { tag: '@plain' }, async ({ page, essay }) => {
    const texts = essay.paragraphs.map(({ text }) => text)
    const publish = (source: string[]) =>
      publishRevision({ slug: essay.slug, source: source.join('\n\n'), publishedById: null })
    await publish(texts.slice(0, 2))
    await publish(texts)
    await page.goto(`${essay.path}/history/compare?from=1&to=3`)
    await expect(page.getByText('The two revisions read the same.')).toBeVisible()
    await expect(page.getByText('3 paragraphs unchanged')).toBeVisible()
    await page.goto(`${essay.path}/history`)
    await expect(revisionItem(page, 3).getByText('1 brought back')).toBeVisible()
    await expect(page.getByRole('heading', { name: 'No longer in the text' })).toHaveCount(0)
  })
})

test.describe('the text as it read then', () => {
  test('has its words, its period and the discussions of that time', { tag: '@plain' }, async ({
    page,
    writer,
    reader,
  }) => {
    const { essay, early, reply } = await publishThree(writer, reader)
    await page.goto(`${essay.path}/history`)
    await page.getByRole('link', { name: 'The text of revision 1' }).click()
    await expect(page.getByRole('heading', { level: 1 })).toHaveText(essay.title)
    await expect(page.getByText(/^Revision 1 of 3, /)).toBeVisible()
    await expect(page.getByRole('main').locator('section > p:first-of-type')).toHaveText([
      CARRIAGE,
      CHEAPLY,
      COACHMEN,
      COUNCIL,
      CAPTAINS,
    ])
    await expect(page.getByRole('link', { name: /comments? then$/ })).toHaveCount(2)
    await page.getByRole('link', { name: 'Paragraph 2, 2 comments then' }).click()

    await expect(page).toHaveURL(`${essay.path}/history/1/p/2`)
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('Discussion of paragraph 2 as it was')
    await expect(page.getByText(CHEAPLY)).toBeVisible()
    await expect(commentById(page, early).locator(`ol > #c-${reply}`)).toBeVisible()
    await expect(commentSaying(page, 'Surely it is bought dearly?')).toBeVisible()
    await expect(page.getByText('Now it says so.')).toHaveCount(0)
    await expect(page.getByRole('textbox')).toHaveCount(0)
    await expect(
      commentById(page, early)
        .getByRole('link', { name: /to the comment$/ })
        .first(),
    ).toHaveAttribute('href', `/c/${early}`)
    await page.getByRole('link', { name: 'The text of revision 1' }).click()
    await expect(page).toHaveURL(`${essay.path}/history/1#p-2`)
    await page.getByRole('link', { name: 'Read the present text' }).click()
    await expect(page).toHaveURL(essay.path)
  })

  test('of the last revision is the present one', { tag: '@plain' }, async ({ page, writer, reader }) => {
    const { essay } = await publishThree(writer, reader)
    await page.goto(`${essay.path}/history/3`)
    await expect(page.getByText(/^Revision 3, since .* It is the present text\./)).toBeVisible()
    await page.getByRole('link', { name: 'Paragraph 3, 3 comments then' }).click()
    await expect(page.getByText('Now it says so.')).toBeVisible()
    await page.goto(`${essay.path}/history/2`)
    const others = page.getByRole('navigation', { name: 'Other revisions' })
    await expect(others.getByRole('link')).toHaveText([
      'The text of revision 1',
      'What changed since revision 1',
      'The text of revision 3',
    ])
  })

  test('has long discussions page by page, and deep ones readable', { tag: '@plain' }, async ({
    page,
    essay,
    writer,
  }) => {
    const ids = await sayMany(writer, essay.paragraph(1), 23)
    await sayDeep(writer, essay.paragraph(2), 10)
    await publishRevision({ slug: essay.slug, source: essay.paragraph(3).text, publishedById: null })
    const thoughts = page.getByText(/^Thought number \d+\.$/)
    await page.goto(`${essay.path}/history/1/p/1`)
    await expect(thoughts).toHaveCount(20)
    await page.getByRole('link', { name: 'More comments' }).click()
    await expect(page).toHaveURL(`${essay.path}/history/1/p/1?after=${ids[19]}`)
    await expect(thoughts).toHaveText([21, 22, 23].map((number) => `Thought number ${number}.`))
    await expect(page.getByRole('link', { name: 'More comments' })).toHaveCount(0)
    await page.getByRole('link', { name: 'From the first comment' }).click()
    await expect(thoughts.first()).toHaveText('Thought number 1.')

    await page.setViewportSize({ width: 320, height: 844 })
    await page.goto(`${essay.path}/history/1/p/2`)
    const deepest = page.getByText('Level 9 of the exchange.')
    expect((await deepest.boundingBox())?.width).toBeGreaterThanOrEqual(200)
    await expectNoSidewaysScrolling(page)
    await page.goto(`${essay.path}/history/1/p/3`)
    await expect(page.getByText('Nobody had written about this paragraph then.')).toBeVisible()
  })
})

test('a paragraph then and now shows what became of its words', { tag: '@plain' }, async ({ page, writer, reader }) => {
  const { essay } = await publishThree(writer, reader)
  const then = (ordinal: number, revision = 1) => `/p/${essay.paragraph(ordinal).id}/then/${revision}`
  await page.goto(then(2))
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Paragraph 3, then and now')
  await expect(page.locator('main del')).toHaveText('removed: cheaply')
  await expect(page.locator('main ins')).toHaveText('added: dearly')
  await expect(page.getByText(CHEAPLY)).toBeHidden()
  await page.getByText('Revision 1', { exact: true }).click()
  await expect(page.getByText(CHEAPLY)).toBeVisible()
  await page.getByText('Revision 3, today').click()
  await expect(page.getByText(DEARLY)).toBeVisible()
  await page.getByRole('link', { name: 'The discussion of this paragraph' }).click()
  await expect(page).toHaveURL(`${essay.path}/p/3#p-3`)

  await page.goto(then(1))
  await expect(page.getByText('It reads the same today.')).toBeVisible()
  await expect(page.locator('main :is(ins, del)')).toHaveCount(0)
  await page.goto(then(5))
  await expect(page.getByText('The words are the same; only the typography differs.')).toBeVisible()
  await page.goto(then(3))
  await expect(page.getByText('The paragraph is no longer in the text; this is how it read last.')).toBeVisible()
  await expect(page.getByText(COACHMEN)).toBeVisible()
})

test('what never was is not found', { tag: '@once' }, async ({ page, writer, reader }) => {
  const { essay } = await publishThree(writer, reader)
  const history = `${essay.path}/history`
  const id = essay.paragraph(2).id
  const nowhere = [
    `/essays/${unique('nothing')}/history`,
    `/essays/${unique('nothing')}/history/1`,
    `${history}?before=none`,
    ...['', '?from=1', '?from=1&to=4', '?from=0&to=1', '?from=1&to=-1', '?from=1&to=two', '?from=1&from=2&to=3'].map(
      (query) => `${history}/compare${query}`,
    ),
    ...['0', '4', '01', 'two', '1e0', '9999999999'].map((number) => `${history}/${number}`),
    ...['0', '9', 'two', '1?after=made-up'].map((ordinal) => `${history}/1/p/${ordinal}`),
    `${history}/4/p/1`,
    ...[`${newId()}/then/1`, 'not-an-id/then/1', `${id}/then/4`, `${id}/then/0`, `${id}/then/one`].map(
      (rest) => `/p/${rest}`,
    ),
  ]
  for (const path of nowhere) expect((await page.request.get(path)).status(), path).toBe(404)
})

test('no page of it can be pushed sideways, and all say what they are', { tag: '@plain' }, async ({
  page,
  writer,
  reader,
}) => {
  const long = 'Donaudampfschifffahrtsgesellschaftskapitän'.repeat(6)
  const essay = await makeEssay([`${CARRIAGE} ${long}`, CHEAPLY, COACHMEN])
  const id = await say(writer, essay.paragraph(1), `A word: ${long}`)
  const source = [`${CARRIAGE} ${long.replaceAll('k', 'c')}`, COUNCIL, CHEAPLY].join('\n\n')
  await publishRevision({ slug: essay.slug, source, publishedById: null, note: long, credits: [id] })
  await say(reader, essay.paragraph(1), 'Later.')
  const paths = [
    `${essay.path}/history`,
    `${essay.path}/history/compare?from=1&to=2`,
    `${essay.path}/history/1`,
    `${essay.path}/history/1/p/1`,
    `/p/${essay.paragraph(1).id}/then/1`,
  ]
  for (const path of paths)
    for (const width of [320, 390, 1440]) {
      await page.setViewportSize({ width, height: 844 })
      await page.goto(path)
      await expect(page.getByRole('main')).toHaveCount(1)
      await expect(page.getByRole('heading', { level: 1 })).toHaveCount(1)
      await expectNoSidewaysScrolling(page)
    }
  // All but the list of revisions are for readers, not for search engines.
  for (const [index, path] of paths.entries()) {
    const html = await (await page.request.get(path)).text()
    expect(html.includes('<meta name="robots" content="noindex'), path).toBe(index > 0)
  }
})

test('on paper there are the changes, and nothing to press', { tag: '@plain' }, async ({ page, writer, reader }) => {
  const { essay } = await publishThree(writer, reader)
  await page.goto(`${essay.path}/history/compare?from=1&to=2`)
  await page.emulateMedia({ media: 'print' })
  await expect(page.locator('del', { hasText: 'cheaply' })).toHaveCSS('text-decoration-line', 'line-through')
  await expect(page.locator('ins', { hasText: 'dearly' })).toHaveCSS('text-decoration-line', 'underline')
  await expect(page.getByRole('button', { name: 'Compare' })).toBeHidden()
})

test.describe('axe finds nothing', { tag: '@scripts' }, () => {
  test.describe.configure({ timeout: 120_000 })

  test('on the pages of the history', { tag: '@plain' }, async ({ page, writer, reader }) => {
    const { essay } = await publishThree(writer, reader)
    const paths = [
      `${essay.path}/history`,
      `${essay.path}/history/compare?from=1&to=3`,
      `${essay.path}/history/1`,
      `${essay.path}/history/1/p/2`,
      `/p/${essay.paragraph(2).id}/then/1`,
    ]
    for (const path of paths) {
      await page.goto(path)
      for (const colorScheme of ['light', 'dark'] as const) {
        await page.emulateMedia({ colorScheme })
        const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa']
        const { violations } = await new AxeBuilder({ page }).setLegacyMode().withTags(tags).analyze()
        expect(
          violations.flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id}: ${html}`)),
          `${path}, ${colorScheme}`,
        ).toEqual([])
      }
    }
  })
})
