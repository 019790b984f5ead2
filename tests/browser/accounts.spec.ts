import { randomUUID } from 'node:crypto'
import AxeBuilder from '@axe-core/playwright'
import { postComment } from '@/forum/comments/mutations'
import { decideCase } from '@/forum/moderation/decide'
import { flagComment } from '@/forum/moderation/mutations'
import { makeOwnerLink, makeSignInLink } from '@/forum/people/links'
import { signUp as makePerson, setRole } from '@/forum/people/mutations'
import { viewerOfPerson } from '@/forum/people/standing'
import { db } from '@/lib/db'
import { expect, type Newcomer, signIn, signUp, test } from '../support/own-forum'

const somebody = (): Newcomer => {
  const handle = `other-${randomUUID().slice(0, 8)}`
  return { handle, email: `${handle}@example.org`, password: 'five plain words are here' }
}

async function made(person: Newcomer, role: 'member' | 'moderator' | 'owner' = 'member') {
  const { id } = await makePerson(randomUUID(), person)
  if (role !== 'member') await setRole({ handle: person.handle, role, byId: null })
  return { ...person, id, viewer: await viewerOfPerson(id) }
}

test('a person signs up, signs out, and comes back to the page they wanted', async ({ page, newcomer }) => {
  await signUp(page, newcomer)
  await expect(page).toHaveURL('/')
  await page.goto('/settings')
  await expect(page.getByText(newcomer.email)).toBeVisible()
  await page.getByRole('button', { name: 'Sign out' }).click()
  await expect(page).toHaveURL('/')
  await page.goto('/notifications')
  await expect(page.getByRole('heading', { name: 'Sign in', exact: true })).toBeVisible()
  await signIn(page, newcomer)
  await expect(page).toHaveURL('/notifications')
  await expect(page.getByText('Nothing yet.')).toBeVisible()
})

test('a wrong password keeps the e-mail, and never the password', async ({ page, newcomer }) => {
  await made(newcomer)
  await page.goto('/sign-in?then=%2Fsettings')
  const wrong = `wrong ${randomUUID()}`
  await signIn(page, { ...newcomer, password: wrong })
  await expect(page.getByRole('alert').filter({ hasText: 'do not fit together' })).toBeVisible()
  const form = page.locator('form', { has: page.getByLabel('Password') })
  await expect(form.getByLabel('E-mail')).toHaveValue(newcomer.email)
  await expect(form.getByLabel('Password')).toHaveValue('')
  await expect(form.getByLabel('Password')).toHaveAccessibleDescription(/do not fit together/)
  const kept = JSON.stringify((await db.keptForm.findMany({ select: { fields: true } })).map(({ fields }) => fields))
  expect(kept).toContain(newcomer.email)
  expect(kept).not.toContain(wrong)
  await signIn(page, newcomer)
  await expect(page).toHaveURL('/settings')
})

test('an unknown address is answered like a wrong password', async ({ page, newcomer }) => {
  await page.goto('/sign-in')
  await signIn(page, newcomer)
  await expect(page.getByRole('alert').filter({ hasText: 'do not fit together' })).toBeVisible()
})

test('a taken name is said at the field, and the rest stays', async ({ page, newcomer }) => {
  const taken = await made(somebody())
  await signUp(page, { ...newcomer, handle: taken.handle })
  await expect(page.getByLabel('Name')).toHaveAccessibleDescription(/This name is taken/)
  await expect(page.getByLabel('E-mail')).toHaveValue(newcomer.email)
  await signUp(page, { ...newcomer, email: taken.email })
  await expect(page.getByLabel('E-mail')).toHaveAccessibleDescription(/There is an account with this e-mail/)
})

test('the first owner is made by the one-time link, through sign-up and back, once', async ({ page, newcomer }) => {
  await db.person.updateMany({ where: { role: 'owner' }, data: { role: 'member' } })
  const link = `/welcome/${await makeOwnerLink()}`
  await page.goto(link)
  await page.getByRole('link', { name: 'Create an account' }).click()
  await expect(page.getByRole('heading', { name: 'Create an account' })).toBeVisible()
  await signUp(page, newcomer, page.url())
  await expect(page).toHaveURL(link)
  await page.getByRole('button', { name: 'Become the owner' }).click()
  await expect(page).toHaveURL('/')
  await page.goto('/settings')
  await expect(page.getByRole('definition').filter({ hasText: 'Owner' })).toBeVisible()
  await page.goto(link)
  await expect(page.getByRole('heading', { name: 'This link does not work' })).toBeVisible()

  await test.step('the last owner stays', async () => {
    await page.goto(`/people/${newcomer.handle}`)
    await page.getByLabel('Role').selectOption('Member')
    await page.getByRole('button', { name: 'Change the role' }).click()
    await expect(page.getByRole('alert').filter({ hasText: 'The forum needs an owner' })).toBeVisible()
  })
})

test('an owner makes somebody a moderator; others see no such form', async ({ page, newcomer }) => {
  const subject = await made(somebody())
  await made(newcomer, 'owner')
  await page.goto(`/people/${subject.handle}`)
  await expect(page.getByText(`@${subject.handle}`)).toBeVisible()
  await expect(page.getByLabel('Role')).toHaveCount(0)
  await page.goto(`/sign-in?then=${encodeURIComponent(`/people/${subject.handle}`)}`)
  await signIn(page, newcomer)
  await page.getByLabel('Role').selectOption('Moderator')
  await page.getByRole('button', { name: 'Change the role' }).click()
  await expect(page.getByRole('status').filter({ hasText: 'Saved.' })).toBeVisible()
  await expect(page.locator('main header').getByText('Moderator')).toBeVisible()
  expect(await viewerOfPerson(subject.id)).toMatchObject({ role: 'moderator' })
})

test('the link of an added person signs in once; opening it does not', async ({ page, newcomer }) => {
  const { id } = await made(newcomer)
  const link = `/welcome/${await makeSignInLink(id)}`
  for (const _ of ['a scanner', 'the person']) await page.goto(link)
  await page.getByRole('button', { name: `Sign in as ${newcomer.handle}` }).click()
  await expect(page).toHaveURL('/')
  await page.goto('/settings')
  await expect(page.getByText(newcomer.email)).toBeVisible()
  await page.goto(link)
  await expect(page.getByRole('heading', { name: 'This link does not work' })).toBeVisible()
})

test('all of it in Chinese, and back to the Chinese pages', async ({ page, newcomer }) => {
  await page.goto('/zh/sign-up')
  await expect(page.locator('html')).toHaveAttribute('lang', 'zh-Hans')
  await page.getByLabel('名字').fill('a b')
  await page.getByLabel('邮箱').fill(newcomer.email)
  await page.getByLabel('密码').fill(newcomer.password)
  await page.getByRole('button', { name: '注册帐号' }).click()
  await expect(page.getByRole('alert').filter({ hasText: '名字由文字和数字组成' })).toBeVisible()
  const handle = `北窗${randomUUID().slice(0, 6)}`
  await page.getByLabel('名字').fill(handle)
  await page.getByLabel('密码').fill(newcomer.password)
  await page.getByRole('button', { name: '注册帐号' }).click()
  await expect(page).toHaveURL('/zh')
  await page.goto(`/zh/people/${handle}`)
  await expect(page.getByText(`@${handle}`)).toBeVisible()
  await page.goto('/zh/settings')
  await page.getByLabel('显示名称').fill('北边的窗')
  await page.getByRole('button', { name: '保存' }).click()
  await expect(page.getByRole('status').filter({ hasText: '已保存' })).toBeVisible()
  await page.getByRole('button', { name: '退出登录' }).click()
  await expect(page).toHaveURL('/zh')
})

test('replies and decisions are told, with the words they are about, until they are read', async ({
  page,
  newcomer,
}) => {
  const writer = await made(newcomer)
  const [reader, moderator] = [await made(somebody()), await made(somebody(), 'moderator')]
  const paragraph = await db.paragraph.findFirstOrThrow({ select: { id: true } })
  const say = (viewer: typeof writer.viewer, body: string, parentId?: string) =>
    postComment(viewer, paragraph.id, { body, clientId: randomUUID(), ...(parentId ? { parentId } : {}) })
  const own = await say(writer.viewer, 'My words about the factory')
  const reply = await say(reader.viewer, 'An answer to them', own.id)
  await flagComment(reader.viewer, own.id, { reason: 'spam' })
  const open = await db.case.findFirstOrThrow({ where: { commentId: own.id, state: 'open' } })
  const decision = { act: 'remove' as const, reason: 'An advertisement', version: open.version, commentRevision: 1 }
  await decideCase(moderator.viewer, open.id, decision)

  await page.goto('/sign-in?then=%2Fnotifications')
  await signIn(page, newcomer)
  const items = page.getByRole('main').getByRole('listitem')
  await expect(items).toHaveCount(2)
  await expect(items.first()).toContainText('A moderator removed your comment: An advertisement')
  await expect(items.first()).toContainText('My words about the factory')
  await expect(items.last()).toContainText(`${reader.handle} replied to you`)
  await expect(items.last().getByRole('link', { name: 'Show it in its place' })).toHaveAttribute(
    'href',
    `/c/${reply.id}`,
  )
  await expect(items.getByText('New', { exact: true })).toHaveCount(2)
  await page.getByRole('button', { name: 'Mark all as read' }).click()
  await expect(page.getByRole('button', { name: 'Mark all as read' })).toHaveCount(0)
  await expect(items).toHaveCount(2)
  await expect(items.getByText('New', { exact: true })).toHaveCount(0)

  // A person's page lists what can be read; the removed words are not, the reply is.
  await page.goto(`/people/${reader.handle}`)
  await expect(page.getByText('An answer to them')).toBeVisible()
  await page.goto(`/people/${newcomer.handle}`)
  await expect(page.getByText('No comments yet.')).toBeVisible()
})

for (const then of [
  '//evil.example',
  '/\\evil.example',
  'https://evil.example/',
  '/..//evil.example',
  '/\t/evil.example',
])
  test(`the way back is never to another site: ${JSON.stringify(then)}`, { tag: '@once' }, async ({
    page,
    newcomer,
    baseURL,
  }) => {
    await made(newcomer)
    await page.goto(`/sign-in?then=${encodeURIComponent(then)}`)
    await signIn(page, newcomer)
    await expect(page.getByLabel('Password')).toHaveCount(0)
    expect(new URL(page.url()).origin).toBe(baseURL)
  })

test('forms of another site, and broken ones, change nothing', { tag: '@once' }, async ({
  request,
  newcomer,
  baseURL,
}) => {
  const fields = { lang: 'en', back: '/', ...newcomer }
  const post = (origin: string | null, form: Record<string, string>) =>
    request.post('/do/people/sign-up', { form, maxRedirects: 0, headers: origin ? { origin } : {} })
  for (const origin of ['https://evil.example', 'null', `${baseURL}.evil.example`, null])
    expect((await post(origin, fields)).status()).toBe(403)
  const own = baseURL ?? ''
  for (const broken of [
    { ...fields, role: 'owner' },
    { ...fields, email: 'a\u0000@b.org' },
    { ...fields, handle: 'x'.repeat(10_000) },
    { ...fields, password: '' },
    {},
  ]) {
    const answer = await post(own, broken)
    expect(answer.status()).toBe(303)
    expect(answer.headers().location).toMatch(/^\/sign-up\?kept=/)
  }
  expect(await db.person.count({ where: { handle: newcomer.handle } })).toBe(0)
  // Guarded against passing for another reason: the same form, whole and from here, makes the person.
  expect((await post(own, fields)).headers().location).toBe('/')
  expect(await db.person.count({ where: { handle: newcomer.handle } })).toBe(1)
})

test('the door of next-auth answers nonsense with 4xx or a way to sign-in', { tag: '@once' }, async ({
  request,
  baseURL,
}) => {
  const asked = (path: string) => request.get(`/api/auth/${path}`, { maxRedirects: 0 })
  for (const path of ['callback/email?token=x&email=a@b.org', 'signin/email', 'nothing', 'callback/github/x', '_log'])
    expect((await asked(path)).status(), path).toBe(404)
  for (const path of ['error?error=%0d%0ax', 'error?error=%E4%B8%AD', 'signin?callbackUrl=%3A%3A', 'signin?error=a%00'])
    expect((await asked(path)).headers().location, path).toMatch(/^\/sign-in(\?error=[A-Za-z]*)?$/)
  const cookie = 'next-auth.callback-url=nonsense; next-auth.csrf-token=%7C; next-auth.session-token=x'
  const session = await request.get('/api/auth/session', { headers: { cookie } })
  expect({ status: session.status(), body: await session.json() }).toEqual({ status: 200, body: {} })
  const headers = { origin: baseURL ?? '', 'content-type': 'application/json' }
  expect((await request.post('/api/auth/signout', { data: Buffer.from('{"csrf'), headers })).status()).toBe(400)
  expect((await request.post('/api/auth/signout', { form: {}, headers: { origin: 'null' } })).status()).toBe(403)
})

test('pages of accounts have no faults that axe finds', { tag: '@scripts' }, async ({ page, newcomer }) => {
  await made(newcomer)
  const check = async (path: string) => {
    await page.goto(path)
    const { violations } = await new AxeBuilder({ page }).analyze()
    expect(violations.map(({ id, nodes }) => [path, id, nodes.map((node) => node.html)])).toEqual([])
  }
  for (const path of ['/sign-in', '/sign-up', '/sign-in/mail', `/people/${newcomer.handle}`, '/zh/sign-in'])
    await check(path)
  await page.goto('/sign-in?then=%2Fsettings')
  await signIn(page, { ...newcomer, password: 'wrong' })
  await expect(page.getByRole('alert').filter({ hasText: 'do not fit together' })).toBeVisible()
  await check(page.url())
  await signIn(page, newcomer)
  await expect(page).toHaveURL('/settings')
  for (const path of ['/settings', '/notifications']) await check(path)
})
