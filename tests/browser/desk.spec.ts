import type { Browser, Page } from '@playwright/test'
import { UNDO_MS } from '@/forum/moderation/decide'
import { applyDecision } from '@/forum/moderation/effect'
import { flagComment } from '@/forum/moderation/mutations'
import { switchRule, writeRule } from '@/forum/rules/mutations'
import type { SignedIn } from '@/forum/viewer'
import { db } from '@/lib/db'
import { desk as deskWords } from '@/messages/desk'
import { held } from '@/messages/held'
import { moderation } from '@/messages/moderation'
import { rules } from '@/messages/rules'
import { thread } from '@/messages/thread'
import {
  commentSaying,
  expect,
  type Made,
  makePerson,
  say,
  served,
  signIn,
  test,
  threadOf,
  unique,
  visit,
} from './fixtures'

// The desk's longer stories: what waits before anybody reads it, many cases as one act, and a shift by forms alone.

const t = moderation.en
const words = deskWords.en

test('what a rule holds is its author’s alone, with the reason, until a moderator lets it through', {
  tag: '@once',
}, async ({ page, browser, baseURL, essay, writer, reader }) => {
  const rule = await liveRule()
  const body = `Nobody has seen a ${rule.word} on this road.`
  await served(page, essay)
  await signIn(page.context(), baseURL, writer)
  await visit(page, `${essay.path}/p/2`, { scripts: true, as: writer })
  await threadOf(page, 2).getByRole('textbox').fill(body)
  await page.getByRole('button', { name: 'Comment', exact: true }).click()
  await expect(page.getByText(thread.en.held)).toBeVisible()
  await page.getByRole('link', { name: thread.en.showIt }).click()
  const own = commentSaying(page, body)
  await expect(own).toContainText(thread.en.held)
  await expect(own).toContainText(held.en.because([{ source: 'rule', code: rule.name, reason: rule.reason }]))

  const { id, cases } = await db.comment.findFirstOrThrow({
    where: { authorId: writer.id },
    select: { id: true, cases: { select: { id: true } } },
  })
  const others = [await windowOf(browser, baseURL, reader), await browser.newPage({ baseURL })]
  for (const other of others) {
    expect((await other.goto(`/c/${id}`))?.status()).toBe(404)
    await other.goto(`${essay.path}/p/2`)
    await expect(threadOf(other, 2)).toBeVisible()
    await expect(other.getByText(body)).toHaveCount(0)
  }

  const desk = await windowOf(browser, baseURL, await makePerson('moderator', 'moderator'))
  await desk.goto(`/moderation?state=held&person=${writer.handle}`)
  await expect(desk.getByRole('article').getByText(body)).toBeVisible()
  await expect(desk.getByText(words.named(words.sources.rule ?? '', rule.name))).toBeVisible()
  await desk.getByRole('form', { name: t.decide }).getByLabel(t.ready['within-rules']).check()
  await desk.getByRole('button', { name: t.approve, exact: true }).click()
  await expect(desk.getByText(t.doneMine('approve', writer.handle))).toBeVisible()
  for (const item of cases) await applyDecision(item.id, new Date(Date.now() + UNDO_MS))

  await served(page, essay)
  for (const any of [page, ...others]) {
    await any.goto(`${essay.path}/p/2`)
    await expect(commentSaying(any, body)).toBeVisible()
    await expect(any.getByText(thread.en.held)).toHaveCount(0)
  }
})

test('what a rule brought is decided from its page as one act, and taken back as one', { tag: '@plain' }, async ({
  page,
  baseURL,
  essay,
  reader,
  writer,
}) => {
  const rule = await liveRule()
  for (const by of [writer, reader, writer]) await say(by, essay.paragraph(1), `${rule.word}, said ${unique('once')}`)
  const ofRule = { reasons: { some: { ruleId: rule.id } } }
  const open = () => db.case.count({ where: { state: 'open', ...ofRule } })
  const moderator = await makePerson('moderator', 'moderator')
  await signIn(page.context(), baseURL, moderator)
  await page.goto(`/moderation/rules?rule=${rule.id}`)
  const cases = page.getByRole('region', { name: rules.en.cases })
  await expect(cases.getByRole('checkbox', { checked: true })).toHaveCount(3)
  await cases.getByLabel(words.select(reader.handle)).uncheck()
  // Without a reason nothing is decided, and the choice stays.
  await cases.getByRole('button', { name: words.bulkRemove }).click()
  await expect(cases.getByRole('checkbox', { checked: true })).toHaveCount(2)
  expect(await open()).toBe(3)
  await cases.getByRole('combobox', { name: t.reason }).selectOption('advertising')
  await cases.getByRole('button', { name: words.bulkRemove }).click()
  await expect(page.getByText(words.bulkDone(2, words.acts.remove, null))).toBeVisible()
  expect(await open()).toBe(1)
  const decided = await db.decision.findMany({ where: { case: ofRule }, select: { batchId: true, basis: true } })
  expect(decided).toEqual([{ batchId: expect.any(String), basis: 'advertising' }, decided[0]])

  await page.getByRole('button', { name: words.undo }).click()
  await expect(page.getByRole('article').getByText(words.outcome.cancelled ?? '')).toBeVisible()
  expect(await open()).toBe(3)
  await page.goto(`/moderation/rules?rule=${rule.id}`)
  await expect(cases.getByRole('checkbox', { checked: true })).toHaveCount(3)
})

test('a shift without scripts: narrow, decide case after case, take back, take, hand over, escalate, select', {
  tag: '@once',
}, async ({ browser, baseURL, essay, reader, writer }) => {
  const bodies = await flagged(essay, { by: writer, reporter: reader, count: 7 })
  const colleague = await makePerson('colleague', 'moderator')
  const moderator = await makePerson('moderator', 'moderator')
  const desk = await windowOf(browser, baseURL, moderator, { javaScriptEnabled: false })
  const list = desk.locator('[data-desk-list] [data-case]')
  const onPage = (at: number) => expect(desk.getByRole('article').getByText(bodies[at] ?? '')).toBeVisible()

  await test.step('the list is narrowed to one person, oldest first', async () => {
    await desk.goto('/moderation')
    await desk.getByText(words.narrow, { exact: true }).click()
    const narrow = desk.locator('#narrow')
    await narrow.getByLabel(words.person).fill(writer.handle)
    await narrow.getByRole('button', { name: words.show }).click()
    await expect(list).toHaveCount(bodies.length)
    await onPage(0)
  })

  await test.step('a decision with a ready reason leads to the next case, and so on', async () => {
    await desk.getByLabel(t.ready['within-rules']).check()
    await desk.getByRole('button', { name: t.approve, exact: true }).click()
    await expect(desk.getByText(t.doneMine('approve', writer.handle))).toBeVisible()
    await onPage(1)
    await desk.getByLabel(t.words, { exact: true }).last().fill('In my own words, for once.')
    await desk.getByRole('button', { name: t.remove, exact: true }).click()
    await expect(desk.getByText(t.doneMine('remove', writer.handle))).toBeVisible()
    await onPage(2)
    await expect(list).toHaveCount(bodies.length - 2)
    await desk.getByText(words.more, { exact: true }).click()
    await desk.getByLabel(t.ready.personal).check()
    await desk.getByRole('button', { name: words.doIt.warn }).click()
    await expect(desk.getByText(words.done(words.acts.warn, writer.handle, null))).toBeVisible()
  })

  await test.step('the last one is taken back', async () => {
    await desk.getByRole('button', { name: words.undo }).click()
    await onPage(2)
    await expect(desk.getByRole('article').getByText(words.outcome.cancelled ?? '')).toBeVisible()
  })

  await test.step('a case is taken and handed to a colleague', async () => {
    await desk.getByRole('button', { name: words.claim }).click()
    await expect(desk.getByText(words.claimMine)).toBeVisible()
    await passOn(desk, 'You know this person.', colleague.handle)
    await expect(desk.getByText(words.claimTheirs(colleague.handle))).toBeVisible()
    await expect(desk.getByText('You know this person.')).toBeVisible()
  })

  await test.step('another is passed to the owners', async () => {
    await list
      .filter({ hasText: bodies[3] ?? '' })
      .getByRole('link')
      .click()
    await passOn(desk, 'A question for a lawyer.')
    await expect(desk.getByText('A question for a lawyer.')).toBeVisible()
    await expect(desk.getByRole('button', { name: t.remove, exact: true })).toHaveCount(0)
    const { queue } = await db.case.findFirstOrThrow({ where: { comment: { body: bodies[3] ?? '' } } })
    expect(queue).toBe('escalated')
  })

  await test.step('two that are ticked are removed as one act, and taken back as one', async () => {
    await desk.goto(`/moderation?person=${writer.handle}`)
    for (const body of bodies.slice(4, 6)) await list.filter({ hasText: body }).getByRole('checkbox').check()
    await desk.getByText(words.selected, { exact: true }).click()
    const bulk = desk.locator('#bulk')
    await bulk.getByRole('combobox').selectOption('advertising')
    await bulk.getByRole('button', { name: words.bulkRemove }).click()
    await expect(desk.getByText(words.bulkDone(2, words.acts.remove, null))).toBeVisible()
    await expect(list).toHaveCount(2)
    await desk.getByRole('button', { name: words.undo }).click()
    await expect(list).toHaveCount(4)
  })
  const kept = await db.decision.findMany({
    where: { comment: { authorId: writer.id }, OR: [{ outcome: null }, { outcome: { kind: 'applied' } }] },
    orderBy: { createdAt: 'asc' },
    select: { act: true, basis: true },
  })
  expect(kept).toEqual([
    { act: 'approve', basis: 'within-rules' },
    { act: 'remove', basis: null },
  ])
})

/** A rule that only this test's words meet. */
async function liveRule() {
  const by = await makePerson('moderator', 'moderator')
  const word = unique('wheel')
  const rule = { name: unique('Rule'), reason: `A ${word} asks for a second look.` }
  const { id } = await writeRule(by, { ...rule, kind: 'words', looksFor: word, act: 'hold' })
  await switchRule(by, { ruleId: id, stage: 'live' })
  return { ...rule, id, word }
}

/** Reported comments, in the order of the queue. @returns their words */
async function flagged(essay: Made, { by, reporter, count }: { by: SignedIn; reporter: SignedIn; count: number }) {
  const bodies: string[] = []
  for (let number = 1; number <= count; number++) {
    const body = `Number ${number} of a shift, ${unique('words')}.`
    await flagComment(reporter, await say(by, essay.paragraph(1), body), { reason: 'spam' })
    bodies.push(body)
  }
  return bodies
}

async function windowOf(
  browser: Browser,
  baseURL: string | undefined,
  person: SignedIn,
  options: { javaScriptEnabled?: boolean } = {},
): Promise<Page> {
  const context = await browser.newContext({ baseURL, ...options })
  await signIn(context, baseURL, person)
  return context.newPage()
}

async function passOn(desk: Page, note: string, to = '') {
  await desk.getByText(words.pass, { exact: true }).click()
  await desk.getByLabel(words.passTo).fill(to)
  await desk.getByLabel(words.passNote).fill(note)
  await desk.getByRole('button', { name: words.passNow, exact: true }).click()
}
