import { describe, expect, test } from 'vitest'
import { runDueJobs } from '@/bin/serve/worker'
import { editComment } from '@/forum/comments/mutations'
import { readThread } from '@/forum/comments/queries'
import { readLog, verifyLog } from '@/forum/log/queries'
import { flagComment } from '@/forum/moderation/mutations'
import { addPerson } from '@/forum/people/add'
import { findBeginning } from '@/forum/people/beginning'
import { Handle } from '@/forum/people/input'
import { setRole, signUp } from '@/forum/people/mutations'
import { readProfile } from '@/forum/people/queries'
import { readSession, startSession } from '@/forum/people/sessions'
import { viewerOfPerson, viewerOfSession, viewerOfToken } from '@/forum/people/standing'
import { makeApiToken } from '@/forum/people/tokens'
import { finishDeletion } from '@/forum/privacy/deletion'
import { KEPT } from '@/forum/privacy/inventory'
import { deleteAccount } from '@/forum/privacy/mutations'
import { COUNTER_NAMES, countDrift } from '@/forum/upkeep/counters'
import { findOrphans, ORPHAN_CHECKS } from '@/forum/upkeep/orphans'
import { GUEST, type SignedIn } from '@/forum/viewer'
import { vote } from '@/forum/votes/mutations'
import { db } from '@/lib/db'
import { codeOf, makeEssay, makePerson, makeThread, readAgain, remove, say, unique } from '../support/people'

// One person writes more in a second than anybody types; the pace has tests of its own.
process.env.LIMITS = 'off'

const session = (proven = true) => ({ id: crypto.randomUUID(), proven })
const leave = (who: SignedIn, choice: 'stay' | 'go') => deleteAccount(who, session(), { choice, password: '' })
const leftOf = (id: string) => db.person.findUniqueOrThrow({ where: { id } })

/** Counters, places and search still say what is there. */
async function expectWhole() {
  for (const name of COUNTER_NAMES) expect(await countDrift(name), name).toBe(0)
  for (const check of ORPHAN_CHECKS) expect((await findOrphans(check)).found, check).toBe(0)
}

/** Somebody who has done everything once. */
async function makeBusy() {
  const who = await makePerson()
  const thread = await makeThread()
  const root = await say(thread, { by: who })
  const answered = await say(thread, { to: root })
  const reply = await say(thread, { by: who, to: answered })
  const gone = await say(thread, { by: who })
  await remove(gone)
  await editComment(who, root, { body: 'in other words' })
  const other = await say(thread)
  await vote(who, other)
  await flagComment(who, other, { reason: 'other', note: 'I know its author.' })
  await startSession(who.id, { device: 'Firefox, Linux', network: '203.0.113.0/24' })
  await makeApiToken(who.handle, 'a script')
  return { who, thread, root, answered, reply, gone, other }
}

describe('an account that is deleted', () => {
  test('is nobody’s any more when the request ends: no way in, no name, no address', async () => {
    const who = await makePerson()
    const { token } = await startSession(who.id)
    const key = await makeApiToken(who.handle, 'a script')
    const { email } = await leave(who, 'stay')
    expect(email).toBe(`${who.handle}@example.org`)
    expect(await readSession(token)).toBeNull()
    expect(await viewerOfSession(token)).toEqual(GUEST)
    expect(await viewerOfToken(key)).toBeNull()
    expect(await viewerOfPerson(who.id)).toEqual(GUEST)
    const left = await leftOf(who.id)
    expect(left).toMatchObject({ email: null, language: null, role: 'member' })
    expect(left.handle).toMatch(/^deleted-[0-9a-f]{8}$/)
    expect(JSON.stringify(left)).not.toContain(who.handle)
    expect(await codeOf(readProfile(GUEST, who.handle))).toBe('not-found')
    expect(await codeOf(readProfile(GUEST, left.handle))).toBe('not-found')
    const asking = await makePerson()
    expect(await findBeginning(asking, { starts: left.handle })).toEqual([])
  })

  test('leaves a name that nobody else gets', async () => {
    const who = await makePerson()
    await leave(who, 'go')
    expect(await codeOf(addPerson({ handle: who.handle }))).toBe('handle-taken')
    const again = { handle: who.handle, email: `${unique('a')}@example.org`, password: 'four plain words here' }
    expect(await codeOf(signUp(unique('net'), again))).toBe('handle-taken')
    expect(Handle.safeParse('deleted-1234abcd').success).toBe(false)
    // The address is free: whoever has it may come again.
    const { id } = await addPerson({ handle: unique('new'), email: `${who.handle}@example.org` })
    expect(id).not.toBe(who.id)
  })

  test('asks for the password, or for a recent sign-in where there is none', async () => {
    const handle = unique('reader')
    const { id } = await signUp(unique('net'), { handle, email: `${handle}@example.org`, password: 'four plain words' })
    const who = await readAgain(id)
    const ask = (password: string) => deleteAccount(who, session(), { choice: 'go', password })
    expect(await codeOf(ask(''))).toBe('wrong-password')
    expect(await codeOf(ask('not it'))).toBe('wrong-password')
    const without = await makePerson()
    expect(await codeOf(deleteAccount(without, session(false), { choice: 'go', password: '' }))).toBe('prove-again')
    expect(await codeOf(deleteAccount(GUEST, session(), { choice: 'go', password: '' }))).toBe('sign-in-required')
    expect((await leftOf(id)).deletedAt).toBeNull()
    await ask('four plain words')
    expect((await leftOf(id)).deletedAt).not.toBeNull()
  })

  test('is not the last owner’s', async () => {
    await db.person.updateMany({ where: { role: 'owner' }, data: { role: 'member' } })
    const owner = await makePerson('owner')
    expect(await codeOf(leave(owner, 'stay'))).toBe('last-owner')
    const second = await makePerson('owner')
    const ends = await Promise.allSettled([leave(owner, 'stay'), leave(second, 'stay')])
    expect(ends.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected'])
    expect(await db.person.count({ where: { role: 'owner' } })).toBe(1)
  })

  test('has no name in the log, which stays whole', async () => {
    const who = await makePerson()
    await setRole({ handle: who.handle, role: 'moderator', byId: null })
    expect((await readLog()).entries[0]).toMatchObject({ act: 'person.role', subject: who.handle })
    await leave(await readAgain(who.id), 'stay')
    expect(JSON.stringify((await readLog()).entries)).not.toContain(who.handle)
    expect(
      JSON.stringify(await db.logEntry.findMany({ where: { subject: who.id }, select: { details: true } })),
    ).toContain('moderator')
    expect(await verifyLog()).toMatchObject({ brokenAt: null })
  })
})

describe('what somebody wrote', () => {
  test('stays where they chose so, under a name that says nothing; the pages are told', async () => {
    const { who, thread, root, other } = await makeBusy()
    const [before] = await db.$queryRaw<{ seq: bigint }[]>`SELECT max("seq") AS seq FROM "Outbox"`
    await leave(who, 'stay')
    await runDueJobs(process.env.DATABASE_URL ?? '')
    const { comments } = await readThread(GUEST, thread.id, { sort: 'oldest', limit: 20 })
    const shown = comments.find(({ id }) => id === root)
    expect(shown).toMatchObject({ status: 'published', body: 'in other words', replyCount: 1 })
    expect(shown?.author?.handle).toBe((await leftOf(who.id)).handle)
    expect(JSON.stringify(comments)).not.toContain(who.handle)
    expect(await db.vote.count({ where: { commentId: other, personId: who.id } })).toBe(1)
    const told = await db.outbox.findMany({ where: { seq: { gt: before?.seq ?? 0n }, paragraphId: thread.id } })
    expect(told.length).toBeGreaterThan(0)
    await expectWhole()
  })

  test('goes where they chose so, with votes and earlier words; answers by others stay where they were', async () => {
    const { who, thread, root, answered, reply, gone, other } = await makeBusy()
    expect(await db.commentRevision.count({ where: { byId: who.id } })).toBe(1)
    await leave(who, 'go')
    await runDueJobs(process.env.DATABASE_URL ?? '')
    for (const id of [root, reply, gone])
      expect(await db.comment.findUniqueOrThrow({ where: { id } })).toMatchObject({
        status: 'deleted',
        body: '',
        html: '',
        quote: null,
        clientId: null,
      })
    expect(await db.commentRevision.count({ where: { byId: who.id } })).toBe(0)
    expect(await db.comment.findUniqueOrThrow({ where: { id: answered } })).toMatchObject({ status: 'published' })
    expect(await db.comment.findUniqueOrThrow({ where: { id: other } })).toMatchObject({ score: 0 })
    const { comments } = await readThread(GUEST, thread.id, { sort: 'oldest', limit: 20 })
    // The answered one keeps its place without its author, the unanswered ones are gone.
    expect(comments.map(({ id }) => id).sort()).toEqual([root, other].sort())
    expect(comments.find(({ id }) => id === root)).toMatchObject({ author: null, body: null })
    await expectWhole()
  })

  test.each(['stay', 'go'] as const)(
    '%s: nothing of the person is left that the inventory says is gone',
    async (choice) => {
      const { who } = await makeBusy()
      await leave(who, choice)
      await runDueJobs(process.env.DATABASE_URL ?? '')
      expect(await db.deletion.findUniqueOrThrow({ where: { personId: who.id } })).toMatchObject({
        doneAt: expect.any(Date),
      })
      const count = async (sql: string) => (await db.$queryRawUnsafe<{ n: number }[]>(sql, who.id))[0]?.n
      for (const [table, { end, person, blank = [] }] of Object.entries(KEPT)) {
        const rows = `SELECT count(*)::int AS n FROM "${table}" WHERE "${person}" = $1::uuid`
        if (end === 'atOnce' || end === 'inBatches') expect(await count(rows), table).toBe(0)
        for (const column of blank) expect(await count(`${rows} AND "${column}" IS NOT NULL`), table).toBe(0)
      }
      expect(await db.flag.count({ where: { personId: who.id } })).toBe(1)
    },
  )
})

describe('an author of many comments', () => {
  const MANY = 230

  async function makeProlific() {
    const who = await makePerson()
    const [one, other] = [await makeThread(), await makeThread()]
    const root = await say(one, { by: who })
    const { essayId, id: paragraphId } = one
    const { revisionId } = await db.comment.findUniqueOrThrow({ where: { id: root } })
    // Direct answers to the first, one of which is answered itself.
    await db.$executeRaw`
      INSERT INTO "Comment" ("id", "essayId", "paragraphId", "revisionId", "parentId", "rootId", "depth", "path", "authorId", "body", "html")
      SELECT ('01990000-0000-7000-8000-' || lpad(to_hex(n), 12, '0'))::uuid, ${essayId}::uuid, ${paragraphId}::uuid,
        ${revisionId}::uuid, ${root}::uuid, ${root}::uuid, 1, c."path" || '0' || lpad(n::text, 4, '0'), ${who.id}::uuid, 'word', '<p>word</p>'
      FROM generate_series(1, ${MANY}::int) n, "Comment" c WHERE c."id" = ${root}::uuid`
    await db.comment.update({ where: { id: root }, data: { replyCount: MANY, childSeq: 500_000 } })
    await db.paragraph.update({ where: { id: paragraphId }, data: { commentCount: MANY + 1 } })
    const theirs = await say(one, { to: root })
    await say(other, { by: who })
    return { who, one, root, theirs }
  }

  test('is told of in more threads than one renewal has room for', async () => {
    const who = await makePerson()
    const threads = await makeEssay(
      Array.from({ length: 90 }, (_, n) => `Paragraph number ${n} of many, with words of its own.`),
    )
    for (const thread of threads) await say(thread, { by: who })
    const [before] = await db.$queryRaw<{ seq: bigint }[]>`SELECT max("seq") AS seq FROM "Outbox"`
    await leave(who, 'stay')
    await finishDeletion(who.id)
    const told = await db.outbox.findMany({ where: { seq: { gt: before?.seq ?? 0n }, topic: 'comment.changed' } })
    expect(new Set(told.map(({ paragraphId }) => paragraphId))).toEqual(new Set(threads.map(({ id }) => id)))
    expect(await db.deletion.findUnique({ where: { personId: who.id } })).toMatchObject({ doneAt: expect.any(Date) })
  }, 60_000)

  test('leaves in steps: a job that ended in the middle goes on where it was, and two at once do nothing twice', async () => {
    const { who, one, root, theirs } = await makeProlific()
    await leave(who, 'go')
    const standing = () => db.comment.count({ where: { authorId: who.id, status: { not: 'deleted' } } })
    await finishDeletion(who.id, 1)
    const half = await standing()
    expect(half).toBeGreaterThan(0)
    expect(half).toBeLessThan(MANY)
    // As after a crash between the comments and the note of how far they are gone.
    await db.deletion.update({ where: { personId: who.id }, data: { cursor: null } })
    await Promise.all([finishDeletion(who.id), finishDeletion(who.id), say(one, { to: theirs })])
    expect(await standing()).toBe(0)
    expect(await db.paragraph.findUniqueOrThrow({ where: { id: one.id } })).toMatchObject({ commentCount: 2 })
    expect(await db.comment.findUniqueOrThrow({ where: { id: root } })).toMatchObject({
      replyCount: 1,
      status: 'deleted',
    })
    await expectWhole()
    await finishDeletion(who.id)
  }, 60_000)
})
