import type { Tx } from '@/lib/db'
import { newId } from '@/lib/id'

/** One thing that speaks for looking at a comment; `code` names the flag's reason, the check, or the rule. */
export type CaseReason = {
  source: 'flag' | 'check' | 'rule' | 'author' | 'moderator'
  code: string
  points: number
  rule?: { id: string; version: number }
}

/**
 * Puts a comment before the moderators: joins its open case or opens one, with the reasons why, whose points add up to the
 * case's score. What is new raises the version, so that no decision is taken on less than all of it. Under the comment's lock
 * (`lockComment`, or its own creation): a case can neither be decided nor opened twice meanwhile.
 */
export async function openCase(
  tx: Tx,
  made: { comment: { id: string; essayId: string }; reasons: readonly CaseReason[] },
): Promise<{ id: string; score: number; opened: boolean }> {
  const { comment, reasons } = made
  const points = reasons.reduce((sum, reason) => sum + reason.points, 0)
  const open = await tx.case.findFirst({
    where: { commentId: comment.id, state: { not: 'done' } },
    select: { id: true },
  })
  const { id, score } = open
    ? await tx.case.update({
        where: { id: open.id },
        data: { version: { increment: 1 }, score: { increment: points } },
        select: { id: true, score: true },
      })
    : await tx.case.create({
        data: { id: newId(), essayId: comment.essayId, commentId: comment.id, score: points },
        select: { id: true, score: true },
      })
  await tx.caseReason.createMany({
    data: reasons.map(({ source, code, points, rule }) => ({
      id: newId(),
      essayId: comment.essayId,
      caseId: id,
      source,
      code,
      points,
      ruleId: rule?.id ?? null,
      ruleVersion: rule?.version ?? null,
    })),
  })
  return { id, score, opened: !open }
}
