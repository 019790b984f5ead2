import { z } from 'zod'
import type { Tx } from '@/lib/db'
import { addJob } from '@/lib/queue'

/** What is done later, and what each needs to know: ids, never words, since these may be hidden until then. */
export const JOBS = {
  /** Once a day: what is no longer needed goes. */
  upkeep: z.strictObject({}),
  /** A copy of everything about a person is made. */
  export: z.strictObject({ id: z.uuid() }),
  /** What is left of an account that its person has deleted goes. */
  'delete-account': z.strictObject({ personId: z.uuid() }),
  /** A rule is run over the stored comments. */
  rehearse: z.strictObject({ rehearsalId: z.uuid() }),
  /** Looks whether a mail of news is due to a person. */
  mail: z.strictObject({ personId: z.uuid() }),
  /** Every five minutes: the same for all for whom something waits. */
  mails: z.strictObject({}),
  /** Tells those who commented on paragraphs that a revision changed. */
  changed: z.strictObject({ revisionId: z.uuid() }),
  /** When a decision takes effect; the one of the case that is waiting then. */
  'decision.effect': z.strictObject({ caseId: z.uuid() }),
  /** Slow mode of a discussion is over: its pages no longer say so. */
  'thread.cooled': z.strictObject({ paragraphId: z.uuid() }),
} as const satisfies Record<string, z.ZodObject>

export type JobName = keyof typeof JOBS
export type JobPayload<N extends JobName> = z.infer<(typeof JOBS)[N]>

/** Enqueues a job in the transaction of the fact it follows from. What it does stands in forum/jobs.ts. */
export function enqueue<N extends JobName>(
  tx: Pick<Tx, '$executeRaw'>,
  name: N,
  payload: JobPayload<N>,
  when?: Parameters<typeof addJob>[3],
) {
  return addJob(tx, name, payload, when)
}
