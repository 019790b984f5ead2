import { Refusal } from '@/forum/refusal'
import type { Viewer } from '@/forum/viewer'
import { db, type Prisma } from '@/lib/db'

/**
 * Why what somebody asked for was not found for them. A guest whom signing in lets in is asked to; for everybody else, and
 * where there is nothing, there is nothing. That something stands behind an address is told by it; what, by nothing.
 * @param where the essay that was asked for, or that what was asked for stands in
 */
export async function closedTo(viewer: Viewer, where: Prisma.EssayWhereInput): Promise<Refusal> {
  if (viewer.role !== 'guest') return new Refusal('not-found')
  const essay = await db.essay.findFirst({
    where: { AND: [{ visibility: 'members' }, where] },
    select: { id: true },
  })
  return essay ? new Refusal('sign-in-required', { facts: { for: 'members' } }) : new Refusal('not-found')
}
