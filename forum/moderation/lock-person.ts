import { change } from '@/forum/change'
import { allow } from '@/forum/policy'
import { Refusal } from '@/forum/refusal'
import type { SignedIn, Viewer } from '@/forum/viewer'
import { db, type Tx } from '@/lib/db'

export type Locked = Awaited<ReturnType<typeof lockPerson>>

/** Whoever is made a moderator at this moment is one before or after, not in between. */
export async function lockPerson(tx: Tx, personId: string) {
  await tx.$queryRaw`SELECT 1 FROM "Person" WHERE "id" = ${personId}::uuid FOR NO KEY UPDATE`
  return tx.person.findUniqueOrThrow({ where: { id: personId }, select: { id: true, role: true, handle: true } })
}

/**
 * What the desk does to a person, under their lock and with an entry in the log; whether it may, `act` asks the policy.
 * @throws Refusal not-found, suspended, and those of `act`
 */
export async function actOnPerson<T>(
  viewer: Viewer,
  handle: string,
  act: (tx: Tx, person: Locked, by: SignedIn) => Promise<T>,
): Promise<T> {
  allow('desk.enter', viewer)
  const found = await db.person.findUnique({ where: { handle, deletedAt: null }, select: { id: true } })
  if (!found) throw new Refusal('not-found')
  return change(async (tx) => act(tx, await lockPerson(tx, found.id), viewer), { log: true })
}
