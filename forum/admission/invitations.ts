import { change } from '@/forum/change'
import { writeLog } from '@/forum/log/mutations'
import { allow } from '@/forum/policy'
import { Refusal } from '@/forum/refusal'
import type { Viewer } from '@/forum/viewer'
import { db, Prisma, type Tx } from '@/lib/db'
import { newId } from '@/lib/id'
import { hashSecret, newSecret } from '@/lib/secret'
import type { MakeInvitation } from './input'

/** @returns the secret of the address `/invitation/{secret}`, which is not kept */
export async function makeInvitation(viewer: Viewer, input: MakeInvitation): Promise<{ secret: string }> {
  allow('invitation.make', viewer)
  const secret = newSecret()
  const expiresAt = new Date(Date.now() + input.days * 86_400_000)
  return change(
    async (tx) => {
      const { id } = await tx.invitation.create({
        data: {
          id: newId(),
          secretHash: hashSecret(secret),
          note: input.note ?? null,
          places: input.places,
          byId: viewer.id,
          expiresAt,
        },
        select: { id: true },
      })
      await writeLog(tx, {
        act: 'invitation.make',
        subject: id,
        byId: viewer.id,
        details: { places: input.places, until: expiresAt.toISOString() },
      })
      return { secret }
    },
    { log: true },
  )
}

/** Nobody comes in by it any more; who did stays. One that was taken back already is what was wanted. @throws Refusal not-found */
export async function revokeInvitation(viewer: Viewer, id: string): Promise<void> {
  allow('invitation.make', viewer)
  await change(
    async (tx) => {
      const there = await tx.invitation.findUnique({ where: { id }, select: { id: true } })
      if (!there) throw new Refusal('not-found')
      const { count } = await tx.invitation.updateMany({
        where: { id, revokedAt: null },
        data: { revokedAt: new Date() },
      })
      if (count === 1) await writeLog(tx, { act: 'invitation.revoke', subject: id, byId: viewer.id })
    },
    { log: true },
  )
}

/**
 * The newcomer has one of its places. The row is locked by the first to ask: of two with the last place one is refused, and
 * is nobody, since it is the transaction that makes them. @throws Refusal link-used
 */
export async function takePlace(tx: Tx, secret: string, personId: string): Promise<void> {
  const [invitation] = await tx.$queryRaw<{ id: string }[]>(Prisma.sql`
    UPDATE "Invitation" SET "taken" = "taken" + 1
    WHERE "secretHash" = ${hashSecret(secret)} AND "taken" < "places" AND "revokedAt" IS NULL AND "expiresAt" > now()
    RETURNING "id"`)
  if (!invitation) throw new Refusal('link-used')
  await tx.invitationUse.create({ data: { personId, invitationId: invitation.id }, select: { personId: true } })
}

/** Who invites; null for a link that opens nothing. Looking takes no place. */
export async function readInvitation(secret: string): Promise<{ by: string } | null> {
  const found = await db.invitation.findUnique({
    where: { secretHash: hashSecret(secret), revokedAt: null, expiresAt: { gt: new Date() } },
    select: { places: true, taken: true, by: { select: { handle: true } } },
  })
  return found && found.taken < found.places ? { by: found.by.handle } : null
}
