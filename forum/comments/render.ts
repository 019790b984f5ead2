import { Refusal } from '@/forum/refusal'
import { isUnseen } from '@/forum/text'
import { renderMarkdown } from '@/lib/markdown'
import { findMentioned, mentionSpans } from './mentions'

/** `mentioned`: ids of those whom the words name. */
export type Rendered = { html: string; mentioned: string[] }

/**
 * The words of a comment as HTML. Markdown can make nothing of something: a line that only defines a link's address, a
 * rule, an empty list. @throws Refusal body-empty
 */
export async function renderBody(body: string): Promise<Rendered> {
  const mentioned = new Set<string>()
  const spans = mentionSpans(await findMentioned(body), (id) => mentioned.add(id))
  const html = renderMarkdown(body, spans)
  if (isUnseen(html.replace(/<[^>]*>/g, ''))) throw new Refusal('body-empty', { field: 'body' })
  return { html, mentioned: [...mentioned] }
}
