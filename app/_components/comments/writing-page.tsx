import type { ReactNode } from 'react'
import { inLanguage, threadPath } from '@/app/_web/address'
import type { Language } from '@/messages/language'
import { reading } from '@/messages/reading'

type Props = {
  title: string
  language: Language
  paragraph: { ordinal: number; text: string; essay: { slug: string; title: string; language: string } }
  children: ReactNode
}

/** A page for one form about a comment: what it is about above, the form below. */
export function WritingPage({ title, language, paragraph, children }: Props) {
  const t = reading[language]
  return (
    <main className="mx-auto grid w-full max-w-[41.25rem] gap-4 px-5 py-8 mid:px-8 wide:px-0">
      <h1 className="text-xl font-semibold">{title}</h1>
      <section aria-label={t.paragraph(paragraph.ordinal)} className="border-s-3 border-rule-strong ps-4">
        <p className="text-[0.8125rem] text-ink-3">
          <a
            href={inLanguage(language, threadPath(paragraph.essay.slug, paragraph.ordinal))}
            className="hover:underline"
          >
            {paragraph.essay.title} · {t.paragraph(paragraph.ordinal)}
          </a>
        </p>
        <p
          lang={paragraph.essay.language}
          dir="auto"
          className="mt-1 line-clamp-6 font-serif text-base/[1.6] text-ink-2"
        >
          {paragraph.text}
        </p>
      </section>
      {children}
    </main>
  )
}
