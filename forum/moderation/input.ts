import { z } from 'zod'
import { typed, typedLine } from '@/forum/text'

export const FLAG_REASONS = ['spam', 'unkind', 'off-topic', 'illegal', 'other'] as const
export const NOTE_MAX = 500
export const REASON_MAX = 1_000

/** `off-topic` is the word outside; the database's enum spells it as a TypeScript name. */
export const STORED_REASON = {
  spam: 'spam',
  unkind: 'unkind',
  'off-topic': 'offTopic',
  illegal: 'illegal',
  other: 'other',
} as const

export const FlagComment = z
  .strictObject({
    reason: z.enum(FLAG_REASONS),
    note: typed({ max: NOTE_MAX }).nullish(),
  })
  .refine((flag) => flag.reason !== 'other' || (flag.note ?? '').trim() !== '', {
    path: ['note'],
    message: 'note-needed',
  })
export type FlagComment = z.infer<typeof FlagComment>

export const DecideCase = z.strictObject({
  act: z.enum(['approve', 'remove']),
  reason: typedLine({ min: 3, max: REASON_MAX }),
  /** What the moderator had on the screen: a decision on anything newer is refused. */
  version: z.coerce.number().int().min(1),
  commentRevision: z.coerce.number().int().min(1),
})
export type DecideCase = z.infer<typeof DecideCase>

export const SUSPENSION_DAYS = [1, 7, 30, 365] as const

export const SuspendPerson = z.strictObject({
  days: z.coerce.number().int().min(1).max(3650),
  reason: typedLine({ min: 3, max: REASON_MAX }),
})
export type SuspendPerson = z.infer<typeof SuspendPerson>
