import { change } from '@/forum/change'
import { writeLog } from '@/forum/log/mutations'
import { activeSuspension, countsNow } from '@/forum/people/suspension'
import { allow } from '@/forum/policy'
import { Refusal } from '@/forum/refusal'
import type { Viewer } from '@/forum/viewer'
import { visibleEssays } from '@/forum/visibility'
import { db, type Prisma, type Tx } from '@/lib/db'
import { newId } from '@/lib/id'
import { imposeSuspension } from './impose-suspension'
import type { EndRestriction, LiftSuspension, RestrictPerson, SuspendPerson } from './input'

/** A second click, or a form sent again because its answer got lost. */
const TWIN_MS = 60_000
const DAY_MS = 86_400_000

/**
 * Until the end nothing can be written, voted or flagged by the person; reading stays. The same form sent twice within a
 * minute is one suspension; with another length it is a correction. Of several the one that ends last counts, so that a
 * shorter one takes a lift first.
 * @throws Refusal not-found, suspended, not-allowed
 */
export async function suspendPerson(viewer: Viewer, handle: string, input: SuspendPerson): Promise<{ id: string }> {
  allow('desk.enter', viewer)
  const found = await db.person.findUnique({ where: { handle }, select: { id: true } })
  if (!found) throw new Refusal('not-found')
  const id = newId()
  return change(
    async (tx) => {
      const person = await lockPerson(tx, found.id)
      allow('person.suspend', viewer, person)
      const startsAt = new Date()
      const endsAt = new Date(startsAt.getTime() + input.days * 86_400_000)
      const made = { personId: person.id, byId: viewer.id, reason: input.reason, startsAt, endsAt }
      const twin = await findTwin(tx, { ...made, kind: 'suspension', essayId: null })
      if (twin) return twin
      await imposeSuspension(tx, { id, ...made })
      return { id }
    },
    { log: true },
  )
}

/**
 * Ends every suspension of the person now. One that is over or lifted already stays as it is: that is what was wanted.
 * @throws Refusal not-found, suspended, not-allowed
 */
export async function liftSuspension(viewer: Viewer, handle: string, input: LiftSuspension): Promise<{ id: string }> {
  allow('desk.enter', viewer)
  const found = await db.person.findUnique({ where: { handle }, select: { id: true } })
  if (!found) throw new Refusal('not-found')
  return change(
    async (tx) => {
      const person = await lockPerson(tx, found.id)
      allow('person.unsuspend', viewer, person)
      const lifted = await tx.restriction.updateMany({
        where: { ...activeSuspension().where, personId: person.id },
        data: { liftedAt: new Date() },
      })
      if (lifted.count > 0)
        await writeLog(tx, {
          act: 'person.unsuspend',
          subject: person.id,
          byId: viewer.id,
          reason: input.reason,
        })
      return { id: person.id }
    },
    { log: true },
  )
}

/**
 * Until the end what the person writes waits for a moderator, in one essay or in all. Sent twice it is one.
 * @throws Refusal not-found, suspended, not-allowed, bad-input for an essay that is not the viewer's to moderate
 */
export async function restrictPerson(viewer: Viewer, input: RestrictPerson): Promise<{ id: string }> {
  allow('desk.enter', viewer)
  const found = await db.person.findUnique({ where: { handle: input.handle, deletedAt: null }, select: { id: true } })
  if (!found) throw new Refusal('not-found')
  const essayId = input.essay === '' ? null : await findEssay(viewer, input.essay)
  const id = newId()
  return change(
    async (tx) => {
      const person = await lockPerson(tx, found.id)
      allow('person.restrict', viewer, { ...person, essayId })
      const startsAt = new Date()
      const endsAt = new Date(startsAt.getTime() + input.days * DAY_MS)
      const { reason } = input
      const made = {
        personId: person.id,
        kind: 'approval',
        essayId,
        reason,
        startsAt,
        endsAt,
        byId: viewer.id,
      } as const
      const twin = await findTwin(tx, made)
      if (twin) return twin
      await tx.restriction.create({ data: { id, ...made }, select: { id: true } })
      await writeLog(tx, {
        act: 'person.restrict',
        subject: person.id,
        ...(essayId === null ? {} : { essayId }),
        byId: viewer.id,
        reason,
        details: { until: endsAt.toISOString() },
      })
      return { id }
    },
    { log: true },
  )
}

/** Before its end; what waits because of it waits for a moderator still. @throws Refusal not-found, suspended, not-allowed */
export async function endRestriction(
  viewer: Viewer,
  { restrictionId, reason }: EndRestriction,
): Promise<{ handle: string }> {
  allow('desk.enter', viewer)
  const found = await db.restriction.findUnique({
    where: { id: restrictionId, kind: 'approval' },
    select: { id: true, essayId: true, personId: true },
  })
  if (!found) throw new Refusal('not-found')
  return change(
    async (tx) => {
      const person = await lockPerson(tx, found.personId)
      allow('person.restrict', viewer, { ...person, essayId: found.essayId })
      const ended = await tx.restriction.updateMany({
        where: { ...countsNow('approval'), id: found.id },
        data: { liftedAt: new Date() },
      })
      if (ended.count > 0)
        await writeLog(tx, {
          act: 'person.unrestrict',
          subject: person.id,
          ...(found.essayId === null ? {} : { essayId: found.essayId }),
          byId: viewer.id,
          reason,
        })
      return { handle: person.handle }
    },
    { log: true },
  )
}

async function findEssay(viewer: Viewer, slug: string): Promise<string> {
  const essay = await db.essay.findFirst({ where: { AND: [visibleEssays(viewer), { slug }] }, select: { id: true } })
  if (!essay) throw new Refusal('bad-input', { field: 'essay' })
  return essay.id
}

type Made = Pick<Prisma.RestrictionUncheckedCreateInput, 'personId' | 'kind' | 'essayId' | 'byId' | 'reason'> & {
  startsAt: Date
  endsAt: Date
}

/** The same a moment ago; with another length it is a correction. */
function findTwin(tx: Tx, { startsAt, endsAt, ...same }: Made) {
  return tx.restriction.findFirst({
    where: {
      ...same,
      liftedAt: null,
      startsAt: { gt: new Date(startsAt.getTime() - TWIN_MS) },
      endsAt: { gt: new Date(endsAt.getTime() - TWIN_MS), lte: endsAt },
    },
    select: { id: true },
  })
}

/** Whoever is made a moderator at this moment is one before or after, not in between. */
export async function lockPerson(tx: Tx, personId: string) {
  await tx.$queryRaw`SELECT 1 FROM "Person" WHERE "id" = ${personId}::uuid FOR NO KEY UPDATE`
  return tx.person.findUniqueOrThrow({ where: { id: personId }, select: { id: true, role: true, handle: true } })
}
