'use client'
import type { CommentView } from '@/forum/comments/view'
import { held } from '@/messages/held'
import type { Language } from '@/messages/language'
import { thread } from '@/messages/thread'
import { useMine } from './mine'

/** That a comment waits for a moderator; to its author also why. */
export function HeldLine({ comment, language }: { comment: CommentView; language: Language }) {
  const own = useMine(comment.paragraphId)?.held.find(({ id }) => id === comment.id)
  return (
    <p className="text-[0.8125rem] text-warn">
      {thread[language].held}{' '}
      {own && own.why.length > 0 ? <span dir="auto">{held[language].because(own.why)}</span> : null}
    </p>
  )
}
