import type { ReactNode } from 'react'
import { PersonName } from '@/app/_components/people/person-name'
import { shownName } from '@/app/_components/people/shown-name'
import { NewTag } from '@/app/_components/unread/new-tag'
import { commentAnchor, commentPath, inLanguage, thenPath } from '@/app/_web/address'
import type { ThreadComment } from '@/forum/comments/queries'
import type { Language } from '@/messages/language'
import { thread } from '@/messages/thread'
import { Avatar } from '@/ui/avatar'
import { CommentActions } from './comment-actions'
import { CommentList } from './comment-list'
import { HeldLine } from './held-line'
import { MoreReplies } from './more-replies'
import type { ThreadPlace } from './place'
import { QuotedWords } from './quoted-words'
import { RemovedPlace } from './removed-place'
import { When } from './when'
import { Written } from './written'

type Props = {
  comment: ThreadComment
  place: ThreadPlace
  language: Language
  level: number
  answers?: ReactNode
}

/** One comment with what was answered to it. Drawn on the server, and in the browser for pages that come later. */
export function CommentItem({ comment, place, language, level, answers }: Props) {
  const t = thread[language]
  // Who wrote it, where it is more than a place: its author and the moderators still read what was removed.
  const author = comment.status === 'removed' ? null : comment.author
  const shown = comment.replies.filter((reply) => reply.status === 'published').length
  return (
    <li
      id={commentAnchor(comment.id)}
      tabIndex={-1}
      className="relative scroll-mt-20 pt-4 outline-none [&:focus-visible>article]:outline-2 [&:focus-visible>article]:outline-offset-4 [&:focus-visible>article]:outline-rubric target:bg-rubric-wash/40 data-posted:bg-rubric-wash/40"
    >
      <article aria-label={author ? shownName(author.handle, language) : undefined}>
        <NewTag id={comment.id} paragraphId={place.paragraphId} language={language} />
        {answers}
        {author ? (
          <>
            <header className="flex flex-wrap items-center gap-x-2 gap-y-0.5 text-sm">
              <Avatar name={author.handle} />
              <PersonName person={{ handle: author.handle }} language={language} className="font-semibold" />
              {author.role === 'member' ? null : (
                <span className="rounded bg-rubric-wash px-1.5 text-xs leading-5 text-rubric-ink">
                  {t.roles[author.role]}
                </span>
              )}
              <a
                href={inLanguage(language, commentPath(comment.id))}
                className="text-[0.8125rem] text-ink-3 hover:underline"
              >
                <When at={comment.createdAt} language={language} />
              </a>
              {comment.editedAt ? (
                <a
                  href={inLanguage(language, `${commentPath(comment.id)}/history`)}
                  className="text-[0.8125rem] text-ink-3 hover:underline"
                >
                  {t.edited}
                </a>
              ) : null}
              {comment.writtenOn < place.since ? (
                <a
                  href={inLanguage(language, thenPath(place.paragraphId, comment.writtenOn))}
                  title={t.thenAndNow}
                  className="text-[0.8125rem] text-ink-3 underline decoration-dotted underline-offset-2 hover:text-ink"
                >
                  {t.onRevision(comment.writtenOn)}
                </a>
              ) : null}
            </header>
            {comment.quote ? (
              <QuotedWords
                quote={comment.quote}
                isOld={comment.writtenOn < place.since}
                place={place}
                language={language}
              />
            ) : null}
            {comment.status === 'held' ? <HeldLine comment={comment} language={language} /> : null}
            <Written html={comment.html ?? ''} className="my-1.5" />
            <CommentActions comment={comment} closed={place.closed} language={language} />
          </>
        ) : (
          <RemovedPlace comment={comment} language={language} />
        )}
      </article>
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
        <MoreReplies
          comment={comment}
          place={place}
          hidden={comment.replyCount - shown}
          language={language}
          level={level + 1}
        />
      ) : null}
    </li>
  )
}
