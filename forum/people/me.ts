import { countMembersEssays } from '@/forum/essay/for-members'
import { countOpenCases } from '@/forum/moderation/queries'
import { ignoredBy } from '@/forum/notifications/ignored'
import { countUnread } from '@/forum/notifications/queries'
import { may } from '@/forum/policy'
import type { Viewer } from '@/forum/viewer'
import { readDisplay } from './display'

export type Me = Awaited<ReturnType<typeof readMe>>

/** The way to the desk then leads to where a second step is set up. */
const owesDesk = (viewer: Viewer) => viewer.role !== 'guest' && viewer.owesSecondStep

/** What a page that is the same for everybody has to know of its reader. */
export async function readMe(viewer: Viewer) {
  const [unread, membersEssays, openCases, display, ignored] = await Promise.all([
    countUnread(viewer),
    countMembersEssays(viewer),
    may('desk.enter', viewer) ? countOpenCases(viewer) : owesDesk(viewer) ? 0 : null,
    readDisplay(viewer),
    ignoredBy(viewer),
  ])
  return {
    handle: viewer.handle,
    role: viewer.role,
    suspendedUntil: viewer.suspendedUntil?.toISOString() ?? null,
    unread,
    /** Essays that the prerendered pages do not name. */
    membersEssays,
    /** Null for those who have no desk. */
    openCases,
    /** How pages look to them on every device; null for guests and until they chose. */
    display,
    /** The handles of those whose words are covered. */
    ignored,
  }
}
