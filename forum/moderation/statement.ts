import { allow } from '@/forum/policy'
import { Refusal } from '@/forum/refusal'
import type { Viewer } from '@/forum/viewer'
import { db } from '@/lib/db'
import { isAgainst } from './appeals'
import { isId } from './id'

/**
 * The statement of reasons for the person whose words were decided about: what, why, on which rule, whether a machine had a
 * part in it, how to object and what came of that. Who decided stays unsaid. @throws Refusal not-found, sign-in-required
 */
export async function readStatement(viewer: Viewer, decisionId: string) {
  allow('self.read', viewer)
  const found = isId(decisionId)
    ? await db.decision.findFirst({
        where: { id: decisionId, comment: { authorId: viewer.id }, outcome: { kind: 'applied' } },
        select: STATEMENT,
      })
    : null
  if (!found) throw new Refusal('not-found')
  const { case: item, appeal, ...decision } = found
  const sources = new Set(item.reasons.map(({ source }) => source))
  return {
    ...decision,
    /** What brought it before the moderators; a person decided in any case. */
    broughtBy: { readers: sources.has('flag'), checks: sources.has('check'), rules: rulesOf(item.reasons) },
    appeal,
    can: { appeal: isAgainst(decision.act) && appeal === null && decision.comment.status !== 'deleted' },
  }
}

/** Each rule that caught the words once, in the version that did. */
function rulesOf(reasons: { source: string; code: string; ruleVersion: number | null }[]) {
  const rules = new Map<string, { name: string; version: number | null }>()
  for (const { source, code, ruleVersion } of reasons)
    if (source === 'rule') rules.set(`${ruleVersion} ${code}`, { name: code, version: ruleVersion })
  return [...rules.values()]
}

export type Statement = Awaited<ReturnType<typeof readStatement>>

const STATEMENT = {
  id: true,
  act: true,
  reason: true,
  basis: true,
  days: true,
  createdAt: true,
  comment: { select: { id: true, html: true, status: true, essay: { select: { title: true } } } },
  case: { select: { reasons: { select: { source: true, code: true, ruleVersion: true }, take: 100 } } },
  appeal: {
    select: {
      text: true,
      createdAt: true,
      dueAt: true,
      overturned: true,
      answer: { select: { reason: true, createdAt: true } },
    },
  },
  warning: { select: { acknowledgedAt: true } },
} as const
