import { randomUUID } from 'node:crypto'
import type { PostComment } from '@/forum/comments/input'
import { postComment } from '@/forum/comments/mutations'
import { createEssay } from '@/forum/essay/mutations'
import { decideCase } from '@/forum/moderation/decide'
import { flagComment } from '@/forum/moderation/mutations'
import { suspendPerson } from '@/forum/moderation/restrict'
import { addPerson } from '@/forum/people/add'
import { setRole } from '@/forum/people/mutations'
import { startSession } from '@/forum/people/sessions'
import { viewerOfPerson } from '@/forum/people/standing'
import { Refusal } from '@/forum/refusal'
import { GUEST, type SignedIn, type Viewer } from '@/forum/viewer'
import { db } from '@/lib/db'

// People, essays and comments for tests, made by the forum's own acts. Everything gets a name nobody else has, so that
// tests share a database without meeting.

export type Role = SignedIn['role']

/** A name that starts with the given word and that nothing else has. */
export const unique = (word: string) => `${word}-${randomUUID().slice(0, 12)}`

export async function makePerson(role: Role = 'member'): Promise<SignedIn> {
  const handle = unique(role)
  const { id } = await addPerson({ handle, email: `${handle}@example.org` })
  if (role !== 'member') await setRole({ handle, role, byId: null })
  return readAgain(id)
}

/** A moderator of the given essays and no others. */
export async function makeModeratorOf(...threads: readonly Pick<Thread, 'slug'>[]): Promise<SignedIn> {
  const person = await makePerson()
  await setRole({ handle: person.handle, role: 'moderator', of: threads.map(({ slug }) => slug), byId: null })
  return readAgain(person.id)
}

export const makePeople = (count: number) => Promise.all(Array.from({ length: count }, () => makePerson()))

/** Somebody who may read and not write, for a day. */
export async function makeSuspended(role: 'member' | 'moderator' = 'member'): Promise<SignedIn> {
  const person = await makePerson(role)
  await suspendPerson(await makePerson('owner'), person.handle, { days: 1, reason: 'for the test' })
  return readAgain(person.id)
}

/** The person as a request would find them now. */
export async function readAgain(personId: string): Promise<SignedIn> {
  const viewer = await viewerOfPerson(personId)
  if (viewer.role === 'guest') throw new Error(`there is no person ${personId}`)
  return viewer
}

/** The guest, a stranger of each role, and a suspended member. */
export async function makeViewers(): Promise<Record<'guest' | Role | 'suspended', Viewer>> {
  const [member, moderator, owner, suspended] = await Promise.all([
    makePerson(),
    makePerson('moderator'),
    makePerson('owner'),
    makeSuspended(),
  ])
  return { guest: GUEST, member, moderator, owner, suspended }
}

/** The value of the session cookie of somebody who has just signed in. */
export async function signIn(person: SignedIn): Promise<string> {
  return (await startSession(person.id)).token
}

export type Thread = { essayId: string; slug: string; id: string; text: string }

/** An essay of its own; its paragraphs, each with an empty thread. */
export async function makeEssay(texts: readonly string[], authorIds: readonly string[] = []): Promise<Thread[]> {
  const slug = unique('essay')
  const { id: essayId } = await createEssay(
    { slug, title: slug, language: 'en', source: texts.join('\n\n') },
    authorIds,
  )
  const paragraphs = await db.wording.findMany({
    where: { paragraph: { essayId } },
    orderBy: { ordinal: 'asc' },
    select: { paragraphId: true, text: true },
  })
  return paragraphs.map(({ paragraphId, text }) => ({ essayId, slug, id: paragraphId, text }))
}

/** One paragraph of an essay of its own. */
export async function makeThread(text = 'A tree is a promise that someone will be around later.'): Promise<Thread> {
  const [thread] = await makeEssay([text])
  if (!thread) throw new Error('an essay without a paragraph')
  return thread
}

/** Posts, by somebody new unless it is said who. @returns the comment's id */
export async function say(
  thread: { id: string },
  input: Partial<PostComment> & { by?: Viewer; to?: string } = {},
): Promise<string> {
  const { by, to, ...rest } = input
  const comment = { body: unique('words'), ...(to ? { parentId: to } : {}), ...rest }
  return (await postComment(by ?? (await makePerson()), thread.id, comment)).id
}

/** What screening will do one day: the comment waits for a moderator and counts for nobody. */
export async function hold(commentId: string): Promise<void> {
  const comment = await db.comment.update({ where: { id: commentId }, data: { status: 'held' } })
  await db.paragraph.update({ where: { id: comment.paragraphId }, data: { commentCount: { decrement: 1 } } })
  if (comment.parentId)
    await db.comment.update({ where: { id: comment.parentId }, data: { replyCount: { decrement: 1 } } })
}

/** A reader reports it, a moderator takes it away. */
export async function remove(commentId: string, reason = 'for the test'): Promise<void> {
  await flagComment(await makePerson(), commentId, { reason: 'spam' })
  const found = await db.case.findFirstOrThrow({
    where: { commentId, state: 'open' },
    select: { id: true, version: true, comment: { select: { revision: true } } },
  })
  await decideCase(await makePerson('moderator'), found.id, {
    act: 'remove',
    reason,
    version: found.version,
    commentRevision: found.comment.revision,
  })
}

/** The comment was posted so long ago. */
export async function age(commentId: string, milliseconds: number): Promise<void> {
  await db.comment.update({ where: { id: commentId }, data: { createdAt: new Date(Date.now() - milliseconds) } })
}

/** The refusal that something ends in; success, and any other error, fails the test. */
export async function refusalOf(doing: Promise<unknown>): Promise<Refusal> {
  const outcome = await doing.then(
    (value) => new Error(`not refused, but answered ${JSON.stringify(value)}`),
    (error: unknown) => error,
  )
  if (outcome instanceof Refusal) return outcome
  throw outcome
}

/** Its code alone. */
export const codeOf = async (doing: Promise<unknown>) => (await refusalOf(doing)).code
