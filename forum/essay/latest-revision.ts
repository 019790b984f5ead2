import { Refusal } from '@/forum/refusal'
import { db } from '@/lib/db'

/**
 * The number of the essay's present revision (they are numbered from 1 without a gap), and whether lists and search
 * engines may name the essay.
 * @throws Refusal not-found
 */
export async function readLatest(slug: string): Promise<{ latest: number; isListed: boolean }> {
  const revision = await db.revision.findFirst({
    where: { essay: { slug } },
    orderBy: { number: 'desc' },
    select: { number: true, essay: { select: { visibility: true } } },
  })
  if (!revision) throw new Refusal('not-found')
  return { latest: revision.number, isListed: revision.essay.visibility === 'public' }
}
