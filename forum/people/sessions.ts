import { db } from '@/lib/db'
import { newId } from '@/lib/id'
import { hashSecret, keyedHash, newSecret } from '@/lib/secret'

/** A session that nobody uses ends after so long … */
export const SESSION_DAYS = 30
/** … and every session after so long, however much it is used. */
export const SESSION_MOST_DAYS = 180
/** How long after signing in somebody may change what their account is opened with. */
export const PROOF_MINUTES = 15
/** How long a session waits for the second step. */
const HALFWAY_MINUTES = 15
/** As long as the networks of sessions are kept, hashed. */
const NETWORK_DAYS = 30
/** Once in so long is enough to say when a session was last used, and spares a write on every request. */
const SEEN_EVERY_MS = 10 * 60_000

const days = (count: number) => count * 86_400_000

/** Where a session begins: the browser in words and the network, as far as they are known. */
export type Seat = { device: string | null; network: string | null }
export const NOWHERE: Seat = { device: null, network: null }

/** The session that something is asked from; `proven`: its person signed in a moment ago. */
export type CurrentSession = { id: string; proven: boolean }

/**
 * A new session of a person. `halfway` when they have to show a second thing before it is theirs, unless `strong`: what they
 * showed was two things already. @returns the token for the cookie; the database keeps its hash.
 */
export async function startSession(
  personId: string,
  seat: Seat = NOWHERE,
  strong = false,
): Promise<{ token: string; expires: Date; halfway: boolean }> {
  const token = newSecret()
  const expires = new Date(Date.now() + days(SESSION_DAYS))
  return { token, expires, ...(await keepSession({ token, personId, expires }, seat, strong)) }
}

export async function keepSession(
  session: { token: string; personId: string; expires: Date },
  seat: Seat,
  strong = false,
): Promise<{ halfway: boolean }> {
  const { twoSteps } = await db.person.findUniqueOrThrow({
    where: { id: session.personId },
    select: { twoSteps: true },
  })
  return db.session.create({
    data: {
      id: newId(),
      sessionToken: hashSecret(session.token),
      userId: session.personId,
      expires: session.expires,
      device: seat.device,
      networkHash: seat.network && keyedHash(seat.network),
      halfway: twoSteps && !strong,
    },
    select: { halfway: true },
  })
}

export async function endSession(token: string): Promise<void> {
  await db.session.deleteMany({ where: { sessionToken: hashSecret(token) } })
}

/** The session of a token while it counts: used within 30 days, begun within 180. */
export async function readSession(token: string) {
  const now = new Date()
  const session = await db.session.findUnique({
    where: {
      sessionToken: hashSecret(token),
      halfway: false,
      expires: { gt: now },
      createdAt: { gt: new Date(now.getTime() - days(SESSION_MOST_DAYS)) },
    },
    select: { id: true, userId: true, expires: true, seenAt: true, provenAt: true },
  })
  if (session && now.getTime() - session.seenAt.getTime() > SEEN_EVERY_MS)
    await db.session.updateMany({ where: { id: session.id }, data: { seenAt: now } })
  return session
}

/** Whose session waits for the second step. */
export async function readHalfway(token: string): Promise<{ personId: string } | null> {
  const session = await db.session.findUnique({
    where: {
      sessionToken: hashSecret(token),
      halfway: true,
      createdAt: { gt: new Date(Date.now() - HALFWAY_MINUTES * 60_000) },
    },
    select: { userId: true },
  })
  return session && { personId: session.userId }
}

/** Networks, also hashed, are kept for 30 days. */
export async function forgetOldNetworks(): Promise<void> {
  await db.session.updateMany({
    where: { networkHash: { not: null }, createdAt: { lt: new Date(Date.now() - days(NETWORK_DAYS)) } },
    data: { networkHash: null },
  })
}
