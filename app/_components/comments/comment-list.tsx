import type { ThreadComment } from '@/forum/comments/queries'
import type { Language } from '@/messages/language'
import { CommentItem } from './comment-item'

/** Deeper than this nothing is indented any more (PRODUCT: 6, on a phone 3). */
const WIDE_LEVELS = 6
const PHONE_LEVELS = 3

type Props = { comments: ThreadComment[]; language: Language; level?: number }

/** Comments and their replies as nested lists. `level` is the indent on this page, not the depth in the thread. */
export function CommentList({ comments, language, level = 0 }: Props) {
  const indent =
    level === 0
      ? ''
      : level > WIDE_LEVELS
        ? 'border-s border-rule ps-2'
        : level > PHONE_LEVELS
          ? 'border-s border-rule ps-2 mid:ms-[0.6875rem] mid:ps-4'
          : 'ms-[0.6875rem] border-s border-rule ps-3.5 mid:ps-5'
  return (
    <ul className={indent}>
      {comments.map((comment) => (
        <CommentItem key={comment.id} comment={comment} language={language} level={level} />
      ))}
    </ul>
  )
}
