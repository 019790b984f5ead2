import { countsNow } from '@/forum/people/suspension'
import type { SignedIn, Viewer } from '@/forum/viewer'
import { db } from '@/lib/db'

/** Why a comment waits, as its author may know it: a check by name, a rule in its own words, or that readers reported it. */
export type HeldFor = {
  source: 'flag' | 'check' | 'rule' | 'author' | 'moderator'
  code: string | null
  reason: string | null
}

/** The check of forum/moderation/checks/restricted.ts. */
const RESTRICTED = 'restricted'

/** The viewer's own comments of a thread that wait for a moderator, and why. */
export async function readHeldForOwn(viewer: SignedIn, paragraphId: string): Promise<{ id: string; why: HeldFor[] }[]> {
  const rows = await db.comment.findMany({
    where: { paragraphId, authorId: viewer.id, status: 'held' },
    orderBy: { id: 'desc' },
    take: 50,
    select: {
      id: true,
      cases: {
        where: { state: { not: 'done' } },
        select: {
          reasons: { orderBy: { at: 'asc' }, select: { source: true, code: true, ruleId: true, ruleVersion: true } },
        },
      },
    },
  })
  const reasons = rows.flatMap(({ cases }) => cases.flatMap((item) => item.reasons))
  const words = await readWords(reasons)
  if (reasons.some(({ code }) => code === RESTRICTED))
    words.set(RESTRICTED, (await readRestriction(viewer, paragraphId)) ?? '')
  return rows.map(({ id, cases }) => ({ id, why: once(cases.flatMap((item) => item.reasons).map(asKnown(words))) }))
}

/** Why the comment that a page is about waits, where it is the viewer's own and does. */
export async function readWhyHeld(viewer: Viewer, paragraphId: string, commentId: string | undefined) {
  if (viewer.role === 'guest' || commentId === undefined) return undefined
  return (await readHeldForOwn(viewer, paragraphId)).find(({ id }) => id === commentId)?.why
}

/** Why everything the viewer writes there waits, in the moderator's words; null once it no longer does. */
async function readRestriction(viewer: SignedIn, paragraphId: string): Promise<string | null> {
  const found = await db.restriction.findFirst({
    where: {
      ...countsNow('approval'),
      personId: viewer.id,
      OR: [{ essayId: null }, { essay: { paragraphs: { some: { id: paragraphId } } } }],
    },
    orderBy: { endsAt: 'desc' },
    select: { reason: true },
  })
  return found?.reason ?? null
}

type Reason = { source: HeldFor['source']; code: string; ruleId: string | null; ruleVersion: number | null }

async function readWords(reasons: Reason[]): Promise<Map<string, string>> {
  const versions = reasons.flatMap(({ ruleId, ruleVersion }) =>
    ruleId && ruleVersion ? [{ ruleId, version: ruleVersion }] : [],
  )
  if (versions.length === 0) return new Map()
  const rows = await db.ruleVersion.findMany({
    where: { OR: versions },
    select: { ruleId: true, version: true, reason: true },
  })
  return new Map(rows.map(({ ruleId, version, reason }) => [`${ruleId} ${version}`, reason]))
}

/** How many reported it, and for what, is the moderators' to know. */
const asKnown =
  (words: Map<string, string>) =>
  ({ source, code, ruleId, ruleVersion }: Reason): HeldFor => ({
    source,
    code: source === 'flag' ? null : code,
    reason: words.get(code === RESTRICTED ? RESTRICTED : `${ruleId} ${ruleVersion}`) || null,
  })

const once = (why: HeldFor[]) => [...new Map(why.map((one) => [JSON.stringify(one), one])).values()]
