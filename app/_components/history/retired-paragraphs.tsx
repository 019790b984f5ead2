import { inLanguage, paragraphPath } from '@/app/_web/address'
import type { readRetiredParagraphs } from '@/forum/essay/history'
import { history } from '@/messages/history'
import type { Language } from '@/messages/language'
import { firstWords } from './first-words'

type Props = {
  paragraphs: Awaited<ReturnType<typeof readRetiredParagraphs>>
  essayLanguage: string
  language: Language
}

const TITLE = 'retired'

/** What went out of the text and keeps its discussion; nothing where nothing did. */
export function RetiredParagraphs({ paragraphs, essayLanguage, language }: Props) {
  if (paragraphs.length === 0) return null
  const t = history[language]
  return (
    <section aria-labelledby={TITLE} className="grid gap-3">
      <h2 id={TITLE} className="text-lg font-semibold">
        {t.retired}
      </h2>
      <ul className="divide-y divide-rule border-y border-rule">
        {paragraphs.map(({ id, text, commentCount, retiredIn }) => (
          <li key={id} className="grid gap-1 py-3">
            <a
              href={inLanguage(language, paragraphPath(id))}
              lang={essayLanguage}
              dir="auto"
              className="py-1 font-serif text-[1.0625rem]/[1.5] wrap-anywhere hover:text-rubric-ink hover:underline"
            >
              {firstWords(text)}
            </a>
            <p className="text-[0.8125rem] text-ink-3">
              {t.comments(commentCount)} · {t.retiredIn(retiredIn)}
            </p>
          </li>
        ))}
      </ul>
    </section>
  )
}
