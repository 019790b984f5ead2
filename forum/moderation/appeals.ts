import { refuseTooFast } from '@/forum/people/pace'
import { allow } from '@/forum/policy'
import { Refusal } from '@/forum/refusal'
import type { Viewer } from '@/forum/viewer'
import { db, sqlState } from '@/lib/db'
import { newId } from '@/lib/id'
import { openCase } from './cases'
import type { AppealDecision } from './input'

/** Within which the forum means to answer; the page says until when. */
export const APPEAL_DAYS = 14
const APPEALING = { name: 'appeal', points: 20, seconds: 24 * 60 * 60 }

/** Acts that took something from the person who wrote. */
const AGAINST = ['remove', 'removeAndClose', 'askEdit', 'warn', 'suspend', 'ban'] as const

/**
 * The person objects to a decision about their own words: once for each decision. The case it opens is for another moderator.
 * Somebody who is suspended may too: it may be what they object to.
 * @throws Refusal not-found, sign-in-required, already-appealed, too-fast
 */
export async function appealDecision(
  viewer: Viewer,
  decisionId: string,
  { text }: AppealDecision,
): Promise<{ id: string }> {
  allow('self.change', viewer)
  const decision = await db.decision.findFirst({
    where: {
      id: decisionId,
      comment: { authorId: viewer.id },
      outcome: { kind: 'applied' },
      act: { in: [...AGAINST] },
    },
    select: {
      id: true,
      comment: { select: { id: true, essayId: true, status: true } },
      appeal: { select: { id: true } },
    },
  })
  // Words that their author took away since cannot come back.
  if (!decision || decision.comment.status === 'deleted') throw new Refusal('not-found')
  if (decision.appeal) throw new Refusal('already-appealed')
  await refuseTooFast(APPEALING, viewer.id)
  const { comment } = decision
  try {
    return await db.$transaction(async (tx) => {
      await tx.$queryRaw`SELECT 1 FROM "Comment" WHERE "id" = ${comment.id}::uuid FOR UPDATE`
      const { id: caseId } = await openCase(tx, { comment, reasons: [{ source: 'author', code: 'appeal', points: 1 }] })
      await tx.case.update({ where: { id: caseId }, data: { queue: 'appeal' }, select: { id: true } })
      return tx.appeal.create({
        data: {
          id: newId(),
          essayId: comment.essayId,
          decisionId,
          caseId,
          personId: viewer.id,
          text: text.trim(),
          dueAt: new Date(Date.now() + APPEAL_DAYS * 86_400_000),
        },
        select: { id: true },
      })
    })
  } catch (error) {
    if (sqlState(error) === '23505') throw new Refusal('already-appealed')
    throw error
  }
}

export const isAgainst = (act: string) => (AGAINST as readonly string[]).includes(act)
