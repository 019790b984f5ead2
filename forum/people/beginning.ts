import { z } from 'zod'
import { allow } from '@/forum/policy'
import type { Viewer } from '@/forum/viewer'
import { db } from '@/lib/db'
import { refuseTooFast } from './pace'

/** A list somebody looks over while typing. */
const SHOWN = 6
/** A question for each letter of fast typing; whoever wants a list of everybody does not get it. */
const ASKING = { name: 'people-beginning', points: 120, seconds: 60 }
/** After every handle with the same beginning, in the order of characters. */
const END = '\u{10ffff}'

export const Beginning = z.strictObject({
  starts: z
    .string()
    .max(60)
    .transform((value) => value.normalize('NFKC').replace(/^@/, '').toLowerCase())
    .refine((value) => /^[\p{L}\p{M}\p{N}_-]+$/u.test(value)),
})

/** People whose handle begins so, for "@…" while somebody writes. @throws Refusal sign-in-required, suspended, too-fast */
export async function findBeginning(viewer: Viewer, { starts }: z.infer<typeof Beginning>) {
  allow('people.mention', viewer)
  await refuseTooFast(ASKING, viewer.id)
  return db.$queryRaw<{ handle: string; displayName: string }[]>`
    SELECT p."handle", p."displayName" FROM "Person" p
    WHERE p."handle" COLLATE "C" >= ${starts} AND p."handle" COLLATE "C" < ${starts + END}
      AND p."deletedAt" IS NULL
    ORDER BY p."handle" COLLATE "C" LIMIT ${SHOWN}::int`
}
