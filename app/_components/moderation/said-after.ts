import type { Desk } from '@/forum/moderation/queries'
import { desk as words } from '@/messages/desk'
import type { Language } from '@/messages/language'

/** What can be taken back was decided less than this ago. */
const JUST_MS = 60_000

/** What a screen reader hears of a decision or of taking one back: what became of whose comment, and what is on the page now. */
export function saidAfter({ done, chosen }: Desk, language: Language): string {
  const t = words[language]
  if (done) {
    const act = t.acts[done.act]
    const next = chosen ? t.saidNext(chosen.person.handle) : t.saidNoNext
    return [done.together > 1 ? t.saidMany(act, done.together) : t.said(act, done.author), next].join(' ')
  }
  return chosen && isTakenBack(chosen) ? t.said(t.outcome.cancelled ?? '', chosen.person.handle) : ''
}

/** Whether the last thing that happened to a case was that its decision was taken back, a moment ago. */
export function isTakenBack({ decisions }: NonNullable<Desk['chosen']>): boolean {
  return decisions.some(
    ({ outcome, createdAt }) => outcome?.kind === 'cancelled' && Date.now() - new Date(createdAt).getTime() < JUST_MS,
  )
}
