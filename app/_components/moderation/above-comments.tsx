import { QuotedComment } from '@/app/_components/comments/quoted-comment'
import type { CommentView } from '@/forum/comments/view'
import type { Language } from '@/messages/language'
import { moderation } from '@/messages/moderation'

/** Comments right above the one in question that are open at once; what led there is folded up. */
const NEAR = 1

export function AboveComments({ above, language }: { above: CommentView[]; language: Language }) {
  const t = moderation[language]
  if (above.length === 0) return null
  const earlier = above.slice(0, -NEAR)
  return (
    <div className="mb-3">
      <h3 id="above" className="mb-1.5 text-[0.8125rem] text-ink-3">
        {t.above}
      </h3>
      {earlier.length > 0 ? (
        <details className="mb-2">
          <summary className="py-1 text-sm text-rubric-ink">{t.moreAbove(earlier.length)}</summary>
          <Comments comments={earlier} language={language} />
        </details>
      ) : null}
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: long, it would push the comment in question out of a desk of the window's height; it scrolls by itself, by keys too. */}
      <section aria-labelledby="above" tabIndex={0} className="rounded-lg wide:max-h-28 wide:overflow-y-auto">
        <Comments comments={above.slice(-NEAR)} language={language} />
      </section>
    </div>
  )
}

function Comments({ comments, language }: { comments: CommentView[]; language: Language }) {
  return (
    <ol className="grid gap-2">
      {comments.map((comment) => (
        <li key={comment.id} className="min-w-0">
          <QuotedComment comment={comment} language={language} />
        </li>
      ))}
    </ol>
  )
}
