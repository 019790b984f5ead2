'use client'
import { useState } from 'react'
import { inLanguage } from '@/app/_web/address'
import type { Sort } from '@/forum/comments/input'
import type { ThreadComment } from '@/forum/comments/queries'
import type { Language } from '@/messages/language'
import { thread } from '@/messages/thread'
import { CommentList } from './comment-list'
import type { ThreadPlace } from './place'
import { readPage } from './read-page'
import { useFocusOn } from './use-focus-on'

type Props = {
  place: ThreadPlace
  /** Address of its further pages, without language. */
  path: string
  sort: Sort
  cursor: string
  /** How many comments are not on the page yet; 0 when that is not known. */
  remaining: number
  language: Language
}

/** The next twenty, by a button and never by scrolling; a link to them without JavaScript. */
export function MoreComments({ place, path, sort, cursor, remaining, language }: Props) {
  const t = thread[language]
  const [later, setLater] = useState<ThreadComment[]>([])
  const [next, setNext] = useState<string | null>(cursor)
  const [failed, setFailed] = useState(false)
  const goOnAt = useFocusOn()
  return (
    <>
      {later.length > 0 ? <CommentList comments={later} place={place} language={language} /> : null}
      {next ? (
        <a
          href={inLanguage(language, `${path}?sort=${sort}&cursor=${next}`)}
          className="mt-5 inline-flex min-h-9 items-center rounded-full border border-rule-strong px-4 text-sm text-rubric-ink hover:border-rubric pointer-coarse:min-h-11"
          onClick={async (event) => {
            event.preventDefault()
            const page = await readPage(`/api/paragraphs/${place.paragraphId}/comments`, {
              sort,
              cursor: next,
              limit: '20',
            })
            setFailed(!page)
            if (!page) return
            setLater([...later, ...page.comments])
            setNext(page.nextCursor)
            goOnAt(page.comments[0])
          }}
        >
          {remaining > 0 && later.length === 0 ? t.moreComments(remaining) : t.nextPage}
        </a>
      ) : null}
      {failed ? (
        <p role="alert" className="mt-2 text-[0.8125rem] text-rubric-ink">
          {t.loadFailed}
        </p>
      ) : null}
    </>
  )
}
