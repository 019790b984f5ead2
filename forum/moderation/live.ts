import { z } from 'zod'
import { allow } from '@/forum/policy'
import type { Viewer } from '@/forum/viewer'
import { moderatedIn } from '@/forum/visibility'
import { db } from '@/lib/db'
import { QUEUE_STATES } from './input'
import { countQueues } from './queue'

const MOST_ASKED = 60

/** Ids of the cases that a page shows, with commas between them, and the list they are of. */
export const LiveAddress = z.strictObject({
  cases: z
    .string()
    .max(MOST_ASKED * 37)
    .transform((list) => list.split(',').filter(Boolean))
    .pipe(z.array(z.uuid()).max(MOST_ASKED)),
  state: z.enum(QUEUE_STATES),
})

/** What happened to the cases of a page since it was drawn: who decided what. And how many its list has now. */
export async function readLive(viewer: Viewer, { cases, state }: z.output<typeof LiveAddress>) {
  allow('desk.enter', viewer)
  const [gone, counts] = await Promise.all([
    db.case.findMany({
      where: { id: { in: cases }, state: { not: 'open' }, ...moderatedIn(viewer) },
      orderBy: { id: 'asc' },
      select: {
        id: true,
        decisions: {
          orderBy: { createdAt: 'desc' },
          take: 1,
          select: { act: true, by: { select: { handle: true } } },
        },
      },
    }),
    countQueues(viewer),
  ])
  return {
    handled: gone.flatMap(({ id, decisions: [last] }) => (last ? [{ id, act: last.act, by: last.by.handle }] : [])),
    count: state === 'done' ? 0 : counts[state],
  }
}
