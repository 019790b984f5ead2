import { shownName } from '@/app/_components/people/shown-name'
import type { CommentView } from '@/forum/comments/view'
import type { Language } from '@/messages/language'
import { RemovedPlace } from './removed-place'
import { When } from './when'
import { Written } from './written'

/** A comment as context: what is answered, reported, voted for, or about to be deleted. */
export function QuotedComment({ comment, language }: { comment: CommentView; language: Language }) {
  const { author } = comment
  // Its author and the moderators may still read the words of what was removed.
  if (!author || comment.status === 'removed') return <RemovedPlace comment={comment} language={language} />
  return (
    <div className="min-w-0 rounded-lg border border-rule bg-sunk px-3.5 py-2.5 text-sm text-ink-2">
      <p>
        <b className="font-semibold wrap-anywhere">{shownName(author.handle, language)}</b> ·{' '}
        <When at={comment.createdAt} language={language} />
      </p>
      <Written html={comment.html ?? ''} className="mt-1" />
    </div>
  )
}
