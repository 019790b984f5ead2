import { allow } from '@/forum/policy'
import { Refusal } from '@/forum/refusal'
import type { Viewer } from '@/forum/viewer'
import { moderatedIn } from '@/forum/visibility'
import { db } from '@/lib/db'
import { newId } from '@/lib/id'
import { takeDecision } from './decide'
import type { DecideCase } from './input'

/** More than anybody answers for at once. */
export const BULK_MAX = 200

export type Which = { cases: { id: string; version: number; commentRevision: number }[] } | { by: string }

/**
 * The same decision about many cases, as one act that is taken back as one. What cannot be decided (somebody else holds it, it
 * changed, it is one's own) is left as it is and counted. @throws Refusal not-found, suspended
 */
export async function decideMany(
  viewer: Viewer,
  which: Which,
  input: Pick<DecideCase, 'act' | 'reason' | 'basis'>,
): Promise<{ decisionId: string | null; caseId: string | null; decided: number; left: number }> {
  allow('desk.enter', viewer)
  const cases = await findCases(viewer, which)
  const batchId = newId()
  let first: { decisionId: string; caseId: string } | null = null
  let decided = 0
  for (const { id, version, commentRevision } of cases) {
    try {
      const made = await takeDecision(viewer, id, { ...input, version, commentRevision }, batchId)
      first ??= { decisionId: made.id, caseId: id }
      decided += 1
    } catch (error) {
      if (!(error instanceof Refusal)) throw error
    }
  }
  return { decisionId: first?.decisionId ?? null, caseId: first?.caseId ?? null, decided, left: cases.length - decided }
}

async function findCases(viewer: Viewer, which: Which) {
  if ('cases' in which) return which.cases.slice(0, BULK_MAX)
  const author = await db.person.findUnique({ where: { handle: which.by }, select: { id: true } })
  if (!author) return []
  const rows = await db.case.findMany({
    where: {
      ...moderatedIn(viewer),
      state: 'open',
      queue: { in: ['open', 'held'] },
      authorId: author.id,
    },
    orderBy: [{ openedAt: 'asc' }, { id: 'asc' }],
    take: BULK_MAX,
    select: { id: true, version: true, comment: { select: { revision: true } } },
  })
  return rows.map(({ comment, ...row }) => ({ ...row, commentRevision: comment.revision }))
}
