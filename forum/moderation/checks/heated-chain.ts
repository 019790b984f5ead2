import { nearAncestorPaths } from '@/forum/comments/path'
import { db, Prisma } from '@/lib/db'
import { limitsAreOff } from '@/lib/limits'
import { isGroundless, stands } from '../standing-decisions'
import { ownCommentsSince } from './own-comments'
import { answersForIt, type Check, secondsUntil } from './written'

/** Comments above that are looked at, the nearest first: more than anybody has read before they answer. */
const ABOVE = 50
/** Minutes between two answers of one person; one more for each flag above. As Lobsters has it. */
const MINUTES = 2
const MOST_MINUTES = 60

/** Where readers report what is answered, people take some minutes between two answers. */
export const heatedChain: Check = {
  name: 'heated-chain',
  async look(written) {
    const { parent, thread, by } = written
    if (!parent || written.isEdit || limitsAreOff() || answersForIt(written)) return null
    const flags = await countFlagsAbove(thread.id, parent.path)
    if (flags === 0) return null
    const wait = Math.min(MINUTES + flags, MOST_MINUTES) * 60_000
    const own = await ownCommentsSince(by.id, new Date(Date.now() - wait))
    const last = own.find(({ rootId }) => rootId === parent.rootId)
    return last ? { refuse: 'heated', facts: { seconds: secondsUntil(last.createdAt.getTime() + wait) } } : null
  },
}

/** Reports of the comment that is answered and of those above it, without those that moderators found groundless. */
async function countFlagsAbove(paragraphId: string, path: string): Promise<number> {
  const paths = [...nearAncestorPaths(path, ABOVE), path]
  const [row] = await db.$queryRaw<{ count: number }[]>(Prisma.sql`
    SELECT count(*)::int AS "count" FROM "Comment" c JOIN "Flag" f ON f."commentId" = c."id"
    WHERE c."paragraphId" = ${paragraphId}::uuid AND c."path" = ANY (${paths})
      AND NOT EXISTS (SELECT 1 FROM "Decision" d WHERE d."caseId" = f."caseId" AND ${isGroundless('d')} AND ${stands('d')})`)
  return row?.count ?? 0
}
