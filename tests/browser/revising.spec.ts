import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Page } from '@playwright/test'
import { splitFrontMatter } from '@/forum/essay/front-matter'
import { createEssay } from '@/forum/essay/mutations'
import { publishRevision } from '@/forum/essay/publish'
import { readEssay } from '@/forum/essay/queries'
import { GUEST, type SignedIn } from '@/forum/viewer'
import { zip } from '../support/texts/zip'
import { commentById, expect, expectNoSidewaysScrolling, makePerson, say, signIn, test, unique } from './fixtures'

// Xiaomi's essay, its first paragraph in two, and what an author may do to it. The discussions are looked at afterwards.

const source = readFileSync(join(import.meta.dirname, '../../seeds/essay.md'), 'utf8')
const [FIRST = '', SECOND = '', THIRD = ''] = splitFrontMatter(source).text.trim().split(/\n\n+/)
const cut = (text: string, at: string) =>
  [text.slice(0, text.indexOf(at)).trim(), text.slice(text.indexOf(at))] as const
const [OPENING, WARNING] = cut(FIRST, 'If you don')
const [STRATEGY, FACTORIES] = cut(SECOND, 'Self-built factories')
const EDITED = OPENING.replace('really good', 'remarkably good')
const NEXT = [THIRD, EDITED, STRATEGY, FACTORIES].join('\n\n')

async function authored(texts: string[] = [OPENING, WARNING, SECOND, THIRD], author?: SignedIn) {
  const by = author ?? (await makePerson('author'))
  const slug = unique('xiaomi')
  await createEssay({ slug, title: `Xiaomi, ${slug}`, language: 'en', source: texts.join('\n\n') }, [by.id])
  const { paragraphs } = await readEssay(GUEST, slug)
  const path = `/essays/${slug}`
  return { author: by, slug, path, paragraphs, paragraph: (ordinal: number) => paragraphs[ordinal - 1] ?? { id: '' } }
}

const BAD_FILES: readonly [name: string, content: Buffer, reason: string | RegExp][] = [
  ['empty.md', Buffer.alloc(0), 'There is no text in it'],
  ['blank.txt', Buffer.from(' \n\n\t\n'), 'There is no text in it'],
  ['one-paragraph.md', Buffer.alloc(2_000_000, 'word '), 'has more than 100,000 characters'],
  ['lines.txt', Buffer.alloc(300_000, 'line\n\n'), 'more than 2,000 paragraphs'],
  ['binary.md', Buffer.from('text\0text'), 'This is not a text (byte 4'],
  ['bomb.docx', zip([{ name: 'word/document.xml', data: Buffer.alloc(60 * 1024 * 1024) }]), 'larger than 50 MB'],
]

const textOf = (page: Page) => page.getByRole('textbox', { name: 'Text', exact: true })

async function look(page: Page, path: string, text: string): Promise<void> {
  await page.goto(`${path}/revise`)
  await textOf(page).fill(text)
  await page.getByRole('button', { name: 'Look at what it would do' }).click()
  await expect(page).toHaveURL(`${path}/revise/preflight`)
}

test('an edited, a moved, a split and a removed paragraph keep their discussions, seen before and read afterwards', async ({
  page,
  context,
  baseURL,
  writer,
}) => {
  const essay = await authored()
  const [onOpening, onWarning, onSecond, onThird] = [
    await say(writer, essay.paragraph(1), 'About the opening.'),
    await say(writer, essay.paragraph(2), 'About the warning.'),
    await say(writer, essay.paragraph(3), 'About the strategy.'),
    await say(writer, essay.paragraph(4), 'About the scale.'),
  ]
  await signIn(context, baseURL, essay.author)

  await look(page, essay.path, NEXT)
  const counts = page.getByRole('main').getByRole('list').first()
  await expect(counts).toContainText('1 discussion stays')
  await expect(counts).toContainText('2 move with their text')
  await expect(counts).toContainText('1 leaves the text and keeps a page of its own')
  const edited = page.getByRole('listitem').filter({ hasText: 'remarkably good' })
  await expect(edited.locator('del')).toHaveText('really')
  await expect(edited.locator('ins')).toHaveText('remarkably')
  await expectNoSidewaysScrolling(page)
  // Nothing of it is public.
  expect((await readEssay(GUEST, essay.slug)).revision).toBe(1)

  await page.getByLabel('What changed, for readers').fill('Shorter, and the scale comes first.')
  await edited.getByText('Thank for comments that led to this').click()
  await edited.getByRole('checkbox').check()
  await page.getByRole('button', { name: 'Publish the revision' }).click()
  await expect(page.getByText('Revision 2 is published.')).toBeVisible()
  await expect(page.getByText('Shorter, and the scale comes first.')).toBeVisible()
  await expect(page.getByText(/Changed after comments by/)).toContainText(writer.handle)

  // Moved: with its number changes its page, not its address.
  await page.goto(`/c/${onThird}`)
  await expect(page).toHaveURL(new RegExp(`${essay.path}/p/1`))
  await expect(commentById(page, onThird)).toContainText('About the scale.')
  // Edited: the comment says on what it was written, and shows it.
  await page.goto(`/c/${onOpening}`)
  await expect(page).toHaveURL(new RegExp(`${essay.path}/p/2`))
  await commentById(page, onOpening).getByRole('link', { name: 'on revision 1' }).click()
  await expect(page).toHaveURL(`/p/${essay.paragraph(1).id}/then/1`)
  await expect(page.locator('ins')).toContainText('remarkably')
  await expect(page.locator('del')).toContainText('really')
  // Split: its discussion says where the rest went.
  await page.goto(`/c/${onSecond}`)
  await expect(commentById(page, onSecond)).toBeVisible()
  await expect(
    page.getByRole('link', { name: /Part of these words went to paragraph [34] \(revision 2\)/ }),
  ).toBeVisible()
  // Removed: it has a page with its last words and its discussion, linked from the history.
  await page.goto(`${essay.path}/history`)
  await page.getByRole('link', { name: new RegExp(WARNING.slice(0, 20)) }).click()
  await expect(page).toHaveURL(`/p/${essay.paragraph(2).id}`)
  await expect(page.getByRole('heading', { name: 'No longer in the text' })).toBeVisible()
  await expect(page.getByText(WARNING)).toBeVisible()
  await page.goto(`/c/${onWarning}`)
  await expect(page).toHaveURL(new RegExp(`/p/${essay.paragraph(2).id}`))
  await expect(commentById(page, onWarning)).toContainText('About the warning.')
  await expect(page.getByRole('link', { name: 'Reply to' })).toHaveCount(0)

  // And back: the old text, with every discussion in its old place.
  await page.goto(`${essay.path}/history/1`)
  await page.getByRole('button', { name: 'Bring back this text' }).click()
  await expect(page).toHaveURL(`${essay.path}/revise/preflight`)
  await page.getByRole('button', { name: 'Publish the revision' }).click()
  await expect(page.getByText('Brings back revision 1.')).toBeVisible()
  const back = await readEssay(GUEST, essay.slug)
  expect(back.paragraphs.map(({ id, commentCount }) => [id, commentCount])).toEqual(
    essay.paragraphs.map(({ id }) => [id, 1]),
  )
})

test('a doubtful discussion is decided by keyboard, and until then nothing is published', async ({
  page,
  context,
  baseURL,
  writer,
}) => {
  const essay = await authored([
    'The lighthouse stands at the end of the northern pier, and its lamp turns all night long.',
    'Nobody has lived in the keeper’s cottage since the winter of the great storm, forty years ago.',
    'Ships follow the painted buoys now, and their captains look at screens instead of lamps.',
  ])
  await say(writer, essay.paragraph(2), 'Whose cottage?')
  await signIn(context, baseURL, essay.author)
  await look(
    page,
    essay.path,
    'The lighthouse stands at the end of the northern pier, and its lamp turns all night long.\n\nNobody has lived here since.\n\nShips follow the painted buoys now, and their captains look at screens instead of lamps.',
  )
  await expect(page.getByRole('heading', { name: 'These need you' })).toBeVisible()
  await page.getByRole('button', { name: 'Publish the revision' }).click()
  expect((await readEssay(GUEST, essay.slug)).revision).toBe(1)
  const choices = page.getByRole('group', { name: 'Where does its discussion belong?' })
  await choices.getByRole('radio', { name: /With paragraph 2/ }).focus()
  await page.keyboard.press('Space')
  await page.getByRole('button', { name: 'Publish the revision' }).focus()
  await page.keyboard.press('Enter')
  await expect(page.getByText('Revision 2 is published.')).toBeVisible()
  expect((await readEssay(GUEST, essay.slug)).paragraphs[1]?.id).toBe(essay.paragraph(2).id)
})

test('doubtful discussions are attached elsewhere or retired by pointer', async ({
  page,
  context,
  baseURL,
  writer,
}) => {
  const essay = await authored([
    'The lighthouse stands at the end of the northern pier, and its lamp turns all night long.',
    'Nobody has lived in the keeper’s cottage since the winter of the great storm, forty years ago.',
    'Ships follow the painted buoys now, and their captains look at screens instead of lamps.',
    'Every spring the harbour office repaints the railings, and every autumn the salt takes the paint away.',
    'Tourists climb the hundred and twelve steps, take one photograph, and climb down again.',
  ])
  await say(writer, essay.paragraph(2), 'Whose cottage?')
  await say(writer, essay.paragraph(4), 'Which paint?')
  await signIn(context, baseURL, essay.author)
  await look(
    page,
    essay.path,
    [
      'The lighthouse stands at the end of the northern pier, and its lamp turns all night long.',
      'Nobody has lived here since.',
      'Ships follow the painted buoys now, and their captains look at screens instead of lamps.',
      'Every spring there is salt.',
      'Tourists climb the hundred and twelve steps, take one photograph, and climb down again.',
    ].join('\n\n'),
  )
  const choices = page.getByRole('group', { name: 'Where does its discussion belong?' })
  await expect(choices).toHaveCount(2)
  const [cottage, paint] = [choices.nth(0), choices.nth(1)]
  await cottage.getByRole('radio', { name: 'With another paragraph, number' }).click()
  await cottage
    .getByRole('textbox', { name: 'Number of the paragraph where the discussion of paragraph 2 goes' })
    .fill('1')
  await paint.getByRole('radio', { name: /^Nowhere/ }).click()
  await expectNoSidewaysScrolling(page)
  await page.getByRole('button', { name: 'Publish the revision' }).click()
  await expect(page.getByText('Revision 2 is published.')).toBeVisible()
  const now = await readEssay(GUEST, essay.slug)
  expect(now.paragraphs.map(({ commentCount }) => commentCount)).toEqual([1, 0, 0, 0, 0])
  await page.goto(`/p/${essay.paragraph(4).id}`)
  await expect(page.getByRole('heading', { name: 'No longer in the text' })).toBeVisible()
  await expect(page.getByText('Which paint?')).toBeVisible()
})

test('a draft survives, is kept when somebody else publishes first, and can be thrown away', async ({
  page,
  context,
  baseURL,
}) => {
  const essay = await authored()
  await signIn(context, baseURL, essay.author)
  await page.goto(`${essay.path}/revise`)
  await textOf(page).fill(NEXT)
  await page.getByRole('button', { name: 'Save draft' }).click()
  await expect(page.getByText('Saved. Nobody but you sees it.')).toBeVisible()
  await expect(textOf(page)).toHaveValue(NEXT)
  await page.getByRole('button', { name: 'Look at what it would do' }).click()
  await publishRevision({ slug: essay.slug, source: [OPENING, SECOND].join('\n\n'), publishedById: null })
  await page.getByRole('button', { name: 'Publish the revision' }).click()
  await expect(page.getByRole('alert').filter({ hasText: 'Somebody published another revision' })).toBeVisible()
  await expect(page.getByText('Revision 2 was published after you began.')).toBeVisible()
  await page.getByRole('link', { name: 'Back to the text' }).click()
  await expect(textOf(page)).toHaveValue(NEXT)
  await page.getByRole('button', { name: 'Throw the draft away' }).click()
  await expect(textOf(page)).toHaveValue([OPENING, SECOND].join('\n\n'))
})

test('files are read in, and what is none is refused with the text kept', async ({
  page,
  context,
  baseURL,
  javaScriptEnabled,
}) => {
  const essay = await authored()
  await signIn(context, baseURL, essay.author)
  await page.goto(`${essay.path}/revise`)
  await textOf(page).fill('Typed before the file.')
  await page.getByLabel('Or a file').setInputFiles({
    name: 'renamed.docx',
    mimeType: 'application/octet-stream',
    buffer: Buffer.from([0x7f, 0x45, 0x4c, 0x46, 0, 0, 0, 1, 2, 3]),
  })
  await page.getByRole('button', { name: 'Look at what it would do' }).click()
  await expect(page.getByRole('alert').first()).toBeVisible()
  await expect(textOf(page)).toHaveValue('Typed before the file.')
  for (const [name, content, reason] of BAD_FILES) {
    await page.getByLabel('Or a file').setInputFiles({ name, mimeType: 'application/octet-stream', buffer: content })
    await page.getByRole('button', { name: 'Look at what it would do' }).click()
    await expect(page.getByRole('alert').filter({ hasText: reason })).toBeVisible()
    await expect(textOf(page)).toHaveValue('Typed before the file.')
  }
  const large = { name: 'large.md', mimeType: 'text/markdown', buffer: Buffer.alloc(8_000_000, 'word\n\n') }
  await page.getByLabel('Or a file').setInputFiles(large)
  await page.getByRole('button', { name: 'Look at what it would do' }).click()
  // With scripts it is never sent.
  if (javaScriptEnabled)
    expect(await page.getByLabel('Or a file').evaluate((field: HTMLInputElement) => field.validationMessage)).toBe(
      'The file has 7.6 MB; an essay has at most 5.',
    )
  else await expect(page.getByRole('alert').filter({ hasText: '8,000,000 bytes' })).toBeVisible()
  await expect(textOf(page)).toHaveValue('Typed before the file.')
  const markdown = `# A title\n\n## Part one\n\n${OPENING}\n\n> ${WARNING}\n\n- one\n- two <script>alert(1)</script>\n`
  await page
    .getByLabel('Or a file')
    .setInputFiles({ name: 'next.md', mimeType: 'text/markdown', buffer: Buffer.from(markdown) })
  await page.getByRole('button', { name: 'Look at what it would do' }).click()
  await expect(page).toHaveURL(`${essay.path}/revise/preflight`)
  await page.getByRole('button', { name: 'Publish the revision' }).click()
  await expect(page.getByText('Revision 2 is published.')).toBeVisible()
  await page.goto(essay.path)
  await expect(page.getByRole('heading', { level: 2, name: 'Part one' })).toBeVisible()
  await expect(page.getByRole('article').locator('blockquote')).toHaveText(WARNING)
  await expect(page.getByRole('article').getByRole('listitem')).toHaveText(['one', 'two <script>alert(1)</script>'])
})

test('only authors and owners come in; others learn nothing, guests sign in first', async ({
  page,
  context,
  baseURL,
  reader,
}) => {
  const essay = await authored()
  await page.goto(`${essay.path}/revise`)
  await expect(page).toHaveURL(/\/sign-in\?then=/)
  await signIn(context, baseURL, reader)
  expect((await page.goto(`${essay.path}/revise`))?.status()).toBe(404)
  expect((await page.goto(`${essay.path}/revise/preflight`))?.status()).toBe(404)
  expect((await page.goto('/authoring/new'))?.status()).toBe(404)
  await page.goto('/authoring')
  await expect(page.getByText('You are not the author of an essay here.')).toBeVisible()
})

test('an owner publishes a new essay from a pasted text', async ({ page, context, baseURL }) => {
  await signIn(context, baseURL, await makePerson('owner', 'owner'))
  const title = `On bridges ${unique('essay')}`
  await page.goto('/authoring')
  await page.getByRole('link', { name: 'New essay' }).click()
  await textOf(page).fill(`# ${title}\n\nA bridge is an argument.\n\nIt is settled by walking over it.`)
  await page.getByRole('button', { name: 'Publish the essay' }).click()
  await expect(page.getByRole('heading', { level: 1, name: title })).toBeVisible()
  await expect(page.getByText('It is settled by walking over it.')).toBeVisible()
  await page.goto('/authoring')
  await expect(page.getByRole('heading', { name: title })).toBeVisible()
})

test('an author asks a question, pins an answer, sets rules and closes a discussion', async ({
  page,
  context,
  baseURL,
  writer,
  browser,
  javaScriptEnabled,
}) => {
  const essay = await authored()
  const answer = await say(writer, essay.paragraph(1), 'Because of the price.')
  await signIn(context, baseURL, essay.author)
  await page.goto(`${essay.path}/settings`)
  await page.getByLabel('House rules').fill('**Argue with the text**, not with its author.')
  await page.getByRole('button', { name: 'Save', exact: true }).first().click()
  await expect(page.getByText('Saved. Readers see it from now on.')).toBeVisible()
  const first = page.getByRole('listitem').filter({ hasText: OPENING.slice(0, 40) })
  await first.getByText('Question, pin, lock').click()
  await first.getByLabel('A question to readers').fill('Why do people think so?')
  await first.getByLabel('Pinned comment').fill('not an address')
  await first.getByRole('button', { name: 'Save', exact: true }).click()
  await expect(first.getByText('This is not a comment of this paragraph')).toBeVisible()
  await expect(first.getByLabel('A question to readers')).toHaveValue('Why do people think so?')
  await first.getByLabel('Pinned comment').fill(`${baseURL}/c/${answer}`)
  await first.getByRole('button', { name: 'Save', exact: true }).click()
  await expect(first.getByText('Saved. Readers see it from now on.')).toBeVisible()

  const guests = await browser.newContext({ baseURL, javaScriptEnabled })
  const guest = await guests.newPage()
  await guest.goto(`${essay.path}/p/1`)
  await expect(guest.getByText('Why do people think so?')).toBeVisible()
  await expect(guest.getByRole('region', { name: 'Pinned by the author' })).toContainText('Because of the price.')
  await guest.getByText('House rules').click()
  await expect(guest.getByText('Argue with the text', { exact: true })).toBeVisible()

  await first.getByLabel('Closed: only authors and moderators write here').check()
  await first.getByLabel('Why it is closed, for readers').fill('Back on Monday.')
  await first.getByRole('button', { name: 'Save', exact: true }).click()
  await expect(first.getByText('locked', { exact: false }).first()).toBeVisible()
  await guest.goto(`${essay.path}/p/1`)
  await expect(guest.getByText('This discussion is closed. Back on Monday.')).toBeVisible()
  await expect(guest.getByRole('textbox')).toHaveCount(0)
  await guests.close()
})
