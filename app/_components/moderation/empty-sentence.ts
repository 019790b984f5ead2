import type { DeskAddress } from '@/forum/moderation/input'
import { desk } from '@/messages/desk'
import type { Language } from '@/messages/language'
import { moderation } from '@/messages/moderation'

/** Why a page of the queue has no case. */
export function emptySentence({ state, after, essay, reason, person }: DeskAddress, language: Language): string {
  const t = moderation[language]
  if (after) return t.emptyPage
  if (essay || reason || person) return desk[language].emptyNarrowed
  if (state === 'done') return t.emptyDone
  return state === 'open' ? t.emptyOpen : desk[language].empty[state]
}
