import { allow } from '@/forum/policy'
import type { Viewer } from '@/forum/viewer'
import { db } from '@/lib/db'

/** The viewer's tokens, the newest first. */
export async function listTokens(viewer: Viewer) {
  allow('self.read', viewer)
  return db.apiToken.findMany({
    where: { personId: viewer.id, OR: [{ expiresAt: null }, { expiresAt: { gt: new Date() } }] },
    orderBy: { id: 'desc' },
    take: 100,
    select: { id: true, name: true, scope: true, createdAt: true, lastUsedAt: true, expiresAt: true },
  })
}
