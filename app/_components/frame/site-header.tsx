import Link from 'next/link'
import { inLanguage } from '@/app/_web/address'
import { frame } from '@/messages/frame'
import type { Language } from '@/messages/language'
import { PersonalNav } from './personal-nav'

/** The same for everybody; who is signed in comes later into places that are kept free for it, and moves nothing. */
export function SiteHeader({ language }: { language: Language }) {
  const t = frame[language]
  return (
    <header className="sticky top-0 z-20 flex h-14 items-center gap-5 border-b border-rule bg-paper px-4 mid:px-7 print:hidden">
      <Link
        href={inLanguage(language, '/')}
        prefetch={false}
        className="flex items-baseline gap-2 font-serif text-lg font-semibold tracking-[-0.01em]"
      >
        <span aria-hidden="true" className="text-rubric">
          ¶
        </span>
        Marginalia
      </Link>
      <nav aria-label={t.pages} className="ms-auto flex items-center gap-3 text-sm text-ink-2 mid:gap-5">
        <PersonalNav language={language}>
          <Link href={inLanguage(language, '/search')} prefetch={false} className="py-2 hover:text-ink">
            {t.search}
          </Link>
        </PersonalNav>
      </nav>
    </header>
  )
}
