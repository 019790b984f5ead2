import type { ThreadComment } from '@/forum/comments/queries'
import type { Language } from '@/messages/language'
import { thread } from '@/messages/thread'
import { CommentItem } from './comment-item'
import type { ThreadPlace } from './place'

/** Deeper than this nothing is indented any more (PRODUCT: 6, on a phone 3). */
const WIDE_LEVELS = 6
const PHONE_LEVELS = 3

type Props = {
  comments: ThreadComment[]
  place: ThreadPlace
  language: Language
  level?: number
  answered?: string
}

/**
 * Comments and their replies as nested lists. `level` is the indent on this page, not the depth in the thread. Where
 * nothing is indented any more, each comment names whom it answers (`answered`).
 */
export function CommentList({ comments, place, language, level = 0, answered = '' }: Props) {
  const indent =
    level === 0 || level > WIDE_LEVELS
      ? ''
      : level > PHONE_LEVELS
        ? 'mid:ms-[0.6875rem] mid:border-s mid:border-rule mid:ps-4'
        : 'ms-[0.6875rem] border-s border-rule ps-3.5 mid:ps-4'
  const naming = level > WIDE_LEVELS ? '' : level > PHONE_LEVELS ? 'mid:hidden' : 'hidden'
  return (
    <ul className={indent}>
      {comments.map((comment) => (
        <CommentItem
          key={comment.id}
          comment={comment}
          place={place}
          language={language}
          level={level}
          answers={
            answered && naming !== 'hidden' ? (
              <p className={`text-[0.8125rem] text-ink-3 ${naming}`}>{thread[language].answersTo(answered)}</p>
            ) : null
          }
        />
      ))}
    </ul>
  )
}
