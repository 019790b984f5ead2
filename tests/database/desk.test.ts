import pg from 'pg'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { runDueJobs } from '@/bin/serve/worker'
import { editComment, postComment } from '@/forum/comments/mutations'
import { readComment } from '@/forum/comments/queries'
import { createEssay } from '@/forum/essay/mutations'
import { appealDecision } from '@/forum/moderation/appeals'
import { decideMany } from '@/forum/moderation/bulk'
import { BulkForm, selectedIn, tickOf } from '@/forum/moderation/bulk-input'
import { openCase } from '@/forum/moderation/cases'
import { decideCase, takeDecision, UNDO_MS } from '@/forum/moderation/decide'
import { applyDecision, applyDueDecisions } from '@/forum/moderation/effect'
import { type DecisionAct, DeskAddress } from '@/forum/moderation/input'
import { claimCase } from '@/forum/moderation/leases'
import { flagComment } from '@/forum/moderation/mutations'
import { readCasesOfRule } from '@/forum/moderation/of-rule'
import { passCase } from '@/forum/moderation/pass'
import { readCase, readDesk, readReceipt } from '@/forum/moderation/queries'
import { countQueues, nextOpenCase, readQueue } from '@/forum/moderation/queue'
import { reasonFrom } from '@/forum/moderation/ready'
import { readStatement } from '@/forum/moderation/statement'
import { reopenCase, undoDecision } from '@/forum/moderation/undo'
import { acknowledgeWarning } from '@/forum/moderation/warnings'
import { readNotifications } from '@/forum/notifications/queries'
import { viewerOfPerson } from '@/forum/people/standing'
import type { Refusal } from '@/forum/refusal'
import { GUEST, type Viewer } from '@/forum/viewer'
import { db, sqlState } from '@/lib/db'
import { newId } from '@/lib/id'

process.env.LIMITS = 'off'

let essayId: string
let paragraphId: string
let mod: Viewer
let otherMod: Viewer
let owner: Viewer
let count = 0
const superuser = new pg.Client({ connectionString: process.env.DATABASE_URL })
/** The moment at which everything decided by now has taken effect. */
const soon = () => new Date(Date.now() + UNDO_MS)

beforeAll(async () => {
  await superuser.connect()
  const input = { slug: 'essay', title: 'An essay', language: 'en', source: 'The first paragraph.\n\nThe second one.' }
  essayId = (await createEssay(input, [])).id
  const paragraph = await db.paragraph.findFirstOrThrow({ where: { essayId }, select: { id: true } })
  paragraphId = paragraph.id
  mod = await person('moderator')
  otherMod = await person('moderator')
  owner = await person('owner')
})

afterAll(() => superuser.end())

describe('a claim', () => {
  test('is one of twenty who ask at the same moment', async () => {
    const { item } = await flagged()
    const crowd = await Promise.all(Array.from({ length: 20 }, () => person('moderator')))
    const all = await Promise.allSettled(crowd.map((one) => claimCase(one, item.id)))
    const got = all.filter((one) => one.status === 'fulfilled')
    expect(got).toHaveLength(1)
    const { by } = await db.lease
      .findUniqueOrThrow({ where: { caseId: item.id }, select: { person: { select: { handle: true } } } })
      .then(({ person: { handle } }) => ({ by: handle }))
    for (const one of all)
      if (one.status === 'rejected')
        expect(one.reason).toMatchObject({ code: 'case-claimed', about: { facts: { by } } })
  })

  test('is renewed under its number by its holder, and keeps others from deciding', async () => {
    const { item } = await flagged()
    const first = await claimCase(mod, item.id)
    const again = await claimCase(mod, item.id)
    expect(again.fence).toBe(first.fence)
    expect(again.expiresAt.getTime()).toBeGreaterThanOrEqual(first.expiresAt.getTime())
    await expect(take(otherMod, item.id, 'remove')).rejects.toThrow(refusal('case-claimed'))
    expect(await nextOpenCase(otherMod, item.id)).not.toBe(item.id)
    await take(mod, item.id, 'remove', { fence: first.fence })
  })

  test('that has run out is taken over only by saying so, under a higher number; the earlier one decides nothing', async () => {
    const { item } = await flagged()
    const first = await claimCase(mod, item.id)
    await expect(claimCase(otherMod, item.id, { takeOver: true })).rejects.toThrow(refusal('case-claimed'))
    await db.lease.update({ where: { caseId: item.id }, data: { expiresAt: new Date(Date.now() - 1000) } })
    await expect(claimCase(otherMod, item.id)).rejects.toMatchObject({ about: { facts: { over: 1 } } })
    await expect(take(otherMod, item.id, 'remove')).rejects.toThrow(refusal('case-claimed'))
    const second = await claimCase(otherMod, item.id, { takeOver: true })
    expect(second.fence).toBeGreaterThan(first.fence)
    await expect(take(mod, item.id, 'remove', { fence: first.fence })).rejects.toThrow(refusal('case-claimed'))
    // The same person with two tabs, of which one lost it in between.
    await db.lease.update({ where: { caseId: item.id }, data: { expiresAt: new Date(Date.now() - 1000) } })
    const third = await claimCase(mod, item.id, { takeOver: true })
    await expect(take(mod, item.id, 'remove', { fence: first.fence })).rejects.toThrow(refusal('case-changed'))
    await take(mod, item.id, 'remove', { fence: third.fence })
  })

  test('passes to whom its holder hands the case', async () => {
    const { item } = await flagged()
    await claimCase(mod, item.id)
    await expect(passCase(otherMod, item.id, { to: '', note: 'Mine.' })).rejects.toThrow(refusal('case-claimed'))
    await expect(passCase(mod, item.id, { to: 'nobody-here', note: 'Yours.' })).rejects.toThrow(refusal('nobody-such'))
    await passCase(mod, item.id, { to: handleOf(otherMod), note: 'You know this better.' })
    await expect(take(mod, item.id, 'remove')).rejects.toThrow(refusal('case-claimed'))
    expect(await readCase(otherMod, item.id)).toMatchObject({
      passedNote: 'You know this better.',
      lease: { mine: true },
    })
    await take(otherMod, item.id, 'approve')
  })

  test('ends when the case goes to the owners, who alone decide it then', async () => {
    const { item } = await flagged()
    await claimCase(mod, item.id)
    await passCase(mod, item.id, { to: '', note: 'Beyond me.' })
    expect((await readQueue(mod, { state: 'escalated' })).cases.map(({ id }) => id)).toContain(item.id)
    await expect(take(mod, item.id, 'remove')).rejects.toThrow(refusal('escalated'))
    await take(owner, item.id, 'remove')
  })
})

test('of twenty moderators who decide one case at the same moment one has decided, and the others learn who and what', async () => {
  const { item } = await flagged()
  const crowd = await Promise.all(Array.from({ length: 20 }, () => person('moderator')))
  const all = await Promise.allSettled(
    crowd.map((one, index) =>
      take(one, item.id, index % 2 ? 'remove' : 'approve', { reason: `The reason of ${index}.` }),
    ),
  )
  expect(all.filter((one) => one.status === 'fulfilled')).toHaveLength(1)
  const [decision, ...more] = await db.decision.findMany({
    where: { caseId: item.id },
    select: { act: true, by: { select: { handle: true } } },
  })
  expect(more).toEqual([])
  for (const one of all)
    if (one.status === 'rejected')
      expect(one.reason).toMatchObject({
        code: 'case-closed',
        about: { facts: { by: decision?.by.handle, act: decision?.act } },
      })
})

describe('a decision', () => {
  test('takes effect when its moment has come, once however often it is asked', async () => {
    const { item, comment } = await flagged()
    await take(mod, item.id, 'remove')
    await applyDecision(item.id)
    expect(await readComment(GUEST, comment.id)).toMatchObject({ status: 'published' })
    expect(await readReceipt(comment.reader, comment.id)).toMatchObject({ outcome: 'waiting' })
    expect((await readNotifications(comment.author)).items).toEqual([])
    await Promise.all([applyDecision(item.id, soon()), applyDecision(item.id, soon()), applyDueDecisions(soon())])
    expect(await readComment(GUEST, comment.id)).toMatchObject({ status: 'removed' })
    expect(await db.logEntry.count({ where: { subject: comment.id } })).toBe(1)
    expect(await db.notification.count({ where: { commentId: comment.id, kind: 'decision' } })).toBe(1)
  })

  test('is done by the queue of jobs, also by a process that comes after a crash', async () => {
    const { item, comment } = await flagged()
    await take(mod, item.id, 'remove')
    // Whoever took it is gone; what is in the database is all there is. Its moment passes meanwhile.
    await superuser.query(`UPDATE "Case" SET "effectAt" = now() - interval '1 second' WHERE "id" = $1`, [item.id])
    await superuser.query(`UPDATE graphile_worker._private_jobs SET run_at = now() WHERE payload->>'caseId' = $1`, [
      item.id,
    ])
    await runDueJobs(process.env.DATABASE_URL ?? '')
    expect(await readComment(GUEST, comment.id)).toMatchObject({ status: 'removed' })
  })

  test('whose effect breaks off half-way has not happened at all, and happens whole the next time', async () => {
    const { item, comment } = await flagged()
    await take(mod, item.id, 'remove')
    // The connection dies in the middle of it, as with a kill.
    await superuser.query(`CREATE FUNCTION break_off() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN
      PERFORM pg_terminate_backend(pg_backend_pid()); RETURN NEW; END $$;
      CREATE TRIGGER break_off BEFORE INSERT ON "DecisionOutcome" FOR EACH ROW EXECUTE FUNCTION break_off()`)
    await expect(applyDecision(item.id, soon())).rejects.toThrow()
    await superuser.query('DROP TRIGGER break_off ON "DecisionOutcome"; DROP FUNCTION break_off()')
    expect(await readComment(GUEST, comment.id)).toMatchObject({ status: 'published' })
    await applyDecision(item.id, soon())
    expect(await readComment(GUEST, comment.id)).toMatchObject({ status: 'removed' })
    expect(await db.notification.count({ where: { commentId: comment.id, kind: 'decision' } })).toBe(1)
  })

  test('is taken back by whoever took it or ranks above, before it takes effect, and stays in the books', async () => {
    const { item, comment } = await flagged()
    const { id } = await take(mod, item.id, 'remove')
    await expect(undoDecision(otherMod, id)).rejects.toThrow(refusal('not-allowed'))
    await expect(undoDecision(comment.author, id)).rejects.toThrow(refusal('not-found'))
    await undoDecision(owner, id)
    await undoDecision(mod, id)
    await applyDueDecisions(soon())
    await applyDecision(item.id, soon())
    expect(await readComment(GUEST, comment.id)).toMatchObject({ status: 'published' })
    expect(await readCase(mod, item.id)).toMatchObject({
      state: 'open',
      can: { decide: true },
      decisions: [{ act: 'remove', outcome: { kind: 'cancelled' } }],
    })
    // The case goes on: another decision about it, which cannot be taken back when it has taken effect.
    const second = await take(otherMod, item.id, 'approve')
    await applyDecision(item.id, soon())
    await expect(undoDecision(otherMod, second.id)).rejects.toThrow(refusal('too-late'))
    const rewriting = `UPDATE "DecisionOutcome" SET "kind" = 'applied'`
    await expect(superuser.query(rewriting)).rejects.toMatchObject({ code: '23000' })
  })

  test('is taken back or takes effect, never both', async () => {
    for (let round = 0; round < 5; round++) {
      const { item, comment } = await flagged()
      const { id } = await take(mod, item.id, 'remove')
      const [undone] = await Promise.allSettled([undoDecision(mod, id), applyDecision(item.id, soon())])
      const { kind } = await db.decisionOutcome.findUniqueOrThrow({ where: { decisionId: id }, select: { kind: true } })
      expect(kind).toBe(undone?.status === 'fulfilled' ? 'cancelled' : 'applied')
      const { status } = await readComment(GUEST, comment.id)
      expect(status).toBe(kind === 'cancelled' ? 'published' : 'removed')
    }
  })

  test('about words that were changed before it took effect lapses, and the case is back', async () => {
    const { item, comment } = await flagged()
    await take(mod, item.id, 'remove')
    await editComment(comment.author, comment.id, { body: 'Better words.' })
    await applyDecision(item.id, soon())
    expect(await readComment(GUEST, comment.id)).toMatchObject({ status: 'published' })
    const now = await readCase(mod, item.id)
    expect(now).toMatchObject({ state: 'open', decisions: [{ outcome: { kind: 'lapsed' } }] })
    expect(now.edits).toHaveLength(1)
  })

  test('does not close a case to which a report came before it took effect', async () => {
    const { item, comment } = await flagged()
    await take(mod, item.id, 'approve')
    await flagComment(await person(), comment.id, { reason: 'illegal' })
    await applyDecision(item.id, soon())
    expect(await readCase(mod, item.id)).toMatchObject({ state: 'open', flags: [{}, {}] })
  })

  test('is made good for by another one', async () => {
    const { item, comment } = await flagged()
    await decide(mod, item.id, 'remove')
    const again = await reopenCase(otherMod, item.id)
    expect(await reopenCase(mod, item.id)).toEqual(again)
    await decide(otherMod, again.id, 'approve')
    expect(await readComment(GUEST, comment.id)).toMatchObject({ status: 'published' })
  })
})

describe('deciding', () => {
  test('to close the replies lets nobody answer below the place', async () => {
    const { item, comment } = await flagged()
    const reply = await postComment(await person(), paragraphId, { body: 'A reply.', parentId: comment.id })
    await decide(mod, item.id, 'removeAndClose')
    const below = postComment(await person(), paragraphId, { body: 'Another.', parentId: reply.id })
    await expect(below).rejects.toThrow(refusal('locked'))
  })

  test('to ask for a change holds the comment until it is changed, and then it waits to be read', async () => {
    const { item, comment } = await flagged()
    await decide(mod, item.id, 'askEdit')
    await expect(readComment(GUEST, comment.id)).rejects.toThrow(refusal('not-found'))
    await editComment(comment.author, comment.id, { body: 'As you asked.' })
    const held = (await readQueue(mod, { state: 'held' })).cases.find(({ excerpt }) => excerpt === 'As you asked.')
    expect(held).toBeDefined()
    await decide(mod, held?.id ?? '', 'approve')
    expect(await readComment(GUEST, comment.id)).toMatchObject({ status: 'published', body: 'As you asked.' })
  })

  test('to warn removes, and nothing is posted until the warning is acknowledged', async () => {
    const { item, comment } = await flagged()
    const { id } = await decide(mod, item.id, 'warn')
    const post = () => postComment(comment.author, paragraphId, { body: `Again ${++count}.` })
    await expect(post()).rejects.toThrow(refusal('warning-unread'))
    await expect(acknowledgeWarning(mod, id)).rejects.toThrow(refusal('not-found'))
    await acknowledgeWarning(comment.author, id)
    await post()
  })

  test('to suspend or ban ends writing, and is not for equals', async () => {
    const { item, comment } = await flagged()
    await decide(mod, item.id, 'suspend', { days: 3 })
    const { suspendedUntil } = await viewerOfPerson(comment.author.id ?? '')
    expect((suspendedUntil?.getTime() ?? 0) - Date.now()).toBeGreaterThan(2.9 * 86_400_000)
    const colleague = await flagged(await person('moderator'))
    await expect(take(mod, colleague.item.id, 'ban')).rejects.toThrow(refusal('not-allowed'))
    await decide(owner, colleague.item.id, 'ban')
    await expect(take(await viewerOfPerson(colleague.comment.author.id ?? ''), item.id, 'approve')).rejects.toThrow(
      refusal('suspended'),
    )
  })

  test('to do nothing is no answer to words that are held', async () => {
    const { item, comment } = await flagged()
    await db.comment.update({ where: { id: comment.id }, data: { status: 'held' } })
    await expect(take(mod, item.id, 'noAction')).rejects.toThrow(refusal('act-unfit'))
  })

  test('many at once is one act, taken back as one; what changed or is held by others is left', async () => {
    const author = await person()
    const all = [await flagged(author), await flagged(author), await flagged(author), await flagged(author)]
    await claimCase(otherMod, all[3]?.item.id ?? '')
    const made = await decideMany(mod, { by: handleOf(author) }, { act: 'remove', reason: 'All the same.' })
    expect(made).toMatchObject({ decided: 3, left: 1 })
    expect(await undoDecision(mod, made.decisionId ?? '')).toMatchObject({ undone: 3 })
    const cases = await Promise.all(
      all.map(async ({ item }) => ({
        id: item.id,
        ...(await db.case.findUniqueOrThrow({ where: { id: item.id }, select: { version: true } })),
        commentRevision: 1,
      })),
    )
    const stale = cases.map((one, index) => (index === 0 ? { ...one, version: one.version - 1 } : one))
    expect(await decideMany(mod, { cases: stale }, { act: 'remove', reason: 'The same.' })).toMatchObject({
      decided: 2,
      left: 2,
    })
  })

  test('about all cases of a rule is about those that were looked at, and taken back as one', async () => {
    const rule = { id: newId(), version: 1 }
    const by = async () => {
      const { item, comment } = await flagged()
      await db.$transaction((tx) =>
        openCase(tx, {
          comment: { id: comment.id, essayId },
          reasons: [{ source: 'rule', code: 'Pills', points: 1, rule }],
        }),
      )
      return item.id
    }
    const ids = [await by(), await by(), await by()]
    const own = await flagged(mod)
    await db.caseReason.create({
      data: {
        id: newId(),
        essayId,
        caseId: own.item.id,
        source: 'rule',
        code: 'Pills',
        ruleId: rule.id,
        ruleVersion: rule.version,
      },
    })
    const found = await readCasesOfRule(mod, rule.id)
    expect([found.all, found.cases.map(({ id }) => id)]).toEqual([3, ids])
    await expect(readCasesOfRule(await person(), rule.id)).rejects.toThrow(refusal('not-found'))
    const late = await by()
    const looked = Object.fromEntries(found.cases.map((one) => [tickOf(one).name, tickOf(one).value] as const))
    const { act, rule: _, ...given } = BulkForm.parse({ act: 'remove', ready: 'advertising', rule: rule.id, ...looked })
    const made = await decideMany(mod, { cases: selectedIn(given) }, { act, reason: 'All the same.' })
    expect(made).toMatchObject({ decided: 3, left: 0 })
    expect((await readCasesOfRule(mod, rule.id)).cases.map(({ id }) => id)).toEqual([late])
    const desk = await readDesk(mod, DeskAddress.parse({ done: made.caseId }))
    expect(desk.done).toMatchObject({ together: 3, act: 'remove' })
    expect(await undoDecision(mod, made.decisionId ?? '')).toMatchObject({ undone: 3 })
  })

  test('with a ready reason that has a blank needs the words that fill it', () => {
    expect(() => reasonFrom('Again: “{…}”', ' ')).toThrow('blank-left')
    expect(reasonFrom('Again: “{…}”', '$& and so on')).toBe('Again: “$& and so on”')
  })
})

describe('an appeal', () => {
  test('is made once from the statement of reasons, and answered by somebody else', async () => {
    const { item, comment } = await flagged()
    const { id } = await decide(mod, item.id, 'remove', { reason: 'It is an advertisement.' })
    const statement = await readStatement(comment.author, id)
    expect(statement).toMatchObject({
      act: 'remove',
      reason: 'It is an advertisement.',
      broughtBy: { readers: true, checks: false },
      can: { appeal: true },
    })
    expect(JSON.stringify(statement)).not.toContain(handleOf(mod))
    await expect(readStatement(comment.reader, id)).rejects.toThrow(refusal('not-found'))
    await expect(readStatement(GUEST, id)).rejects.toThrow(refusal('sign-in-required'))
    await expect(appealDecision(comment.reader, id, { text: 'Not mine.' })).rejects.toThrow(refusal('not-found'))

    const both = await Promise.allSettled([
      appealDecision(comment.author, id, { text: 'It is none.' }),
      appealDecision(comment.author, id, { text: 'It is none.' }),
    ])
    expect(both.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
    const waiting = (await readQueue(mod, { state: 'appeal' })).cases
    const [{ id: caseId } = { id: '' }] = waiting
    expect((await countQueues(mod)).appeal).toBe(waiting.length)

    await expect(take(mod, caseId, 'remove')).rejects.toThrow(refusal('own-decision'))
    expect(await readCase(mod, caseId)).toMatchObject({ can: { decide: false }, appeal: { text: 'It is none.' } })
    await decide(otherMod, caseId, 'approve', { reason: 'It is none indeed.' })
    expect(await readComment(GUEST, comment.id)).toMatchObject({ status: 'published' })
    const after = await readStatement(comment.author, id)
    expect(after.appeal).toMatchObject({ overturned: true, answer: { reason: 'It is none indeed.' } })
    expect(after.can.appeal).toBe(false)
  })

  test('finds in the statement which rule, in which version, caught the words', async () => {
    const { item, comment } = await flagged()
    const caught = {
      id: newId(),
      essayId,
      caseId: item.id,
      source: 'rule',
      code: 'Pills',
      points: 5,
      ruleId: newId(),
      ruleVersion: 3,
    } as const
    await db.caseReason.create({ data: caught, select: { id: true } })
    const { id } = await decide(mod, item.id, 'remove')
    expect((await readStatement(comment.author, id)).broughtBy).toEqual({
      readers: true,
      checks: false,
      rules: [{ name: 'Pills', version: 3 }],
    })
  })

  test('is refused its first judge by the database itself', async () => {
    const { item, comment } = await flagged()
    const { id } = await decide(mod, item.id, 'remove')
    await appealDecision(comment.author, id, { text: 'Look again.' })
    const open = await db.case.findFirstOrThrow({ where: { commentId: comment.id, state: 'open' } })
    const first = await db.decision.findUniqueOrThrow({ where: { id } })
    const again = (byId: string) =>
      db.decision.create({ data: { ...first, id: newId(), caseId: open.id, act: 'remove', byId } })
    expect(sqlState(await failure(again(first.byId)))).toBe('23001')
    await again(otherMod.id ?? '')
    const answered = db.appeal.update({
      where: { decisionId: id },
      data: { answerId: id, overturned: false },
    })
    expect(sqlState(await failure(answered))).toBe('23001')
  })

  test('is open to whoever was suspended by it', async () => {
    const { item, comment } = await flagged()
    const { id } = await decide(mod, item.id, 'suspend')
    await appealDecision(await viewerOfPerson(comment.author.id ?? ''), id, { text: 'Too much.' })
  })
})

describe('the queue', () => {
  test('is sorted by age or score and narrowed to an essay, a reason and a person, page by page', async () => {
    await db.case.updateMany({ where: { state: 'open' }, data: { state: 'done', closedAt: new Date() } })
    const author = await person()
    const made = []
    for (let index = 0; index < 33; index++) made.push((await flagged(index === 5 ? author : undefined)).item.id)
    await db.case.update({ where: { id: made[7] }, data: { score: 100 } })
    const byScore = await readQueue(mod, { state: 'open', sort: 'score' })
    expect(byScore.cases[0]?.id).toBe(made[7])
    const rest = await readQueue(mod, { state: 'open', sort: 'score', after: byScore.after ?? undefined })
    expect(new Set([...byScore.cases, ...rest.cases].map(({ id }) => id)).size).toBe(33)
    const person_ = await readQueue(mod, { state: 'open', person: handleOf(author) })
    expect(person_.cases.map(({ id }) => id)).toEqual([made[5]])
    expect((await readQueue(mod, { state: 'open', reason: 'illegal' })).cases).toEqual([])
    expect((await readQueue(mod, { state: 'open', reason: 'unkind', essay: 'essay' })).cases).toHaveLength(30)
    expect((await readQueue(mod, { state: 'open', essay: 'another' })).cases).toEqual([])
    expect(await countQueues(mod)).toMatchObject({ open: 33 })
  })

  test('goes on in its own order, within what it is narrowed to', async () => {
    await db.case.updateMany({ where: { state: 'open' }, data: { state: 'done', closedAt: new Date() } })
    const author = await person()
    const [one, two, three] = [await flagged(author), await flagged(), await flagged(author)]
    const heavy = (id: string, score: number) => db.case.update({ where: { id }, data: { score } })
    await heavy(one.item.id, 10)
    await heavy(two.item.id, 30)
    await heavy(three.item.id, 20)
    expect(await nextOpenCase(mod, one.item.id)).toBe(two.item.id)
    expect(await nextOpenCase(mod, one.item.id, { person: handleOf(author) })).toBe(three.item.id)
    expect(await nextOpenCase(mod, two.item.id, { sort: 'score' })).toBe(three.item.id)
    expect(await nextOpenCase(mod, three.item.id, { sort: 'score' })).toBe(one.item.id)
    await take(mod, three.item.id, 'approve')
    expect(await nextOpenCase(mod, one.item.id, { person: handleOf(author) })).toBe(one.item.id)
  })
})

async function person(role: 'member' | 'moderator' | 'owner' = 'member'): Promise<Viewer> {
  const handle = `person-${++count}`
  const { id } = await db.person.create({ data: { id: newId(), handle, displayName: handle, role } })
  return viewerOfPerson(id)
}

async function flagged(by?: Viewer) {
  const author = by ?? (await person())
  const { id } = await postComment(author, paragraphId, { body: `Comment ${++count}.` })
  const reader = await person()
  await flagComment(reader, id, { reason: 'unkind' })
  const item = await db.case.findFirstOrThrow({ where: { commentId: id, state: 'open' }, select: { id: true } })
  return { comment: { id, author, reader }, item }
}

type More = { reason?: string; days?: number; fence?: number }

/** On the case as it is now. */
async function asItIs(caseId: string) {
  const { version, comment } = await db.case.findUniqueOrThrow({
    where: { id: caseId },
    select: { version: true, comment: { select: { revision: true } } },
  })
  return { version, commentRevision: comment.revision }
}

async function take(viewer: Viewer, caseId: string, act: DecisionAct, more: More = {}) {
  return takeDecision(viewer, caseId, { act, reason: 'Because of this.', ...(await asItIs(caseId)), ...more })
}

async function decide(viewer: Viewer, caseId: string, act: DecisionAct, more: More = {}) {
  return decideCase(viewer, caseId, { act, reason: 'Because of this.', ...(await asItIs(caseId)), ...more })
}

const failure = (work: PromiseLike<unknown>) =>
  Promise.resolve(work).then(
    () => null,
    (error: unknown) => error,
  )
const refusal = (code: Refusal['code']) => expect.objectContaining({ name: 'Refusal', code })
const handleOf = (viewer: Viewer) => viewer.handle ?? ''
