import { type Browser, expect, type Page, test } from '@playwright/test'
import { postComment } from '@/forum/comments/mutations'
import { UNDO_MS } from '@/forum/moderation/decide'
import { applyDecision } from '@/forum/moderation/effect'
import { flagComment } from '@/forum/moderation/mutations'
import { suspendPerson } from '@/forum/moderation/restrict'
import { startSession } from '@/forum/people/sessions'
import { viewerOfPerson } from '@/forum/people/standing'
import { db } from '@/lib/db'
import { newId } from '@/lib/id'
import { desk as deskWords } from '@/messages/desk'
import { moderation } from '@/messages/moderation'
import { refusals } from '@/messages/refusals'
import { thread } from '@/messages/thread'
import { accountLink, makeEssay, served } from './fixtures'

const t = moderation.en
const words = deskWords.en

// Stories of up to five people, each in a window of their own.
test.describe.configure({ timeout: 120_000 })
test.afterAll(() => db.$disconnect())

test('a reader reports, a moderator removes with a reason, and everybody learns what they should', async ({
  browser,
}) => {
  const comment = await aComment()
  const reader = await signedIn(browser, await aPerson())
  await reader.goto(`/c/${comment.id}/flag`)
  await expect(reader.getByText(comment.body)).toBeVisible()
  await reader.getByLabel(t.flagReasons.other).check()
  await reader.getByRole('button', { name: t.flagSend }).click()
  await expect(refusalIn(reader)).toHaveText(refusals.en['note-needed']({}))
  await expect(reader.getByLabel(t.flagReasons.other)).toBeChecked()
  await reader.getByLabel(t.flagReasons.spam).check()
  await reader.getByLabel(t.flagNote).fill('The third time today.')
  await reader.getByRole('button', { name: t.flagSend }).click()
  await expect(reader.getByRole('heading', { name: t.receiptTitle })).toBeVisible()
  await expect(reader.getByText('The third time today.')).toBeVisible()

  const desk = await signedIn(browser, await aPerson('moderator'))
  await openCase(desk, comment.body)
  await expect(desk.getByText('The third time today.')).toBeVisible()
  await removeButton(desk).click()
  await expect(desk.getByText(t.reasonNeeded)).toBeVisible()
  const reason = `Advertising, and ${newId()} is the proof.`
  await wordsIn(desk).fill(reason)
  await removeButton(desk).click()
  await expect(desk.getByText(t.doneMine('remove', comment.author.handle))).toBeVisible()
  await expect(desk.getByRole('button', { name: words.undo })).toBeVisible()
  await takesEffect(comment.id)

  await served(reader, comment.essay)
  await reader.goto(`/c/${comment.id}`)
  await expect(reader.getByText(thread.en.removed).first()).toBeVisible()
  await expect(reader.getByText(comment.body)).toHaveCount(0)
  await reader.goto(`/c/${comment.id}/flagged`)
  await expect(reader.getByText(t.outcome.remove)).toBeVisible()
  const author = await signedIn(browser, comment.author)
  await author.goto('/notifications')
  await expect(author.getByText(reason)).toBeVisible()
  const guest = await browser.newPage()
  await guest.goto('/log')
  const entry = guest.getByRole('listitem').filter({ hasText: reason })
  await expect(entry.getByRole('link')).toHaveAttribute('href', `/c/${comment.id}`)
  await expect(entry).toContainText(/Moderator [0-9a-f]{4}/)
})

test('who may not report any more is told why, and keeps the note', async ({ browser }) => {
  const comment = await aComment()
  const person = await aPerson()
  const reader = await signedIn(browser, person)
  await reader.goto(`/c/${comment.id}/flag`)
  await reader.getByLabel(t.flagReasons.spam).check()
  await reader.getByLabel(t.flagNote).fill('Somebody should read this.')
  await suspendPerson(await viewerOf(await aPerson('moderator')), person.handle, { days: 7, reason: 'For the test' })
  await reader.getByRole('button', { name: t.flagSend }).click()
  await expect(reader.getByText('Your account is suspended and may not report until')).toBeVisible()
  await expect(reader.getByText(t.flagGone)).toHaveCount(0)
  await expect(reader.getByText('Somebody should read this.')).toBeVisible()
})

test('Enter on a ready reason decides nothing', async ({ browser }) => {
  const comment = await aComment()
  await flagComment(await viewerOf(await aPerson()), comment.id, { reason: 'unkind' })
  const desk = await signedIn(browser, await aPerson('moderator'))
  await openCase(desk, comment.body)
  await desk.getByLabel(t.ready['within-rules']).check()
  await desk.getByLabel(t.ready['within-rules']).press('Enter')
  await expect(refusalIn(desk)).toBeVisible()
  await expect(desk.getByLabel(t.ready['within-rules'])).toBeChecked()
  await desk.getByLabel(t.ready.advertising).check()
  await removeButton(desk).click()
  await expect(desk.getByText(t.doneMine('remove', comment.author.handle))).toBeVisible()
  const decisions = await db.decision.findMany({ where: { commentId: comment.id }, select: { act: true } })
  expect(decisions).toEqual([{ act: 'remove' }])
})

test('an empty page of the queue says why it is empty', async ({ browser }) => {
  const desk = await signedIn(browser, await aPerson('moderator'))
  await desk.goto('/moderation?state=done&after=1.00000000-0000-4000-8000-000000000000')
  await expect(desk.getByText(t.emptyPage).first()).toBeVisible()
  await expect(desk.getByText(t.emptyOpen)).toHaveCount(0)
})

test('a wide desk has the height of the window, and one way to the other language', async ({ browser, isMobile }) => {
  const comment = await aComment()
  await flagComment(await viewerOf(await aPerson()), comment.id, { reason: 'unkind' })
  const desk = await signedIn(browser, await aPerson('moderator'))
  for (const path of ['/moderation', '/moderation/people']) {
    await desk.goto(path)
    await expect(desk.getByRole('link', { name: '简体中文' })).toHaveCount(1)
  }
  if (isMobile) return
  await desk.goto('/moderation')
  const spare = () => desk.evaluate(() => document.documentElement.scrollHeight - window.innerHeight)
  expect(await spare()).toBeLessThanOrEqual(0)
  // Unfolded, its forms scroll: the column around them has nothing below its edge.
  for (const folded of [words.more, words.pass]) await desk.getByText(folded, { exact: true }).click()
  await expect(desk.getByRole('button', { name: words.doIt.slow })).toBeVisible()
  expect(await desk.getByRole('article').evaluate((column) => column.scrollHeight - column.clientHeight)).toBe(0)
  expect(await spare()).toBeLessThanOrEqual(0)
})

test('a guest is led through sign-in and comes back to what they chose', async ({ page, browser }) => {
  const comment = await aComment()
  await page.goto(`/c/${comment.id}/flag`)
  await page.getByLabel(t.flagReasons.unkind).check()
  await page.getByLabel(t.flagNote).fill('Look at the tone.')
  await page.getByRole('button', { name: t.flagSend }).click()
  await expect(page).toHaveURL(/\/sign-in\?then=/)
  const back = new URL(page.url()).searchParams.get('then') ?? ''
  await signIn(page, await aPerson())
  await page.goto(back)
  await expect(page.getByLabel(t.flagReasons.unkind)).toBeChecked()
  await expect(page.getByLabel(t.flagNote)).toHaveValue('Look at the tone.')
  const other = await signedIn(browser, await aPerson())
  await other.goto(back)
  await expect(other.getByLabel(t.flagNote)).toHaveValue('')
  await page.getByRole('button', { name: t.flagSend }).click()
  await expect(page.getByRole('heading', { name: t.receiptTitle })).toBeVisible()
})

test('a decision on what has changed is refused, and the typed reason stays', async ({ browser }) => {
  const comment = await aComment()
  await flagComment(await viewerOf(await aPerson()), comment.id, { reason: 'unkind' })
  const one = await signedIn(browser, await aPerson('moderator'))
  const second = await aPerson('moderator')
  const two = await signedIn(browser, second)
  await openCase(one, comment.body)
  const address = one.url()
  await wordsIn(one).fill('I thought about this for long.')
  await flagComment(await viewerOf(await aPerson()), comment.id, { reason: 'spam', note: 'And an advertisement.' })
  await removeButton(one).click()
  await expect(refusalIn(one)).toHaveText(refusals.en['case-changed']({}))
  await expect(wordsIn(one)).toHaveValue('I thought about this for long.')
  await expect(one.getByText('And an advertisement.')).toBeVisible()

  await two.goto(address)
  await two.getByLabel(t.ready['within-rules']).check()
  await two.getByRole('button', { name: t.approve, exact: true }).click()
  await expect(two.getByText(t.doneMine('approve', comment.author.handle))).toBeVisible()
  await removeButton(one).click()
  await expect(refusalIn(one)).toHaveText(words.closedBy(second.handle, words.acts.approve))
  await expect(one.getByText('I thought about this for long.')).toBeVisible()
  await expect(one.getByRole('article').getByText(t.ready['within-rules'])).toBeVisible()
  await expect(removeButton(one)).toHaveCount(0)
})

test('the desk does not exist for members, and leads guests to sign-in', async ({ browser, page }) => {
  const comment = await aComment()
  await flagComment(await viewerOf(await aPerson()), comment.id, { reason: 'unkind' })
  const { id } = await db.case.findFirstOrThrow({ where: { commentId: comment.id }, select: { id: true } })
  const member = await signedIn(browser, await aPerson())
  const desk = await signedIn(browser, await aPerson('moderator'))
  for (const path of ['/moderation', '/moderation/people', `/moderation/cases/${id}`, '/zh/moderation']) {
    expect((await desk.goto(path))?.status()).toBe(200)
    expect((await member.goto(path))?.status()).toBe(404)
    await expect(member.getByText(comment.body)).toHaveCount(0)
    await page.goto(path)
    await expect(page).toHaveURL(/\/sign-in\?then=/)
  }
})

test('nobody decides about their own words or learns who reported them', async ({ browser }) => {
  const judge = await aPerson('moderator')
  const own = await aComment(judge)
  const reporter = await aPerson()
  await flagComment(await viewerOf(reporter), own.id, { reason: 'unkind', note: 'She should know better.' })
  const desk = await signedIn(browser, judge)
  await openCase(desk, own.body)
  await expect(desk.getByText(t.own)).toBeVisible()
  await expect(desk.getByText(t.aReader)).toBeVisible()
  for (const secret of [reporter.handle, 'She should know better.']) await expect(desk.getByText(secret)).toHaveCount(0)
  await expect(removeButton(desk)).toHaveCount(0)
  await expect(desk.getByText(t.suspend, { exact: true })).toHaveCount(0)
})

test('a suspension is imposed beside the case and stands in the list of people', async ({ browser }) => {
  const comment = await aComment()
  await flagComment(await viewerOf(await aPerson()), comment.id, { reason: 'unkind' })
  const desk = await signedIn(browser, await aPerson('moderator'))
  await openCase(desk, comment.body)
  await desk.getByText(t.suspend, { exact: true }).click()
  const beside = desk.getByRole('region', { name: comment.author.handle })
  await beside.getByLabel(t.days).selectOption('7')
  await desk.getByLabel(t.suspendReason, { exact: true }).fill('Told three times.')
  await desk.getByRole('button', { name: t.suspendNow, exact: true }).click()
  await expect(desk.getByText(`${comment.author.handle} is suspended until`)).toBeVisible()
  await desk.goto(`/moderation/people?q=${comment.author.handle}`)
  await expect(desk.getByRole('row').filter({ hasText: comment.author.handle })).toContainText('Told three times.')
})

test('a shift by keyboard alone: read, decide, take back, pass on, select', { tag: '@once' }, async ({ browser }) => {
  const [author, reader, moderator] = [await aPerson(), await viewerOf(await aPerson()), await aPerson('moderator')]
  const essay = await makeEssay()
  const ids: string[] = []
  for (let number = 1; number <= SHIFT; number++) {
    const body = `Number ${number} of a shift. ${newId()}`
    const { id } = await postComment(await viewerOf(author), essay.paragraph(1).id, { body })
    await flagComment(reader, id, { reason: 'spam' })
    ids.push(id)
  }
  const desk = await signedIn(browser, moderator)
  const { keyboard } = desk
  const decided = () => db.decision.count({ where: { commentId: { in: ids } } })
  const chosen = () => desk.locator('[data-desk-list] [aria-current="true"]')
  const heard = (sentence: string) => desk.getByRole('status').filter({ hasText: sentence })
  await desk.goto(`/moderation?person=${author.handle}`)
  // A page hears keys as soon as it knows who is there.
  const ready = () => expect(accountLink(desk, moderator)).toBeVisible()
  await expect(chosen()).toHaveCount(1)
  await ready()
  await keyboard.press('?')
  await expect(desk.getByRole('dialog', { name: words.keys })).toBeVisible()
  await keyboard.press('Escape')
  // Without a reason nothing is decided, and it is said.
  await keyboard.press('r')
  await expect(desk.getByRole('status').filter({ hasText: words.pickReason })).toBeVisible()
  expect(await decided()).toBe(0)

  const began = performance.now()
  for (let done = 0; done < SHIFT - 1; done++) {
    const before = await chosen().getAttribute('href')
    for (const key of SHIFT_KEYS[done % SHIFT_KEYS.length] ?? []) await keyboard.press(key)
    await expect.poll(decided).toBe(done + 1)
    await expect(desk.getByRole('button', { name: words.undo })).toBeVisible()
    const act = words.acts[SHIFT_ACTS[done % SHIFT_ACTS.length] ?? 'remove']
    await expect(heard(`${words.said(act, author.handle)} ${words.saidNext(author.handle)}`)).toBeAttached()
    await expect(chosen()).not.toHaveAttribute('href', before ?? '')
    await ready()
  }
  const milliseconds = (performance.now() - began) / (SHIFT - 1)
  test.info().annotations.push({ type: 'ms per decision', description: milliseconds.toFixed(0) })
  const acts = await db.decision.findMany({ where: { commentId: { in: ids } }, select: { act: true } })
  expect([...new Set(acts.map(({ act }) => act))].sort()).toEqual(['approve', 'noAction', 'remove', 'warn'])

  // The last one is taken back, and what is left is selected, taken and passed on.
  await keyboard.press('z')
  await expect
    .poll(() => db.decisionOutcome.count({ where: { kind: 'cancelled', decision: { commentId: { in: ids } } } }))
    .toBe(1)
  await desk.waitForURL(/\/moderation\/cases\//)
  await expect(heard(words.said(words.outcome.cancelled ?? '', author.handle))).toBeAttached()
  await ready()
  await desk.goto(`/moderation?person=${author.handle}`)
  await ready()
  await keyboard.press('x')
  await expect(desk.locator('[data-desk-list] input[type="checkbox"]:checked')).toHaveCount(1)
  await keyboard.press('c')
  await expect.poll(() => db.lease.count({ where: { personId: moderator.id } })).toBe(1)
})

/** Cases of one shift, and how each is decided in turn. */
const SHIFT = 6
const SHIFT_KEYS = [['1', 'r'], ['a'], ['1', 'w'], ['1', 'n'], ['1', 'r']]
const SHIFT_ACTS = ['remove', 'approve', 'warn', 'noAction', 'remove'] as const

type Somebody = { id: string; handle: string }

async function aPerson(role: 'member' | 'moderator' = 'member'): Promise<Somebody> {
  const id = newId()
  const handle = `p-${id.slice(-12)}`
  await db.person.create({ data: { id, handle, displayName: handle, role }, select: { id: true } })
  return { id, handle }
}

const viewerOf = ({ id }: Somebody) => viewerOfPerson(id)

async function aComment(author?: Somebody) {
  const by = author ?? (await aPerson())
  const essay = await makeEssay()
  const body = `A comment numbered ${newId()}.`
  const { id } = await postComment(await viewerOf(by), essay.paragraph(1).id, { body })
  return { id, body, author: by, essay }
}

async function signIn(page: Page, person: Somebody) {
  const { token } = await startSession(person.id)
  const { origin } = new URL(process.env.MARGINALIA_TEST_URL ?? '')
  await page.context().addCookies([{ name: 'next-auth.session-token', value: token, url: origin, httpOnly: true }])
}

/** A window of its own, of the project's size and with or without scripts as it says, with somebody signed in. */
async function signedIn(browser: Browser, person: Somebody): Promise<Page> {
  const page = await browser.newPage()
  await signIn(page, person)
  return page
}

/** From the queue, page by page: other tests fill it at the same time. */
async function openCase(desk: Page, body: string) {
  await desk.goto('/moderation')
  const line = desk.getByRole('link').filter({ hasText: body })
  while ((await line.count()) === 0) {
    await desk.getByRole('link', { name: t.next }).click()
    await desk.waitForURL(/after=/)
  }
  await line.click()
  await expect(desk).toHaveURL(/\/moderation\/cases\//)
  await expect(desk.getByRole('article').getByText(body)).toBeVisible()
}

/** Its moment comes without being waited for. */
async function takesEffect(commentId: string) {
  const { id } = await db.case.findFirstOrThrow({ where: { commentId, state: 'decided' }, select: { id: true } })
  await applyDecision(id, new Date(Date.now() + UNDO_MS))
}

const wordsIn = (desk: Page) => desk.getByRole('form', { name: t.decide }).getByLabel(t.words, { exact: true })
const removeButton = (desk: Page) => desk.getByRole('button', { name: t.remove, exact: true })
/** Not Next's own, which tells screen readers the title of the next page. */
const refusalIn = (page: Page) => page.locator('[role="alert"]:not(#__next-route-announcer__)')
