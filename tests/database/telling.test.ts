import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import type { SignedIn } from '@/forum/viewer'
import { type Mailbox, openMailbox } from '../support/mailbox'

// What people are told by mail: real mails, given to a real mail server.

vi.setConfig({ testTimeout: 120_000 })

let mailbox: Mailbox
process.env.LIMITS = 'off'
process.env.HOST = '127.0.0.1'

beforeAll(async () => {
  mailbox = await openMailbox({ refused: /^refused-/ })
  // Read at the first use, which is after this.
  process.env.SMTP_URL = mailbox.url
})
afterAll(() => mailbox.close())

const { db } = await import('@/lib/db')
const people = await import('../support/people')
const { runDueJobs } = await import('@/bin/serve/worker')
const { editComment, deleteComment } = await import('@/forum/comments/mutations')
const { publishRevision } = await import('@/forum/essay/publish')
const { decideCase } = await import('@/forum/moderation/decide')
const { flagComment } = await import('@/forum/moderation/mutations')
const choices = await import('@/forum/notifications/choices')
const { MOST_A_DAY } = await import('@/forum/notifications/mails')
const { readNotifications } = await import('@/forum/notifications/queries')
const { listChoices, readEssayWatch, watchEssay } = await import('@/forum/notifications/essay-watch')
const { choosePerson, listIgnored } = await import('@/forum/notifications/ignored')
const { readMe } = await import('@/forum/people/me')
const { GUEST } = await import('@/forum/viewer')
const { parse } = await import('@/forum/parse')
const { ChoosePaces, ChooseThread, WatchEssay } = await import('@/forum/notifications/input')
const { POST: oneClick } = await import('@/app/[lang]/unsubscribe/one-click/route')
const { makePerson, makeThread, say, remove, codeOf } = people

const runJobs = () => runDueJobs(process.env.DATABASE_URL ?? '')
const addressOf = (person: SignedIn) => `${person.handle}@example.org`

async function makeReader(): Promise<SignedIn> {
  const person = await makePerson()
  await db.person.update({ where: { id: person.id }, data: { emailVerified: new Date() } })
  return person
}

const ALL_NOW = {
  reply: 'now',
  mention: 'now',
  decision: 'now',
  credit: 'now',
  changed: 'now',
  watched: 'now',
  report: 'now',
} as const

/** The clock of what was told and mailed, for one person, is so much earlier. */
async function pass(person: SignedIn, hours: number) {
  for (const row of await db.notification.findMany({ where: { personId: person.id } }))
    await db.notification.update({
      where: { id: row.id },
      data: {
        createdAt: new Date(row.createdAt.getTime() - hours * 3_600_000),
        mailedAt: row.mailedAt && new Date(row.mailedAt.getTime() - hours * 3_600_000),
      },
    })
}

const kindsOf = async (person: SignedIn) => (await readNotifications(person)).items.map(({ kind }) => kind)

test('a reply is mailed with its text, a link to it, and one-click unsubscribing that works', async () => {
  const thread = await makeThread()
  const reader = await makeReader()
  const own = await say(thread, { by: reader })
  const reply = await say(thread, { to: own, body: 'Is <b>that</b> so & why?' })
  await runJobs()
  const { source, text } = await mailbox.next(addressOf(reader))
  expect(text).toContain('> Is <b>that</b> so & why?')
  expect(text).not.toContain('<b>that</b> so &amp;')
  expect(text).toContain(`/c/${reply}`)
  expect(source).toMatch(/^List-Unsubscribe-Post: List-Unsubscribe=One-Click\r?$/m)
  const [, address = ''] = source.replace(/\r?\n[ \t]+/g, '').match(/^List-Unsubscribe:\s*<([^>]+)>/m) ?? []
  const answer = await oneClick(new Request(address, { method: 'POST', body: 'List-Unsubscribe=One-Click' }))
  expect(answer.status).toBe(204)
  const { paces } = await choices.readPaces(reader)
  expect(paces.find(({ kind }) => kind === 'reply')?.pace).toBe('never')
  await pass(reader, 2)
  await say(thread, { to: own })
  await runJobs()
  expect(mailbox.count(addressOf(reader))).toBe(0)
})

test('an unsubscribe link that was touched does nothing', async () => {
  const reader = await makeReader()
  const token = choices.unsubscribeToken(reader.id, 'reply')
  for (const wrong of ['', 'x', token.slice(0, -1), token.replace('.reply.', '.mention.'), `${token}0`]) {
    const request = new Request(`http://localhost:3000/unsubscribe/one-click?token=${encodeURIComponent(wrong)}`, {
      method: 'POST',
      body: '',
    })
    const { status } = await oneClick(request)
    expect([410, 422], wrong).toContain(status)
    expect(choices.unsubscribeKind(wrong)).toBeNull()
  }
  expect(await db.mailChoice.count({ where: { personId: reader.id } })).toBe(0)
})

test('one mail per thread and hour: what comes meanwhile goes together with the next', async () => {
  const thread = await makeThread()
  const reader = await makeReader()
  const own = await say(thread, { by: reader })
  await say(thread, { to: own, body: 'the first answer' })
  await runJobs()
  await mailbox.next(addressOf(reader))
  await say(thread, { to: own, body: 'the second answer' })
  await say(thread, { to: own, body: 'the third answer' })
  await runJobs()
  expect(mailbox.count(addressOf(reader))).toBe(0)
  await pass(reader, 2)
  await db.$transaction((tx) => enqueueAll(tx))
  await runJobs()
  const { text } = await mailbox.next(addressOf(reader))
  expect(text).toContain('the second answer')
  expect(text).toContain('the third answer')
  expect(text).not.toContain('the first answer')
  expect(mailbox.count(addressOf(reader))).toBe(0)
})

test('what is removed, deleted or read before the mail leaves is not in it', async () => {
  const thread = await makeThread()
  const [reader, other] = [await makeReader(), await makePerson()]
  const own = await say(thread, { by: reader })
  const removed = await say(thread, { to: own, body: 'words that go' })
  const deleted = await say(thread, { to: own, by: other, body: 'words that are taken back' })
  await say(thread, { to: own, body: 'words that stay' })
  await remove(removed)
  await deleteComment(other, deleted)
  await runJobs()
  const { text } = await mailbox.next(addressOf(reader))
  expect(text).toContain('words that stay')
  expect(text).not.toContain('words that go')
  expect(text).not.toContain('taken back')
  await pass(reader, 2)
  await say(thread, { to: own })
  await db.notification.updateMany({ where: { personId: reader.id }, data: { readAt: new Date() } })
  await runJobs()
  expect(mailbox.count(addressOf(reader))).toBe(0)
})

test('an address that nobody confirmed, and one that a mail server refused for good, get nothing', async () => {
  const thread = await makeThread()
  const stranger = await makePerson()
  await say(thread, { to: await say(thread, { by: stranger }) })
  const gone = await makeReader()
  const address = `refused-${gone.handle}@example.org`
  await db.person.update({ where: { id: gone.id }, data: { email: address } })
  const own = await say(thread, { by: gone })
  await say(thread, { to: own })
  await runJobs()
  expect(mailbox.count(addressOf(stranger))).toBe(0)
  expect(await db.mailSuppression.count({ where: { address } })).toBe(1)
  expect((await choices.readPaces(gone)).refused).toBe(true)
  // Cleared by the operator, news goes there again.
  const { clearRefused, listRefused } = await import('@/bin/commands/mail-refused')
  expect(await listRefused()).toContain(address)
  expect(await clearRefused(address)).toBe(true)
  expect(await clearRefused(address)).toBe(false)
})

test('daily gathers a day, weekly a week, and both in one mail', async () => {
  const [one, other] = [await makeThread(), await makeThread()]
  const reader = await makeReader()
  await choices.choosePaces(reader, { ...ALL_NOW, reply: 'daily', mention: 'weekly' })
  for (const thread of [one, other])
    await say(thread, { to: await say(thread, { by: reader }), body: 'a daily answer' })
  await say(one, { body: `ask @${reader.handle}, weekly` })
  await runJobs()
  expect(mailbox.count(addressOf(reader))).toBe(0)
  await pass(reader, 25)
  await db.$transaction((tx) => enqueueAll(tx))
  await runJobs()
  expect((await mailbox.next(addressOf(reader))).text.match(/> a daily answer/g)).toHaveLength(2)
  expect(mailbox.count(addressOf(reader))).toBe(0)
  await pass(reader, 6 * 24)
  await db.$transaction((tx) => enqueueAll(tx))
  await runJobs()
  expect((await mailbox.next(addressOf(reader))).text).toContain(', weekly')
})

test('nobody gets more than so many mails a day', async () => {
  const reader = await makeReader()
  for (let count = 0; count < MOST_A_DAY + 2; count++) {
    const thread = await makeThread()
    await say(thread, { body: `@${reader.handle} again` })
  }
  await runJobs()
  expect(mailbox.count(addressOf(reader))).toBe(MOST_A_DAY)
})

test('a name with @ is a link and tells its bearer once, whatever else the comment is to them', async () => {
  const thread = await makeThread()
  const [reader, writer] = [await makePerson(), await makePerson()]
  const own = await say(thread, { by: reader })
  await choices.chooseThread(reader, { paragraphId: thread.id, choice: 'watched' })
  await say(thread, { to: own, by: writer, body: `@${reader.handle} and @${reader.handle.toUpperCase()}` })
  expect(await kindsOf(reader)).toEqual(['reply'])
  const named = await say(thread, { by: writer, body: `I ask @${reader.handle}. And me, @${writer.handle}` })
  expect(await kindsOf(reader)).toEqual(['mention', 'reply'])
  expect(await kindsOf(writer)).toEqual([])
  const { html } = await db.comment.findUniqueOrThrow({ where: { id: named } })
  expect(html).toContain(`<a href="/people/${reader.handle}" rel="nofollow ugc noopener">@${reader.handle}</a>. And`)
  await say(thread, { by: writer })
  expect(await kindsOf(reader)).toEqual(['watched', 'mention', 'reply'])
})

test('code, addresses, links and names of nobody are no mentions; an edit tells only those it names anew', async () => {
  const thread = await makeThread()
  const [reader, late, writer] = [await makePerson(), await makePerson(), await makePerson()]
  const quiet = `\`@${reader.handle}\` me@${reader.handle} [@${reader.handle}](https://example.org) @nobody-of-this-name`
  const comment = await say(thread, { by: writer, body: quiet })
  expect(await kindsOf(reader)).toEqual([])
  await editComment(writer, comment, { body: `now @${late.handle}` })
  await editComment(writer, comment, { body: `now @${late.handle} and @${reader.handle}` })
  expect(await kindsOf(late)).toEqual(['mention'])
  expect(await kindsOf(reader)).toEqual(['mention'])
})

test('between signs without spaces a name ends where the person’s does', async () => {
  const { mentionSpans } = await import('@/forum/comments/mentions')
  const met: string[] = []
  const spans = mentionSpans(
    new Map([
      ['王芳', 'fang'],
      ['ann', 'ann'],
    ]),
    (id) => met.push(id),
  )
  expect(spans('请@王芳看一下，@annabel 和 @ann。')).toEqual([
    { from: 1, to: 4, href: `/people/${encodeURIComponent('王芳')}` },
    { from: 19, to: 23, href: '/people/ann' },
  ])
  expect(met).toEqual(['fang', 'ann'])
})

test('a muted thread tells nothing, a watched one everything', async () => {
  const thread = await makeThread()
  const reader = await makePerson()
  const own = await say(thread, { by: reader })
  await choices.chooseThread(reader, { paragraphId: thread.id, choice: 'muted' })
  await say(thread, { to: own, body: `@${reader.handle}` })
  expect(await kindsOf(reader)).toEqual([])
  await choices.chooseThread(reader, { paragraphId: thread.id, choice: 'usual' })
  expect(await choices.readThreadChoice(reader, thread.id)).toBe('usual')
  await say(thread)
  expect(await kindsOf(reader)).toEqual([])
  await say(thread, { to: own })
  expect(await kindsOf(reader)).toEqual(['reply'])
})

test('whoever watches an essay hears of every comment on it, once, and of none in a thread they muted', async () => {
  const [first, second] = await people.makeEssay(['One paragraph of two.', 'And the other one.'])
  if (!first || !second) throw new Error('an essay of two paragraphs')
  const [reader, other] = [await makePerson(), await makePerson()]
  const watch = (choice: 'watched' | 'usual') => watchEssay(reader, parse(WatchEssay, { slug: first.slug, choice }))
  await watch('watched')
  await watch('watched')
  expect((await readEssayWatch(reader, first.slug)).watched).toBe(true)
  await choices.chooseThread(reader, { paragraphId: first.id, choice: 'watched' })
  await say(first, { by: other })
  await say(second, { by: other, body: `@${reader.handle}` })
  await say(second, { by: reader })
  expect(await kindsOf(reader)).toEqual(['mention', 'watched'])
  await choices.chooseThread(reader, { paragraphId: second.id, choice: 'muted' })
  await say(second, { by: other })
  expect(await kindsOf(reader)).toHaveLength(2)
  expect(await listChoices(reader)).toMatchObject({
    essays: [{ slug: first.slug }],
    threads: [
      { id: second.id, choice: 'muted' },
      { id: first.id, choice: 'watched' },
    ],
  })
  await watch('usual')
  await choices.chooseThread(reader, { paragraphId: first.id, choice: 'usual' })
  await say(first, { by: other })
  expect(await kindsOf(reader)).toHaveLength(2)
  expect(await codeOf(watchEssay(GUEST, { slug: first.slug, choice: 'watched' }))).toBe('sign-in-required')
  expect(await codeOf(watchEssay(reader, { slug: 'not-there', choice: 'watched' }))).toBe('not-found')
})

test('nothing of a muted person is news, however they reach for it', async () => {
  const thread = await makeThread()
  const [reader, other] = [await makePerson(), await makePerson()]
  const choose = (choice: 'usual' | 'muted') => choosePerson(reader, { handle: other.handle, choice })
  await watchEssay(reader, { slug: thread.slug, choice: 'watched' })
  const own = await say(thread, { by: reader })
  await choose('muted')
  await say(thread, { by: other, to: own })
  const named = await say(thread, { by: other, body: 'Nobody yet.' })
  await editComment(other, named, { body: `@${reader.handle}` })
  expect(await kindsOf(reader)).toEqual([])
  expect((await readMe(reader)).ignored).toEqual([other.handle])
  expect((await readMe(other)).ignored).toEqual([])
  await choose('usual')
  await say(thread, { by: other, to: own })
  expect(await kindsOf(reader)).toEqual(['reply'])
  expect(await listIgnored(reader)).toEqual([])
})

test('who is blocked cannot answer; moderators and the essay’s authors can, and everybody can write beside it', async () => {
  const [other, moderator, author] = [await makePerson(), await makePerson('moderator'), await makePerson()]
  const [thread] = await people.makeEssay(['One paragraph.'], [author.id])
  if (!thread) throw new Error('an essay')
  const reader = await makePerson()
  const own = await say(thread, { by: reader })
  for (const { handle } of [other, moderator, author]) await choosePerson(reader, { handle, choice: 'blocked' })
  expect(await codeOf(say(thread, { by: other, to: own }))).toBe('blocked')
  for (const by of [moderator, author]) await say(thread, { by, to: own })
  await say(thread, { by: other, body: `@${reader.handle}` })
  expect(await kindsOf(reader)).toEqual([])
  expect(await codeOf(choosePerson(reader, { handle: reader.handle, choice: 'muted' }))).toBe('not-allowed')
  expect(await codeOf(choosePerson(GUEST, { handle: other.handle, choice: 'muted' }))).toBe('sign-in-required')
  expect(await codeOf(choosePerson(reader, { handle: 'not-there', choice: 'muted' }))).toBe('not-found')
})

test('whoever commented on a paragraph hears when it changes, once a revision', async () => {
  const text = 'The old bridge over the river was closed in spring because its wooden beams had begun to rot.'
  const [first, second] = await people.makeEssay([text, 'Another paragraph, about ferries and their timetables.'])
  if (!first || !second) throw new Error('an essay of two paragraphs')
  const [reader, other] = [await makePerson(), await makePerson()]
  await say(first, { by: reader })
  const last = await say(first, { by: reader })
  await say(second, { by: other })
  const source = `${text.replace('spring', 'early spring')}\n\nAnother paragraph, about ferries and their timetables.`
  await publishRevision({ slug: first.slug, source, publishedById: null })
  await runJobs()
  const { items } = await readNotifications(reader)
  expect(items.map(({ kind, comment }) => [kind, comment.id])).toEqual([['changed', last]])
  expect(await kindsOf(other)).toEqual([])
  const revision = await db.revision.findFirstOrThrow({
    where: { essayId: first.essayId },
    orderBy: { number: 'desc' },
  })
  const { tellOfChanges } = await import('@/forum/notifications/changed')
  await tellOfChanges(revision.id)
  expect(await kindsOf(reader)).toEqual(['changed'])
})

test('who reported a comment hears that it was decided about, without the words that were removed', async () => {
  const thread = await makeThread()
  const [reader, bystander, moderator] = [await makeReader(), await makePerson(), await makePerson('moderator')]
  await choices.choosePaces(reader, ALL_NOW)
  const comment = await say(thread, { body: 'words that are removed' })
  await flagComment(reader, comment, { reason: 'unkind' })
  const flag = await db.flag.findFirstOrThrow({ where: { commentId: comment }, include: { case: true } })
  await decideCase(moderator, flag.caseId, {
    act: 'remove',
    reason: 'Against the rules.',
    version: flag.case.version,
    commentRevision: 1,
  })
  const { items } = await readNotifications(reader)
  expect(items.map(({ kind, comment: about }) => [kind, about.id, about.body])).toEqual([['report', comment, null]])
  expect(await kindsOf(bystander)).toEqual([])
  await db.$transaction((tx) => enqueueAll(tx))
  await runJobs()
  const { text } = await mailbox.next(addressOf(reader))
  expect(text).toContain(`/c/${comment}/flagged`)
  expect(text).not.toContain('words that are removed')
})

test.each([{}, { ...ALL_NOW, reply: 'hourly' }, { ...ALL_NOW, role: 'owner' }])('%j is no choice of paces', (input) => {
  expect(() => parse(ChoosePaces, input)).toThrow('bad-input')
})

test('a thread that is none, and a guest, choose nothing', async () => {
  const reader = await makePerson()
  expect(() => parse(ChooseThread, { paragraphId: 'x', choice: 'muted' })).toThrow('bad-input')
  const paragraphId = crypto.randomUUID()
  expect(await codeOf(choices.chooseThread(reader, { paragraphId, choice: 'muted' }))).toBe('not-found')
})

async function enqueueAll(tx: Parameters<typeof import('@/forum/job').enqueue>[0]) {
  const { enqueue } = await import('@/forum/job')
  await enqueue(tx, 'mails', {})
}
