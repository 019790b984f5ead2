import { expect, test } from 'vitest'
import { readProfile } from '@/forum/people/queries'
import { GUEST } from '@/forum/viewer'
import { vote } from '@/forum/votes/mutations'
import { db } from '@/lib/db'
import { hold, makeEssay, makePerson, makeThread, remove, say } from '../support/people'

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
