import { allow, may, moderatedEssays } from '@/forum/policy'
import { Refusal } from '@/forum/refusal'
import type { SignedIn, Viewer } from '@/forum/viewer'
import { moderatedIn, visibleEssays } from '@/forum/visibility'
import { db } from '@/lib/db'
import { newId } from '@/lib/id'
import type { WriteNote } from './input'
import { readPersonBeside } from './person'

/** The latest of each kind; what is older stands in the log. */
const MOST = 50

export type PersonRecord = Awaited<ReturnType<typeof readRecord>>

/** Everything the desk knows of a person: figures, notes, restrictions, what was decided about their words. @throws Refusal not-found */
export async function readRecord(viewer: Viewer, handle: string) {
  allow('desk.enter', viewer)
  const found = await db.person.findUnique({
    where: { handle, deletedAt: null },
    select: { id: true, role: true, about: true },
  })
  if (!found) throw new Refusal('not-found')
  const now = new Date()
  const [beside, notes, restrictions, decisions] = await Promise.all([
    readPersonBeside(viewer, found.id),
    db.personNote.findMany({
      where: { personId: found.id },
      orderBy: { at: 'desc' },
      take: MOST,
      select: { id: true, body: true, at: true, by: { select: { handle: true } } },
    }),
    db.restriction.findMany({
      where: { personId: found.id },
      orderBy: { startsAt: 'desc' },
      take: MOST,
      select: {
        id: true,
        kind: true,
        reason: true,
        startsAt: true,
        endsAt: true,
        liftedAt: true,
        essayId: true,
        essay: { select: { title: true, language: true } },
        by: { select: { handle: true } },
      },
    }),
    db.decision.findMany({
      where: { case: { authorId: found.id }, ...moderatedIn(viewer) },
      orderBy: { createdAt: 'desc' },
      take: MOST,
      select: {
        id: true,
        caseId: true,
        act: true,
        reason: true,
        createdAt: true,
        by: { select: { handle: true } },
        outcome: { select: { kind: true } },
      },
    }),
  ])
  return {
    person: beside,
    notes,
    restrictions: restrictions.map(({ essayId, ...one }) => ({
      ...one,
      can: {
        end:
          one.kind === 'approval' &&
          one.liftedAt === null &&
          one.endsAt > now &&
          may('person.restrict', viewer, { ...found, essayId }),
      },
    })),
    decisions,
    can: {
      note: may('person.note', viewer, found),
      restrict: await whereToRestrict(viewer, found),
    },
  }
}

/** Everywhere, and the essays in which the viewer may have a person's words wait; null for one they may not act on. */
async function whereToRestrict(viewer: SignedIn, person: { id: string; role: SignedIn['role'] }) {
  if (!may('person.note', viewer, person)) return null
  const of = moderatedEssays(viewer)
  const essays = await db.essay.findMany({
    where: { AND: [visibleEssays(viewer), of === 'all' ? {} : { id: { in: [...of] } }] },
    orderBy: [{ createdAt: 'desc' }, { id: 'desc' }],
    select: { slug: true, title: true, language: true },
  })
  return { everywhere: may('person.restrict', viewer, { ...person, essayId: null }), essays }
}

/** A note for those who moderate; nobody else ever reads it but the person themselves, in the copy of their data. */
export async function writeNote(viewer: Viewer, { handle, body }: WriteNote): Promise<void> {
  allow('desk.enter', viewer)
  const person = await db.person.findUnique({
    where: { handle, deletedAt: null },
    select: { id: true, role: true },
  })
  if (!person) throw new Refusal('not-found')
  allow('person.note', viewer, person)
  await db.personNote.create({
    data: { id: newId(), personId: person.id, byId: viewer.id, body },
    select: { id: true },
  })
}
