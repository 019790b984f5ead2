import { z } from 'zod'
import { isRefusalCode, Refusal, type RefusalCode } from '@/forum/refusal'
import { db } from '@/lib/db'
import { newId } from '@/lib/id'
import { countAgainst } from '@/lib/limits'
import { hashSecret, sameHash } from '@/lib/secret'

/** Long enough to find a mail with a magic link and come back after lunch. */
const KEPT_HOURS = 48
/** Text of one form. A person's comment is at most 10,000 characters, 40 kB; what is longer stays in their browser. */
export const KEPT_MAX_BYTES = 256 * 1024

/** A class behind one address stays below it; somebody who fills the store does not. */
const KEEPING = { name: 'kept-form', points: 300, seconds: 60 * 60 }

const Fields = z.record(z.string(), z.string())
const Problem = z.object({
  code: z.string().refine(isRefusalCode),
  field: z.string().optional(),
  facts: z.record(z.string(), z.union([z.string(), z.number()])).optional(),
})

export type KeptForm = {
  id: string
  form: string
  fields: Record<string, string>
  problem: { code: RefusalCode; field?: string; facts?: Record<string, string | number> } | null
}

/**
 * Keeps what somebody wrote into a form that could not be accepted, so that the form can be shown again with it, after
 * sign-in as well. Bound to the browser by a secret in a cookie. Passwords are never handed in here.
 * @throws Refusal too-fast
 */
export async function keepForm(
  network: string,
  secret: string,
  kept: { form: string; fields: Record<string, string>; problem: KeptForm['problem'] },
): Promise<{ id: string }> {
  const wait = await countAgainst(KEEPING, network)
  if (wait > 0) throw new Refusal('too-fast', { facts: { seconds: wait } })
  const id = newId()
  const now = new Date()
  await db.keptForm.deleteMany({ where: { expiresAt: { lt: now } } })
  await db.keptForm.create({
    data: {
      id,
      secretHash: hashSecret(secret),
      form: kept.form,
      fields: Object.fromEntries(Object.entries(kept.fields).map((field) => field.map(storable))),
      problem: kept.problem
        ? { ...kept.problem, field: kept.problem.field && storable(kept.problem.field) }
        : undefined,
      expiresAt: new Date(now.getTime() + KEPT_HOURS * 3_600_000),
    },
    select: { id: true },
  })
  return { id }
}

/** jsonb holds no NUL and no half characters; what was written around them is shown again. */
const storable = (text: string) => text.toWellFormed().replaceAll('\0', '\ufffd')

/** @throws Refusal form-expired, also for another browser's form: it does not exist for this one. */
export async function readKeptForm(secret: string | undefined, id: string): Promise<KeptForm> {
  const row = z.uuid().safeParse(id).success
    ? await db.keptForm.findFirst({ where: { id, expiresAt: { gt: new Date() } } })
    : null
  if (!row || !secret || !sameHash(row.secretHash, hashSecret(secret))) throw new Refusal('form-expired')
  const problem = row.problem === null ? null : Problem.parse(row.problem)
  return { id: row.id, form: row.form, fields: Fields.parse(row.fields), problem: problem as KeptForm['problem'] }
}

export async function forgetKeptForm(secret: string | undefined, id: string): Promise<void> {
  if (!secret || !z.uuid().safeParse(id).success) return
  await db.keptForm.deleteMany({ where: { id, secretHash: hashSecret(secret) } })
}
