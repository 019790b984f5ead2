import { readMine } from '@/forum/comments/mine'
import { postComment } from '@/forum/comments/mutations'
import { locateComment, readAbove, readReplies, readThread } from '@/forum/comments/queries'
import { readRecent } from '@/forum/comments/recent'
import { readParagraphFeed, readPersonFeed } from '@/forum/feeds/queries'
import { readDesk } from '@/forum/moderation/queries'
import { countQueues, nextOpenCase, readDeskFigures, readQueue } from '@/forum/moderation/queue'
import { readNotifications } from '@/forum/notifications/queries'
import { findBeginning } from '@/forum/people/beginning'
import { readMe } from '@/forum/people/me'
import { readProfile } from '@/forum/people/queries'
import { SearchQuery } from '@/forum/search/input'
import { search } from '@/forum/search/queries'
import { findSimilar } from '@/forum/similar/queries'
import { readFresh, readStanding } from '@/forum/unread/queries'
import { GUEST, type Viewer } from '@/forum/viewer'
import { db } from '@/lib/db'
import { SORTS, type Thread } from '../places'

/** Frequent words of what the bench writes, and a few that nobody wrote. */
const DRAFT =
  'The workshop of a television maker is no factory for cars, nor would a quagga draw them. 工厂不是这样造车的。'
const LONG_AGO = new Date('2000-01-01T00:00:00.000Z')

async function slugOf(paragraphId: string): Promise<string> {
  const { essay } = await db.paragraph.findUniqueOrThrow({
    where: { id: paragraphId },
    select: { essay: { select: { slug: true } } },
  })
  return essay.slug
}

/** `most`: rows that one statement of it may look at, where that is not MANY_ROWS. */
export type Read = { name: string; run: () => Promise<unknown>; most?: number }
export type Threads = { large: Thread; small: Thread; empty: Thread }
export type Viewers = { reader: Viewer; moderator: Viewer }

/** Every query that a reader's or a moderator's page makes, by the functions the pages call. */
export function reads(threads: Threads, { reader, moderator }: Viewers): Read[] {
  return [
    ...Object.entries(threads).flatMap(([name, thread]) => threadReads(name, thread, reader)),
    ...personalReads(reader),
    ...['车', '工厂', 'television makers', '"a phrase that nobody wrote"'].flatMap((words) => searchFor(reader, words)),
    { name: 'recent comments, two pages', run: async () => readRecent(reader, { cursor: await nextRecent(reader) }) },
    { name: 'feed of a paragraph', run: () => readParagraphFeed(threads.large.paragraphId) },
    { name: 'feed of a person', run: () => readPersonFeed(reader.handle ?? '') },
    ...deskReads(moderator),
    { name: 'post a comment', run: () => postComment(reader, threads.large.paragraphId, { body: 'A comment.' }) },
  ]
}

function threadReads(name: string, thread: Thread, reader: Viewer): Read[] {
  const { paragraphId, hot, deepest } = thread
  const page = (viewer: Viewer, sort: (typeof SORTS)[number], cursor?: string) => () =>
    readThread(viewer, paragraphId, { sort, limit: 20, cursor })
  const replies = (id: string, cursor?: string) => () => readReplies(GUEST, id, { limit: 20, cursor })
  return [
    ...SORTS.map((sort) => ({ name: `${name} thread, ${sort}, first page`, run: page(GUEST, sort) })),
    ...SORTS.flatMap((sort) =>
      thread.deep[sort]
        ? [{ name: `${name} thread, ${sort}, deep page`, run: page(reader, sort, thread.deep[sort]) }]
        : [],
    ),
    ...(hot ? [{ name: `${name} thread, replies of the hottest, first page`, run: replies(hot.id) }] : []),
    ...(hot?.deep ? [{ name: `${name} thread, replies, deep page`, run: replies(hot.id, hot.deep) }] : []),
    ...(hot ? [{ name: `${name} thread, where a comment stands`, run: () => locateComment(GUEST, hot.id) }] : []),
    ...(deepest ? [{ name: `${name} thread, above the deepest`, run: () => readAbove(GUEST, deepest) }] : []),
    { name: `${name} thread, what is mine`, run: () => readMine(reader, paragraphId) },
    { name: `${name} thread, already said`, run: () => findSimilar(reader, 'bench', paragraphId, { body: DRAFT }) },
    { name: `${name} thread, what is new`, run: () => readFresh(reader, paragraphId, {}) },
    { name: `${name} thread, what is new to a guest`, run: () => readFresh(GUEST, paragraphId, { since: LONG_AGO }) },
    {
      name: `${name} thread, how many are new`,
      run: async () => readStanding(reader, await slugOf(paragraphId), { paragraph: paragraphId }),
    },
    {
      name: `${name} thread, how many are new to a guest`,
      run: async () => readStanding(GUEST, await slugOf(paragraphId), { since: LONG_AGO, paragraph: paragraphId }),
    },
  ]
}

function personalReads(reader: Viewer): Read[] {
  return [
    { name: 'who am I', run: () => readMe(reader) },
    { name: 'who begins so', run: () => findBeginning(reader, { starts: 'reader' }) },
    { name: 'notifications, first page', run: () => readNotifications(reader) },
    { name: 'notifications, second page', run: async () => readNotifications(reader, await secondPage(reader)) },
    { name: 'profile, first page', run: () => readProfile(GUEST, reader.handle ?? '') },
  ]
}

async function secondPage(reader: Viewer): Promise<string | undefined> {
  return (await readNotifications(reader)).before ?? undefined
}

async function nextRecent(reader: Viewer): Promise<string | undefined> {
  return (await readRecent(reader, {})).nextCursor ?? undefined
}

function searchFor(reader: Viewer, words: string): Read[] {
  return [{ name: `search for "${words}"`, run: () => search(reader, SearchQuery.parse({ q: words })) }]
}

function deskReads(moderator: Viewer): Read[] {
  const states = ['open', 'done'] as const
  return [
    ...states.map((state) => ({ name: `queue, ${state}, first page`, run: () => readQueue(moderator, { state }) })),
    ...states.map((state) => ({
      name: `queue, ${state}, two pages`,
      run: async () => {
        const { after } = await readQueue(moderator, { state })
        return readQueue(moderator, { state, after: after ?? undefined })
      },
    })),
    { name: 'queue, by score', run: () => readQueue(moderator, { state: 'open', sort: 'score' }) },
    { name: 'queue, how many in each', run: () => countQueues(moderator) },
    { name: 'desk with a case', run: () => readDesk(moderator, { state: 'open' }) },
    { name: 'desk, figures', run: () => readDeskFigures(moderator) },
    {
      name: 'desk, next case',
      run: async () => {
        const { cases } = await readQueue(moderator, { state: 'open' })
        return cases[0] && nextOpenCase(moderator, cases[0].id)
      },
    },
  ]
}
