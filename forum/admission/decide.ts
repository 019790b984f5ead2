import { change } from '@/forum/change'
import { writeLog } from '@/forum/log/mutations'
import { allow } from '@/forum/policy'
import { Refusal } from '@/forum/refusal'
import type { Viewer } from '@/forum/viewer'

/** Whom to tell, and where. */
export type Decided = { email: string | null; language: string | null; changed: boolean }

/** Who proves an address needs no moderator, and cannot be refused by one. */
const FROM = { admitted: ['waiting', 'unproven', 'refused'], refused: ['waiting'] } as const

/** They write from now on. Also whoever was refused before, or cannot prove an address. @throws Refusal not-found, sign-in-required, suspended */
export async function admitNewcomer(viewer: Viewer, handle: string): Promise<Decided> {
  return decide(viewer, handle, { state: 'admitted', reason: null })
}

/** They go on reading. @throws Refusal not-found, sign-in-required, suspended */
export async function refuseNewcomer(viewer: Viewer, handle: string, reason: string): Promise<Decided> {
  return decide(viewer, handle, { state: 'refused', reason })
}

/**
 * The log says that it happened, and not to whom: that somebody was not let in is nobody else's business. Whoever was let in is
 * refused no more: for what they do from then on there are suspensions. Of two moderators at once the first decides.
 */
async function decide(
  viewer: Viewer,
  handle: string,
  outcome: { state: 'admitted' | 'refused'; reason: string | null },
): Promise<Decided> {
  allow('newcomer.decide', viewer)
  return change(
    async (tx) => {
      const person = await tx.person.findUnique({
        where: { handle, deletedAt: null, admission: { isNot: null } },
        select: { id: true, email: true, language: true },
      })
      if (!person) throw new Refusal('not-found')
      const { count } = await tx.admission.updateMany({
        where: { personId: person.id, state: { in: [...FROM[outcome.state]] } },
        data: { ...outcome, decidedAt: new Date(), decidedById: viewer.id },
      })
      const act = outcome.state === 'admitted' ? 'newcomer.admit' : 'newcomer.refuse'
      if (count === 1) await writeLog(tx, { act, subject: person.id, byId: viewer.id })
      return { email: person.email, language: person.language, changed: count === 1 }
    },
    { log: true },
  )
}
