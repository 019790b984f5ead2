'use client'
import { useEffect, useRef, useState } from 'react'
import { useMe } from '@/app/_components/frame/me'
import { inLanguage, newPath } from '@/app/_web/address'
import type { Language } from '@/messages/language'
import { unread } from '@/messages/unread'
import { followEssay, markAllRead, useAllCounts } from './standing'

const LOOK = 'ms-auto py-1 underline decoration-dotted underline-offset-4 hover:text-ink pointer-coarse:min-h-11'

/** Keeps the essay's numbers up to date; says how many comments are new, and marks all of them as read. */
export function AllRead({ slug, language }: { slug: string; language: Language }) {
  const t = unread[language]
  const me = useMe()
  const guest = me?.handle == null
  const known = me !== undefined
  useEffect(() => (known ? followEssay(slug, guest) : undefined), [slug, guest, known])
  const fresh = [...useAllCounts().values()].reduce((sum, one) => sum + one.fresh, 0)
  const [said, setSaid] = useState('')
  const status = useRef<HTMLParagraphElement>(null)
  return (
    <>
      <noscript>
        <a href={inLanguage(language, newPath(slug))} className={LOOK}>
          {t.title}
        </a>
      </noscript>
      {fresh > 0 ? (
        <form
          method="post"
          action="/do/unread/read"
          className="ms-auto print:hidden"
          data-mark
          onSubmit={async (event) => {
            event.preventDefault()
            const done = await markAllRead(slug)
            setSaid(done ? t.read : t.failed)
            // The button is gone: whoever pressed it with a key stays here.
            if (done) status.current?.focus()
          }}
        >
          <input type="hidden" name="lang" value={language} />
          <input type="hidden" name="slug" value={slug} />
          <span className="me-3 text-rubric-ink">{t.fresh(fresh)}</span>
          <button type="submit" className={`${LOOK} text-ink-3`}>
            {t.allRead}
          </button>
        </form>
      ) : null}
      <p ref={status} role="status" tabIndex={-1} className="ms-auto text-ink-3 outline-none empty:hidden">
        {fresh > 0 ? '' : said}
      </p>
    </>
  )
}
