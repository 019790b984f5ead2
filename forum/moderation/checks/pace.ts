import { countAgainst } from '@/lib/limits'
import { answersForIt, type Check, type Verdict } from './written'

const DAY_MS = 24 * 60 * 60 * 1000
/** Nobody reads, thinks and writes faster. */
const PACE = { name: 'post-pace', points: 1, seconds: 8 }
/** On the first day, when nobody here knows them yet. */
const FIRST_DAY = { name: 'post-first-day', points: 10, seconds: 24 * 60 * 60 }

/** Counted in the database, so that two comments sent at once are two. The last of what refuses: what is refused is not counted. */
export const pace: Check = {
  name: 'pace',
  async look(written): Promise<Verdict> {
    const { by } = written
    if (written.isEdit || answersForIt(written)) return null
    const wait = await countAgainst(PACE, by.id)
    if (wait > 0) return { refuse: 'too-fast', facts: { seconds: wait } }
    if (Date.now() - by.createdAt.getTime() >= DAY_MS) return null
    const day = await countAgainst(FIRST_DAY, by.id)
    return day > 0 ? { refuse: 'first-day', facts: { count: FIRST_DAY.points, seconds: day } } : null
  },
}
