'use client'
import { useRef, useState } from 'react'
import { useMe } from '@/app/_components/frame/me'
import { shownName } from '@/app/_components/people/shown-name'
import { commentAnchor, commentPath, inLanguage } from '@/app/_web/address'
import type { CommentView } from '@/forum/comments/view'
import type { Language } from '@/messages/language'
import { thread } from '@/messages/thread'
import { Composer } from './composer'
import { PostedLine } from './posted-line'
import { useQuoting } from './quoting'
import { VoteButton } from './vote-button'

const ACTION = 'inline-flex items-center pointer-coarse:min-h-11 hover:text-ink'

type Props = {
  comment: CommentView
  /** False when it was taken away while the page was open: an answer that somebody writes stays. */
  isHere: boolean
  /** Nobody answers here any more. */
  closed: boolean
  language: Language
}

/** What can be done with a comment. Without JavaScript every one of them is a link to a page, or a form. */
export function CommentActions({ comment, isHere, closed, language }: Props) {
  const t = thread[language]
  const me = useMe()
  const [replying, setReplying] = useState<{ words: string; insert?: string }>()
  const [posted, setPosted] = useState<string>()
  const opener = useRef<HTMLAnchorElement>(null)
  const [handle] = useState(comment.author?.handle ?? '')
  const own = me?.handle === handle
  // The form of the answer takes them when it has opened.
  useQuoting(
    (asked) => !closed && replying === undefined && 'commentId' in asked && asked.commentId === comment.id,
    (words) => {
      setReplying({ words: wordsOf(comment.id), insert: words })
      setPosted(undefined)
    },
  )
  const address = inLanguage(language, commentPath(comment.id))
  const forOwn = (
    <>
      <a href={`${address}/edit`} className={ACTION}>
        {t.edit}
      </a>
      <a href={`${address}/delete`} className={ACTION}>
        {t.delete}
      </a>
    </>
  )
  return (
    <>
      <div hidden={!isHere} className="flex flex-wrap items-center gap-x-2.5 text-[0.8125rem] mid:gap-x-3.5 text-ink-3">
        <VoteButton comment={comment} own={own} language={language} />
        {closed ? null : (
          <a
            ref={opener}
            href={`${address}/reply`}
            aria-label={t.replyTo(shownName(handle, language))}
            aria-expanded={replying ? true : undefined}
            className={ACTION}
            onClick={(event) => {
              event.preventDefault()
              setReplying(replying ? undefined : { words: wordsOf(comment.id) })
              setPosted(undefined)
            }}
          >
            {t.reply}
          </a>
        )}
        <a href={address} className={ACTION}>
          {t.link}
        </a>
        {own ? (
          forOwn
        ) : (
          <a href={`${address}/flag`} className={ACTION}>
            {t.report}
          </a>
        )}
        <noscript>
          {/* The page is the same for everybody: whose comment it is, these pages ask themselves. */}
          <span className="flex gap-x-2.5 mid:gap-x-3.5">{forOwn}</span>
        </noscript>
      </div>
      {replying || posted ? (
        <div className="mt-2">
          {replying ? (
            <Composer
              paragraphId={comment.paragraphId}
              parent={{ id: comment.id, handle }}
              quotable={{ text: replying.words, lang: '', handle }}
              citing={replying.insert}
              language={language}
              onClose={() => {
                setReplying(undefined)
                opener.current?.focus()
              }}
              onPosted={(id) => {
                setReplying(undefined)
                setPosted(id)
              }}
              stays
              focused
            />
          ) : null}
          <PostedLine id={posted} language={language} />
        </div>
      ) : null}
    </>
  )
}

/** As they stand on the page. */
function wordsOf(commentId: string): string {
  // biome-ignore lint/performance/useDomNodeTextContent: lines and blocks part sentences
  return document.querySelector<HTMLElement>(`#${commentAnchor(commentId)} > article .written`)?.innerText ?? ''
}
