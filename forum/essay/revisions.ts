import { Refusal } from '@/forum/refusal'
import type { Viewer } from '@/forum/viewer'
import { visibleEssays } from '@/forum/visibility'
import { db } from '@/lib/db'
import { closedTo } from './closed'

/**
 * A revision by its number, and when the next one took its place (now, for the last).
 * @throws Refusal not-found, sign-in-required
 */
export async function findRevision(viewer: Viewer, slug: string, number: number) {
  const essay = await db.essay.findFirst({
    where: { AND: [visibleEssays(viewer), { slug }] },
    select: {
      id: true,
      slug: true,
      title: true,
      language: true,
      revisions: {
        where: { number: { gte: number } },
        orderBy: { number: 'asc' },
        take: 2,
        select: { id: true, number: true, publishedAt: true },
      },
    },
  })
  const [revision, next] = essay?.revisions ?? []
  if (!essay) throw await closedTo(viewer, { slug })
  if (revision?.number !== number) throw new Refusal('not-found')
  const { revisions: _, ...facts } = essay
  return {
    essay: facts,
    revision,
    isLast: next === undefined,
    until: next?.publishedAt ?? new Date(),
  }
}
