'use client'
import { useParams } from 'next/navigation'
import { frame } from '@/messages/frame'
import { isLanguage } from '@/messages/language'
import { button } from '@/ui/button'

/** What broke is in the server's log under the digest. */
export default function Broken({ error, reset }: { error: Error & { digest?: string }; reset: () => void }) {
  const { lang } = useParams()
  const t = frame[isLanguage(lang) ? lang : 'en']
  return (
    <main className="mx-auto grid w-full max-w-[41.25rem] justify-items-start gap-3 px-5 py-16 mid:px-8 wide:px-0">
      <h1 className="font-serif text-[1.75rem]/[1.2] font-semibold">{t.brokenTitle}</h1>
      <p className="text-ink-2">{t.broken}</p>
      {error.digest ? <p className="text-[0.8125rem] text-ink-3">{error.digest}</p> : null}
      <button type="button" onClick={reset} className={button()}>
        {t.again}
      </button>
    </main>
  )
}
