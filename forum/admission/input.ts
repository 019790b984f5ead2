import { z } from 'zod'
import { REASON_MAX, REASON_MIN } from '@/forum/moderation/input'
import { AskedHandle, Secret } from '@/forum/people/input'
import { typed, typedLine } from '@/forum/text'

export const PLACES_MAX = 1_000
export const DAYS_MAX = 365

export const MakeInvitation = z.strictObject({
  places: z.coerce.number().int().min(1).max(PLACES_MAX),
  days: z.coerce.number().int().min(1).max(DAYS_MAX),
  note: typedLine({ min: 0, max: 100 })
    .transform((note) => note || null)
    .optional(),
})
export type MakeInvitation = z.output<typeof MakeInvitation>

export const RevokeInvitation = z.strictObject({ id: z.uuid() })

export const TakeInvitation = z.strictObject({ secret: Secret })

export const AdmitNewcomer = z.strictObject({ handle: AskedHandle })

/** Whoever is refused is told why. */
export const RefuseNewcomer = z.strictObject({
  handle: AskedHandle,
  reason: typed({ max: REASON_MAX })
    .transform((reason) => reason.trim())
    .refine((reason) => [...reason].length >= REASON_MIN, 'note-needed'),
})
