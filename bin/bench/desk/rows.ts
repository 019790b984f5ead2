import { casePath, queuePath, recordPath } from '@/app/_components/moderation/paths'
import type { Base } from '../database'
import { type Budget, type Row, SAME } from '../rows'
import { PROLIFIC, QUIET, RARE_REASON } from './fill'
import { type Places, RARE_ESSAY } from './forums'

// Two to three times what a run measured (docs/performance.md).

const QUEUE = {
  times: 6_000,
  growth: SAME,
  because:
    'figures, tabs, thirty lines, the first case with its paragraph and its author: a dozen queries and React drawing them',
}
const PERSON = {
  ...QUEUE,
  because: 'a history of 50,000 comments, 500 decisions and 400 reports against one of 50, 49 and 25',
}
const MONTH = {
  times: 12_000,
  growth: 4,
  because: 'reads every case and decision of its month, a hundred times as many, and draws the same from them',
}
const YEAR = { times: 150_000, growth: 25, because: 'the same of a year: half of all there is' }

/** The desk's pages, in the order they are printed. */
export function deskRowsOf({ prolificCase, amid }: Places, { deskCookie }: Pick<Base, 'deskCookie'>): Row[] {
  const row = (name: string, path: string, budget: Budget): Row => ({
    name,
    path,
    headers: { cookie: deskCookie },
    budget,
  })
  const narrow = (state: 'open' | 'done') => [
    row(`queue, ${state}, of an essay`, queuePath({ state, essay: RARE_ESSAY }), QUEUE),
    row(`queue, ${state}, of a person`, queuePath({ state, person: QUIET }), QUEUE),
    row(`queue, ${state}, of one who wrote much`, queuePath({ state, person: PROLIFIC }), QUEUE),
    row(`queue, ${state}, of a reason`, queuePath({ state, reason: RARE_REASON }), QUEUE),
  ]
  return [
    row('queue, open by age', queuePath(), QUEUE),
    row('queue, open by age, later', queuePath({ after: amid }), QUEUE),
    row('queue, open by score', queuePath({ sort: 'score' }), QUEUE),
    row('queue, done', queuePath({ state: 'done' }), QUEUE),
    ...narrow('open'),
    ...narrow('done'),
    row('case, of much history', casePath(prolificCase), PERSON),
    row('person, of much history', recordPath(PROLIFIC), PERSON),
    row('figures, 30 days', '/moderation/figures', MONTH),
    row('figures, a year', '/moderation/figures?days=365', YEAR),
  ]
}
