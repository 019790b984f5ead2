import { change } from '@/forum/change'
import { db } from '@/lib/db'

/** As many threads in one change as its wake-up has room for. */
const THREADS_AT_ONCE = 40

/** Expires the prerendered pages of every thread that somebody wrote in: they show names and roles. */
export async function renewThreadsOf(personId: string): Promise<void> {
  const threads = await db.comment.findMany({
    where: { authorId: personId },
    distinct: ['paragraphId'],
    select: { id: true, essayId: true, paragraphId: true },
  })
  for (let from = 0; from < threads.length; from += THREADS_AT_ONCE)
    await change(async (_, tell) => {
      for (const { id, essayId, paragraphId } of threads.slice(from, from + THREADS_AT_ONCE))
        tell({ topic: 'comment.changed', essayId, paragraphId, subjectId: id })
    })
}
