import { expect, test } from 'vitest'
import { clearAbout } from '@/forum/moderation/mutations'
import { parse } from '@/forum/parse'
import { ChangeProfile } from '@/forum/people/input'
import { changeProfile, keepFirstLanguage } from '@/forum/people/mutations'
import { readAccount, readProfile } from '@/forum/people/queries'
import { GUEST } from '@/forum/viewer'
import { vote } from '@/forum/votes/mutations'
import { db } from '@/lib/db'
import { codeOf, hold, makeEssay, makePerson, makeThread, remove, say } from '../support/people'

// One person writes more in a second than anybody types; the pace has tests of its own.
process.env.LIMITS = 'off'

// A person's page shows what whoever asks may see, and counts nothing else.

test('a person’s page: their comments by essay, votes for them, and the essays they wrote', async () => {
  const who = await makePerson()
  const [one, other] = [await makeThread(), await makeThread()]
  const [own] = await makeEssay(['A text of my own.'], [who.id])
  const liked = await say(one, { by: who })
  await vote(await makePerson(), liked)
  await vote(await makePerson(), liked)
  await say(one, { by: who })
  await say(other, { by: who })
  const { essays, comments } = await readProfile(GUEST, who.handle)
  expect(essays.wrote).toMatchObject([{ slug: own?.slug }])
  expect(essays.commented).toMatchObject([
    { slug: other.slug, comments: 1, votes: 0 },
    { slug: one.slug, comments: 2, votes: 2 },
  ])
  expect(comments).toHaveLength(3)
  const narrowed = await readProfile(GUEST, who.handle, undefined, one.slug)
  expect(narrowed.comments.map(({ essay }) => essay.slug)).toEqual([one.slug, one.slug])
})

test('held and removed comments, and essays that are not for the viewer, are neither shown nor counted', async () => {
  const who = await makePerson()
  const [open, members, unlisted] = [await makeThread(), await makeThread(), await makeThread()]
  await db.essay.update({ where: { id: members.essayId }, data: { visibility: 'members' } })
  await db.essay.update({ where: { id: unlisted.essayId }, data: { visibility: 'unlisted' } })
  await say(open, { by: who })
  await hold(await say(open, { by: who }))
  await remove(await say(open, { by: who }))
  await say(members, { by: who })
  await say(unlisted, { by: who })
  const seen = async (viewer: Parameters<typeof readProfile>[0]) =>
    (await readProfile(viewer, who.handle)).essays.commented.map(({ slug, comments }) => ({ slug, comments }))
  expect(await seen(GUEST)).toEqual([{ slug: open.slug, comments: 1 }])
  expect(await seen(await makePerson())).toEqual([
    { slug: members.slug, comments: 1 },
    { slug: open.slug, comments: 1 },
  ])
  expect(await seen(who)).toContainEqual({ slug: open.slug, comments: 2 })
  expect((await readProfile(GUEST, who.handle, undefined, members.slug)).comments).toEqual([])
})

test('a few words about oneself: plain, at most 500 characters; blanks are none', async () => {
  const who = await makePerson()
  const written = (about: string) => parse(ChangeProfile, { displayName: 'A name', about })
  const read = async () => (await readProfile(GUEST, who.handle)).person.about
  expect(await read()).toBeNull()
  await changeProfile(who, written('  I read.\r\n\r\n我也写。 '))
  expect(await read()).toBe('I read.\n\n我也写。')
  await changeProfile(who, written(' \u200b\n '))
  expect(await read()).toBeNull()
  await changeProfile(who, written('𠮷'.repeat(500)))
  expect(await read()).toHaveLength(1000)
  for (const about of ['x'.repeat(501), 'a\u0000', '\ud800']) expect(() => written(about)).toThrow(/^bad-/)
})

test('what somebody wrote about themselves is taken away by who stands above them, once, with a reason in the log', async () => {
  const [member, moderator, other] = [await makePerson(), await makePerson('moderator'), await makePerson('moderator')]
  for (const who of [member, moderator]) await changeProfile(who, { displayName: 'A name', about: 'Buy here.' })
  const reason = { reason: 'It is an advertisement.' }
  expect(await codeOf(clearAbout(other, moderator.handle, reason))).toBe('not-allowed')
  expect(await codeOf(clearAbout(member, member.handle, reason))).toBe('not-found')
  expect((await readProfile(other, member.handle)).can.clearAbout).toBe(true)
  expect((await readProfile(other, moderator.handle)).can.clearAbout).toBe(false)
  await Promise.all([clearAbout(other, member.handle, reason), clearAbout(moderator, member.handle, reason)])
  expect((await readProfile(GUEST, member.handle)).person.about).toBeNull()
  expect((await readProfile(other, member.handle)).can.clearAbout).toBe(false)
  expect(
    await db.logEntry.findMany({
      where: { act: 'person.clear-about', subject: member.id },
      select: { reason: true },
    }),
  ).toEqual([reason])
})

test('mails come in the language of the page where somebody became a member, until they choose another', async () => {
  const who = await makePerson()
  const language = async () => (await readAccount(who)).language
  expect(await language()).toBeNull()
  await keepFirstLanguage({ id: who.id }, 'zh')
  await keepFirstLanguage({ id: who.id }, 'en')
  expect(await language()).toBe('zh')
  await changeProfile(who, parse(ChangeProfile, { displayName: 'A name', about: '', language: 'en' }))
  expect(await language()).toBe('en')
  expect(() => parse(ChangeProfile, { displayName: 'A name', about: '', language: 'fr' })).toThrow('bad-input')
})
