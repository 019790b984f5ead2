import { describe, expect, test } from 'vitest'
import { makeInvitation } from '@/forum/admission/invitations'
import { readNewcomers } from '@/forum/admission/queries'
import { readComment } from '@/forum/comments/queries'
import { FiguresAddress } from '@/forum/figures/input'
import { readFigures } from '@/forum/figures/queries'
import { appealDecision } from '@/forum/moderation/appeals'
import { decideMany } from '@/forum/moderation/bulk'
import { coolThread, readCooling } from '@/forum/moderation/cooling'
import { decideCase, takeDecision } from '@/forum/moderation/decide'
import type { DecisionAct } from '@/forum/moderation/input'
import { claimCase } from '@/forum/moderation/leases'
import { readLive } from '@/forum/moderation/live'
import { flagComment } from '@/forum/moderation/mutations'
import { passCase } from '@/forum/moderation/pass'
import { countOpenCases, readCase, readDesk } from '@/forum/moderation/queries'
import { countQueues, nextOpenCase, readDeskFigures, readQueue } from '@/forum/moderation/queue'
import { readRecord } from '@/forum/moderation/record'
import { liftSuspension, suspendPerson } from '@/forum/moderation/restrict'
import { reopenCase, undoDecision } from '@/forum/moderation/undo'
import { ChangeRoleForm } from '@/forum/people/input'
import { changeRole, setRole } from '@/forum/people/mutations'
import { readProfile, readRoleChoice } from '@/forum/people/queries'
import { readRules } from '@/forum/rules/queries'
import { GUEST, type SignedIn, type Viewer } from '@/forum/viewer'
import { db } from '@/lib/db'
import { codeOf, makeModeratorOf, makePerson, makeThread, readAgain, say, type Thread } from '../support/people'

// A moderator of certain essays has a desk with what belongs to these, and is a member everywhere else.

process.env.LIMITS = 'off'

async function caseIn(thread: Thread, by?: SignedIn) {
  const author = by ?? (await makePerson())
  const commentId = await say(thread, { by: author })
  await flagComment(await makePerson(), commentId, { reason: 'unkind' })
  const { id } = await db.case.findFirstOrThrow({ where: { commentId }, select: { id: true } })
  return { id, commentId, author }
}

async function asItIs(caseId: string) {
  const found = await db.case.findUniqueOrThrow({
    where: { id: caseId },
    select: { version: true, comment: { select: { revision: true } } },
  })
  return { version: found.version, commentRevision: found.comment.revision }
}

const decision = async (caseId: string, act: DecisionAct) => ({
  act,
  reason: 'for the test',
  ...(await asItIs(caseId)),
})

/** Whatever a moderator can do with a case, or to the thread it is about. */
const ACTS: Record<string, (viewer: Viewer, item: { id: string; threadId: string }) => Promise<unknown>> = {
  read: (viewer, { id }) => readCase(viewer, id),
  'read beside the list': (viewer, { id }) => readDesk(viewer, { state: 'open' }, id),
  claim: (viewer, { id }) => claimCase(viewer, id),
  decide: async (viewer, { id }) => takeDecision(viewer, id, await decision(id, 'remove')),
  escalate: (viewer, { id }) => passCase(viewer, id, { to: '', note: 'Not for me.' }),
  reopen: (viewer, { id }) => reopenCase(viewer, id),
  'read the thread’s pace': (viewer, { threadId }) => readCooling(viewer, threadId),
  'slow the thread': (viewer, { threadId }) =>
    coolThread(viewer, { paragraphId: threadId, act: 'slow', slowSeconds: 300, slowDays: 1, reason: 'for the test' }),
}

describe('a moderator of certain essays', () => {
  test.each(Object.keys(ACTS))('can, where they are one and nowhere else: %s', async (name) => {
    const [here, elsewhere] = [await makeThread(), await makeThread()]
    const who = await makeModeratorOf(here)
    const act = ACTS[name]
    if (!act) throw new Error(name)
    const other = await caseIn(elsewhere)
    expect(await codeOf(act(who, { id: other.id, threadId: elsewhere.id }))).toBe('not-found')
    const item = await caseIn(here)
    await act(who, { id: item.id, threadId: here.id })
  })

  test('finds on the desk what belongs to these essays, in every list and figure', async () => {
    const [here, other] = [await makeThread(), await makeThread()]
    const who = await makeModeratorOf(here)
    const [mine, theirs] = [await caseIn(here), await caseIn(other)]
    const all = await makePerson('moderator')
    for (const { id } of [await caseIn(here), await caseIn(other)])
      await decideCase(all, id, await decision(id, 'remove'))
    const lists = async (essay?: string) => [
      (await readQueue(who, { state: 'open', essay })).cases.length,
      (await readQueue(who, { state: 'open', sort: 'score', essay })).cases.length,
      (await readQueue(who, { state: 'done', essay })).cases.length,
    ]
    expect(await lists()).toEqual([1, 1, 1])
    expect(await lists(here.slug)).toEqual([1, 1, 1])
    expect(await lists(other.slug)).toEqual([0, 0, 0])
    expect(await countQueues(who)).toEqual({ open: 1, held: 0, appeal: 0, escalated: 0 })
    expect(await readDeskFigures(who)).toMatchObject({ open: 1, decisions: 1 })
    expect(await countOpenCases(who)).toBe(1)
    expect(await nextOpenCase(who, theirs.id)).toBe(mine.id)
    const live = await readLive(who, { cases: [mine.id, theirs.id], state: 'open' })
    await decideCase(all, theirs.id, await decision(theirs.id, 'remove'))
    expect(await readLive(who, { cases: [mine.id, theirs.id], state: 'open' })).toEqual(live)
  })

  test('reads the figures of these, together and one by one', async () => {
    const [here, other] = [await makeThread(), await makeThread()]
    const who = await makeModeratorOf(here)
    for (const thread of [here, other, other]) {
      const { id } = await caseIn(thread)
      await decideCase(await makePerson('moderator'), id, await decision(id, 'remove'))
    }
    const figures = (essay?: string) => readFigures(who, FiguresAddress.parse({ days: '30', essay }))
    const sums = ({ flow, reasons, moderators }: Awaited<ReturnType<typeof figures>>) => [
      flow.reduce((sum, { opened }) => sum + opened, 0),
      flow.reduce((sum, { decided }) => sum + decided, 0),
      reasons.reduce((sum, { cases }) => sum + cases, 0),
      moderators.reduce((sum, { decisions }) => sum + decisions, 0),
    ]
    expect(sums(await figures())).toEqual([1, 1, 1, 1])
    expect(sums(await figures(here.slug))).toEqual([1, 1, 1, 1])
    expect(await codeOf(figures(other.slug))).toBe('not-found')
  })

  test('decides of many cases of a person only those in these essays', async () => {
    const [here, other] = [await makeThread(), await makeThread()]
    const who = await makeModeratorOf(here)
    const author = await makePerson()
    const [mine, theirs] = [await caseIn(here, author), await caseIn(other, author)]
    const done = await decideMany(who, { by: author.handle }, { act: 'remove', reason: 'for the test' })
    expect(done).toMatchObject({ decided: 1, left: 0, caseId: mine.id })
    const ticked = { cases: [{ id: theirs.id, ...(await asItIs(theirs.id)) }] }
    expect(await decideMany(who, ticked, { act: 'remove', reason: 'for the test' })).toMatchObject({
      decided: 0,
      left: 1,
    })
  })

  test('takes back no decision elsewhere, not even their own from when they were a moderator there', async () => {
    const [here, other] = [await makeThread(), await makeThread()]
    const who = await makeModeratorOf(here, other)
    const { id } = await caseIn(other)
    const made = await takeDecision(who, id, await decision(id, 'remove'))
    await setRole({ handle: who.handle, role: 'moderator', of: [here.slug], byId: null })
    const now = await readAgain(who.id)
    expect(await codeOf(undoDecision(now, made.id))).toBe('not-found')
    expect(await readDesk(now, { state: 'open', done: id })).toMatchObject({ done: null })
  })

  test('hears no appeal elsewhere', async () => {
    const [here, other] = [await makeThread(), await makeThread()]
    const { id, author } = await caseIn(other)
    const made = await decideCase(await makePerson('moderator'), id, await decision(id, 'remove'))
    await appealDecision(author, made.id, { text: 'It was not so.' })
    const appeal = await db.appeal.findUniqueOrThrow({ where: { decisionId: made.id }, select: { caseId: true } })
    const who = await makeModeratorOf(here)
    expect(await codeOf(readCase(who, appeal.caseId))).toBe('not-found')
    expect(await codeOf(takeDecision(who, appeal.caseId, await decision(appeal.caseId, 'approve')))).toBe('not-found')
    expect((await readQueue(who, { state: 'appeal' })).cases).toEqual([])
  })

  test('is handed no case of another essay', async () => {
    const [here, other] = [await makeThread(), await makeThread()]
    const who = await makeModeratorOf(here)
    const all = await makePerson('moderator')
    const [mine, theirs] = [await caseIn(here), await caseIn(other)]
    expect(await codeOf(passCase(all, theirs.id, { to: who.handle, note: '' }))).toBe('nobody-such')
    await passCase(all, mine.id, { to: who.handle, note: '' })
    expect((await readCase(who, mine.id)).lease).toMatchObject({ mine: true })
  })

  test('leaves to others what holds everywhere: suspensions, rules, newcomers, invitations', async () => {
    const here = await makeThread()
    const who = await makeModeratorOf(here)
    const { id, author } = await caseIn(here)
    for (const act of ['suspend', 'ban'] as const)
      expect(await codeOf(takeDecision(who, id, await decision(id, act))), act).toBe('not-allowed')
    expect(await codeOf(suspendPerson(who, author.handle, { days: 1, reason: 'for the test' }))).toBe('not-allowed')
    expect(await codeOf(liftSuspension(who, author.handle, { reason: 'for the test' }))).toBe('not-allowed')
    expect((await readCase(who, id)).person.can.suspend).toBe(false)
    expect(await codeOf(readRules(who, {}))).toBe('not-found')
    expect(await codeOf(readNewcomers(who))).toBe('not-found')
    expect(await codeOf(makeInvitation(who, { places: 1, days: 1, note: '' }))).toBe('not-found')
    await takeDecision(who, id, await decision(id, 'warn'))
  })

  test('reads of a person what was decided in these essays', async () => {
    const [here, other] = [await makeThread(), await makeThread()]
    const author = await makePerson()
    for (const thread of [here, other]) {
      const { id } = await caseIn(thread, author)
      await decideCase(await makePerson('moderator'), id, await decision(id, 'noAction'))
    }
    expect((await readRecord(await makeModeratorOf(here), author.handle)).decisions).toHaveLength(1)
    expect((await readRecord(await makePerson('moderator'), author.handle)).decisions).toHaveLength(2)
  })

  test('writes in a locked discussion of theirs, and not in another', async () => {
    const [here, other] = [await makeThread(), await makeThread()]
    const who = await makeModeratorOf(here)
    for (const { id } of [here, other])
      await db.paragraph.update({ where: { id }, data: { lockedAt: new Date() }, select: { id: true } })
    await say(here, { by: who })
    expect(await codeOf(say(other, { by: who }))).toBe('locked')
  })
})

describe('the role', () => {
  test('is given by an owner for chosen essays, changed and taken away; each in the log, and which essays is not', async () => {
    const [one, two] = [await makeThread(), await makeThread()]
    const [owner, person] = [await makePerson('owner'), await makePerson()]
    const give = (of: string[]) => changeRole(owner, person.handle, { role: 'moderator', of })
    const now = async () => (await readAgain(person.id)).moderates
    const entries = async () =>
      (await db.logEntry.findMany({ where: { subject: person.id }, orderBy: { seq: 'asc' } })).map(
        ({ details }) => details,
      )
    await give([one.slug])
    expect(await now()).toEqual([one.essayId])
    await give([one.slug])
    await give([two.slug, one.slug])
    expect(new Set(await now())).toEqual(new Set([one.essayId, two.essayId]))
    await changeRole(owner, person.handle, { role: 'moderator' })
    expect(await now()).toBe('all')
    await changeRole(owner, person.handle, { role: 'member' })
    expect(await entries()).toEqual([
      { from: 'member', to: 'moderator', essays: 1 },
      { from: 'moderator', to: 'moderator', essays: 2 },
      { from: 'moderator', to: 'moderator' },
      { from: 'moderator', to: 'member' },
    ])
    expect(await db.essayModerator.count({ where: { personId: person.id } })).toBe(0)
    expect(await codeOf(give(['no-such-essay']))).toBe('bad-input')
    expect(await codeOf(changeRole(await makePerson('moderator'), person.handle, { role: 'member' }))).toBe('not-found')
  })

  test('that changes expires the pages that show it: every thread its person wrote in, and no other', async () => {
    const [wrote, other] = [await makeThread(), await makeThread()]
    const person = await makePerson()
    await say(wrote, { by: person })
    await say(other)
    const told = (thread: Thread) => db.outbox.count({ where: { paragraphId: thread.id, topic: 'comment.changed' } })
    expect([await told(wrote), await told(other)]).toEqual([0, 0])
    await setRole({ handle: person.handle, role: 'moderator', of: [wrote.slug], byId: null })
    expect([await told(wrote), await told(other)]).toEqual([1, 0])
    await setRole({ handle: person.handle, role: 'moderator', of: [wrote.slug], byId: null })
    expect(await told(wrote)).toBe(1)
  })

  test('of essays that are gone is one of none, and never one of all', async () => {
    const thread = await makeThread()
    const who = await makeModeratorOf(thread)
    await db.essayModerator.deleteMany({ where: { personId: who.id } })
    const now = await readAgain(who.id)
    expect(now).toMatchObject({ role: 'moderator', moderates: [] })
    expect(await codeOf(readCase(now, (await caseIn(thread)).id))).toBe('not-found')
    expect((await readQueue(now, { state: 'open' })).cases).toEqual([])
  })

  test('is asked for by a form that names at least one essay', () => {
    const form = (fields: Record<string, string>) => ChangeRoleForm.safeParse({ handle: 'ada', ...fields })
    expect(form({ role: 'moderator-of', 'of-one': 'on', 'of-two': 'on' }).data).toEqual({
      handle: 'ada',
      role: 'moderator',
      of: ['one', 'two'],
    })
    expect(form({ role: 'moderator-of' }).error?.issues[0]?.path).toEqual(['of'])
    // What was ticked before another role was chosen means nothing.
    expect(form({ role: 'moderator', 'of-one': 'on' }).data).toEqual({ handle: 'ada', role: 'moderator' })
    expect(form({ role: 'owner', 'of-one': 'on' }).data).toEqual({ handle: 'ada', role: 'owner' })
    expect(form({ role: 'moderator-of', 'of-one': 'x' }).success).toBe(false)
  })

  test('stands on the person’s page, with the essays that whoever looks can find, and beside their words in these', async () => {
    const [here, secret] = [await makeThread(), await makeThread()]
    await db.essay.update({ where: { id: secret.essayId }, data: { visibility: 'members' }, select: { id: true } })
    const who = await makeModeratorOf(here, secret)
    const named = async (viewer: Viewer) =>
      (await readProfile(viewer, who.handle)).moderates?.map(({ slug }) => slug).sort()
    expect(await named(GUEST)).toEqual([here.slug])
    expect(await named(await makePerson())).toEqual([here.slug, secret.slug].sort())
    expect((await readProfile(GUEST, (await makePerson('moderator')).handle)).moderates).toBeNull()
    const roleBeside = async (thread: Thread) => (await readComment(who, await say(thread, { by: who }))).author?.role
    expect(await roleBeside(here)).toBe('moderator')
    expect(await roleBeside(await makeThread())).toBe('member')
    const choice = await readRoleChoice(await makePerson('owner'), who.handle)
    expect(choice.role).toBe('moderator-of')
    expect(new Set(choice.essays.filter(({ theirs }) => theirs).map(({ slug }) => slug))).toEqual(
      new Set([here.slug, secret.slug]),
    )
    expect(await codeOf(readRoleChoice(await makePerson('moderator'), who.handle))).toBe('not-found')
  })
})
