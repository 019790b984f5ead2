import { readAbove, readComment } from '@/forum/comments/queries'
import { wordDiff } from '@/forum/essay/word-diff'
import { allow, may } from '@/forum/policy'
import { Refusal } from '@/forum/refusal'
import { readSetting } from '@/forum/settings/settings'
import type { SignedIn, Viewer } from '@/forum/viewer'
import { moderatedIn } from '@/forum/visibility'
import { db, type Prisma } from '@/lib/db'
import { REMOVING, took } from './acts'
import { asHidden, HIDDEN_BY } from './hide-pending'
import { isId } from './id'
import { type DecisionAct, type DeskAddress, FLAG_REASONS, type FlagReason, STORED_REASON } from './input'
import { readPersonBeside } from './person'
import { countQueues, readDeskFigures, readQueue } from './queue'

/** More flags than a moderator reads one by one; the number of all of them stands in the queue. */
const MOST_FLAGS = 100
const MOST_EDITS = 10

const SHOWN_REASON = Object.fromEntries(
  Object.entries(STORED_REASON).map(([shown, stored]) => [stored, shown]),
) as Record<(typeof STORED_REASON)[FlagReason], FlagReason>

export type Desk = Awaited<ReturnType<typeof readDesk>>
export type DeskCase = Awaited<ReturnType<typeof readCase>>

/** The whole desk: figures, a page of the queue, and the chosen case or the first of the queue. @throws not-found */
export async function readDesk(viewer: Viewer, address: DeskAddress, chosenId?: string) {
  allow('desk.enter', viewer)
  const [figures, counts, queue, done] = await Promise.all([
    readDeskFigures(viewer),
    countQueues(viewer),
    readQueue(viewer, address),
    address.done ? readLastDecision(viewer, address.done) : null,
  ])
  const caseId = chosenId ?? queue.cases[0]?.id
  return { address, figures, counts, queue, done, chosen: caseId ? await readCase(viewer, caseId) : null }
}

/** The number beside "Moderation"; 0 for those who have no desk. Counted to a hundred. */
export async function countOpenCases(viewer: Viewer): Promise<number> {
  if (!may('desk.enter', viewer)) return 0
  const rows = await db.case.findMany({
    where: { state: 'open', ...moderatedIn(viewer) },
    select: { id: true },
    take: 100,
  })
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
  const { comment, essayId, appeals, lease, ...rest } = found
  allow('essay.moderate', viewer, { essayId })
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
    appeal: appealOf(appeals),
    lease: lease && {
      by: lease.person.handle,
      mine: lease.personId === viewer.id,
      over: lease.expiresAt < new Date(),
      fence: lease.fence,
    },
    edits: await readEdits(comment),
    can: {
      decide:
        found.state === 'open' &&
        may('case.decide', viewer, {
          essayId,
          authorId: comment.authorId,
          escalated: found.queue === 'escalated',
          judged: appeals.filter((one) => one.answerId === null).map(({ decision }) => decision.byId),
        }),
      reopen: found.state === 'done' && comment.status !== 'deleted' && !isOwn,
    },
  }
}

/** What became of a case, for the notice after a decision; null when there is no such case or nobody decided it. */
async function readLastDecision(viewer: SignedIn, caseId: string) {
  const decision = await db.decision.findFirst({
    where: { caseId, ...moderatedIn(viewer) },
    orderBy: { createdAt: 'desc' },
    select: {
      id: true,
      essayId: true,
      caseId: true,
      batchId: true,
      createdAt: true,
      outcome: { select: { kind: true } },
      case: { select: { effectAt: true } },
      act: true,
      reason: true,
      byId: true,
      by: { select: { id: true, role: true, handle: true } },
      comment: { select: { author: { select: { handle: true } } } },
    },
  })
  if (!decision || decision.outcome?.kind === 'cancelled') return null
  const { byId, by, essayId, comment, outcome, case: item, batchId, ...rest } = decision
  const waiting = outcome === null && item.effectAt !== null && item.effectAt > new Date()
  return {
    ...rest,
    /** How many were decided as one act. */
    together: batchId ? await db.decision.count({ where: { batchId } }) : 1,
    by: by.handle,
    byMe: byId === viewer.id,
    author: comment.author.handle,
    /** Until when it can be taken back, by whoever is asking. */
    undoUntil: waiting && may('decision.undo', viewer, { by, essayId }) ? item.effectAt : null,
  }
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
        where: { act: { in: [...REMOVING] }, outcome: { kind: 'applied' } },
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
  const found = await db.comment.findUniqueOrThrow({ where: { id: commentId }, select: HIDDEN_BY })
  const owner = { authorId: found.authorId }
  const { reasons } = await readSetting('flags')
  const guest = viewer.role === 'guest'
  return {
    comment,
    isOwn: viewer.id === owner.authorId,
    reasons: FLAG_REASONS.filter((reason) => reason === 'other' || reasons.includes(reason)),
    /** A guest may try: the form leads through sign-in. */
    can: {
      hide: may('comment.hide', viewer, asHidden(found)),
      flag: guest ? comment.status === 'published' : may('comment.flag', viewer, { ...comment, ...owner }),
    },
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
    outcome: item.state === 'done' ? outcomeOf(item.decisions[0]?.act) : ('waiting' as const),
  }
}

/** To whoever reported it one thing matters: did it go, did it stay, or had its author changed it? */
function outcomeOf(act: DecisionAct | undefined) {
  if (!act) return 'withdrawn' as const
  return took(act) ? ('remove' as const) : ('approve' as const)
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
        select: {
          state: true,
          decisions: {
            where: { outcome: { kind: 'applied' } },
            orderBy: { createdAt: 'desc' },
            take: 1,
            select: { act: true },
          },
        },
      },
    },
  })
}

/** The appeal that is looked at in this case; its latest one when all are answered. */
function appealOf(appeals: readonly AppealRow[]) {
  const appeal = appeals.find((one) => one.answerId === null) ?? appeals[0]
  if (!appeal) return null
  const { decision, answerId, ...shown } = appeal
  return { ...shown, answered: answerId !== null, act: decision.act, reason: decision.reason, by: decision.by.handle }
}

/** The comment's words before its edits, the latest first, each as a word diff to what came after it. */
async function readEdits(comment: { id: string; body: string; status: string }) {
  if (comment.status === 'deleted') return []
  const earlier = await db.commentRevision.findMany({
    where: { commentId: comment.id },
    orderBy: { revision: 'desc' },
    take: MOST_EDITS,
    select: { revision: true, body: true, replacedAt: true },
  })
  return earlier.map((one, index) => ({
    revision: one.revision,
    replacedAt: one.replacedAt,
    diff: wordDiff(one.body, earlier[index - 1]?.body ?? comment.body),
  }))
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
  essayId: true,
  state: true,
  version: true,
  openedAt: true,
  closedAt: true,
  queue: true,
  score: true,
  effectAt: true,
  passedNote: true,
  passedBy: { select: { handle: true } },
  lease: { select: { personId: true, fence: true, expiresAt: true, person: { select: { handle: true } } } },
  reasons: {
    orderBy: { at: 'asc' },
    take: MOST_FLAGS,
    select: { id: true, source: true, code: true, points: true, ruleVersion: true, at: true },
  },
  appeals: {
    orderBy: { createdAt: 'desc' },
    select: {
      text: true,
      createdAt: true,
      dueAt: true,
      answerId: true,
      overturned: true,
      decision: { select: { byId: true, act: true, reason: true, by: { select: { handle: true } } } },
    },
  },
  comment: {
    select: {
      id: true,
      paragraphId: true,
      path: true,
      authorId: true,
      status: true,
      revision: true,
      body: true,
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
      outcome: { select: { kind: true } },
      by: { select: { handle: true } },
    },
  },
} as const satisfies Prisma.CaseSelect

type AppealRow = Prisma.CaseGetPayload<{ select: typeof CASE }>['appeals'][number]
