import { db, Prisma } from '@/lib/db'
import { type Matcher, matcherOf } from './matcher'

export type ActiveRule = {
  id: string
  name: string
  version: number
  stage: 'shadow' | 'live'
  kind: 'words' | 'pattern'
  looksFor: string
  act: 'hold' | 'refuse'
  reason: string
}

/** Rules that look at what is written now, each at its latest version. */
export async function readActiveRules(): Promise<ActiveRule[]> {
  return db.$queryRaw<ActiveRule[]>(Prisma.sql`
    SELECT r."id", r."name", r."version", r."stage"::text AS "stage", v."kind"::text AS "kind", v."looksFor",
      v."act"::text AS "act", v."reason"
    FROM "Rule" r JOIN "RuleVersion" v ON v."ruleId" = r."id" AND v."version" = r."version"
    WHERE r."stage" IN ('shadow', 'live') ORDER BY r."createdAt", r."id"`)
}

const MOST_KEPT = 200
const compiled = new Map<string, Matcher>()

/** Compiled once: a version never changes. */
export function matcherOfRule(rule: Pick<ActiveRule, 'id' | 'version' | 'kind' | 'looksFor'>): Matcher {
  const key = `${rule.id} ${rule.version}`
  const known = compiled.get(key)
  if (known) return known
  if (compiled.size >= MOST_KEPT) compiled.clear()
  const made = matcherOf(rule)
  compiled.set(key, made)
  return made
}
