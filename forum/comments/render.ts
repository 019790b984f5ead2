import { Refusal } from '@/forum/refusal'
import { isUnseen } from '@/forum/text'
import { renderMarkdown } from '@/lib/markdown'

/**
 * The words of a comment as HTML. Markdown can make nothing of something: a line that only defines a link's address, a
 * rule, an empty list. @throws Refusal body-empty
 */
export function renderBody(body: string): string {
  const html = renderMarkdown(body)
  if (isUnseen(html.replace(/<[^>]*>/g, ''))) throw new Refusal('body-empty', { field: 'body' })
  return html
}
