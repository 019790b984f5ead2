import { readHalfway } from '@/forum/people/sessions'
import { allow } from '@/forum/policy'
import type { Viewer } from '@/forum/viewer'
import { db } from '@/lib/db'
import { keyedHash } from '@/lib/secret'
import { secondThings } from './second-step'

export type SessionShown = Awaited<ReturnType<typeof listSessions>>[number]

/** Where somebody is signed in, the one they ask from first. */
export async function listSessions(viewer: Viewer, here: { sessionId: string | null; network: string }) {
  allow('self.read', viewer)
  const rows = await db.session.findMany({
    where: { userId: viewer.id, halfway: false, expires: { gt: new Date() } },
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
  const { credential, totp, recoveryCodes, ...person } = await db.person.findUniqueOrThrow({
    where: { id: viewer.id },
    select: {
      email: true,
      emailVerified: true,
      twoSteps: true,
      credential: { select: { updatedAt: true } },
      totp: { select: { confirmedAt: true } },
      recoveryCodes: { where: { usedAt: null }, select: { id: true } },
      passkeys: { orderBy: { id: 'asc' }, select: { id: true, name: true, createdAt: true, lastUsedAt: true } },
      accounts: { orderBy: { id: 'asc' }, select: { id: true, provider: true } },
    },
  })
  return {
    ...person,
    hasPassword: credential !== null,
    hasApp: totp?.confirmedAt != null,
    codesLeft: recoveryCodes.length,
  }
}

/** Where an account is told what happened to it. */
export async function emailOf(viewer: Viewer): Promise<string | null> {
  allow('self.read', viewer)
  return (await db.person.findUniqueOrThrow({ where: { id: viewer.id }, select: { email: true } })).email
}

/** Which second things somebody can show whose session waits for one; null when none waits. */
export async function halfwayOf(token: string) {
  const halfway = await readHalfway(token)
  return halfway && secondThings(halfway.personId)
}
