import { JOBS, type JobName, type JobPayload } from './job'
import { tellCooled } from './moderation/cooling'
import { applyDecision } from './moderation/effect'
import { tellOfChanges } from './notifications/changed'
import { mailEverybody } from './notifications/mail-everybody'
import { forgetRefused, mailNews, type Post } from './notifications/mails'
import { forgetOldNetworks } from './people/sessions'
import { finishDeletion } from './privacy/deletion'
import { forgetOldExports, makeExport } from './privacy/exports'
import { rehearse } from './rules/rehearse'
import { pruneOutbox } from './upkeep/outbox'

/** Job name to what it does. Each is safe to run twice: a crash may come between its end and the queue's knowing of it. */
const RUN: { [N in JobName]: (payload: JobPayload<N>, post: Post) => Promise<unknown> } = {
  upkeep: async () => {
    await pruneOutbox()
    await forgetOldNetworks()
    await forgetOldExports()
    await forgetRefused()
  },
  rehearse: ({ rehearsalId }) => rehearse(rehearsalId),
  export: ({ id }) => makeExport(id),
  'delete-account': ({ personId }) => finishDeletion(personId),
  mail: ({ personId }, post) => mailNews(personId, post),
  mails: () => mailEverybody(),
  changed: ({ revisionId }) => tellOfChanges(revisionId),
  'decision.effect': ({ caseId }) => applyDecision(caseId),
  'thread.cooled': ({ paragraphId }) => tellCooled(paragraphId),
}

/** What runs by the clock, on whichever node comes first: minute, hour, day of month, month, day of week, in UTC. */
export const TIMETABLE: readonly { at: string; name: JobName }[] = [
  { at: '17 3 * * *', name: 'upkeep' },
  { at: '*/5 * * * *', name: 'mails' },
]

export const JOB_NAMES = Object.keys(JOBS) as JobName[]

/**
 * @param post sends a mail of news: its words are not the forum's (app/_web/mails)
 * @throws ZodError for a payload of another version: the queue keeps the job and tries it again
 */
export async function runJob<N extends JobName>(name: N, payload: unknown, post: Post): Promise<void> {
  // graphile-worker puts what it knows of a job by the clock into its payload.
  const given = typeof payload === 'object' && payload !== null ? { ...payload } : {}
  Reflect.deleteProperty(given, '_cron')
  await RUN[name](JOBS[name].parse(given) as JobPayload<N>, post)
}
