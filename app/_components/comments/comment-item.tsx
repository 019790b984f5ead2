import type { ReactNode } from 'react'
import { shownName } from '@/app/_components/people/shown-name'
import { commentAnchor } from '@/app/_web/address'
import type { ThreadComment } from '@/forum/comments/queries'
import type { Language } from '@/messages/language'
import { CommentArticle } from './comment-article'
import { CommentList } from './comment-list'
import { MoreReplies } from './more-replies'
import type { ThreadPlace } from './place'

type Props = {
  comment: ThreadComment
  place: ThreadPlace
  language: Language
  level: number
  answers?: ReactNode
}

/** One comment with what was answered to it. Drawn on the server, and in the browser for pages that come later. */
export function CommentItem({ comment, place, language, level, answers }: Props) {
  // Who wrote it, where it is more than a place: its author and the moderators still read what was removed.
  const author = comment.status === 'removed' ? null : comment.author
  const shown = comment.replies.filter((reply) => reply.status === 'published').length
  return (
    <li
      id={commentAnchor(comment.id)}
      tabIndex={-1}
      className="relative scroll-mt-20 pt-4 outline-none [&:focus-visible>article]:outline-2 [&:focus-visible>article]:outline-offset-4 [&:focus-visible>article]:outline-rubric target:bg-rubric-wash/40 data-posted:bg-rubric-wash/40"
    >
      <CommentArticle comment={comment} place={place} answers={answers} language={language} />
      {comment.replies.length > 0 ? (
        <CommentList
          comments={comment.replies}
          place={place}
          language={language}
          level={level + 1}
          answered={author ? shownName(author.handle, language) : undefined}
        />
      ) : null}
      {(comment.further ? comment.further.cursor !== null : comment.replyCount > shown) ? (
        <MoreReplies comment={comment} place={place} language={language} level={level + 1} />
      ) : null}
    </li>
  )
}
