import { ownCommentsSince } from './own-comments'
import { answersForIt, type Check, secondsUntil } from './written'

/** A paragraph that is cooling: one comment of a person in so many seconds. */
export const slowMode: Check = {
  name: 'slow-mode',
  async look(written) {
    const { slowSeconds, slowUntil } = written.thread
    if (written.isEdit || slowSeconds === null || answersForIt(written)) return null
    if (slowUntil !== null && slowUntil.getTime() <= Date.now()) return null
    const own = await ownCommentsSince(written.by.id, new Date(Date.now() - slowSeconds * 1000))
    const last = own.find(({ paragraphId }) => paragraphId === written.thread.id)
    if (!last) return null
    return { refuse: 'slow-mode', facts: { seconds: secondsUntil(last.createdAt.getTime() + slowSeconds * 1000) } }
  },
}
