import { desk } from '@/messages/desk'
import type { Language } from '@/messages/language'
import { moderation } from '@/messages/moderation'

/** One reason why a case is here, in words; a rule stands under the name its writer gave it. */
export function reasonName({ source, code }: { source: string; code: string }, language: Language): string {
  if (source === 'rule') return code
  const flags: Record<string, string> = moderation[language].reasons
  return desk[language].codes[code] ?? flags[code] ?? code
}
