import { db } from '@/lib/db'
import { newId } from '@/lib/id'
import { hashSecret, newSecret } from '@/lib/secret'

export const SESSION_DAYS = 30

/** A new session of a person. @returns the token for the cookie; the database keeps its hash. */
export async function startSession(personId: string): Promise<{ token: string; expires: Date }> {
  const token = newSecret()
  const expires = new Date(Date.now() + SESSION_DAYS * 86_400_000)
  await db.session.create({
    data: { id: newId(), sessionToken: hashSecret(token), userId: personId, expires },
    select: { id: true },
  })
  return { token, expires }
}

export async function endSession(token: string): Promise<void> {
  await db.session.deleteMany({ where: { sessionToken: hashSecret(token) } })
}
