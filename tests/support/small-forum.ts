import { join } from 'node:path'
import { vi } from 'vitest'
import { importEssay } from '@/bin/commands/import'
import { seedBulk } from '@/bin/commands/seed-bulk'
import { root } from '@/bin/prepare.mjs'
import { decideCase } from '@/forum/moderation/decide'
import { flagComment } from '@/forum/moderation/mutations'
import { addPerson } from '@/forum/people/add'
import { setRole } from '@/forum/people/mutations'
import { viewerOfPerson } from '@/forum/people/standing'
import { db } from '@/lib/db'

/** The first essay with three hundred comments, one of them removed by a moderator and one approved. */
export async function fillForum(): Promise<void> {
  const { slug } = await importEssay(join(root, 'seeds/essay.md'))
  const quiet = vi.spyOn(process.stderr, 'write').mockReturnValue(true)
  await seedBulk(process.env.DATABASE_URL ?? '', { comments: 300, paragraph: 1, essay: slug, replies: 0.4 })
  quiet.mockRestore()
  const reader = await addPerson({ handle: 'reporter' })
  const moderator = await addPerson({ handle: 'keeper' })
  await setRole({ handle: 'keeper', role: 'moderator', byId: null })
  const comments = await db.comment.findMany({ where: { replyCount: { gt: 0 } }, take: 2, orderBy: { id: 'asc' } })
  for (const [index, comment] of comments.entries()) {
    await flagComment(await viewerOfPerson(reader.id), comment.id, { reason: 'spam' })
    const item = await db.case.findFirstOrThrow({ where: { commentId: comment.id } })
    await decideCase(await viewerOfPerson(moderator.id), item.id, {
      act: index === 0 ? 'remove' : 'approve',
      reason: 'Decided for a test.',
      version: item.version,
      commentRevision: comment.revision,
    })
  }
}
