import { QuotedComment } from '@/app/_components/comments/quoted-comment'
import type { CommentView } from '@/forum/comments/view'
import type { Language } from '@/messages/language'
import { moderation } from '@/messages/moderation'

/** The comment a reader is about to report, so that nobody reports the wrong one. */
export function FlaggedComment({ comment, language }: { comment: CommentView; language: Language }) {
  return (
    <section aria-label={moderation[language].flagComment} className="mt-5 mb-6 max-h-96 overflow-y-auto">
      <QuotedComment comment={comment} language={language} />
    </section>
  )
}
