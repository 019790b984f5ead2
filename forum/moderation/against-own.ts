import { countsNow } from '@/forum/people/suspension'
import { allow } from '@/forum/policy'
import type { Viewer } from '@/forum/viewer'
import { visibleEssays } from '@/forum/visibility'
import { db } from '@/lib/db'

/** So long a page says that what somebody wrote about themselves was taken away. */
const NEWS_MS = 14 * 86_400_000

/** What moderators decided about the viewer themselves and not about a comment: for them, with the reasons. */
export async function readAgainstOwn(viewer: Viewer) {
  allow('self.read', viewer)
  const [restrictions, cleared] = await Promise.all([
    db.restriction.findMany({
      where: { personId: viewer.id, OR: [countsNow('suspension'), countsNow('approval')] },
      orderBy: { endsAt: 'desc' },
      select: { id: true, kind: true, endsAt: true, reason: true, essayId: true },
    }),
    db.logEntry.findFirst({
      where: { subject: viewer.id, act: 'person.clear-about', at: { gt: new Date(Date.now() - NEWS_MS) } },
      orderBy: { seq: 'desc' },
      select: { reason: true },
    }),
  ])
  const essays = await db.essay.findMany({
    where: { AND: [visibleEssays(viewer), { id: { in: restrictions.flatMap(({ essayId }) => essayId ?? []) } }] },
    select: { id: true, title: true, language: true },
  })
  return {
    restrictions: restrictions.map(({ essayId, ...one }) => ({
      ...one,
      essay: essays.find(({ id }) => id === essayId) ?? null,
    })),
    /** Why; null when it was not taken away, or they have written anew since. */
    aboutCleared: cleared && (await hasNoAbout(viewer.id)) ? cleared.reason : null,
  }
}

async function hasNoAbout(personId: string): Promise<boolean> {
  const { about } = await db.person.findUniqueOrThrow({ where: { id: personId }, select: { about: true } })
  return about === null
}
