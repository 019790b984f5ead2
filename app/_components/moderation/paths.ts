import type { QueueState } from '@/forum/moderation/input'

const QUEUE = '/moderation'

/** What the desk's addresses carry: the list's tab and place, and what was just done (a case, a suspension). */
type Carried = {
  state?: QueueState
  sort?: string | undefined
  essay?: string | undefined
  reason?: string | undefined
  person?: string | undefined
  after?: string | undefined
  done?: string | undefined
  suspended?: boolean
}

/** The queue at a place of its list, without language prefix. */
export const queuePath = (carried: Carried = {}) => withQuery(QUEUE, carried)
/** A case, with the list beside it where it was. */
export const casePath = (caseId: string, carried: Carried = {}) =>
  withQuery(`${QUEUE}/cases/${encodeURIComponent(caseId)}`, carried)

function withQuery(path: string, { state, done, suspended, ...list }: Carried): string {
  const query = new URLSearchParams()
  if (state && state !== 'open') query.set('state', state)
  for (const name of ['sort', 'essay', 'reason', 'person', 'after'] as const) {
    const value = list[name]
    if (value) query.set(name, value)
  }
  if (done) query.set('done', done)
  if (suspended) query.set('suspended', '1')
  return query.size > 0 ? `${path}?${query}` : path
}

/** Where one discussion is slowed or closed; for authors too, and therefore not below the desk. */
export const coolPath = (paragraphId: string) => `/p/${encodeURIComponent(paragraphId)}/cool`

/** Everything the desk knows of a person. */
export const recordPath = (handle: string) => `/moderation/people/${encodeURIComponent(handle)}`
