import { problemSentence } from '@/app/_components/people/problem-sentence'
import { Body } from '@/forum/comments/input'
import { renderMarkdown } from '@/lib/markdown'
import type { Language } from '@/messages/language'
import { keptForm } from './kept'

export type Search = Promise<Record<string, string | string[] | undefined>>

/** What a page with a comment's form gives to its composer: what was kept, its problem in words, its preview. */
export async function keptComment(search: Search, language: Language) {
  const kept = await keptForm('comment', (await search).kept)
  if (!kept) return undefined
  const { body = '', quote, intent, paragraphId, parentId, revision } = kept.fields
  // What is kept may be far larger than a comment: only what could be one is rendered, by whoever asks for the page.
  const shown = intent === 'preview' ? Body.safeParse(body).data : undefined
  return {
    id: kept.id,
    body,
    quote: quote || undefined,
    problem: kept.problem ? problemSentence(kept.problem, language) : undefined,
    html: shown === undefined ? undefined : renderMarkdown(shown),
    // Of the kept form, so that two tabs of it post one comment.
    clientId: kept.fields.clientId || `kept-${kept.id}`,
    /** Where it was to stand; what it answers; the revision that was being edited. */
    paragraphId,
    parentId: parentId || undefined,
    revision,
  }
}
