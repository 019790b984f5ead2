import { Written } from '@/app/_components/comments/written'
import type { CommentView } from '@/forum/comments/view'
import type { Language } from '@/messages/language'
import { moderation } from '@/messages/moderation'
import { When } from './when'

/** The comment a reader is about to report, so that nobody reports the wrong one. */
export function FlaggedComment({ comment, language }: { comment: CommentView; language: Language }) {
  const t = moderation[language]
  return (
    <section
      aria-label={t.flagComment}
      className="mt-5 mb-6 max-h-96 overflow-y-auto rounded-lg border border-rule bg-leaf px-4 py-3.5"
    >
      {comment.author ? (
        <>
          <p className="mb-1 text-sm text-ink-3">
            <b className="font-semibold wrap-anywhere text-ink">{comment.author.handle}</b> ·{' '}
            <When at={comment.createdAt} language={language} />
          </p>
          <Written html={comment.html ?? ''} />
        </>
      ) : (
        <p className="text-ink-3">{t.gone}</p>
      )}
    </section>
  )
}
