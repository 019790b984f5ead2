import { z } from 'zod'
import { Count } from '@/forum/comments/input'
import { Slug } from '@/forum/essay/input'
import { AskedHandle, PEOPLE_AMONG } from '@/forum/people/input'
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

/** What a moderator can decide. Suspending and banning take the comment out too. */
export const DECISION_ACTS = [
  'approve',
  'remove',
  'removeAndClose',
  'askEdit',
  'warn',
  'suspend',
  'ban',
  'lock',
  'slow',
  'noAction',
] as const
export type DecisionAct = (typeof DECISION_ACTS)[number]

/** Reasons a moderator need not type; messages/moderation.ts has their sentences. */
export const READY_REASONS = ['within-rules', 'advertising', 'personal', 'elsewhere', 'unlawful', 'repeats'] as const
export type ReadyReason = (typeof READY_REASONS)[number]

const Days = z.coerce.number().int().min(1).max(3650)

/** What is offered for slow mode: seconds between two comments of one person, and days. Others can be asked for. */
export const SLOW_SECONDS = [60, 300, 600, 1800, 3600] as const
export const SLOW_DAYS = [1, 3, 7, 30] as const
/** A comment a day is the slowest; the database says so too. */
const SlowSeconds = z.coerce.number().int().min(1).max(86_400)

export const DecideCase = z.strictObject({
  act: z.enum(DECISION_ACTS),
  reason: typedLine({ min: REASON_MIN, max: REASON_MAX }),
  /** What the moderator had on the screen: a decision on anything newer is refused. */
  version: Count,
  commentRevision: Count,
  basis: z.enum(READY_REASONS).optional(),
  /** Length of a suspension (a week when it is not said) or of slow mode (a day). */
  days: Days.optional(),
  slowSeconds: SlowSeconds.optional(),
  /** The lease under which it was looked at: one that was lost since decides nothing. */
  fence: Count.optional(),
})
export type DecideCase = z.infer<typeof DecideCase>

export const QUEUE_STATES = ['open', 'held', 'appeal', 'escalated', 'done'] as const
export type QueueState = (typeof QUEUE_STATES)[number]

/** Where the list beside a case stood and what it was narrowed to; every form of the desk carries it. */
export const LIST_PLACE = {
  state: z.enum(QUEUE_STATES).default('open'),
  after: z.string().max(80).default(''),
  listSort: z.string().max(10).default(''),
  listEssay: z.string().max(100).default(''),
  listReason: z.string().max(60).default(''),
  listPerson: z.string().max(60).default(''),
}

const Reason = typedLine({ min: REASON_MIN, max: REASON_MAX })

/** The desk's form: a ready reason, own words or both; where the list beside the case stood. */
export const DecideForm = z.strictObject({
  ...DecideCase.omit({ basis: true }).shape,
  caseId: z.uuid(),
  reason: typed({ max: REASON_MAX }).default(''),
  ready: z.enum(['', ...READY_REASONS]).default(''),
  days: z.union([z.literal(''), Days]).optional(),
  slowSeconds: z.union([z.literal(''), SlowSeconds]).optional(),
  slowDays: z.union([z.literal(''), Days]).optional(),
  fence: z.union([z.literal(''), Count]).optional(),
  ...LIST_PLACE,
})

export const ClaimForm = z.strictObject({
  caseId: z.uuid(),
  /** The lease of somebody else that has run out is taken over only by saying so. */
  takeOver: z.literal('yes').optional(),
  ...LIST_PLACE,
})

export const PassCase = z.strictObject({
  /** A moderator's name; nobody: to the owners. */
  to: z.union([z.literal(''), AskedHandle]).default(''),
  note: Reason,
})
export type PassCase = z.infer<typeof PassCase>
export const PassForm = PassCase.extend({ caseId: z.uuid(), ...LIST_PLACE })

/** One discussion, from its own page: slower, closed, or as it was. What is not chosen does not count. */
export const CoolThread = z.strictObject({
  paragraphId: z.uuid(),
  act: z.enum(['slow', 'lock', 'open']),
  slowSeconds: SlowSeconds.default(600),
  slowDays: Days.default(1),
  reason: Reason,
})
export type CoolThread = z.infer<typeof CoolThread>

export const UndoForm = z.strictObject({ decisionId: z.uuid(), ...LIST_PLACE })
export const ReopenForm = z.strictObject({ caseId: z.uuid(), ...LIST_PLACE })

export const APPEAL_MAX = 4_000
export const AppealDecision = z.strictObject({ text: typed({ min: REASON_MIN, max: APPEAL_MAX }) })
export type AppealDecision = z.infer<typeof AppealDecision>
export const AppealForm = AppealDecision.extend({ decisionId: z.uuid() })
export const AcknowledgeForm = z.strictObject({ decisionId: z.uuid() })

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

/** `essay`: its slug; empty: everywhere. */
export const RestrictPerson = z.strictObject({
  handle: AskedHandle,
  days: z.coerce.number().int().min(1).max(3650),
  essay: z.union([z.literal(''), Slug]).default(''),
  reason: typedLine({ min: REASON_MIN, max: REASON_MAX }),
})
export type RestrictPerson = z.infer<typeof RestrictPerson>

/** `handle`: the person on whose page it stands, for the way back. */
export const EndRestriction = z.strictObject({
  restrictionId: z.uuid(),
  handle: AskedHandle,
  reason: typedLine({ min: REASON_MIN, max: REASON_MAX }),
})
export type EndRestriction = z.infer<typeof EndRestriction>

/** The same for what somebody wrote about themselves. */
export const ClearAboutForm = LiftForm

/** Of an essay's author: until a moderator has looked. */
export const HidePending = z.strictObject({
  commentId: z.uuid(),
  reason: typedLine({ min: REASON_MIN, max: REASON_MAX }),
})
export type HidePending = z.infer<typeof HidePending>

/** What moderators note about a person, for each other. */
export const PERSON_NOTE_MAX = 2_000
export const WriteNote = z.strictObject({ handle: AskedHandle, body: typed({ min: 1, max: PERSON_NOTE_MAX }) })
export type WriteNote = z.infer<typeof WriteNote>

/** Of an address of the desk. What is not understood is left out: a page that was reached opens at its beginning. */
export const DeskAddress = z.object({
  state: z.enum(QUEUE_STATES).catch('open'),
  sort: z.enum(['age', 'score']).optional().catch(undefined),
  essay: typedLine({ min: 1, max: 100 }).optional().catch(undefined),
  reason: typedLine({ min: 1, max: 60 }).optional().catch(undefined),
  person: AskedHandle.optional().catch(undefined),
  after: z.string().max(80).optional().catch(undefined),
  done: z.uuid().optional().catch(undefined),
})
export type DeskAddress = z.infer<typeof DeskAddress>
/** The list of an address, without what was just done. */
export type ListPlace = Omit<DeskAddress, 'done'>

export const PeopleAddress = z.object({
  q: typedLine({ min: 0, max: 60 }).catch(''),
  after: typedLine({ min: 1, max: 60 }).optional().catch(undefined),
  among: z.enum(PEOPLE_AMONG).catch('everybody'),
})
