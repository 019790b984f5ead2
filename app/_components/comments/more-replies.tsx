'use client'
import { useState } from 'react'
import { useRepliesLeft } from '@/app/_components/live/shown'
import { shownName } from '@/app/_components/people/shown-name'
import { commentPath, inLanguage } from '@/app/_web/address'
import type { ThreadComment } from '@/forum/comments/queries'
import type { Language } from '@/messages/language'
import { thread } from '@/messages/thread'
import { CommentList } from './comment-list'
import type { ThreadPlace } from './place'
import { readPage } from './read-page'
import { useFocusOn } from './use-focus-on'

/** From this level on the rest of an exchange gets a page of its own (PRODUCT: "Continue this thread"). */
const CONTINUE_AT = 6

type Props = { comment: ThreadComment; place: ThreadPlace; language: Language; level: number }

/** The replies that did not come along. Without JavaScript, and when it is deep already, the comment's own page. */
export function MoreReplies({ comment, place, language, level }: Props) {
  const t = thread[language]
  const shown = new Set(comment.replies.map((reply) => reply.id))
  const [later, setLater] = useState<ThreadComment[]>([])
  // Not known of a comment that came with its first few replies: their pages begin at the beginning.
  const [cursor, setCursor] = useState(comment.further?.cursor)
  const [failed, setFailed] = useState(false)
  const goOnAt = useFocusOn()
  const left = useRepliesLeft(comment, [...comment.replies, ...later])
  const counted = comment.further?.counted !== false && left > 0
  const deep = level >= CONTINUE_AT
  const handle = comment.author?.handle ?? ''
  return (
    <>
      {later.length > 0 ? (
        <CommentList
          comments={later}
          place={place}
          language={language}
          level={level}
          answered={shownName(handle, language)}
        />
      ) : null}
      {cursor !== null ? (
        <a
          href={inLanguage(language, `${commentPath(comment.id)}${cursor ? `?cursor=${cursor}` : ''}`)}
          className="ms-[0.6875rem] mt-2.5 inline-flex items-center py-1 text-[0.8125rem] text-rubric-ink hover:underline pointer-coarse:min-h-11"
          onClick={async (event) => {
            if (deep) return
            event.preventDefault()
            const next = await readPage(`/api/comments/${comment.id}/replies`, { cursor })
            setFailed(!next)
            if (!next) return
            const fresh = next.comments.filter((reply) => !shown.has(reply.id))
            setLater([...later, ...fresh])
            setCursor(next.nextCursor)
            goOnAt(fresh[0])
          }}
        >
          {deep ? t.continueThread(shownName(handle, language)) : counted ? t.moreReplies(left) : t.nextPage}
        </a>
      ) : null}
      {failed ? (
        <p role="alert" className="text-[0.8125rem] text-rubric-ink">
          {t.loadFailed}
        </p>
      ) : null}
    </>
  )
}
