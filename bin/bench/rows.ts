import { FIRST_ESSAY } from '../commands/names'
import { type Base, PARAGRAPH } from './database'
import type { Forum } from './forum'
import { SORTS } from './places'

/** What a row may cost. Multiples, since machines differ: milliseconds would be a budget for one of them only. */
export type Budget = {
  /** CPU per request, web and PostgreSQL together, as a multiple of bare Node's in the same run. */
  times: number
  /** CPU per request in the large thread as a multiple of that in the small one. */
  growth: number
  because: string
}

export type Row = { name: string; path: string; headers: Record<string, string>; budget: Budget }

// PRODUCT: "Ours costs the same at a million." A third more is what the noise of a shared machine makes of "the same".
export const SAME = 1.3

// Two to three times what a run on a quiet machine measured (docs/performance.md).

const ESSAY = { times: 4, growth: SAME, because: 'finished bytes from memory (docs/decisions/009)' }
const ESSAY_PACKED = { ...ESSAY, times: 6, because: 'the same, compressed once' }
const THREAD = {
  ...ESSAY,
  times: 9,
  because: 'finished as well, 140 to 220 KB: each comment stands in it as HTML and as the data React starts from',
}
const THREAD_PACKED = { ...THREAD, times: 7, because: 'the same, compressed once' }
const DYNAMIC = {
  times: 1_900,
  growth: SAME,
  because: 'two queries and React drawing twenty comments with their replies; readers beyond the first page',
}
const LIST = { times: 500, growth: SAME, because: 'two queries, one of them the page with its replies, as JSON' }
const LINK = { times: 1_000, growth: SAME, because: 'three look-ups by key, and Next answering with an address' }
const GUEST = { times: 130, growth: SAME, because: 'no query: what is not signed in has no session to look for' }
const MEMBER = { times: 400, growth: SAME, because: 'session, person, unread: three look-ups by key' }

export const POSTING: Budget = {
  times: 1_200,
  growth: SAME,
  because:
    'one transaction on the disk: comment, counters, outbox; Markdown before it, one look at the result after it',
}

/** Everything that is read, in the order it is printed. */
export function rowsOf(forum: Forum, { cookie }: Pick<Base, 'cookie'>): Row[] {
  const essay = `/essays/${FIRST_ESSAY}`
  const page = `${essay}/p/${PARAGRAPH}`
  const { paragraphId, deep, hot, amid } = forum.thread
  const api = `/api/paragraphs/${paragraphId}/comments`
  const gzip = { 'accept-encoding': 'gzip' }
  const row = (name: string, path: string, budget: Budget, headers = {}): Row => ({ name, path, headers, budget })
  return [
    row('essay page', essay, ESSAY),
    row('essay page, gzip', essay, ESSAY_PACKED, gzip),
    row('thread, first page', page, THREAD),
    row('thread, first page, gzip', page, THREAD_PACKED, gzip),
    row('thread, later page', `${page}/comments?sort=newest&cursor=${deep.newest}`, DYNAMIC),
    row('permanent link, redirect', `/c/${amid}`, LINK),
    row('permanent link, window', `${page}/comments?at=${amid}`, DYNAMIC),
    ...SORTS.flatMap((sort) => [
      row(`API, ${sort}, first page`, `${api}?sort=${sort}`, LIST),
      row(`API, ${sort}, deep page`, `${api}?sort=${sort}&cursor=${deep[sort]}`, LIST),
    ]),
    row('API, replies, first page', `/api/comments/${hot?.id}/replies`, LIST),
    row('API, replies, deep page', `/api/comments/${hot?.id}/replies?cursor=${hot?.deep}`, LIST),
    row('API, one comment', `/api/comments/${amid}`, LIST),
    row('who am I, guest', '/api/me', GUEST),
    row('who am I, signed in', '/api/me', MEMBER, { cookie }),
  ]
}
