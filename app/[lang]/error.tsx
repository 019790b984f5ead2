'use client'
import { useParams } from 'next/navigation'
import { ShortPage } from '@/app/_components/frame/short-page'
import { frame } from '@/messages/frame'
import { isLanguage } from '@/messages/language'
import { button } from '@/ui/button'

/** What broke is in the server's log under the digest. */
export default function Broken({ error, reset }: { error: Error & { digest?: string }; reset: () => void }) {
  const { lang } = useParams()
  const t = frame[isLanguage(lang) ? lang : 'en']
  return (
    <ShortPage title={t.brokenTitle} text={t.broken}>
      {error.digest ? <p className="text-[0.8125rem] text-ink-3">{error.digest}</p> : null}
      <button type="button" onClick={reset} className={button()}>
        {t.again}
      </button>
    </ShortPage>
  )
}
