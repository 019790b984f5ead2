import { Refusal } from '@/forum/refusal'
import { db } from '@/lib/db'
import { newId } from '@/lib/id'
import { claimHandle } from './claims'

/**
 * A person without a password, added by the operator or a scenario; they sign in with a link or a provider.
 * @throws Refusal handle-taken, handle-alike, email-taken
 */
export async function addPerson(given: {
  handle: string
  displayName?: string
  email?: string
  language?: string
}): Promise<{ id: string }> {
  const email = given.email ?? null
  const taken = await db.person.findFirst({
    where: { OR: [{ handle: given.handle }, ...(email === null ? [] : [{ email }])] },
    select: { handle: true },
  })
  if (taken) throw new Refusal(taken.handle === given.handle ? 'handle-taken' : 'email-taken')
  return db.$transaction(async (tx) => {
    const made = await tx.person.create({
      data: {
        id: newId(),
        handle: given.handle,
        displayName: given.displayName ?? given.handle,
        email,
        language: given.language ?? null,
      },
      select: { id: true },
    })
    await claimHandle(tx, made.id, given.handle)
    return made
  })
}
