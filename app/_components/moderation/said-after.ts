import type { Desk } from '@/forum/moderation/queries'
import { desk as words } from '@/messages/desk'
import type { Language } from '@/messages/language'

/** What can be taken back was decided less than this ago. */
const JUST_MS = 60_000

/** What a screen reader hears of a decision or of taking one back: what became of whose comment, and what is on the page now. */
export function saidAfter({ done, chosen }: Desk, language: Language): string {
  const t = words[language]
  const next = chosen ? t.saidNext(chosen.person.handle) : t.saidNoNext
  if (done) {
    const act = t.acts[done.act]
    return [done.together > 1 ? t.saidMany(act, done.together) : t.said(act, done.author), next].join(' ')
  }
  const back = chosen?.decisions.find(
    ({ outcome, createdAt }) => outcome?.kind === 'cancelled' && Date.now() - new Date(createdAt).getTime() < JUST_MS,
  )
  return chosen && back ? t.said(t.outcome.cancelled ?? '', chosen.person.handle) : ''
}
