import { expect, test, vi } from 'vitest'
import { readMine } from '@/forum/comments/mine'
import { readComment } from '@/forum/comments/queries'
import { countDrift } from '@/forum/upkeep/counters'
import { GUEST } from '@/forum/viewer'
import { unvote, vote } from '@/forum/votes/mutations'
import { db } from '@/lib/db'
import { newId } from '@/lib/id'
import { codeOf, hold, makePeople, makePerson, makeSuspended, makeThread, remove, say } from '../support/people'

// Dozens of transactions a test, on a machine with much else to do.
vi.setConfig({ testTimeout: 120_000 })

process.env.LIMITS = 'off'

const scoreOf = async (id: string) => (await readComment(GUEST, id)).score

test('fifty votes of one person at the same moment are one vote', async () => {
  const id = await say(await makeThread())
  const voter = await makePerson()
  await Promise.all(Array.from({ length: 50 }, () => vote(voter, id)))
  expect(await db.vote.count({ where: { commentId: id } })).toBe(1)
  expect(await scoreOf(id)).toBe(1)
  await Promise.all(Array.from({ length: 20 }, () => unvote(voter, id)))
  expect(await db.vote.count({ where: { commentId: id } })).toBe(0)
  expect(await scoreOf(id)).toBe(0)
})

test('votes of many, given and taken back at the same moment, are counted right', async () => {
  const id = await say(await makeThread())
  const voters = await makePeople(20)
  await Promise.all(
    voters.map(async (voter, index) => {
      await vote(voter, id)
      if (index % 2 === 0) await unvote(voter, id)
      if (index % 4 === 0) await vote(voter, id)
    }),
  )
  expect(await scoreOf(id)).toBe(15)
  expect(await db.vote.count({ where: { commentId: id } })).toBe(15)
  expect(await countDrift('votes for a comment')).toBe(0)
})

test('a vote and its end, racing, leave the score equal to the votes', async () => {
  const id = await say(await makeThread())
  const voter = await makePerson()
  await Promise.all(Array.from({ length: 30 }, (_, index) => (index % 2 ? unvote(voter, id) : vote(voter, id))))
  expect(await scoreOf(id)).toBe(await db.vote.count({ where: { commentId: id } }))
})

test('taking back what was not given changes nothing', async () => {
  const id = await say(await makeThread())
  await unvote(await makePerson(), id)
  expect(await scoreOf(id)).toBe(0)
})

test('nobody votes for themselves, for what is gone or unseen, or while they may not write', async () => {
  const thread = await makeThread()
  const author = await makePerson()
  const id = await say(thread, { by: author })
  expect(await codeOf(vote(author, id))).toBe('own-comment')
  expect(await codeOf(vote(GUEST, id))).toBe('sign-in-required')
  expect(await codeOf(unvote(GUEST, id))).toBe('sign-in-required')
  expect(await codeOf(vote(await makeSuspended(), id))).toBe('suspended')
  expect(await codeOf(vote(author, newId()))).toBe('not-found')
  await remove(id)
  expect(await codeOf(vote(await makePerson(), id))).toBe('not-allowed')
  const held = await say(thread)
  await hold(held)
  expect(await codeOf(vote(await makePerson(), held))).toBe('not-found')
  expect(await db.vote.count({ where: { commentId: { in: [id, held] } } })).toBe(0)
})

test('one sees one’s own votes, and nobody else’s', async () => {
  const thread = await makeThread()
  const id = await say(thread)
  const [voter, other] = await makePeople(2)
  if (!voter || !other) throw new Error('two people')
  await vote(voter, id)
  expect(await readMine(voter, thread.id)).toMatchObject({ votes: [id] })
  expect(await readMine(other, thread.id)).toMatchObject({ votes: [] })
  expect(await readMine(GUEST, thread.id)).toMatchObject({ votes: [] })
})

test('a vote tells that the thread changed; the same vote again does not', async () => {
  const id = await say(await makeThread())
  const voter = await makePerson()
  await vote(voter, id)
  await vote(voter, id)
  expect(await db.outbox.count({ where: { subjectId: id, topic: 'comment.changed' } })).toBe(1)
})
