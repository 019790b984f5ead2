import { runDueJobs } from '@/bin/serve/worker'
import { postComment } from '@/forum/comments/mutations'
import { listEssays, readEssay } from '@/forum/essay/queries'
import { mailEverybody } from '@/forum/notifications/mail-everybody'
import { signUp as makeAccount } from '@/forum/people/mutations'
import { viewerOfPerson } from '@/forum/people/standing'
import { GUEST, type SignedIn } from '@/forum/viewer'
import { db } from '@/lib/db'
import { expect, signUp, test } from '../support/own-forum'

// From the button under the title to the mail, and out again.

async function makeOther(name: string): Promise<SignedIn> {
  const { id } = await makeAccount(name, {
    handle: name,
    email: `${name}@example.org`,
    password: 'four plain words here',
  })
  const viewer = await viewerOfPerson(id)
  if (viewer.role === 'guest') throw new Error('a member')
  return viewer
}

/** What the five-minute job does, and those it begins. */
async function sendMails(): Promise<void> {
  await mailEverybody()
  await runDueJobs(process.env.DATABASE_URL ?? '')
}

test('who watches an essay gets its comments by mail, until one press on the mail’s link', async ({
  page,
  request,
  forum,
  newcomer,
}) => {
  const [essay] = (await listEssays(GUEST)).slice(0, 1)
  const { slug, paragraphs } = await readEssay(GUEST, essay?.slug ?? '')
  const [first, second] = paragraphs
  const other = await makeOther(`${newcomer.handle}-o`)
  const write = (paragraph: typeof first, body: string) => postComment(other, paragraph?.id ?? '', { body })

  await signUp(page, newcomer)
  const proof = await forum.mailbox.next(newcomer.email)
  await page.goto(/http:\S+confirm\?token=[\w-]+/.exec(proof.text)?.[0] ?? '')
  await page.getByRole('main').getByRole('button').first().click()
  await expect.poll(() => db.person.count({ where: { email: newcomer.email, emailVerified: { not: null } } })).toBe(1)
  await page.goto(`/essays/${slug}`)
  await page.getByRole('link', { name: 'Watch', exact: true }).click()
  await page.getByRole('radio', { name: 'Watch it: tell me of every comment' }).check()
  await page.getByRole('button', { name: 'Save' }).click()
  await expect(page.getByRole('status').filter({ hasText: 'Saved.' })).toBeVisible()
  await page.goto('/settings/notifications')
  await page.getByRole('group', { name: 'A comment in a thread you watch' }).getByText('At once').click()
  await page.getByRole('button', { name: 'Save' }).click()
  await expect(page.getByRole('status').filter({ hasText: 'Saved.' })).toBeVisible()

  await write(first, 'The first thing that was said.')
  await sendMails()
  const { source, text } = await forum.mailbox.next(newcomer.email)
  expect(text).toContain('The first thing that was said.')
  await page.goto('/notifications')
  await expect(page.getByText('wrote in a thread you watch')).toBeVisible()

  // As a mail program does it, without cookies; then the page of the same link says so too.
  const header = source.replace(/\r?\n[ \t]+/g, '')
  const oneClick = /^List-Unsubscribe:\s*<([^>]+)>/m.exec(header)?.[1] ?? ''
  const answer = await request.post(oneClick, {
    data: 'List-Unsubscribe=One-Click',
    headers: { 'content-type': 'application/x-www-form-urlencoded', cookie: '' },
  })
  expect(answer.status()).toBe(204)
  await write(second, 'The second thing, which no mail tells.')
  await sendMails()
  expect(forum.mailbox.count(newcomer.email)).toBe(0)
  await page.goto('/settings/notifications')
  await page.getByRole('button', { name: /^End it: / }).click()
  await page.goto('/settings/notifications')
  await expect(page.getByText('Nothing yet. An essay is watched')).toBeVisible()
})

test('the words of a muted person are covered and nothing moves; who is blocked is told so when answering', async ({
  page,
  newcomer,
  javaScriptEnabled,
}) => {
  const [essay] = (await listEssays(GUEST)).slice(0, 1)
  const { paragraphs } = await readEssay(GUEST, essay?.slug ?? '')
  const other = await makeOther(`${newcomer.handle}-o`)
  const { id } = await postComment(other, paragraphs[2]?.id ?? '', { body: 'Words that somebody is tired of.' })
  await signUp(page, newcomer)
  await page.goto(`/people/${other.handle}`)
  await page.locator('summary', { hasText: 'Mute or block…' }).click()
  await page.getByRole('radio', { name: /^Mute / }).check()
  await page.getByRole('button', { name: 'Save' }).click()
  await expect(page.getByRole('radio', { name: /^Mute / })).toBeChecked()
  if (javaScriptEnabled) {
    await page.goto(`/c/${id}`)
    const words = page.getByText('Words that somebody is tired of.')
    const cover = page.getByRole('button', { name: /whom you muted/ }).first()
    await expect(cover).toBeVisible()
    await expect(words).toBeHidden()
    const place = await words.boundingBox()
    await cover.click()
    await expect(words).toBeVisible()
    expect(await words.boundingBox()).toEqual(place)
  }
  const me = await db.person.findUniqueOrThrow({ where: { email: newcomer.email } })
  await db.personChoice.create({ data: { personId: other.id, otherId: me.id, choice: 'blocked' } })
  await page.goto(`/c/${id}/reply`)
  await page.getByRole('textbox').first().fill('But why?')
  await page.getByRole('button', { name: 'Reply', exact: true }).click()
  await expect(page.getByText('The author of this comment takes no answers from you.').first()).toBeVisible()
  await expect(page.getByRole('textbox').first()).toHaveValue('But why?')
})
