import { allow } from '@/forum/policy'
import type { Viewer } from '@/forum/viewer'
import { moderatedIn, readableComments } from '@/forum/visibility'
import { db, type Prisma } from '@/lib/db'
import { BULK_MAX } from './bulk'

/** More than is counted exactly. */
const MOST_COUNTED = 1_000
const EXCERPT = 160

/**
 * The open cases that a rule brought, of others' comments, the oldest first: as many as are decided as one act, and how many
 * there are. Each in the version in which it was shown, so that nothing is decided that nobody looked at.
 */
export async function readCasesOfRule(viewer: Viewer, ruleId: string) {
  allow('desk.enter', viewer)
  const where: Prisma.CaseWhereInput = {
    ...moderatedIn(viewer),
    state: 'open',
    queue: { in: ['open', 'held'] },
    reasons: { some: { ruleId } },
    comment: { AND: [readableComments(viewer), { authorId: { not: viewer.id } }] },
  }
  const [cases, counted] = await Promise.all([
    db.case.findMany({
      where,
      orderBy: [{ openedAt: 'asc' }, { id: 'asc' }],
      take: BULK_MAX,
      select: {
        id: true,
        version: true,
        comment: { select: { revision: true, body: true, author: { select: { handle: true } } } },
      },
    }),
    db.case.findMany({ where, take: MOST_COUNTED, select: { id: true } }),
  ])
  return {
    all: counted.length,
    cases: cases.map(({ id, version, comment }) => ({
      id,
      version,
      revision: comment.revision,
      by: comment.author.handle,
      excerpt: comment.body.slice(0, EXCERPT),
    })),
  }
}

export type CasesOfRule = Awaited<ReturnType<typeof readCasesOfRule>>
