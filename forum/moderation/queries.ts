import { readAbove } from '@/forum/comments/queries'
import { allow } from '@/forum/policy'
import { Refusal } from '@/forum/refusal'
import type { SignedIn, Viewer } from '@/forum/viewer'
import { db, type Prisma } from '@/lib/db'
import { STORED_REASON } from './input'

const PAGE = 30
export type QueueState = 'open' | 'done'

const SHOWN_REASON = Object.fromEntries(
  Object.entries(STORED_REASON).map(([shown, stored]) => [stored, shown]),
) as Record<(typeof STORED_REASON)[keyof typeof STORED_REASON], keyof typeof STORED_REASON>

const LINE = {
  id: true,
  state: true,
  version: true,
  openedAt: true,
  closedAt: true,
  comment: {
    select: {
      id: true,
      body: true,
      status: true,
      author: { select: { handle: true } },
      paragraph: {
        select: { wordings: { orderBy: { revision: { number: 'desc' } }, take: 1, select: { ordinal: true } } },
      },
    },
  },
  flags: { orderBy: { createdAt: 'asc' }, take: 50, select: { reason: true } },
  decisions: { take: 1, orderBy: { createdAt: 'desc' }, select: { act: true } },
} as const satisfies Prisma.CaseSelect

/** The left column: cases waiting (oldest first) or done (latest first). */
export async function readQueue(viewer: Viewer, page: { state: QueueState; after?: string }) {
  allow('desk.enter', viewer)
  const newestFirst = page.state === 'done'
  const rows = await db.case.findMany({
    where: { state: page.state },
    orderBy: newestFirst ? [{ closedAt: 'desc' }, { id: 'desc' }] : [{ openedAt: 'asc' }, { id: 'asc' }],
    ...(page.after ? { cursor: { id: page.after }, skip: 1 } : {}),
    take: PAGE + 1,
    select: LINE,
  })
  const cases = rows.slice(0, PAGE).map((row) => ({
    id: row.id,
    state: row.state,
    openedAt: row.openedAt.toISOString(),
    commentId: row.comment.id,
    by: row.comment.author.handle,
    excerpt: row.comment.body.slice(0, 200),
    paragraph: row.comment.paragraph.wordings[0]?.ordinal ?? null,
    reasons: countReasons(row.flags),
    act: row.decisions[0]?.act ?? null,
  }))
  return { cases, after: rows.length > PAGE ? (cases.at(-1)?.id ?? null) : null }
}

/** The line above the columns. Undone decisions and plots belong to the desk's later size. */
export async function readDeskFigures(viewer: Viewer) {
  allow('desk.enter', viewer)
  const [open, oldest, [decided]] = await Promise.all([
    db.case.count({ where: { state: 'open' } }),
    db.case.findFirst({
      where: { state: 'open' },
      orderBy: [{ openedAt: 'asc' }, { id: 'asc' }],
      select: { openedAt: true },
    }),
    db.$queryRaw<{ decisions: number; medianSeconds: number | null }[]>`
      SELECT count(*)::int AS "decisions",
        percentile_cont(0.5) WITHIN GROUP (ORDER BY extract(epoch FROM d."createdAt" - k."openedAt"))::float AS "medianSeconds"
      FROM "Decision" d JOIN "Case" k ON k."id" = d."caseId" WHERE d."createdAt" > now() - interval '7 days'`,
  ])
  return {
    open,
    oldest: oldest?.openedAt.toISOString() ?? null,
    decisions: decided?.decisions ?? 0,
    medianSeconds: decided?.medianSeconds ?? null,
  }
}

/** The number beside "Moderation"; 0 for those who have no desk. Counted to a hundred. */
export async function countOpenCases(viewer: Viewer): Promise<number> {
  if (viewer.role !== 'moderator' && viewer.role !== 'owner') return 0
  const rows = await db.case.findMany({ where: { state: 'open' }, select: { id: true }, take: 100 })
  return rows.length
}

/** The middle and right columns: the comment, its paragraph, what it answers, why it is here, and who wrote it. */
export async function readCase(viewer: Viewer, caseId: string) {
  allow('desk.enter', viewer)
  const found = await db.case.findUnique({
    where: { id: caseId },
    select: {
      id: true,
      state: true,
      version: true,
      openedAt: true,
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
          essay: { select: { slug: true, title: true, language: true } },
          paragraph: {
            select: {
              wordings: { orderBy: { revision: { number: 'desc' } }, take: 1, select: { ordinal: true, text: true } },
            },
          },
        },
      },
      flags: {
        orderBy: { createdAt: 'asc' },
        take: 100,
        select: {
          reason: true,
          note: true,
          commentRevision: true,
          createdAt: true,
          person: { select: { handle: true } },
        },
      },
      decisions: {
        orderBy: { createdAt: 'asc' },
        select: { act: true, reason: true, createdAt: true, by: { select: { handle: true } } },
      },
    },
  })
  if (!found) throw new Refusal('not-found')
  const { comment } = found
  return {
    ...found,
    comment,
    wording: comment.paragraph.wordings[0] ?? null,
    above: await readAbove(viewer, comment),
    flags: found.flags.map((flag) => ({ ...flag, reason: SHOWN_REASON[flag.reason] })),
    person: await readPersonBeside(viewer, comment.authorId),
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

async function readPersonBeside(viewer: SignedIn, personId: string) {
  const person = await db.person.findUniqueOrThrow({
    where: { id: personId },
    select: {
      id: true,
      handle: true,
      displayName: true,
      role: true,
      createdAt: true,
      restrictions: {
        where: { liftedAt: null, endsAt: { gt: new Date() } },
        orderBy: { endsAt: 'desc' },
        take: 1,
        select: { endsAt: true, reason: true },
      },
    },
  })
  const [comments, removed, flagsRaised, flagsUpheld] = await Promise.all([
    db.comment.count({ where: { authorId: personId, status: { not: 'deleted' } } }),
    db.comment.count({ where: { authorId: personId, status: 'removed' } }),
    db.flag.count({ where: { personId } }),
    db.flag.count({ where: { personId, case: { decisions: { some: { act: 'remove' } } } } }),
  ])
  return { ...person, comments, removed, flagsRaised, flagsUpheld, isSelf: viewer.id === personId }
}

function countReasons(flags: { reason: keyof typeof SHOWN_REASON }[]) {
  const counts = new Map<string, number>()
  for (const flag of flags) counts.set(SHOWN_REASON[flag.reason], (counts.get(SHOWN_REASON[flag.reason]) ?? 0) + 1)
  return [...counts].map(([reason, count]) => ({ reason: reason as keyof typeof STORED_REASON, count }))
}
