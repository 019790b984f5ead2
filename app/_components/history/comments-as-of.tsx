import type { ReactNode } from 'react'
import { TextLink } from '@/app/_components/people/text-link'
import { commentAnchor, commentPath, inLanguage } from '@/app/_web/address'
import type { CommentAsOf } from '@/forum/comments/as-of'
import type { Tree } from '@/forum/comments/tree'
import type { CommentView } from '@/forum/comments/view'
import { history } from '@/messages/history'
import type { Language } from '@/messages/language'
import { thread } from '@/messages/thread'
import { WordsAsOf } from './words-as-of'

type Comment = Tree<CommentView>

/** Deeper than this nothing is indented any more (PRODUCT: 6, on a phone 3). */
const WIDE_LEVELS = 6
const PHONE_LEVELS = 3

/** A discussion to be read and not to be joined: who, when and what, as nested lists. */
export function CommentsAsOf({ comments, language }: { comments: readonly CommentAsOf[]; language: Language }) {
  return (
    <ol className="grid grid-cols-1 gap-5 border-t border-rule pt-5">
      {comments.map((comment) => (
        <Item key={comment.id} comment={comment} level={0} answered={null} language={language}>
          {comment.moreReplies ? (
            <p className="mt-3 text-sm">
              <TextLink href={inLanguage(language, commentPath(comment.id))}>{history[language].moreReplies}</TextLink>
            </p>
          ) : null}
        </Item>
      ))}
    </ol>
  )
}

type ItemProps = {
  comment: Comment
  level: number
  answered: string | null
  language: Language
  children?: ReactNode
}

function Item({ comment, level, answered, language, children }: ItemProps) {
  // Where nothing is indented any more, a comment names whom it answers.
  const naming = level > WIDE_LEVELS ? '' : level > PHONE_LEVELS ? 'mid:hidden' : null
  return (
    <li id={commentAnchor(comment.id)} className="min-w-0 scroll-mt-20">
      <article aria-label={comment.status === 'removed' ? undefined : comment.author?.handle}>
        {answered !== null && naming !== null ? (
          <p className={`text-[0.8125rem] text-ink-3 ${naming}`}>{thread[language].answersTo(answered)}</p>
        ) : null}
        <WordsAsOf comment={comment} language={language} />
      </article>
      {comment.replies.length > 0 ? (
        <ol className={`mt-4 grid grid-cols-1 gap-4 ${indentOf(level + 1)}`}>
          {comment.replies.map((reply) => (
            <Item
              key={reply.id}
              comment={reply}
              level={level + 1}
              answered={comment.author?.handle ?? null}
              language={language}
            />
          ))}
        </ol>
      ) : null}
      {children}
    </li>
  )
}

function indentOf(level: number): string {
  if (level > WIDE_LEVELS) return ''
  if (level > PHONE_LEVELS) return 'mid:ms-[0.6875rem] mid:border-s mid:border-rule mid:ps-4'
  return 'ms-[0.6875rem] border-s border-rule ps-3.5 mid:ps-4'
}
