'use client'
import { usePathname } from 'next/navigation'
import { switchLanguage } from '@/app/_web/address'
import { frame } from '@/messages/frame'
import { LANGUAGES, type Language, LOCALE } from '@/messages/language'

/** The same page in the other language. Offered, never forced on a link that somebody sent. */
export function LanguageSwitch({ language }: { language: Language }) {
  const path = usePathname()
  return (
    <span className="ms-auto">
      {LANGUAGES.filter((other) => other !== language).map((other) => (
        <a
          key={other}
          href={switchLanguage(path, other)}
          onClick={(event) => {
            // Also what a page was asked for, e.g. the kept text of a form.
            event.currentTarget.href = switchLanguage(path, other) + location.search + location.hash
          }}
          hrefLang={LOCALE[other]}
          lang={LOCALE[other]}
          title={frame[other].otherLanguage}
          className="py-1 hover:text-ink"
        >
          {frame[other].languageName}
        </a>
      ))}
    </span>
  )
}
