import { allow } from '@/forum/policy'
import type { Viewer } from '@/forum/viewer'
import { db } from '@/lib/db'
import { listEssays } from './queries'

/** The essays that only those who are signed in read, newest first. @throws Refusal sign-in-required */
export async function listMembersEssays(viewer: Viewer) {
  allow('self.read', viewer)
  return listEssays(viewer, { visibility: 'members' })
}

/** How many of them the viewer would find: for the link that leads there. */
export async function countMembersEssays(viewer: Viewer): Promise<number> {
  return viewer.role === 'guest' ? 0 : db.essay.count({ where: { visibility: 'members' } })
}
