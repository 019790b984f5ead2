import { Refusal, type RefusalCode } from './refusal'
import type { SignedIn, Viewer } from './viewer'

/** Edits are open for a day; after that what others answered to stays as it was. */
export const EDIT_WINDOW_MS = 24 * 60 * 60 * 1000
/** An edit this soon after posting is not marked as one: people mend typing errors. */
export const SILENT_EDIT_MS = 5 * 60 * 1000

type Answer = true | RefusalCode
type Owned = { authorId: string | null }
type InEssay = { essayId: string }
/** Of a case: passed on to the owners; by whom the decisions were taken that are appealed against in it. */
type Judged = { escalated?: boolean; judged?: readonly string[] }
type Thread = InEssay & { locked: boolean; authorIds: readonly string[] }
type Ranked = { id: string; role: 'member' | 'moderator' | 'owner' }

const RANK = { guest: 0, member: 1, moderator: 2, owner: 3 } as const

const signedIn = (viewer: Viewer): Answer => viewer.role !== 'guest' || 'sign-in-required'
const inGoodStanding = (viewer: Viewer): Answer => {
  if (viewer.role === 'guest') return 'sign-in-required'
  if (viewer.suspendedUntil !== null) return 'suspended'
  return viewer.barred === null || viewer.barred.code
}
/** What a person may not enter does not exist for them; to whoever lacks a second step only, it says so. */
const notTheirs = (viewer: Viewer): Answer =>
  viewer.role !== 'guest' && viewer.owesSecondStep ? 'second-step-required' : 'not-found'
/** Somewhere: in all essays or in certain ones. */
const moderates = (viewer: Viewer): Answer => {
  const standing = inGoodStanding(viewer)
  if (standing !== true) return standing
  return RANK[viewer.role] >= RANK.moderator || notTheirs(viewer)
}
/** Here. What stands in an essay that is not theirs does not exist for a moderator of certain essays, as little as for members. */
const moderatesIn = (viewer: Viewer, { essayId }: InEssay): Answer => {
  const desk = moderates(viewer)
  if (desk !== true) return desk
  const of = moderatedEssays(viewer)
  return of === 'all' || of.includes(essayId) || 'not-found'
}
/** Everywhere: what holds in the whole forum is not for those who moderate a part of it. */
const moderatesAll = (viewer: Viewer): Answer => {
  const desk = moderates(viewer)
  if (desk !== true) return desk
  return moderatedEssays(viewer) === 'all' || 'not-found'
}
const owns = (viewer: Viewer): Answer => {
  const standing = inGoodStanding(viewer)
  if (standing !== true) return standing
  return viewer.role === 'owner' || notTheirs(viewer)
}
/** A moderator over members, an owner over moderators too. */
const outranks = (viewer: Viewer, person: Ranked): Answer => {
  const desk = moderates(viewer)
  if (desk !== true) return desk
  return RANK[viewer.role] > RANK[person.role] || 'not-allowed'
}
/** The same for what reaches the person in every essay. */
const outranksEverywhere = (viewer: Viewer, person: Ranked): Answer => {
  const rank = outranks(viewer, person)
  if (rank !== true) return rank
  return moderatedEssays(viewer) === 'all' || 'not-allowed'
}
const writesEssay = (viewer: Viewer, essay: { authorIds: readonly string[] }) =>
  viewer.id !== null && essay.authorIds.includes(viewer.id)
const isAuthor = (viewer: Viewer, object: Owned) => viewer.id !== null && viewer.id === object.authorId

/** The essays whose discussions a viewer answers for; of those who do not moderate none. What the desk shows starts from it. */
export function moderatedEssays(viewer: Viewer): 'all' | readonly string[] {
  if (moderates(viewer) !== true || viewer.role === 'guest') return []
  return viewer.role === 'owner' ? 'all' : viewer.moderates
}

/** Who may do what: the whole table. Each predicate answers true, or why not. */
const POLICY = {
  'comment.post': (viewer: Viewer, thread: Thread): Answer => {
    const standing = inGoodStanding(viewer)
    if (standing !== true || !thread.locked) return standing
    // A lock asks readers to pause; those who answer for the essay still can.
    return moderatesIn(viewer, thread) === true || writesEssay(viewer, thread) || 'locked'
  },
  /** `blocked`: its author does not take answers from the viewer. Whoever answers for the essay or the forum may answer all. */
  'comment.answer': (viewer: Viewer, parent: InEssay & { blocked: boolean; authorIds: readonly string[] }): Answer => {
    const standing = inGoodStanding(viewer)
    if (standing !== true || !parent.blocked) return standing
    return moderatesIn(viewer, parent) === true || writesEssay(viewer, parent) || 'blocked'
  },
  'comment.edit': (viewer: Viewer, comment: Owned & { status: string; createdAt: Date }): Answer => {
    const standing = inGoodStanding(viewer)
    if (standing !== true) return standing
    if (!isAuthor(viewer, comment)) return 'not-allowed'
    if (comment.status !== 'published' && comment.status !== 'held') return 'not-allowed'
    return Date.now() - comment.createdAt.getTime() < EDIT_WINDOW_MS || 'edit-too-late'
  },
  'comment.delete': (viewer: Viewer, comment: Owned & { status: string }): Answer => {
    // A suspended person may still take back their own words.
    if (viewer.role === 'guest') return 'sign-in-required'
    if (!isAuthor(viewer, comment)) return 'not-allowed'
    return comment.status === 'published' || comment.status === 'held' || 'not-allowed'
  },
  'comment.vote': (viewer: Viewer, comment: Owned & { status: string }): Answer => {
    const standing = inGoodStanding(viewer)
    if (standing !== true) return standing
    if (isAuthor(viewer, comment)) return 'own-comment'
    return comment.status === 'published' || 'not-allowed'
  },
  'comment.flag': (viewer: Viewer, comment: Owned & { status: string }): Answer => {
    const standing = inGoodStanding(viewer)
    if (standing !== true) return standing
    if (isAuthor(viewer, comment)) return 'own-comment'
    return comment.status === 'published' || 'not-allowed'
  },
  /** Out of sight until a moderator has looked: authors in their own essay, but not what stands above them. */
  'comment.hide': (
    viewer: Viewer,
    comment: Owned & { status: string; authorRole: Ranked['role']; authorIds: readonly string[] },
  ): Answer => {
    const standing = inGoodStanding(viewer)
    if (standing !== true) return standing
    if (!writesEssay(viewer, comment)) return 'not-found'
    if (isAuthor(viewer, comment)) return 'own-comment'
    return (comment.status === 'published' && comment.authorRole === 'member') || 'not-allowed'
  },
  'comment.history': (viewer: Viewer, comment: InEssay & { status: string }): Answer =>
    comment.status === 'published' || moderatesIn(viewer, comment) === true || 'not-found',
  /** A desk, with what is theirs on it. What that is, queries ask of forum/visibility.ts. */
  'desk.enter': moderates,
  'essay.moderate': moderatesIn,
  /** Slow mode, and closing a discussion: those who moderate, and authors in their own essay. */
  'thread.cool': (viewer: Viewer, thread: Omit<Thread, 'locked'>): Answer => {
    const standing = inGoodStanding(viewer)
    if (standing !== true) return standing
    return moderatesIn(viewer, thread) === true || writesEssay(viewer, thread) || 'not-found'
  },
  'case.decide': (viewer: Viewer, item: InEssay & Owned & Judged): Answer => {
    const desk = moderatesIn(viewer, item)
    if (desk !== true) return desk
    // Nobody is judge of their own words, nor of what they decided.
    if (isAuthor(viewer, item)) return 'own-comment'
    if (viewer.id !== null && item.judged?.includes(viewer.id)) return 'own-decision'
    return !item.escalated || viewer.role === 'owner' || 'escalated'
  },
  'decision.undo': (viewer: Viewer, { by: decider, essayId }: InEssay & { by: Ranked }): Answer => {
    const desk = moderatesIn(viewer, { essayId })
    if (desk !== true) return desk
    return viewer.id === decider.id || RANK[viewer.role] > RANK[decider.role] || 'not-allowed'
  },
  /** Until it is acknowledged; it comes with a decision about their words. */
  'person.warn': outranks,
  /** Notes that moderators leave each other: about whom they may act on. */
  'person.note': outranks,
  'person.suspend': outranksEverywhere,
  'person.unsuspend': outranksEverywhere,
  'person.clear-about': outranksEverywhere,
  /** What they write waits, in one essay or (null) in all; and the end of that. */
  'person.restrict': (viewer: Viewer, person: Ranked & { essayId: string | null }): Answer => {
    if (person.essayId === null) return outranksEverywhere(viewer, person)
    const desk = moderatesIn(viewer, { essayId: person.essayId })
    return desk === true ? outranks(viewer, person) : desk
  },
  'person.role': (viewer: Viewer, _person: Ranked) => owns(viewer),
  /** To mute or block: anybody but oneself. */
  'person.choose': (viewer: Viewer, person: { id: string }): Answer => {
    if (viewer.role === 'guest') return 'sign-in-required'
    return viewer.id !== person.id || 'not-allowed'
  },
  'people.list': moderates,
  /** Who waits is let in or not by those who moderate what they will write; so are invitations theirs. */
  'newcomer.decide': moderatesAll,
  'invitation.make': moderatesAll,
  'rule.write': moderatesAll,
  'setting.change': owns,
  /** To be offered names while writing "@…". */
  'people.mention': inGoodStanding,
  'essay.publish': (viewer: Viewer, essay: { authorIds: readonly string[] }): Answer => {
    const standing = inGoodStanding(viewer)
    if (standing !== true) return standing
    return viewer.role === 'owner' || writesEssay(viewer, essay) || 'not-allowed'
  },
  'essay.create': owns,
  'self.read': signedIn,
  'self.change': signedIn,
} as const satisfies Record<string, (viewer: Viewer, object: never) => Answer>

export type Act = keyof typeof POLICY
type ObjectOf<A extends Act> = Parameters<(typeof POLICY)[A]> extends [Viewer, infer O] ? [O] : []

export const ACTS = Object.keys(POLICY) as Act[]

function ask<A extends Act>(act: A, viewer: Viewer, object: ObjectOf<A>): Answer {
  const predicate = POLICY[act] as (viewer: Viewer, ...object: ObjectOf<A>) => Answer
  return predicate(viewer, ...object)
}

/** @throws Refusal when the table says no. After it the viewer is known to be signed in. */
export function allow<A extends Exclude<Act, 'comment.history'>>(
  act: A,
  viewer: Viewer,
  ...object: ObjectOf<A>
): asserts viewer is SignedIn {
  const answer = ask(act, viewer, object)
  if (answer === true) return
  throw new Refusal(answer, { facts: answer === 'suspended' ? suspension(viewer) : bar(viewer, answer) })
}

/** Why somebody was not let in, for the sentence that they read. */
function bar(viewer: Viewer, answer: RefusalCode): Record<string, string> {
  if (viewer.role === 'guest' || viewer.barred?.code !== answer || viewer.barred.reason === null) return {}
  return { reason: viewer.barred.reason }
}

/** Until when and why, for the sentence that the suspended person reads. */
function suspension(viewer: Viewer): Record<string, string> {
  if (viewer.role === 'guest' || viewer.suspendedUntil === null) return {}
  const until = viewer.suspendedUntil.toISOString()
  return viewer.suspendedFor === null ? { until } : { until, reason: viewer.suspendedFor }
}

/** The same question without the exception, for what a page offers. */
export function may<A extends Act>(act: A, viewer: Viewer, ...object: ObjectOf<A>): boolean {
  return ask(act, viewer, object) === true
}
