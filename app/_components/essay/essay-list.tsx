import type { ReactNode } from 'react'
import { essayPath, inLanguage } from '@/app/_web/address'
import type { listEssays } from '@/forum/essay/queries'
import { type Language, LOCALE } from '@/messages/language'
import { reading } from '@/messages/reading'

type Props = {
  title: string
  essays: Awaited<ReturnType<typeof listEssays>>
  /** Instead of a list that would be empty. */
  empty: ReactNode
  /** Below it. */
  children?: ReactNode
  language: Language
}

export function EssayList({ title, essays, empty, children, language }: Props) {
  const t = reading[language]
  const date = new Intl.DateTimeFormat(LOCALE[language], { dateStyle: 'medium', timeZone: 'UTC' })
  return (
    <main className="mx-auto w-full max-w-[41.25rem] px-5 py-10 mid:px-8 wide:px-0">
      <h1 className="mb-6 font-serif text-[2rem]/[1.2] font-semibold">{title}</h1>
      {essays.length === 0 ? (
        <p className="text-ink-2">{empty}</p>
      ) : (
        <ul className="divide-y divide-rule border-y border-rule">
          {essays.map((essay) => (
            <li key={essay.id} className="py-4">
              <a
                href={inLanguage(language, essayPath(essay.slug))}
                lang={essay.language}
                dir="auto"
                className="font-serif text-xl hover:text-rubric-ink"
              >
                {essay.title}
              </a>
              <p className="text-[0.8125rem] text-ink-3">
                {t.revision(essay.revision, date.format(new Date(essay.publishedAt)))}
              </p>
            </li>
          ))}
        </ul>
      )}
      {children}
    </main>
  )
}
