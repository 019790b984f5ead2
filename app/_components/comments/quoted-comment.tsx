import type { CommentView } from '@/forum/comments/view'
import type { Language } from '@/messages/language'
import { thread } from '@/messages/thread'
import { When } from './when'
import { Written } from './written'

/** A comment as context: what is answered, or what is about to be deleted. */
export function QuotedComment({ comment, language }: { comment: CommentView; language: Language }) {
  return (
    <div className="rounded-lg border border-rule bg-sunk px-3.5 py-2.5 text-sm text-ink-2">
      {comment.author ? (
        <>
          <p>
            <b className="font-semibold">{comment.author.displayName}</b> ·{' '}
            <When at={comment.createdAt} language={language} />
          </p>
          <Written html={comment.html ?? ''} className="mt-1" />
        </>
      ) : (
        <p>{comment.status === 'deleted' ? thread[language].deleted : thread[language].removed}</p>
      )}
    </div>
  )
}
