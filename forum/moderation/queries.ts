import { readAbove, readComment } from '@/forum/comments/queries'
import { allow, may } from '@/forum/policy'
import { Refusal } from '@/forum/refusal'
import { readSetting } from '@/forum/settings/settings'
import type { SignedIn, Viewer } from '@/forum/viewer'
import { db } from '@/lib/db'
import { isId } from './id'
import { type DeskAddress, FLAG_REASONS, type FlagReason, STORED_REASON } from './input'
import { readPersonBeside } from './person'
import { readDeskFigures, readQueue } from './queue'

/** More flags than a moderator reads one by one; the number of all of them stands in the queue. */
const MOST_FLAGS = 100

const SHOWN_REASON = Object.fromEntries(
  Object.entries(STORED_REASON).map(([shown, stored]) => [stored, shown]),
) as Record<(typeof STORED_REASON)[FlagReason], FlagReason>

export type Desk = Awaited<ReturnType<typeof readDesk>>
export type DeskCase = Awaited<ReturnType<typeof readCase>>

/** The whole desk: figures, a page of the queue, and the chosen case or the first of the queue. @throws not-found */
export async function readDesk(viewer: Viewer, address: DeskAddress, chosenId?: string) {
  allow('desk.enter', viewer)
  const [figures, queue, done] = await Promise.all([
    readDeskFigures(viewer),
    readQueue(viewer, address),
    address.done ? readLastDecision(viewer, address.done) : null,
  ])
  const caseId = chosenId ?? queue.cases[0]?.id
  return { address, figures, queue, done, chosen: caseId ? await readCase(viewer, caseId) : null }
}

/** The number beside "Moderation"; 0 for those who have no desk. Counted to a hundred. */
export async function countOpenCases(viewer: Viewer): Promise<number> {
  if (!may('desk.enter', viewer)) return 0
  const rows = await db.case.findMany({ where: { state: 'open' }, select: { id: true }, take: 100 })
  return rows.length
}

/**
 * The middle and right columns: the comment, its paragraph, what it answers, why it is here, and who wrote it. Whoever
 * wrote the comment does not learn here who reported it, moderator or not.
 */
export async function readCase(viewer: Viewer, caseId: string) {
  allow('desk.enter', viewer)
  const found = isId(caseId) ? await db.case.findUnique({ where: { id: caseId }, select: CASE }) : null
  if (!found) throw new Refusal('not-found')
  const { comment, ...rest } = found
  const isOwn = comment.authorId === viewer.id
  const [wording, above, person] = await Promise.all([
    readWording(comment.paragraphId),
    readAbove(viewer, comment),
    readPersonBeside(viewer, comment.authorId, comment.id),
  ])
  return {
    ...rest,
    comment,
    wording,
    above,
    person,
    isOwn,
    flags: found.flags.map(({ person: by, ...flag }) => ({
      ...flag,
      reason: SHOWN_REASON[flag.reason],
      note: isOwn ? null : flag.note,
      by: isOwn ? null : by.handle,
      changedSince: flag.commentRevision < comment.revision,
    })),
    can: { decide: found.state === 'open' && may('case.decide', viewer, comment) },
  }
}

/** What became of a case, for the notice after a decision; null when there is no such case or nobody decided it. */
async function readLastDecision(viewer: SignedIn, caseId: string) {
  const decision = await db.decision.findFirst({
    where: { caseId },
    orderBy: { createdAt: 'desc' },
    select: {
      caseId: true,
      act: true,
      reason: true,
      byId: true,
      by: { select: { handle: true } },
      comment: { select: { author: { select: { handle: true } } } },
    },
  })
  if (!decision) return null
  const { byId, by, comment, ...rest } = decision
  return { ...rest, by: by.handle, byMe: byId === viewer.id, author: comment.author.handle }
}

/** Why a comment of the viewer's own was removed: the statement of reasons beside the place-holder. */
export async function readReasonsForOwn(viewer: SignedIn, paragraphId: string) {
  const rows = await db.comment.findMany({
    where: { paragraphId, authorId: viewer.id, status: 'removed' },
    orderBy: { id: 'desc' },
    take: 50,
    select: {
      id: true,
      html: true,
      decisions: {
        where: { act: 'remove' },
        orderBy: { createdAt: 'desc' },
        take: 1,
        select: { reason: true, createdAt: true },
      },
    },
  })
  return rows.map((row) => ({
    id: row.id,
    html: row.html,
    reason: row.decisions[0]?.reason ?? null,
    decidedAt: row.decisions[0]?.createdAt.toISOString() ?? null,
  }))
}

/** The page to report a comment: the comment as the viewer may read it, whether they may, and whether they have. */
export async function readFlagging(viewer: Viewer, commentId: string) {
  if (!isId(commentId)) throw new Refusal('not-found')
  const comment = await readComment(viewer, commentId)
  const owner = await db.comment.findUniqueOrThrow({ where: { id: commentId }, select: { authorId: true } })
  const { reasons } = await readSetting('flags')
  const guest = viewer.role === 'guest'
  return {
    comment,
    isOwn: viewer.id === owner.authorId,
    reasons: FLAG_REASONS.filter((reason) => reason === 'other' || reasons.includes(reason)),
    /** A guest may try: the form leads through sign-in. */
    can: { flag: guest ? comment.status === 'published' : may('comment.flag', viewer, { ...comment, ...owner }) },
    flagged: guest ? false : (await findOwnFlag(viewer, commentId)) !== null,
  }
}

/** The receipt of the viewer's own report: what they said and what came of it. @throws Refusal not-found, sign-in-required */
export async function readReceipt(viewer: Viewer, commentId: string) {
  allow('self.read', viewer)
  const flag = isId(commentId) ? await findOwnFlag(viewer, commentId) : null
  if (!flag) throw new Refusal('not-found')
  const { case: item, ...said } = flag
  return {
    ...said,
    reason: SHOWN_REASON[said.reason],
    outcome: item.state === 'open' ? ('waiting' as const) : (item.decisions[0]?.act ?? ('withdrawn' as const)),
  }
}

function findOwnFlag(viewer: SignedIn, commentId: string) {
  return db.flag.findUnique({
    where: { commentId_personId: { commentId, personId: viewer.id } },
    select: {
      commentId: true,
      reason: true,
      note: true,
      createdAt: true,
      case: {
        select: { state: true, decisions: { orderBy: { createdAt: 'desc' }, take: 1, select: { act: true } } },
      },
    },
  })
}

async function readWording(paragraphId: string) {
  return db.wording.findFirst({
    where: { paragraphId },
    orderBy: { revision: { number: 'desc' } },
    select: { ordinal: true, text: true, paragraph: { select: { retiredInId: true } } },
  })
}

const CASE = {
  id: true,
  state: true,
  version: true,
  openedAt: true,
  closedAt: true,
  comment: {
    select: {
      id: true,
      paragraphId: true,
      path: true,
      authorId: true,
      status: true,
      revision: true,
      html: true,
      quote: true,
      createdAt: true,
      editedAt: true,
      essay: { select: { slug: true, title: true, language: true } },
    },
  },
  flags: {
    orderBy: { createdAt: 'asc' },
    take: MOST_FLAGS,
    select: {
      id: true,
      reason: true,
      note: true,
      commentRevision: true,
      createdAt: true,
      person: { select: { handle: true } },
    },
  },
  decisions: {
    orderBy: { createdAt: 'asc' },
    select: {
      id: true,
      act: true,
      reason: true,
      createdAt: true,
      commentRevision: true,
      by: { select: { handle: true } },
    },
  },
} as const
