import { BARRED_BY, barOf } from '@/forum/admission/bar'
import { readSetting } from '@/forum/settings/settings'
import type { Viewer } from '@/forum/viewer'
import { GUEST } from '@/forum/viewer'
import { db, type Prisma } from '@/lib/db'
import { hashSecret } from '@/lib/secret'
import { readSession } from './sessions'
import { activeSuspension } from './suspension'

/** Who a person is at this moment: role and standing come from their rows, never from a cookie. */
const STANDING = () =>
  ({
    id: true,
    handle: true,
    displayName: true,
    role: true,
    essaysOnly: true,
    moderated: { select: { essayId: true } },
    twoSteps: true,
    restrictions: activeSuspension(),
    ...BARRED_BY,
  }) as const satisfies Prisma.PersonSelect

export async function viewerOfPerson(personId: string): Promise<Viewer> {
  const person = await db.person.findUnique({ where: { id: personId, deletedAt: null }, select: STANDING() })
  if (!person) return GUEST
  const [suspension] = person.restrictions
  const owesSecondStep = person.role !== 'member' && !person.twoSteps && (await readSetting('moderators')).secondStep
  return {
    id: person.id,
    handle: person.handle,
    displayName: person.displayName,
    role: owesSecondStep ? 'member' : person.role,
    moderates: person.essaysOnly ? person.moderated.map(({ essayId }) => essayId) : 'all',
    suspendedUntil: suspension?.endsAt ?? null,
    suspendedFor: suspension?.reason ?? null,
    owesSecondStep,
    barred: await barOf(person),
  }
}

/** Whose session it is, by the token of its cookie; asked anew where an answer outlasts its request. */
export async function viewerOfSession(token: string): Promise<Viewer> {
  const session = await readSession(token)
  return session ? viewerOfPerson(session.userId) : GUEST
}

export type TokenScope = 'read' | 'write' | 'moderate'

/**
 * Whose token it is, and what it is good for. With less than `moderate` its person is a member here, whatever else they are:
 * the policy knows nothing of tokens. @returns null for a token that nobody has, or that has ended
 */
export async function readToken(token: string): Promise<{ viewer: Viewer; scope: TokenScope } | null> {
  const found = await db.apiToken.findUnique({
    where: { tokenHash: hashSecret(token) },
    select: { id: true, personId: true, lastUsedAt: true, scope: true, expiresAt: true },
  })
  if (!found || (found.expiresAt !== null && found.expiresAt <= new Date())) return null
  // Once a minute is enough to see which tokens are in use, and spares a write on every request.
  if (!found.lastUsedAt || Date.now() - found.lastUsedAt.getTime() > 60_000)
    await db.apiToken.updateMany({ where: { id: found.id }, data: { lastUsedAt: new Date() } })
  const viewer = await viewerOfPerson(found.personId)
  const narrowed =
    viewer.role === 'guest' || found.scope === 'moderate'
      ? viewer
      : { ...viewer, role: 'member' as const, owesSecondStep: false }
  return { viewer: narrowed, scope: found.scope }
}

/** The same where only the person is asked for. */
export async function viewerOfToken(token: string): Promise<Viewer | null> {
  return (await readToken(token))?.viewer ?? null
}
