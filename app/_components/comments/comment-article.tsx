'use client'
import type { ReactNode } from 'react'
import { ChangedTag } from '@/app/_components/live/changed-tag'
import { useShown } from '@/app/_components/live/shown'
import { shownName } from '@/app/_components/people/shown-name'
import { NewTag } from '@/app/_components/unread/new-tag'
import type { ThreadComment } from '@/forum/comments/queries'
import type { Language } from '@/messages/language'
import { CommentActions } from './comment-actions'
import { CommentHeader } from './comment-header'
import { Covered } from './covered'
import { HeldLine } from './held-line'
import type { ThreadPlace } from './place'
import { QuotedWords } from './quoted-words'
import { RemovedPlace } from './removed-place'
import { Written } from './written'

type Props = { comment: ThreadComment; place: ThreadPlace; answers: ReactNode; language: Language }

/** One comment without what was answered to it: as it was drawn, and as others change it while the thread is open. */
export function CommentArticle({ comment: drawn, place, answers, language }: Props) {
  const { now, waits, gone } = useShown(drawn)
  const isOld = now.writtenOn < place.since
  const author = gone ? null : authorOf(now)
  return (
    <article aria-label={author ? shownName(author.handle, language) : undefined}>
      <NewTag id={now.id} paragraphId={place.paragraphId} language={language} />
      {waits ? <ChangedTag id={now.id} isBack={author === null} language={language} /> : null}
      {answers}
      {author ? <CommentHeader comment={now} author={author} place={place} language={language} /> : null}
      {author && now.status === 'held' ? <HeldLine comment={now} language={language} /> : null}
      {author ? (
        <Covered handle={author.handle} language={language}>
          {now.quote ? <QuotedWords quote={now.quote} isOld={isOld} place={place} language={language} /> : null}
          <Written html={now.html ?? ''} className="my-1.5" />
        </Covered>
      ) : (
        <RemovedPlace comment={now} gone={gone} language={language} />
      )}
      {/* Whoever is writing an answer goes on when the comment is taken away. */}
      {author || authorOf(drawn) ? (
        <CommentActions comment={now} isHere={author !== null} closed={place.closed} language={language} />
      ) : null}
    </article>
  )
}

/** Who wrote it, where it is more than a place: its author and the moderators still read what was removed. */
const authorOf = (comment: Pick<ThreadComment, 'status' | 'author'>) =>
  comment.status === 'removed' ? null : comment.author
