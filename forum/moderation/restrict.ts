import { writeLog } from '@/forum/log/mutations'
import { countsNow } from '@/forum/people/suspension'
import { allow } from '@/forum/policy'
import { Refusal } from '@/forum/refusal'
import type { Viewer } from '@/forum/viewer'
import { visibleEssays } from '@/forum/visibility'
import { db, type Prisma, type Tx } from '@/lib/db'
import { newId } from '@/lib/id'
import { imposeSuspension } from './impose-suspension'
import type { EndRestriction, LiftSuspension, RestrictPerson, SuspendPerson } from './input'
import { actOnPerson } from './lock-person'

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
  return actOnPerson(viewer, handle, async (tx, person, by) => {
    allow('person.suspend', by, person)
    const made = { personId: person.id, byId: by.id, reason: input.reason, ...spanOf(input.days) }
    const twin = await findTwin(tx, { ...made, kind: 'suspension', essayId: null })
    if (twin) return twin
    const id = newId()
    await imposeSuspension(tx, { id, ...made })
    return { id }
  })
}

/**
 * Ends every suspension of the person now. One that is over or lifted already stays as it is: that is what was wanted.
 * @throws Refusal not-found, suspended, not-allowed
 */
export async function liftSuspension(
  viewer: Viewer,
  handle: string,
  { reason }: LiftSuspension,
): Promise<{ id: string }> {
  return actOnPerson(viewer, handle, async (tx, person, by) => {
    allow('person.unsuspend', by, person)
    const lifted = await tx.restriction.updateMany({
      where: { ...countsNow('suspension'), personId: person.id },
      data: { liftedAt: new Date() },
    })
    if (lifted.count > 0) await writeLog(tx, { act: 'person.unsuspend', subject: person.id, byId: by.id, reason })
    return { id: person.id }
  })
}

/**
 * Until the end what the person writes waits for a moderator, in one essay or in all. Sent twice it is one.
 * @throws Refusal not-found, suspended, not-allowed, bad-input for an essay that is not there
 */
export async function restrictPerson(viewer: Viewer, input: RestrictPerson): Promise<{ id: string }> {
  const essayId = input.essay === '' ? null : await findEssay(viewer, input.essay)
  return actOnPerson(viewer, input.handle, async (tx, person, by) => {
    allow('person.restrict', by, { ...person, essayId })
    const { reason } = input
    const made = { personId: person.id, kind: 'approval', essayId, reason, byId: by.id, ...spanOf(input.days) } as const
    const twin = await findTwin(tx, made)
    if (twin) return twin
    const id = newId()
    await tx.restriction.create({ data: { id, ...made }, select: { id: true } })
    await writeLog(tx, {
      act: 'person.restrict',
      subject: person.id,
      ...(essayId === null ? {} : { essayId }),
      byId: by.id,
      reason,
      details: { until: made.endsAt.toISOString() },
    })
    return { id }
  })
}

/** Before its end; what waits because of it waits for a moderator still. @throws Refusal not-found, suspended, not-allowed */
export async function endRestriction(
  viewer: Viewer,
  { restrictionId: id, handle, reason }: EndRestriction,
): Promise<void> {
  await actOnPerson(viewer, handle, async (tx, person, by) => {
    const found = await tx.restriction.findUnique({
      where: { id, kind: 'approval', personId: person.id },
      select: { essayId: true },
    })
    if (!found) throw new Refusal('not-found')
    allow('person.restrict', by, { ...person, ...found })
    const ended = await tx.restriction.updateMany({
      where: { ...countsNow('approval'), id },
      data: { liftedAt: new Date() },
    })
    if (ended.count > 0)
      await writeLog(tx, {
        act: 'person.unrestrict',
        subject: person.id,
        ...(found.essayId === null ? {} : { essayId: found.essayId }),
        byId: by.id,
        reason,
      })
  })
}

const spanOf = (days: number, startsAt = new Date()) => ({
  startsAt,
  endsAt: new Date(startsAt.getTime() + days * DAY_MS),
})

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
