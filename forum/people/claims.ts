import { allow } from '@/forum/policy'
import { Refusal } from '@/forum/refusal'
import type { Viewer } from '@/forum/viewer'
import { db, Prisma, sqlState, type Tx } from '@/lib/db'
import { skeletonOf } from './look-alike'
import { refuseTooFast } from './pace'
import { renewThreadsOf } from './renew-threads'
import { isRetired } from './retired'

/** People have to be found again by those who know them. */
const CHANGES = { name: 'handle-change', points: 2, seconds: 30 * 86_400 }

/**
 * The name is this person's from now on, and stays theirs. Two who want names that look the same at the same moment wait here
 * for each other. @throws Refusal handle-taken, handle-alike
 */
export async function claimHandle(tx: Tx, personId: string, handle: string): Promise<void> {
  const skeleton = skeletonOf(handle)
  if (await isRetired(tx, handle)) throw new Refusal('handle-taken', { field: 'handle' })
  await tx.$executeRaw(Prisma.sql`SELECT pg_advisory_xact_lock(hashtextextended(${`handle ${skeleton}`}, 0))`)
  const others = await tx.handleClaim.findMany({
    where: { OR: [{ handle }, { skeleton }], personId: { not: personId } },
    select: { handle: true },
  })
  if (others.some((other) => other.handle === handle)) throw new Refusal('handle-taken', { field: 'handle' })
  if (others.length > 0) throw new Refusal('handle-alike', { field: 'handle' })
  await tx.handleClaim.upsert({
    where: { handle },
    create: { handle, skeleton, personId },
    update: {},
    select: { handle: true },
  })
}

/**
 * Another name. The old one stays this person's: its address leads to them, and nobody can pass for who they were.
 * @throws Refusal handle-taken, handle-alike, too-fast
 */
export async function changeHandle(viewer: Viewer, handle: string): Promise<void> {
  allow('self.change', viewer)
  if (handle === viewer.handle) return
  await refuseTooFast(CHANGES, viewer.id)
  try {
    await db.$transaction(async (tx) => {
      // Of the time before names were claimed.
      await claimHandle(tx, viewer.id, viewer.handle)
      await claimHandle(tx, viewer.id, handle)
      await tx.person.update({ where: { id: viewer.id }, data: { handle }, select: { id: true } })
    })
  } catch (error) {
    if (sqlState(error) === '23505') throw new Refusal('handle-taken', { field: 'handle' })
    throw error
  }
  await renewThreadsOf(viewer.id)
}

/** Who a name leads to now; null when it is nobody's, or still its owner's own. */
export async function movedTo(handle: string): Promise<string | null> {
  const claim = await db.handleClaim.findUnique({
    where: { handle },
    select: { person: { select: { handle: true } } },
  })
  return claim && claim.person.handle !== handle ? claim.person.handle : null
}
