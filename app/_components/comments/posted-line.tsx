'use client'
import { useRouter } from 'next/navigation'
import { useEffect, useTransition } from 'react'
import { commentAnchor, commentPath, inLanguage } from '@/app/_web/address'
import type { Language } from '@/messages/language'
import { thread } from '@/messages/thread'

type Props = { id: string | undefined; isHeld?: boolean; language: Language }

/**
 * Says that a comment was posted, and renews the page. If the comment then stands on it, it is brought into view and gets
 * the focus; in a long thread the link leads to it. Stands in the page before there is anything to say, so that it is heard.
 */
export function PostedLine({ id, isHeld = false, language }: Props) {
  const t = thread[language]
  const router = useRouter()
  const [renewing, renew] = useTransition()
  useEffect(() => {
    if (id) renew(() => router.refresh())
  }, [id, router])
  useEffect(() => {
    if (!id || renewing) return
    const place = document.getElementById(commentAnchor(id))
    if (!place) return
    place.dataset.posted = ''
    place.scrollIntoView({ block: 'nearest' })
    place.focus({ preventScroll: true })
  }, [id, renewing])
  return (
    <p aria-live="polite" className={id ? `text-[0.8125rem] ${isHeld ? 'text-warn' : 'text-ok'}` : 'sr-only'}>
      {id ? (
        <>
          {isHeld ? t.held : t.posted}{' '}
          <a href={inLanguage(language, commentPath(id))} className="underline">
            {t.showIt}
          </a>
        </>
      ) : null}
    </p>
  )
}
