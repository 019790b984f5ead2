import { change } from '@/forum/change'
import { findComment } from '@/forum/comments/queries'
import { refuseTooFast } from '@/forum/people/pace'
import { allow } from '@/forum/policy'
import type { Viewer } from '@/forum/viewer'
import { Prisma } from '@/lib/db'

/** Each one changes a row that others vote on too, and renews the pages of the thread. */
const VOTING = { name: 'vote', points: 60, seconds: 60 }

/** One upvote per person; asking twice is the same as asking once. @throws Refusal too-fast */
export async function vote(viewer: Viewer, commentId: string): Promise<{ id: string }> {
  const comment = await findComment(viewer, commentId)
  allow('comment.vote', viewer, comment)
  await refuseTooFast(VOTING, viewer.id)
  const { essayId } = comment
  return change(async (tx, tell) => {
    const made = await tx.vote.createMany({
      data: [{ commentId, personId: viewer.id, essayId }],
      skipDuplicates: true,
    })
    if (made.count === 0) return { id: commentId }
    await tx.$executeRaw(Prisma.sql`UPDATE "Comment" SET "score" = "score" + 1 WHERE "id" = ${commentId}::uuid`)
    tell({ topic: 'comment.changed', essayId, paragraphId: comment.paragraphId, subjectId: commentId })
    return { id: commentId }
  })
}

export async function unvote(viewer: Viewer, commentId: string): Promise<{ id: string }> {
  const comment = await findComment(viewer, commentId)
  allow('comment.vote', viewer, comment)
  await refuseTooFast(VOTING, viewer.id)
  const { essayId } = comment
  return change(async (tx, tell) => {
    const gone = await tx.vote.deleteMany({ where: { commentId, personId: viewer.id } })
    if (gone.count === 0) return { id: commentId }
    await tx.$executeRaw(Prisma.sql`UPDATE "Comment" SET "score" = "score" - 1 WHERE "id" = ${commentId}::uuid`)
    tell({ topic: 'comment.changed', essayId, paragraphId: comment.paragraphId, subjectId: commentId })
    return { id: commentId }
  })
}
