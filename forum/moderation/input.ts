import { z } from 'zod'
import { Count } from '@/forum/comments/input'
import { AskedHandle } from '@/forum/people/input'
import { isUnseen, typed, typedLine } from '@/forum/text'

export const FLAG_REASONS = ['spam', 'unkind', 'off-topic', 'illegal', 'other'] as const
export type FlagReason = (typeof FLAG_REASONS)[number]
export const NOTE_MAX = 500
export const REASON_MIN = 3
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
    /** The revision of the comment the reader had before them; the present one when it is not said. */
    revision: Count.optional(),
  })
  .refine((flag) => flag.reason !== 'other' || !isUnseen(flag.note ?? ''), {
    path: ['note'],
    message: 'note-needed',
  })
export type FlagComment = z.infer<typeof FlagComment>
/** The form of a page: it says which comment. */
export const FlagForm = FlagComment.safeExtend({ commentId: z.uuid() })

export const DecideCase = z.strictObject({
  act: z.enum(['approve', 'remove']),
  reason: typedLine({ min: REASON_MIN, max: REASON_MAX }),
  /** What the moderator had on the screen: a decision on anything newer is refused. */
  version: Count,
  commentRevision: Count,
})
export type DecideCase = z.infer<typeof DecideCase>

/** Reasons a moderator need not type; messages/moderation.ts has their sentences. */
export const READY_REASONS = ['within-rules', 'advertising', 'personal', 'elsewhere', 'unlawful'] as const
export type ReadyReason = (typeof READY_REASONS)[number]

/** The desk's form: a ready reason, own words or both; where the list beside the case stood. */
export const DecideForm = z.strictObject({
  ...DecideCase.shape,
  caseId: z.uuid(),
  reason: typed({ max: REASON_MAX }).default(''),
  ready: z.enum(['', ...READY_REASONS]).default(''),
  state: z.enum(['open', 'done']).default('open'),
  after: z.string().max(80).default(''),
})

export const SUSPENSION_DAYS = [1, 7, 30, 365] as const

export const SuspendPerson = z.strictObject({
  days: z.coerce.number().int().min(1).max(3650),
  reason: typedLine({ min: REASON_MIN, max: REASON_MAX }),
})
export type SuspendPerson = z.infer<typeof SuspendPerson>
/** The form stands beside a case and leads back to it. */
export const SuspendForm = SuspendPerson.extend({ handle: AskedHandle, caseId: z.uuid() })

export const LiftSuspension = z.strictObject({ reason: typedLine({ min: REASON_MIN, max: REASON_MAX }) })
export type LiftSuspension = z.infer<typeof LiftSuspension>
export const LiftForm = LiftSuspension.extend({ handle: AskedHandle })

/** Of an address of the desk. What is not understood is left out: a page that was reached opens at its beginning. */
export const DeskAddress = z.object({
  state: z.enum(['open', 'done']).catch('open'),
  after: z.string().max(80).optional().catch(undefined),
  done: z.uuid().optional().catch(undefined),
})
export type DeskAddress = z.infer<typeof DeskAddress>

export const PeopleAddress = z.object({
  q: typedLine({ min: 0, max: 60 }).catch(''),
  after: typedLine({ min: 1, max: 60 }).optional().catch(undefined),
})
