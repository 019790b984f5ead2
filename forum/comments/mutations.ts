import { change, type Tell } from '@/forum/change'
import { closedTo } from '@/forum/essay/closed'
import { changedAsAsked } from '@/forum/moderation/asked'
import { bringBack } from '@/forum/moderation/hiding'
import { holdComment, openHeldCase } from '@/forum/moderation/holding'
import { type Screened, screen } from '@/forum/moderation/screen'
import { refuseUnreadWarning } from '@/forum/moderation/warnings'
import { hasBlocked } from '@/forum/notifications/ignored'
import { notifyNewlyMentioned, notifyPosted } from '@/forum/notifications/mutations'
import { refuseTooFast } from '@/forum/people/pace'
import { readTrust } from '@/forum/people/trust'
import { allow, SILENT_EDIT_MS } from '@/forum/policy'
import { Refusal } from '@/forum/refusal'
import { dropSent } from '@/forum/unsent/mutations'
import type { SignedIn, Viewer } from '@/forum/viewer'
import { visibleComments, visibleEssays } from '@/forum/visibility'
import { db, sqlState, type Tx } from '@/lib/db'
import { newId } from '@/lib/id'
import { countShown } from './counters'
import type { EditComment, PostComment } from './input'
import { DEPTH_MAX } from './limits'
import { ancestorPaths, pathUnder } from './path'
import { findComment, noComment } from './queries'
import { quoteStands } from './quote'
import { type Rendered, renderBody } from './render'
import { sameFormIds } from './same-form'
import { takeBack } from './take-back'

/** Mending one's words takes some tries. Each one stays in the comment's history, and is rendered. */
const EDITING = { name: 'edit', points: 30, seconds: 10 * 60 }

/** `otherWords`: the comment with this clientId was there already, and it says something else than what was sent now. */
type Posted = { id: string; otherWords: boolean }

/**
 * Posts a comment or a reply. The same `clientId` of the same author is the same comment, however often it arrives.
 * What a check holds waits for a moderator (forum/moderation/screen.ts).
 * @throws Refusal not-found, sign-in-required, suspended, body-empty, too-fast, parent-elsewhere, parent-gone, too-deep,
 *   quote-not-found, and those of the checks
 */
export async function postComment(viewer: Viewer, paragraphId: string, input: PostComment): Promise<Posted> {
  const thread = await findOpenThread(viewer, paragraphId)
  allow('comment.post', viewer, thread)
  const earlier = await findEarlier(viewer, input)
  if (earlier) return earlier
  await refuseUnreadWarning(viewer.id)
  const parent = await findParent(viewer, thread, input.parentId)
  if (input.quote && !quoteStands(input.quote, thread.text)) throw new Refusal('quote-not-found', { field: 'quote' })
  const rendered = await renderBody(input.body)
  const by = { ...viewer, ...(await readTrust(viewer.id)) }
  const written = { by, body: input.body, html: rendered.html, thread, parent: parent ?? null, isEdit: false }
  let screened: Screened
  try {
    screened = await screen(written)
  } catch (error) {
    // The same form a moment before used up the pace: that comment is the answer.
    const twin = error instanceof Refusal ? await findEarlier(viewer, input) : undefined
    if (twin) return twin
    throw error
  }
  const log = screened.holds.length > 0
  try {
    return await change(
      (tx, tell) => createComment(tx, tell, { viewer, thread, parentId: parent?.id, input, rendered, screened }),
      { log },
    )
  } catch (error) {
    // Two copies of one form at the same moment: the unique key let one through, the other answers with it.
    const twin = sqlState(error) === '23505' ? await findEarlier(viewer, input) : undefined
    if (twin) return twin
    // DEPTH_MAX levels fit into an entry of the index over paths (a third of a page), which is compressed; not if most of
    // them are beyond the thirty-fifth answer of their parent.
    if (sqlState(error) === '54000') throw new Refusal('too-deep', { field: 'parentId' })
    throw error
  }
}

/** The same from a form, which may carry no clientId. @throws Refusal as postComment */
export async function postForm(viewer: Viewer, paragraphId: string, input: PostComment): Promise<Posted> {
  if (input.clientId) return postComment(viewer, paragraphId, input)
  const { now, before } = sameFormIds(paragraphId, input)
  const sent = await findEarlier(viewer, { ...input, clientId: before })
  return postComment(viewer, paragraphId, { ...input, clientId: sent ? before : now })
}

/** @throws Refusal not-found, sign-in-required, suspended, not-allowed, edit-too-late, changed-meanwhile, body-empty, too-fast */
export async function editComment(viewer: Viewer, commentId: string, input: EditComment): Promise<{ id: string }> {
  const found = await findComment(viewer, commentId)
  allow('comment.edit', viewer, found)
  await refuseTooFast(EDITING, viewer.id)
  const { html, mentioned } = await renderBody(input.body)
  const screened = await screenEdit(viewer, found, input.body, html)
  return change(
    async (tx, tell) => {
      const now = await lockComment(tx, viewer, commentId)
      allow('comment.edit', viewer, now)
      if (input.revision !== undefined && input.revision !== now.revision) throw new Refusal('changed-meanwhile')
      if (input.body === now.body) return { id: commentId }
      await tx.commentRevision.create({
        data: {
          commentId,
          revision: now.revision,
          essayId: now.essayId,
          body: now.body,
          html: now.html,
          byId: viewer.id,
        },
      })
      const silent = Date.now() - now.createdAt.getTime() < SILENT_EDIT_MS
      await tx.comment.update({
        where: { id: commentId },
        data: { body: input.body, html, revision: { increment: 1 }, ...(silent ? {} : { editedAt: new Date() }) },
      })
      if (now.status === 'held') await changedAsAsked(tx, now)
      await openHeldCase(tx, now, screened)
      const isBack = screened.holds.length === 0 && (await bringBack(tx, now))
      if (screened.holds.length > 0) await holdComment(tx, now)
      // Nobody hears of what was held before and still is.
      if (now.status === 'held' && !isBack) return { id: commentId }
      const thread = { id: now.paragraphId, essayId: now.essayId }
      if (screened.holds.length === 0) await notifyNewlyMentioned(tx, { commentId, thread, byId: viewer.id, mentioned })
      tell({ topic: 'comment.changed', essayId: now.essayId, paragraphId: now.paragraphId, subjectId: commentId })
      return { id: commentId }
    },
    { log: screened.holds.length > 0 || found.status === 'held' },
  )
}

/** The author takes a comment back: words and earlier words go for good, the place stays while an answer stands below. */
export async function deleteComment(viewer: Viewer, commentId: string): Promise<{ id: string; paragraphId: string }> {
  return change(async (tx, tell) => {
    const now = await lockComment(tx, viewer, commentId)
    // A second click, or a second tab: it is gone already, and that is what was wanted.
    const done = { id: commentId, paragraphId: now.paragraphId }
    if (now.status === 'deleted' && now.authorId === viewer.id) return done
    allow('comment.delete', viewer, now)
    await takeBack(tx, now)
    tell({ topic: 'comment.changed', essayId: now.essayId, paragraphId: now.paragraphId, subjectId: commentId })
    return done
  })
}

async function screenEdit(
  viewer: SignedIn,
  found: { paragraphId: string; essayId: string },
  body: string,
  html: string,
) {
  const authors = await db.essayAuthor.findMany({ where: { essayId: found.essayId }, select: { personId: true } })
  const by = { ...viewer, ...(await readTrust(viewer.id)) }
  const thread = {
    id: found.paragraphId,
    essayId: found.essayId,
    authorIds: authors.map(({ personId }) => personId),
    slowSeconds: null,
    slowUntil: null,
  }
  return screen({ by, body, html, thread, parent: null, isEdit: true })
}

/** Locks the comment's row until the transaction ends. @throws Refusal not-found */
export async function lockComment(tx: Tx, viewer: Viewer, commentId: string) {
  await tx.$queryRaw`SELECT 1 FROM "Comment" WHERE "id" = ${commentId}::uuid FOR UPDATE`
  const comment = await tx.comment.findFirst({
    where: {
      id: commentId,
      OR: [visibleComments(viewer), ...(viewer.id === null ? [] : [{ authorId: viewer.id }])],
    },
  })
  if (!comment) throw await noComment(viewer, commentId)
  return comment
}

async function createComment(
  tx: Tx,
  tell: Tell,
  made: {
    viewer: SignedIn
    thread: { id: string; essayId: string; revisionId: string }
    parentId: string | undefined
    input: PostComment
    rendered: Rendered
    screened: Screened
  },
): Promise<Posted> {
  const { viewer, thread, input, screened } = made
  const isHeld = screened.holds.length > 0
  const place = await takePlace(tx, thread.id, made.parentId)
  // Made under the place's lock: among siblings the order of ids is the order in which they become visible, so that
  // nobody who pages by id passes one that is still being written.
  const id = newId()
  await tx.comment.create({
    data: {
      id,
      essayId: thread.essayId,
      paragraphId: thread.id,
      revisionId: thread.revisionId,
      parentId: made.parentId ?? null,
      rootId: place.rootId ?? id,
      depth: place.depth,
      path: place.path,
      authorId: viewer.id,
      body: input.body,
      html: made.rendered.html,
      quote: input.quote ?? null,
      clientId: input.clientId ?? null,
      status: isHeld ? 'held' : 'published',
    },
    select: { id: true },
  })
  const comment = { id, essayId: thread.essayId, paragraphId: thread.id, parentId: made.parentId ?? null }
  const { retiredInId } = await countShown(tx, comment, 'nothing', isHeld ? 'nothing' : 'words')
  // A revision without the paragraph may have been published between our look and our lock.
  if (retiredInId !== null) throw new Refusal('not-found')
  await dropSent(tx, viewer.id, made.parentId ?? thread.id, input.body)
  await openHeldCase(tx, { id, essayId: thread.essayId }, screened)
  // Nobody but the author and the moderators hears of it before it is let through.
  if (isHeld) return { id, otherWords: false }
  const { mentioned } = made.rendered
  await notifyPosted(tx, { commentId: id, thread, byId: viewer.id, to: place.parentAuthorId, mentioned })
  tell({ topic: 'comment.posted', essayId: thread.essayId, paragraphId: thread.id, subjectId: id })
  return { id, otherWords: false }
}

/**
 * The next place below the parent, or at the end of the thread. The counter is raised under the row's lock: two
 * comments never get the same path. Locks run from the leaf to the root to the paragraph, everywhere.
 */
async function takePlace(tx: Tx, paragraphId: string, parentId: string | undefined) {
  if (!parentId) {
    const { rootSeq } = await tx.paragraph.update({
      where: { id: paragraphId },
      data: { rootSeq: { increment: 1 } },
      select: { rootSeq: true },
    })
    return { depth: 0, path: pathUnder('', rootSeq), rootId: undefined, parentAuthorId: undefined }
  }
  const parent = await tx.comment.update({
    where: { id: parentId },
    data: { childSeq: { increment: 1 } },
    select: { childSeq: true, path: true, depth: true, rootId: true, authorId: true, status: true },
  })
  await refuseClosed(tx, paragraphId, parent.path)
  // It may have been removed between our look and our lock.
  if (parent.status !== 'published') throw new Refusal('parent-gone', { field: 'parentId' })
  if (parent.depth >= DEPTH_MAX) throw new Refusal('too-deep', { field: 'parentId' })
  return {
    depth: parent.depth + 1,
    path: pathUnder(parent.path, parent.childSeq),
    rootId: parent.rootId,
    parentAuthorId: parent.authorId,
  }
}

/** A moderator closed the replies below one of those above. @throws Refusal locked */
async function refuseClosed(tx: Tx, paragraphId: string, path: string) {
  const closed = await tx.comment.findFirst({
    where: { paragraphId, path: { in: [...ancestorPaths(path), path] }, closedAt: { not: null } },
    select: { id: true },
  })
  if (closed) throw new Refusal('locked')
}

/** The comment that the same form made before. */
async function findEarlier(viewer: Viewer, { clientId, body }: PostComment): Promise<Posted | undefined> {
  if (!clientId || viewer.id === null) return undefined
  const found = await db.comment.findUnique({
    where: { authorId_clientId: { authorId: viewer.id, clientId } },
    select: { id: true, body: true },
  })
  return found ? { id: found.id, otherWords: found.body !== body } : undefined
}

/** The paragraph as it reads now. @throws Refusal not-found (a retired paragraph can be read, not written to), sign-in-required */
async function findOpenThread(viewer: Viewer, paragraphId: string) {
  const thread = await db.paragraph.findFirst({
    where: { id: paragraphId, essay: visibleEssays(viewer) },
    select: {
      id: true,
      essayId: true,
      retiredInId: true,
      lockedAt: true,
      slowSeconds: true,
      slowUntil: true,
      essay: { select: { authors: { select: { personId: true } } } },
      wordings: {
        orderBy: { revision: { number: 'desc' } },
        take: 1,
        select: { text: true, revisionId: true },
      },
    },
  })
  const wording = thread?.wordings[0]
  if (!thread) throw await closedTo(viewer, { paragraphs: { some: { id: paragraphId } } })
  if (!wording || thread.retiredInId !== null) throw new Refusal('not-found')
  return {
    id: thread.id,
    essayId: thread.essayId,
    locked: thread.lockedAt !== null,
    slowSeconds: thread.slowSeconds,
    slowUntil: thread.slowUntil,
    authorIds: thread.essay.authors.map(({ personId }) => personId),
    revisionId: wording.revisionId,
    text: wording.text,
  }
}

async function findParent(
  viewer: SignedIn,
  thread: { id: string; essayId: string; authorIds: readonly string[] },
  parentId: string | null | undefined,
) {
  if (!parentId) return undefined
  const parent = await db.comment.findFirst({
    // Whoever answers what was taken back just now, so that not even its place is left, is told that and nothing else.
    where: { id: parentId, OR: [visibleComments(viewer), { status: 'deleted' }] },
    select: { id: true, paragraphId: true, status: true, rootId: true, path: true, authorId: true },
  })
  if (!parent || parent.paragraphId !== thread.id) throw new Refusal('parent-elsewhere', { field: 'parentId' })
  if (parent.status !== 'published') throw new Refusal('parent-gone', { field: 'parentId' })
  const blocked = await hasBlocked(parent.authorId, viewer.id)
  allow('comment.answer', viewer, { blocked, essayId: thread.essayId, authorIds: thread.authorIds })
  return parent
}
