import { Refusal } from '@/forum/refusal'
import { dropSecondStep } from '@/forum/security/second-step'
import { db } from '@/lib/db'
import { aboutPerson, readHandle } from './people'

/** The operator knows by other means who is asking. */
export async function dropSecondStepOf(typed: string): Promise<{ handle: string }> {
  const handle = readHandle(typed)
  await aboutPerson(handle, async () => {
    const person = await db.person.findUnique({ where: { handle }, select: { id: true } })
    if (!person) throw new Refusal('not-found')
    await dropSecondStep(person.id)
  })
  return { handle }
}
