import type { Viewer } from '@/forum/viewer'
import { visibleEssays } from '@/forum/visibility'
import { db } from '@/lib/db'
import { closedTo } from './closed'

/**
 * The number of the essay's present revision (they are numbered from 1 without a gap), and whether lists and search
 * engines may name the essay.
 * @throws Refusal not-found, sign-in-required
 */
export async function readLatest(viewer: Viewer, slug: string): Promise<{ latest: number; isListed: boolean }> {
  const revision = await db.revision.findFirst({
    where: { essay: { AND: [visibleEssays(viewer), { slug }] } },
    orderBy: { number: 'desc' },
    select: { number: true, essay: { select: { visibility: true } } },
  })
  if (!revision) throw await closedTo(viewer, { slug })
  return { latest: revision.number, isListed: revision.essay.visibility === 'public' }
}
