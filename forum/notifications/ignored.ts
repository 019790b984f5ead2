import { allow } from '@/forum/policy'
import { Refusal } from '@/forum/refusal'
import type { Viewer } from '@/forum/viewer'
import { db, type Tx } from '@/lib/db'
import type { ChoosePerson } from './input'

/** Nobody needs more; a page asks for all of them at once. */
const MOST = 500

/** What the viewer chose about somebody. @throws Refusal not-found, sign-in-required, not-allowed for oneself */
export async function readPersonChoice(viewer: Viewer, handle: string) {
  const other = await find(handle)
  allow('person.choose', viewer, other)
  const found = await db.personChoice.findUnique({
    where: { personId_otherId: { personId: viewer.id, otherId: other.id } },
    select: { choice: true },
  })
  return found?.choice ?? ('usual' as const)
}

/** Mute or block somebody, or neither any more. @throws Refusal as readPersonChoice; list-full */
export async function choosePerson(viewer: Viewer, { handle, choice }: ChoosePerson): Promise<void> {
  const other = await find(handle)
  allow('person.choose', viewer, other)
  const key = { personId: viewer.id, otherId: other.id }
  if (choice === 'usual') {
    await db.personChoice.deleteMany({ where: key })
    return
  }
  if ((await db.personChoice.count({ where: { personId: viewer.id, otherId: { not: other.id } } })) >= MOST)
    throw new Refusal('list-full')
  await db.personChoice.upsert({
    where: { personId_otherId: key },
    create: { ...key, choice },
    update: { choice },
    select: { choice: true },
  })
}

/** Whom the viewer muted or blocked, by handle. @throws Refusal sign-in-required */
export async function listIgnored(viewer: Viewer) {
  allow('self.read', viewer)
  const rows = await db.personChoice.findMany({
    where: { personId: viewer.id, other: { deletedAt: null } },
    orderBy: { other: { handle: 'asc' } },
    select: { choice: true, other: { select: { handle: true } } },
  })
  return rows.map(({ choice, other }) => ({ handle: other.handle, choice }))
}

/** Their handles, for pages that are the same for everybody and cover their words. Nobody's, for a guest. */
export async function ignoredBy(viewer: Viewer): Promise<string[]> {
  return viewer.role === 'guest' ? [] : (await listIgnored(viewer)).map(({ handle }) => handle)
}

/** Of these people, those who do not want to hear of somebody. */
export async function whoIgnores(tx: Tx, otherId: string, personIds: readonly string[]): Promise<string[]> {
  const rows = await tx.personChoice.findMany({
    where: { otherId, personId: { in: [...personIds] } },
    select: { personId: true },
  })
  return rows.map(({ personId }) => personId)
}

export async function hasBlocked(personId: string, otherId: string): Promise<boolean> {
  const found = await db.personChoice.findUnique({
    where: { personId_otherId: { personId, otherId }, choice: 'blocked' },
    select: { choice: true },
  })
  return found !== null
}

async function find(handle: string): Promise<{ id: string }> {
  const person = await db.person.findUnique({ where: { handle, deletedAt: null }, select: { id: true } })
  if (!person) throw new Refusal('not-found')
  return person
}
