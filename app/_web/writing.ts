import { renderMarkdown } from '@/lib/markdown'
import type { Language } from '@/messages/language'
import { refusals } from '@/messages/refusals'
import { keptForm } from './kept'

export type Search = Promise<Record<string, string | string[] | undefined>>

/** What a page with a comment's form gives to its composer: what was kept, its problem in words, its preview. */
export async function keptComment(search: Search, language: Language) {
  const kept = await keptForm('comment', (await search).kept)
  if (!kept) return undefined
  const { body = '', quote, intent } = kept.fields
  return {
    id: kept.id,
    body,
    quote: quote || undefined,
    problem: kept.problem ? refusals[language][kept.problem.code](kept.problem.facts ?? {}) : undefined,
    html: intent === 'preview' ? renderMarkdown(body) : undefined,
    // Of the kept form, so that two tabs of it post one comment.
    clientId: kept.fields.clientId || `kept-${kept.id}`,
  }
}
