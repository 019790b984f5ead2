import { z } from 'zod'
import { allow } from '@/forum/policy'
import { Refusal } from '@/forum/refusal'
import { typedLine } from '@/forum/text'
import type { Viewer } from '@/forum/viewer'
import { db } from '@/lib/db'
import { newId } from '@/lib/id'
import { hashSecret, newSecret } from '@/lib/secret'

export const TOKEN_DAYS = [7, 30, 90, 365] as const
const MOST = 20

export const MakeToken = z.strictObject({
  name: typedLine({ min: 1, max: 60 }),
  scope: z.enum(['read', 'write', 'moderate']),
  days: z.coerce.number().pipe(z.literal(TOKEN_DAYS)),
})
export type MakeToken = z.infer<typeof MakeToken>

export const RevokeToken = z.strictObject({ id: z.uuid() })

/** Shown once, to whoever runs the command; the database keeps its hash. @throws Refusal not-found */
export async function makeApiToken(handle: string, name: string): Promise<string> {
  const person = await db.person.findUnique({ where: { handle, deletedAt: null }, select: { id: true } })
  if (!person) throw new Refusal('not-found')
  return keepToken(person.id, { name, scope: 'moderate', expiresAt: null })
}

/** A token of one's own, with an end. It is as good as a way in: the door asks for a recent sign-in. @throws Refusal tokens-full */
export async function makeOwnToken(viewer: Viewer, { name, scope, days }: MakeToken): Promise<string> {
  allow('self.change', viewer)
  await db.apiToken.deleteMany({ where: { personId: viewer.id, expiresAt: { lte: new Date() } } })
  if ((await db.apiToken.count({ where: { personId: viewer.id } })) >= MOST) throw new Refusal('tokens-full')
  return keepToken(viewer.id, { name, scope, expiresAt: new Date(Date.now() + days * 86_400_000) })
}

/** One of one's own is good for nothing from its next use on. */
export async function revokeToken(viewer: Viewer, id: string): Promise<void> {
  allow('self.change', viewer)
  await db.apiToken.deleteMany({ where: { personId: viewer.id, id } })
}

type Made = { name: string; scope: MakeToken['scope']; expiresAt: Date | null }

async function keepToken(personId: string, made: Made): Promise<string> {
  // The prefix lets secret scanners and people recognise what was left lying about.
  const token = `mgn_${newSecret()}`
  await db.apiToken.create({
    data: { id: newId(), personId, ...made, tokenHash: hashSecret(token) },
    select: { id: true },
  })
  return token
}
