import { refuseTooFast } from '@/forum/people/pace'
import { refuseOwnWords } from '@/forum/people/password-rules'
import type { CurrentSession } from '@/forum/people/sessions'
import { allow } from '@/forum/policy'
import { Refusal } from '@/forum/refusal'
import type { Viewer } from '@/forum/viewer'
import { db } from '@/lib/db'
import { hashPassword, passwordMatches } from '@/lib/password'
import type { ChangePassword } from './input'

const PASSWORD_TRIES = { name: 'password-change', points: 10, seconds: 15 * 60 }

/**
 * A new password, or the first one. Every session but this one ends: whoever was in by the old one is out.
 * @throws Refusal wrong-password, prove-again, password-yours, too-fast
 */
export async function changePassword(
  viewer: Viewer,
  session: CurrentSession,
  input: ChangePassword,
): Promise<{ email: string | null }> {
  allow('self.change', viewer)
  await refuseTooFast(PASSWORD_TRIES, viewer.id)
  const person = await db.person.findUniqueOrThrow({
    where: { id: viewer.id },
    select: { handle: true, email: true, credential: { select: { passwordHash: true } } },
  })
  const stored = person.credential?.passwordHash ?? null
  // Whoever knows the old one has proved who they are.
  if (stored === null && !session.proven) throw new Refusal('prove-again')
  if (stored !== null && !(await passwordMatches(stored, input.password)))
    throw new Refusal('wrong-password', { field: 'password' })
  refuseOwnWords(input.newPassword, person, 'newPassword')
  const passwordHash = await hashPassword(input.newPassword)
  await db.$transaction([
    db.credential.upsert({
      where: { personId: viewer.id },
      create: { personId: viewer.id, passwordHash },
      update: { passwordHash },
      select: { personId: true },
    }),
    db.session.deleteMany({ where: { userId: viewer.id, id: { not: session.id } } }),
  ])
  return { email: person.email }
}

/** One of one's own sessions ends; its browser learns of it at its next request. */
export async function endOwnSession(viewer: Viewer, sessionId: string): Promise<void> {
  allow('self.change', viewer)
  await db.session.deleteMany({ where: { userId: viewer.id, id: sessionId } })
}

export async function endOtherSessions(viewer: Viewer, sessionId: string): Promise<void> {
  allow('self.change', viewer)
  await db.session.deleteMany({ where: { userId: viewer.id, id: { not: sessionId } } })
}
