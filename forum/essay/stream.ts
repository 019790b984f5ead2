import type { Viewer } from '@/forum/viewer'
import { visibleEssays } from '@/forum/visibility'
import { db } from '@/lib/db'

/**
 * Whether a stream that was begun on the viewer's behalf may go on, and until when that holds: of an essay for members only
 * for this one message, as people sign out; of another one until the essay itself changes.
 */
export async function mayHear(viewer: Viewer, essayId: string): Promise<'no' | 'once' | 'until-it-changes'> {
  const essay = await db.essay.findFirst({
    where: { AND: [visibleEssays(viewer), { id: essayId }] },
    select: { visibility: true },
  })
  if (!essay) return 'no'
  return essay.visibility === 'members' ? 'once' : 'until-it-changes'
}
