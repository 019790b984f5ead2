import { countsNow } from '@/forum/people/suspension'
import { db } from '@/lib/db'
import { type Check, holdFor } from './written'

/** What somebody writes waits of whom a moderator wants to read everything first, here or everywhere; edits too. */
export const restricted: Check = {
  name: 'restricted',
  async look({ by, thread }) {
    const found = await db.restriction.findFirst({
      where: { ...countsNow('approval'), personId: by.id, OR: [{ essayId: null }, { essayId: thread.essayId }] },
      select: { id: true },
    })
    return found ? holdFor('restricted') : null
  },
}
