import { expect, test, vi } from 'vitest'
import { suspendPerson } from '@/forum/moderation/restrict'
import { setRole } from '@/forum/people/mutations'
import { db } from '@/lib/db'
import { codeOf, makePerson, makeThread, readAgain, say } from '../support/people'
import { untilOneWaits, withOther } from './other-connection'

// What happens between two steps of one act, made to happen there by somebody else's locks.
vi.setConfig({ testTimeout: 120_000 })

process.env.LIMITS = 'off'

const countOf = async (paragraphId: string) =>
  (await db.paragraph.findUniqueOrThrow({ where: { id: paragraphId }, select: { commentCount: true } })).commentCount

test.each(['a comment', 'a reply'])('%s is refused when its paragraph goes while it is being posted', async (what) => {
  const thread = await makeThread()
  const by = await makePerson()
  const to = what === 'a reply' ? await say(thread) : undefined
  const before = await countOf(thread.id)
  await withOther(async (publisher) => {
    await publisher.query('BEGIN')
    await publisher.query(`UPDATE "Paragraph" SET "retiredInId" = "createdInId" WHERE "id" = $1`, [thread.id])
    const posting = codeOf(say(thread, { by, ...(to ? { to } : {}) }))
    await untilOneWaits()
    await publisher.query('COMMIT')
    expect(await posting).toBe('not-found')
  })
  expect(await db.comment.count({ where: { paragraphId: thread.id, authorId: by.id } })).toBe(0)
  expect(await countOf(thread.id)).toBe(before)
})

test('an owner may change a role while another act of theirs holds the person: both get through', async () => {
  const [owner, person] = [await makePerson('owner'), await makePerson()]
  await withOther(async (suspending) => {
    // As suspendPerson begins: the person is locked …
    await suspending.query('BEGIN')
    await suspending.query(`SELECT 1 FROM "Person" WHERE "id" = $1 FOR NO KEY UPDATE`, [person.id])
    const changing = setRole({ handle: person.handle, role: 'moderator', byId: owner.id })
    await untilOneWaits()
    // … and ends: the row names the owner, which PostgreSQL checks under a lock of its own.
    await suspending.query(
      `INSERT INTO "Restriction" ("id", "personId", "kind", "reason", "endsAt", "byId")
       VALUES (gen_random_uuid(), $1, 'suspension', 'for the test', now() + interval '1 day', $2)`,
      [person.id, owner.id],
    )
    await suspending.query('COMMIT')
    await changing
  })
  expect(await readAgain(person.id)).toMatchObject({ role: 'moderator', suspendedFor: 'for the test' })
})

test('suspending and changing roles at the same moment, many times over, ends in no defect', async () => {
  const owner = await makePerson('owner')
  for (let round = 0; round < 10; round++) {
    const { handle } = await makePerson()
    await Promise.all([
      setRole({ handle, role: 'moderator', byId: owner.id }),
      suspendPerson(owner, handle, { days: 1, reason: 'for the test' }),
    ])
  }
  expect(await db.restriction.count({ where: { byId: owner.id } })).toBe(10)
})
