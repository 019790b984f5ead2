import { Refusal } from '@/forum/refusal'
import { db } from '@/lib/db'

/**
 * A revision by its number, and when the next one took its place (now, for the last).
 * @throws Refusal not-found
 */
export async function findRevision(slug: string, number: number) {
  const essay = await db.essay.findUnique({
    where: { slug },
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
  if (!essay || revision?.number !== number) throw new Refusal('not-found')
  const { revisions: _, ...facts } = essay
  return {
    essay: facts,
    revision,
    isLast: next === undefined,
    until: next?.publishedAt ?? new Date(),
  }
}
