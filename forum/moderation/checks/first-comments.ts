import { readSetting } from '@/forum/settings/settings'
import { db } from '@/lib/db'
import { type Check, holdFor } from './written'

/** With so many comments that stand, a person's comments wait no longer. */
const ENOUGH = 2

/** Where the owner wants it: the first comments of a person wait until two of them were approved. */
export const firstComments: Check = {
  name: 'first-comments',
  async look({ by, isEdit }) {
    if (isEdit || by.role !== 'member') return null
    const { holdFirst } = await readSetting('screening')
    if (!holdFirst) return null
    const standing = await db.comment.findMany({
      where: { authorId: by.id, status: 'published' },
      take: ENOUGH,
      select: { id: true },
    })
    return standing.length < ENOUGH ? holdFor('first-comments') : null
  },
}
