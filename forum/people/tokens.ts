import { Refusal } from '@/forum/refusal'
import { db } from '@/lib/db'
import { newId } from '@/lib/id'
import { hashSecret, newSecret } from '@/lib/secret'

/** Shown once, to whoever runs the command; the database keeps its hash. @throws Refusal not-found */
export async function makeApiToken(handle: string, name: string): Promise<string> {
  const person = await db.person.findUnique({ where: { handle }, select: { id: true } })
  if (!person) throw new Refusal('not-found')
  // The prefix lets secret scanners and people recognise what was left lying about.
  const token = `mgn_${newSecret()}`
  await db.apiToken.create({ data: { id: newId(), personId: person.id, name, tokenHash: hashSecret(token) } })
  return token
}
