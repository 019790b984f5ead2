import { allow } from '@/forum/policy'
import { Refusal } from '@/forum/refusal'
import type { Viewer } from '@/forum/viewer'
import { readableComments } from '@/forum/visibility'
import { db } from '@/lib/db'
import { matcherOf } from './matcher'

export type RulesPage = Awaited<ReturnType<typeof readRules>>
export type RuleView = NonNullable<RulesPage['chosen']>

/** All rules, and one of them with its versions, its last rehearsal and what it caught; tried on a text when there is one. */
export async function readRules(viewer: Viewer, asked: { rule?: string | undefined; text?: string | undefined }) {
  allow('rule.write', viewer)
  const rules = await db.rule.findMany({
    orderBy: [{ createdAt: 'asc' }, { id: 'asc' }],
    select: { id: true, name: true, stage: true, version: true },
  })
  return { rules, chosen: asked.rule ? await readRule(viewer, asked.rule, asked.text) : null }
}

async function readRule(viewer: Viewer, id: string, text: string | undefined) {
  const rule = await db.rule.findUnique({
    where: { id },
    select: {
      id: true,
      name: true,
      stage: true,
      version: true,
      versions: {
        orderBy: { version: 'desc' },
        take: 20,
        select: {
          version: true,
          kind: true,
          looksFor: true,
          act: true,
          reason: true,
          createdAt: true,
          by: { select: { handle: true } },
        },
      },
      rehearsals: { orderBy: { startedAt: 'desc' }, take: 1 },
    },
  })
  const latest = rule?.versions[0]
  if (!rule || !latest) throw new Refusal('not-found')
  const { rehearsals, ...shown } = rule
  const caught = await db.ruleHit.groupBy({ by: ['stage'], where: { ruleId: id }, _count: true })
  const count = (stage: 'shadow' | 'live') => caught.find((one) => one.stage === stage)?._count ?? 0
  const [last] = rehearsals
  return {
    ...shown,
    latest,
    caught: { shadow: count('shadow'), live: count('live') },
    rehearsal: last
      ? {
          version: last.version,
          seen: last.seen,
          total: last.total,
          isDone: last.finishedAt !== null,
          hits: last.hits,
          people: last.people.length,
          removed: last.removed,
          approved: last.approved,
          examples: await readExamples(viewer, last.examples),
        }
      : null,
    trial: text ? { text, found: matcherOf(latest)(text) } : null,
  }
}

async function readExamples(viewer: Viewer, ids: string[]) {
  const rows = await db.comment.findMany({
    where: { AND: [readableComments(viewer), { id: { in: ids } }] },
    orderBy: { id: 'desc' },
    select: { id: true, body: true, author: { select: { handle: true } } },
  })
  return rows.map(({ id, body, author }) => ({ id, excerpt: body.slice(0, 200), by: author.handle }))
}
