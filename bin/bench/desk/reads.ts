import { readFigures } from '@/forum/figures/queries'
import { readCase } from '@/forum/moderation/queries'
import { countQueues, readDeskFigures, readQueue } from '@/forum/moderation/queue'
import { readRecord } from '@/forum/moderation/record'
import type { Viewer } from '@/forum/viewer'
import type { Read } from '../plans/reads'
import { PROLIFIC, QUIET, RARE_REASON } from './fill'
import { type Places, RARE_ESSAY } from './forums'

/** The queries of the desk's pages, by the functions the pages call. */
export function deskReads(moderator: Viewer, { prolificCase, amid }: Places): Read[] {
  const states = ['open', 'done'] as const
  const narrow = {
    'of an essay': { essay: RARE_ESSAY },
    'of a person': { person: QUIET },
    'of one who wrote much': { person: PROLIFIC },
    'of a reason': { reason: RARE_REASON },
  }
  const figures = (days: 30 | 365, essay?: string) => () => readFigures(moderator, { days, essay })
  return [
    { name: 'queue, open by age', run: () => readQueue(moderator, { state: 'open' }) },
    { name: 'queue, open by age, later', run: () => readQueue(moderator, { state: 'open', after: amid }) },
    { name: 'queue, open by score', run: () => readQueue(moderator, { state: 'open', sort: 'score' }) },
    { name: 'queue, held', run: () => readQueue(moderator, { state: 'held' }) },
    { name: 'queue, done', run: () => readQueue(moderator, { state: 'done' }) },
    ...states.flatMap((state) =>
      Object.entries(narrow).map(([of, narrowed]) => ({
        name: `queue, ${state}, ${of}`,
        run: () => readQueue(moderator, { state, ...narrowed }),
      })),
    ),
    { name: 'queue, how many in each', run: () => countQueues(moderator) },
    { name: 'desk, line above', run: () => readDeskFigures(moderator) },
    { name: 'case, of much history', run: () => readCase(moderator, prolificCase) },
    { name: 'person, of much history', run: () => readRecord(moderator, PROLIFIC) },
    // They look at all that came and was decided in their range, and at what belongs to it; at nothing else.
    { name: 'figures, 30 days', run: figures(30), most: 30_000 },
    { name: 'figures, a year', run: figures(365), most: 350_000 },
    { name: 'figures, a year, of an essay', run: figures(365, RARE_ESSAY), most: 50_000 },
  ]
}
