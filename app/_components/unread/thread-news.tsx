'use client'
import { useRouter } from 'next/navigation'
import { useEffect, useRef, useTransition } from 'react'
import { useMe } from '@/app/_components/frame/me'
import { useChangedCount, useFollowedComments } from '@/app/_components/live/shown'
import { commentAnchor, commentPath, inLanguage } from '@/app/_web/address'
import type { Language } from '@/messages/language'
import { unread } from '@/messages/unread'
import { useFollowedThread, useFresh } from './fresh'

type Props = { paragraphId: string; language: Language }

/**
 * What came while the thread is open waits behind a button over the list, which takes no room of its own; nothing under the
 * reader moves until they ask for it.
 */
export function ThreadNews({ paragraphId, language }: Props) {
  const t = unread[language]
  const me = useMe()
  useFollowedThread(paragraphId, me !== undefined)
  useFollowedComments(paragraphId, me !== undefined)
  const changed = useChangedCount()
  const waiting = useFresh()?.away.filter(({ late }) => late) ?? []
  const router = useRouter()
  const [renewing, renew] = useTransition()
  const wanted = useRef<string>(undefined)
  useEffect(() => {
    const id = wanted.current
    if (renewing || !id) return
    wanted.current = undefined
    const comment = document.getElementById(commentAnchor(id))
    // Elsewhere in a long thread: its own page shows where.
    if (!comment) return router.push(inLanguage(language, commentPath(id)), { scroll: false })
    comment.focus({ preventScroll: true })
    comment.scrollIntoView({ block: 'nearest' })
  }, [renewing, router, language])
  return (
    <>
      <p role="status" className="sr-only">
        {waiting.length > 0 ? t.arrived(waiting.length) : ''} {changed > 0 ? t.changed(changed) : ''}
      </p>
      <div className="sticky top-16 z-10 flex h-0 justify-end mid:top-2 print:hidden">
        {waiting.length > 0 ? (
          <button
            type="button"
            data-new-further
            aria-busy={renewing}
            className="absolute top-2 inline-flex min-h-8 items-center rounded-full bg-rubric px-3.5 text-sm text-on-rubric shadow-[0_0.25rem_1rem_rgb(0_0_0/0.2)] hover:bg-rubric-ink pointer-coarse:min-h-11"
            onClick={() => {
              wanted.current = waiting[0]?.id
              renew(() => router.refresh())
            }}
          >
            {t.arrived(waiting.length)}
          </button>
        ) : null}
      </div>
    </>
  )
}
