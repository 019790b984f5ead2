import { ownCommentsSince } from './own-comments'
import { type Check, holdFor } from './written'

const WEEK_MS = 7 * 24 * 60 * 60 * 1000
/** One removed comment is an accident, and so are two. */
const AT_LEAST = 3
const SHARE = 1 / 3

/** Of whose comments of seven days a third was removed: the next one is looked at first. */
export const history: Check = {
  name: 'history',
  async look({ by }) {
    const own = await ownCommentsSince(by.id, new Date(Date.now() - WEEK_MS))
    const removed = own.filter(({ status }) => status === 'removed').length
    return removed >= AT_LEAST && removed >= own.length * SHARE ? holdFor('history') : null
  },
}
