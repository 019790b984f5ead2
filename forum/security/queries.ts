import { allow } from '@/forum/policy'
import type { Viewer } from '@/forum/viewer'
import { db } from '@/lib/db'
import { keyedHash } from '@/lib/secret'

export type SessionShown = Awaited<ReturnType<typeof listSessions>>[number]

/** Where somebody is signed in, the one they ask from first. */
export async function listSessions(viewer: Viewer, here: { sessionId: string | null; network: string }) {
  allow('self.read', viewer)
  const rows = await db.session.findMany({
    where: { userId: viewer.id, expires: { gt: new Date() } },
    orderBy: { seenAt: 'desc' },
    take: 100,
    select: { id: true, device: true, networkHash: true, createdAt: true, seenAt: true },
  })
  const hash = keyedHash(here.network)
  return rows
    .map(({ networkHash, ...session }) => ({
      ...session,
      isThis: session.id === here.sessionId,
      /** Null: so long ago that it is not kept. */
      sameNetwork: networkHash === null ? null : networkHash === hash,
    }))
    .sort((one, other) => Number(other.isThis) - Number(one.isThis))
}

/** What an account can be opened with, for its own page. */
export async function readWaysIn(viewer: Viewer) {
  allow('self.read', viewer)
  const { credential, ...person } = await db.person.findUniqueOrThrow({
    where: { id: viewer.id },
    select: { email: true, emailVerified: true, credential: { select: { updatedAt: true } } },
  })
  return { ...person, passwordSince: credential?.updatedAt ?? null }
}
