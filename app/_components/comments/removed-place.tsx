'use client'
import type { CommentView } from '@/forum/comments/view'
import type { Language } from '@/messages/language'
import { thread } from '@/messages/thread'
import { useMine } from './mine'
import { Written } from './written'

type Props = {
  comment: CommentView
  /** The reader sees not even that it stood there, on the next page they are given. */
  gone?: boolean | undefined
  language: Language
}

/** Where a comment stood. Its author reads their words and the reason here, a moderator the words; nobody else does. */
export function RemovedPlace({ comment, gone = false, language }: Props) {
  const t = thread[language]
  const own = useMine(comment.paragraphId)?.removed.find((removed) => removed.id === comment.id)
  const html = gone ? null : (own?.html ?? comment.html)
  const sentence = gone ? t.gone : comment.status === 'deleted' ? t.deleted : own ? t.removedYours : t.removed
  return (
    <div className="rounded-md border border-dashed border-rule-strong px-3 py-2 text-sm text-ink-3">
      <p>{sentence}</p>
      {!gone && own?.reason ? (
        <p dir="auto" className="text-ink-2">
          {t.reason(own.reason)}
        </p>
      ) : null}
      {html ? (
        <div className="mt-2 border-s-2 border-rule-strong ps-3">
          {comment.author && !own ? <b className="font-semibold wrap-anywhere">{comment.author.handle}</b> : null}
          <Written html={html} />
        </div>
      ) : null}
    </div>
  )
}
