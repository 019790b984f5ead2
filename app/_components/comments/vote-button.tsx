'use client'
import { useState } from 'react'
import { useMe } from '@/app/_components/frame/me'
import type { CommentView } from '@/forum/comments/view'
import type { Language } from '@/messages/language'
import { thread } from '@/messages/thread'
import { forgetMine, useMine } from './mine'
import { sendVote } from './send-vote'

type Props = { comment: CommentView; own: boolean; language: Language }

/** One upvote. A form, so that it works without JavaScript and leads guests through sign-in. */
export function VoteButton({ comment, own, language }: Props) {
  const t = thread[language]
  const me = useMe()
  const before = useMine(comment.paragraphId)?.votes.includes(comment.id) ?? false
  /** `over`: the comment as it was shown then; what is heard of it later counts the votes of others too. */
  const [changed, setChanged] = useState<{ voted: boolean; score: number; over: CommentView }>()
  const [problem, setProblem] = useState<string>()
  const voted = changed?.voted ?? before
  const score = changed?.over === comment ? changed.score : comment.score
  if (own)
    return (
      <span className="tabular-nums text-ink-2">
        <span aria-hidden="true">▲</span> {score}
      </span>
    )
  return (
    <>
      <form
        method="post"
        action="/do/comments/vote"
        onSubmit={async (event) => {
          if (!me?.handle) return
          event.preventDefault()
          const form = event.currentTarget
          const result = await sendVote(comment.id, !voted, language)
          if (result === 'sign-in') return form.submit()
          if ('score' in result) {
            setChanged({ voted: !voted, score: result.score, over: comment })
            forgetMine(comment.paragraphId)
          }
          setProblem('problem' in result ? result.problem : undefined)
        }}
      >
        <input type="hidden" name="lang" value={language} />
        <input type="hidden" name="commentId" value={comment.id} />
        <input type="hidden" name="on" value={voted ? '0' : '1'} />
        <button
          type="submit"
          aria-pressed={voted}
          aria-label={voted ? t.unvote(score) : t.vote(score)}
          className="inline-flex items-center gap-1 tabular-nums text-ink-2 hover:text-rubric-ink aria-pressed:font-semibold aria-pressed:text-rubric-ink pointer-coarse:min-h-11"
        >
          <span aria-hidden="true">▲</span> {score}
        </button>
      </form>
      {problem ? (
        <p role="alert" className="order-last w-full text-rubric-ink">
          {problem}
        </p>
      ) : null}
    </>
  )
}
