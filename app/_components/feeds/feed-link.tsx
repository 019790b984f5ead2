import { inLanguage } from '@/app/_web/address'
import { feeds } from '@/messages/feeds'
import type { Language } from '@/messages/language'

type Props = { path: string; title: string; language: Language }

/** The way to a page's feed: for programs in the page's head, for people where it stands. @param path of the page */
export function FeedLink({ path, title, language }: Props) {
  const href = inLanguage(language, `${path}/feed`)
  return (
    <>
      <link rel="alternate" type="application/atom+xml" title={title} href={href} />
      <a
        href={href}
        type="application/atom+xml"
        title={title}
        className="inline-flex items-center py-1 hover:text-ink hover:underline pointer-coarse:min-h-11"
      >
        {feeds[language].feed}
      </a>
    </>
  )
}
