import { describe, expect, test } from 'vitest'
import { ACTS, type Act, allow, EDIT_WINDOW_MS, may } from '@/forum/policy'
import { Refusal, type RefusalCode } from '@/forum/refusal'
import { type Bar, GUEST, type SignedIn, type Viewer } from '@/forum/viewer'
import { newId } from '@/lib/id'

// Who may do what: every act, every role, every kind of object. An act without a row here fails.

const person = (
  role: SignedIn['role'],
  suspendedUntil: Date | null = null,
  barred: Bar['code'] | null = null,
): SignedIn => ({
  id: newId(),
  handle: role,
  displayName: role,
  role,
  moderates: 'all',
  suspendedUntil,
  suspendedFor: suspendedUntil && 'three warnings',
  owesSecondStep: false,
  barred: barred && { code: barred, reason: barred === 'approval-refused' ? 'for friends' : null },
})
const LATER = new Date(Date.now() + 3_600_000)
/** The essay in which every object of the grid stands. */
const HERE = newId()
const WHO = {
  guest: GUEST,
  member: person('member'),
  moderator: person('moderator'),
  /** Of certain essays: this one and another, or others only. */
  'moderator here': { ...person('moderator'), moderates: [newId(), HERE] },
  'moderator elsewhere': { ...person('moderator'), moderates: [newId()] },
  'suspended moderator here': { ...person('moderator', LATER), moderates: [HERE] },
  owner: person('owner'),
  'suspended member': person('member', LATER),
  'suspended moderator': person('moderator', LATER),
  'suspended owner': person('owner', LATER),
  /** A moderator or an owner, where these sign in with two steps. */
  'one step short': { ...person('member'), owesSecondStep: true },
  'unproven newcomer': person('member', null, 'address-unproven'),
  'waiting newcomer': person('member', null, 'approval-awaited'),
  'refused newcomer': person('member', null, 'approval-refused'),
} as const satisfies Record<string, Viewer>
type Who = keyof typeof WHO

type Answer = 'yes' | RefusalCode
/** An answer for everybody who is not named. */
type Row = { object: string; given: (viewer: Viewer) => object; rest: Answer } & Partial<Record<Who, Answer>>

const NEVER = newId()
const comment = (status: string, minutesAgo = 1) => ({
  essayId: HERE,
  status,
  createdAt: new Date(Date.now() - minutesAgo * 60_000),
})
const others = (status: string) => () => ({ ...comment(status), authorId: NEVER })
const own = (status: string, minutesAgo?: number) => (viewer: Viewer) => ({
  ...comment(status, minutesAgo),
  authorId: viewer.id ?? NEVER,
})
const nothing = () => ({})
const thread = (locked: boolean) => () => ({ essayId: HERE, locked, authorIds: [NEVER] })
const ownThread = (viewer: Viewer) => ({ essayId: HERE, locked: true, authorIds: [viewer.id ?? NEVER] })

/** Somebody else's comment, in one's own essay or not. */
const inEssay =
  (own: boolean, other: object = {}) =>
  (viewer: Viewer) => ({
    ...comment('published'),
    authorId: NEVER,
    authorRole: 'member',
    authorIds: own && viewer.id ? [viewer.id] : [NEVER],
    ...other,
  })

const GUEST_OUT = { guest: 'sign-in-required' } as const
const BARRED_OUT = {
  'suspended member': 'suspended',
  'suspended moderator': 'suspended',
  'suspended moderator here': 'suspended',
  'suspended owner': 'suspended',
  'unproven newcomer': 'address-unproven',
  'waiting newcomer': 'approval-awaited',
  'refused newcomer': 'approval-refused',
} as const
const SHORT = { 'one step short': 'second-step-required' } as const
const STANDING = { ...GUEST_OUT, ...BARRED_OUT }
const DESK = { ...STANDING, ...SHORT, member: 'not-found' } as const
/** The desk of one essay, and what reaches into all of them. */
const DESK_HERE = { ...DESK, 'moderator elsewhere': 'not-found' } as const
const DESK_OF_ALL = { ...DESK_HERE, 'moderator here': 'not-found' } as const
/** Whom moderators may act on, and whom owners may. */
const MODERATORS = ['moderator', 'moderator here', 'moderator elsewhere'] as const
const moderators = (answer: Answer) => Object.fromEntries(MODERATORS.map((who) => [who, answer]))
const onPeople = (everywhere: boolean): Row[] => {
  const ofSome = everywhere ? ({ 'moderator here': 'not-allowed', 'moderator elsewhere': 'not-allowed' } as const) : {}
  return [
    { object: 'a member', given: () => person('member'), ...DESK, ...ofSome, rest: 'yes' },
    { object: 'a moderator', given: () => person('moderator'), ...DESK, ...moderators('not-allowed'), rest: 'yes' },
    { object: 'an owner', given: () => person('owner'), ...DESK, rest: 'not-allowed' },
  ]
}
const DAY = EDIT_WINDOW_MS / 60_000

const onWords = (withOwn: Answer): Row[] => [
  { object: "another's published comment", given: others('published'), ...STANDING, rest: 'yes' },
  { object: "another's held comment", given: others('held'), ...STANDING, rest: 'not-allowed' },
  { object: "another's removed comment", given: others('removed'), ...STANDING, rest: 'not-allowed' },
  { object: "another's deleted comment", given: others('deleted'), ...STANDING, rest: 'not-allowed' },
  { object: "one's own comment", given: own('published'), ...STANDING, rest: withOwn },
]

const GRID: Record<Act, Row[]> = {
  'comment.post': [
    { object: 'an open thread', given: thread(false), ...STANDING, rest: 'yes' },
    {
      object: 'a locked thread',
      given: thread(true),
      ...STANDING,
      member: 'locked',
      'one step short': 'locked',
      'moderator elsewhere': 'locked',
      rest: 'yes',
    },
    { object: "a locked thread of one's own essay", given: ownThread, ...STANDING, rest: 'yes' },
  ],
  'comment.answer': [
    {
      object: 'a comment',
      given: () => ({ essayId: HERE, blocked: false, authorIds: [NEVER] }),
      ...STANDING,
      rest: 'yes',
    },
    {
      object: 'a comment of somebody who blocked them',
      given: () => ({ essayId: HERE, blocked: true, authorIds: [NEVER] }),
      ...STANDING,
      member: 'blocked',
      'one step short': 'blocked',
      'moderator elsewhere': 'blocked',
      rest: 'yes',
    },
    {
      object: "the same in one's own essay",
      given: (viewer) => ({ essayId: HERE, blocked: true, authorIds: [viewer.id ?? NEVER] }),
      ...STANDING,
      rest: 'yes',
    },
  ],
  'comment.edit': [
    { object: "one's own published comment", given: own('published'), ...STANDING, rest: 'yes' },
    { object: "one's own held comment", given: own('held'), ...STANDING, rest: 'yes' },
    {
      object: "one's own comment just before the end of its day",
      given: own('published', DAY - 1),
      ...STANDING,
      rest: 'yes',
    },
    { object: "one's own comment of yesterday", given: own('published', DAY + 1), ...STANDING, rest: 'edit-too-late' },
    { object: "one's own removed comment", given: own('removed'), ...STANDING, rest: 'not-allowed' },
    { object: "one's own deleted comment", given: own('deleted'), ...STANDING, rest: 'not-allowed' },
    { object: "another's comment", given: others('published'), ...STANDING, rest: 'not-allowed' },
  ],
  'comment.delete': [
    { object: "one's own published comment", given: own('published'), ...GUEST_OUT, rest: 'yes' },
    { object: "one's own held comment", given: own('held'), ...GUEST_OUT, rest: 'yes' },
    { object: "one's own comment of long ago", given: own('published', 100 * DAY), ...GUEST_OUT, rest: 'yes' },
    { object: "one's own removed comment", given: own('removed'), ...GUEST_OUT, rest: 'not-allowed' },
    { object: "one's own deleted comment", given: own('deleted'), ...GUEST_OUT, rest: 'not-allowed' },
    { object: "another's comment", given: others('published'), ...GUEST_OUT, rest: 'not-allowed' },
  ],
  'comment.vote': onWords('own-comment'),
  'comment.flag': onWords('own-comment'),
  'comment.hide': [
    { object: "a comment in another's essay", given: inEssay(false), ...STANDING, rest: 'not-found' },
    { object: "a comment in one's own essay", given: inEssay(true), ...STANDING, rest: 'yes' },
    {
      object: "a moderator's there",
      given: inEssay(true, { authorRole: 'moderator' }),
      ...STANDING,
      rest: 'not-allowed',
    },
    { object: "an owner's there", given: inEssay(true, { authorRole: 'owner' }), ...STANDING, rest: 'not-allowed' },
    { object: 'a held one there', given: inEssay(true, { status: 'held' }), ...STANDING, rest: 'not-allowed' },
    {
      object: "one's own there",
      given: (viewer) => ({ ...inEssay(true)(viewer), authorId: viewer.id ?? NEVER }),
      ...STANDING,
      rest: 'own-comment',
    },
  ],
  'comment.history': [
    { object: 'a published comment', given: () => comment('published'), rest: 'yes' },
    ...['held', 'removed', 'deleted'].map(
      (status): Row => ({
        object: `a ${status} comment`,
        given: () => comment(status),
        moderator: 'yes',
        'moderator here': 'yes',
        owner: 'yes',
        rest: 'not-found',
      }),
    ),
  ],
  'essay.create': [{ object: 'an essay', given: nothing, ...STANDING, ...SHORT, owner: 'yes', rest: 'not-found' }],
  'thread.cool': [
    { object: 'a thread', given: thread(false), ...DESK_HERE, 'one step short': 'not-found', rest: 'yes' },
    { object: "a thread of one's own essay", given: ownThread, ...STANDING, rest: 'yes' },
  ],
  'desk.enter': [{ object: 'the desk', given: nothing, ...DESK, rest: 'yes' }],
  'essay.moderate': [{ object: 'an essay', given: () => ({ essayId: HERE }), ...DESK_HERE, rest: 'yes' }],
  'people.mention': [{ object: 'a name', given: nothing, ...STANDING, rest: 'yes' }],
  'rule.write': [{ object: 'a rule', given: nothing, ...DESK_OF_ALL, rest: 'yes' }],
  'setting.change': [{ object: 'the forum', given: nothing, ...STANDING, ...SHORT, owner: 'yes', rest: 'not-found' }],
  'person.choose': [
    { object: 'somebody', given: () => person('moderator'), ...GUEST_OUT, rest: 'yes' },
    { object: 'oneself', given: (viewer) => ({ id: viewer.id ?? NEVER }), ...GUEST_OUT, rest: 'not-allowed' },
  ],
  'newcomer.decide': [{ object: 'a newcomer', given: nothing, ...DESK_OF_ALL, rest: 'yes' }],
  'invitation.make': [{ object: 'an invitation', given: nothing, ...DESK_OF_ALL, rest: 'yes' }],
  'people.list': [{ object: 'everybody', given: nothing, ...DESK, rest: 'yes' }],
  'case.decide': [
    { object: "another's comment", given: others('published'), ...DESK_HERE, rest: 'yes' },
    { object: "one's own comment", given: own('published'), ...DESK_HERE, rest: 'own-comment' },
    {
      object: "an appeal against another's decision",
      given: () => ({ essayId: HERE, authorId: NEVER, judged: [NEVER] }),
      ...DESK_HERE,
      rest: 'yes',
    },
    {
      object: "an appeal against one's own decision",
      given: (viewer) => ({ essayId: HERE, authorId: NEVER, judged: [viewer.id ?? NEVER] }),
      ...DESK_HERE,
      rest: 'own-decision',
    },
    {
      object: 'a case passed on to the owners',
      given: () => ({ essayId: HERE, authorId: NEVER, escalated: true }),
      ...DESK_HERE,
      moderator: 'escalated',
      'moderator here': 'escalated',
      rest: 'yes',
    },
  ],
  'decision.undo': [
    {
      object: "one's own decision",
      given: (viewer) => ({ essayId: HERE, by: { id: viewer.id ?? NEVER, role: 'owner' } }),
      ...DESK_HERE,
      rest: 'yes',
    },
    {
      object: "a moderator's decision",
      given: () => ({ essayId: HERE, by: person('moderator') }),
      ...DESK_HERE,
      moderator: 'not-allowed',
      'moderator here': 'not-allowed',
      rest: 'yes',
    },
    {
      object: "an owner's decision",
      given: () => ({ essayId: HERE, by: person('owner') }),
      ...DESK_HERE,
      rest: 'not-allowed',
    },
  ],
  'person.warn': onPeople(false),
  'person.note': onPeople(false),
  'person.suspend': onPeople(true),
  'person.unsuspend': onPeople(true),
  'person.clear-about': onPeople(true),
  'person.restrict': [
    ...onPeople(true).map((row) => ({
      ...row,
      object: `${row.object}, everywhere`,
      given: (viewer: Viewer) => ({ ...row.given(viewer), essayId: null }),
    })),
    ...onPeople(false).map((row) => ({
      ...row,
      object: `${row.object}, here`,
      given: (viewer: Viewer) => ({ ...row.given(viewer), essayId: HERE }),
      'moderator elsewhere': 'not-found' as const,
    })),
  ],
  'person.role': [
    {
      object: 'anybody',
      given: () => person('member'),
      ...STANDING,
      ...SHORT,
      member: 'not-found',
      ...moderators('not-found'),
      rest: 'yes',
    },
  ],
  'essay.publish': [
    {
      object: "another's essay",
      given: () => ({ authorIds: [NEVER] }),
      ...STANDING,
      owner: 'yes',
      rest: 'not-allowed',
    },
    { object: 'an essay of nobody', given: () => ({ authorIds: [] }), ...STANDING, owner: 'yes', rest: 'not-allowed' },
    {
      object: "one's own essay",
      given: (viewer) => ({ authorIds: [NEVER, viewer.id ?? NEVER] }),
      ...STANDING,
      rest: 'yes',
    },
  ],
  'self.read': [{ object: 'oneself', given: nothing, ...GUEST_OUT, rest: 'yes' }],
  'self.change': [{ object: 'oneself', given: nothing, ...GUEST_OUT, rest: 'yes' }],
}

/** The table as a function of anything, which its types rule out everywhere else. */
const asked = { allow, may } as unknown as Record<
  'allow' | 'may',
  (act: Act, viewer: Viewer, object: object) => unknown
>

function answerOf(act: Act, viewer: Viewer, object: object): Answer {
  try {
    asked.allow(act, viewer, object)
    return 'yes'
  } catch (error) {
    if (error instanceof Refusal) return error.code
    throw error
  }
}

test('the grid has every act of the table, and no other', () => {
  expect(Object.keys(GRID).sort()).toEqual([...ACTS].sort())
  for (const act of ACTS) expect(GRID[act].length, act).toBeGreaterThan(0)
})

describe.each(ACTS)('%s', (act) => {
  for (const row of GRID[act])
    for (const who of Object.keys(WHO) as Who[]) {
      const expected = row[who] ?? row.rest
      test(`${who}, ${row.object}: ${expected}`, () => {
        const viewer = WHO[who]
        const object = row.given(viewer)
        expect(answerOf(act, viewer, object)).toBe(expected)
        expect(asked.may(act, viewer, object)).toBe(expected === 'yes')
      })
    }
})

test('a suspended person is told until when, and why', () => {
  try {
    asked.allow('comment.post', WHO['suspended member'], { essayId: HERE, locked: false, authorIds: [] })
  } catch (error) {
    expect(error).toMatchObject({ about: { facts: { until: LATER.toISOString(), reason: 'three warnings' } } })
    return
  }
  throw new Error('allowed')
})

test('somebody who was not let in is told why', () => {
  expect(() =>
    asked.allow('comment.post', WHO['refused newcomer'], { essayId: HERE, locked: false, authorIds: [] }),
  ).toThrow(expect.objectContaining({ code: 'approval-refused', about: { facts: { reason: 'for friends' } } }))
})
