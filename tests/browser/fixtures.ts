import { randomBytes } from 'node:crypto'
import { type BrowserContext, test as base, expect, type Locator, type Page } from '@playwright/test'
import { postComment } from '@/forum/comments/mutations'
import { createEssay } from '@/forum/essay/mutations'
import { readEssay } from '@/forum/essay/queries'
import { suspendPerson } from '@/forum/moderation/restrict'
import { addPerson } from '@/forum/people/add'
import { setRole } from '@/forum/people/mutations'
import { startSession } from '@/forum/people/sessions'
import { viewerOfPerson } from '@/forum/people/standing'
import { GUEST, type SignedIn } from '@/forum/viewer'
import { db } from '@/lib/db'

// What a browser test needs: people, an essay of its own with comments, and a page that has begun to work. All of it is
// made by the forum's own code, in the database of the running server.

export { expect }

export const PARAGRAPHS = [
  'A carriage maker who has never built a carriage will promise you the road before he has shown you a wheel.',
  'The second objection is older than the first: whoever buys cheaply buys the workshop of another, and with it his habits, his prices and his patience.',
  'Nobody asked the coachmen, who knew the answer and were not in the room when it was given.',
]

type Paragraph = { id: string; text: string }
export type Made = {
  slug: string
  title: string
  path: string
  paragraphs: Paragraph[]
  paragraph: (ordinal: number) => Paragraph
}

type Fixtures = {
  /** An essay that nobody else has. */
  essay: Made
  /** Somebody to sign in, and somebody who wrote before. */
  reader: SignedIn
  writer: SignedIn
}

/** Text that no other test has: titles and people are found by it. */
export const unique = (name: string) => `${name}-${randomBytes(5).toString('hex')}`

export const test = base.extend<Fixtures>({
  // biome-ignore lint/correctness/noEmptyPattern: Playwright reads a fixture's needs from its first parameter
  essay: async ({}, use) => use(await makeEssay()),
  // biome-ignore lint/correctness/noEmptyPattern: as above
  reader: async ({}, use) => use(await makePerson('reader')),
  // biome-ignore lint/correctness/noEmptyPattern: as above
  writer: async ({}, use) => use(await makePerson('writer')),
})

export async function makeEssay(texts: readonly string[] = PARAGRAPHS): Promise<Made> {
  const slug = unique('essay')
  const title = `On carriages, ${slug}`
  await createEssay({ slug, title, language: 'en', source: texts.join('\n\n') }, [])
  const { paragraphs } = await readEssay(GUEST, slug)
  const paragraph = (ordinal: number) => {
    const found = paragraphs[ordinal - 1]
    if (!found) throw new Error(`the essay has no paragraph ${ordinal}`)
    return found
  }
  return { slug, title, path: `/essays/${slug}`, paragraphs, paragraph }
}

export async function makePerson(name: string, role: SignedIn['role'] = 'member'): Promise<SignedIn> {
  const handle = unique(name)
  const { id } = await addPerson({ handle })
  if (role !== 'member') await setRole({ handle, role, byId: null })
  const viewer = await viewerOfPerson(id)
  if (viewer.role === 'guest') throw new Error(`${handle} was not made`)
  return viewer
}

/** @returns the session's token */
export async function signIn(context: BrowserContext, baseURL: string | undefined, person: SignedIn): Promise<string> {
  const { token } = await startSession(person.id)
  await context.addCookies([{ name: 'next-auth.session-token', value: token, url: baseURL, httpOnly: true }])
  return token
}

/** Signs out everywhere, as an owner or an expiry would: the browser keeps its cookie and learns of it by being refused. */
export async function endSessions(person: SignedIn): Promise<void> {
  await db.session.deleteMany({ where: { userId: person.id } })
}

export async function suspend(person: SignedIn, by: SignedIn): Promise<void> {
  await suspendPerson(by, person.handle, { days: 7, reason: 'For the test of a suspension' })
}

/** Writes a comment, or a reply. @returns its id */
export async function say(
  person: SignedIn,
  paragraph: { id: string },
  body: string,
  parentId?: string,
): Promise<string> {
  return (await postComment(person, paragraph.id, { body, parentId })).id
}

/** `count` comments beside each other. */
export async function sayMany(person: SignedIn, paragraph: { id: string }, count: number): Promise<string[]> {
  const ids: string[] = []
  for (let number = 1; number <= count; number++) ids.push(await say(person, paragraph, `Thought number ${number}.`))
  return ids
}

/** Comments each answering the one before. */
export async function sayDeep(person: SignedIn, paragraph: { id: string }, levels: number): Promise<string[]> {
  const ids: string[] = []
  for (let level = 0; level < levels; level++)
    ids.push(await say(person, paragraph, `Level ${level} of the exchange.`, ids.at(-1)))
  return ids
}

/**
 * The prerendered pages hear of what a test wrote through the database: waits until the essay's page says how many
 * comments each paragraph has.
 */
export async function served(page: Page, { path, slug }: Pick<Made, 'path' | 'slug'>): Promise<void> {
  const { paragraphs } = await readEssay(GUEST, slug)
  const labels = paragraphs.map(({ ordinal, commentCount }) => `"${paragraphName(ordinal, commentCount)}"`)
  await expect
    .poll(async () => {
      const html = await (await page.request.get(path)).text()
      return labels.filter((label) => !html.includes(label))
    })
    .toEqual([])
}

export function paragraphName(ordinal: number, count: number): string {
  if (count === 0) return `Paragraph ${ordinal}, discuss`
  return `Paragraph ${ordinal}, ${count} ${count === 1 ? 'comment' : 'comments'}`
}

/** Opens a page and waits until it works: with scripts, when it knows who is reading. */
export async function visit(page: Page, path: string, options: { scripts: boolean; as?: SignedIn }): Promise<void> {
  await Promise.all([options.scripts ? page.waitForResponse(/\/api\/me$/) : undefined, page.goto(path)])
  if (options.scripts && options.as) await expect(accountLink(page, options.as)).toBeVisible()
}

export const accountLink = (page: Page, person: Pick<SignedIn, 'handle'>) =>
  page.getByRole('link', { name: new RegExp(`(Account|帐号).*${person.handle}|Notifications`) })

export const threadOf = (page: Page, ordinal: number) =>
  page.getByRole('complementary', { name: `Discussion of paragraph ${ordinal}` })

export const openerOf = (page: Page, ordinal: number) =>
  page.getByRole('link', { name: new RegExp(`^Paragraph ${ordinal},`) })

/** The list item of a comment; what was answered to it stands inside. */
export const commentById = (page: Page, id: string) => page.locator(`#c-${id}`)

/** The comment with these words, without what was answered to it. */
export const commentSaying = (place: Page | Locator, words: string) =>
  place.getByRole('article').filter({ hasText: words })

/** Nothing sticks out: the page cannot be pushed sideways. */
export async function expectNoSidewaysScrolling(page: Page): Promise<void> {
  const { width, visible } = await page.evaluate(() => ({
    width: document.documentElement.scrollWidth,
    visible: document.documentElement.clientWidth,
  }))
  expect(width).toBeLessThanOrEqual(visible)
}
