import { db, Prisma } from '@/lib/db'
import { Halt } from '../halt.mjs'
import { WAKE_ALL } from './wake'

/** Makes sure that an essay has no comments. @returns how many were deleted @throws Halt when there are some to keep */
export async function clearComments(
  essay: { id: string; slug: string },
  { reset }: { reset: boolean },
): Promise<number> {
  const essayId = essay.id
  const there = await db.comment.count({ where: { essayId } })
  if (there === 0) return 0
  const counted = `${essay.slug} has ${there.toLocaleString('en')} comment${there === 1 ? '' : 's'}`
  if (!reset) throw new Halt(`${counted}, and none was deleted: --reset deletes them.`)
  const decisions = await db.decision.count({ where: { essayId } })
  if (decisions > 0)
    throw new Halt(
      `${counted} and ${decisions} decisions of moderators, which are kept for good: seed into a new database instead.`,
    )
  await db.$transaction(
    async (tx) => {
      await tx.notification.deleteMany({ where: { essayId } })
      await tx.flag.deleteMany({ where: { essayId } })
      await tx.case.deleteMany({ where: { essayId } })
      await tx.vote.deleteMany({ where: { essayId } })
      await tx.commentRevision.deleteMany({ where: { essayId } })
      // One statement: a reply and its parent go together.
      await tx.comment.deleteMany({ where: { essayId } })
      await tx.paragraph.updateMany({ where: { essayId }, data: { commentCount: 0, rootSeq: 0 } })
      await tx.$executeRaw(Prisma.sql`SELECT pg_notify(${WAKE_ALL.values[0]}, ${WAKE_ALL.values[1]})`)
    },
    { timeout: 600_000 },
  )
  return there
}
