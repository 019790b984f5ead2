import type { Language } from '@/messages/language'
import { moderation } from '@/messages/moderation'

type Props = { text: string; essayLanguage: string; language: Language }

/** The paragraph the comment is about: two lines to recognise it by, all of it when asked for. */
export function CaseParagraph({ text, essayLanguage, language }: Props) {
  const t = moderation[language]
  return (
    <details className="group mt-2 mb-4 border-s-3 border-rule-strong ps-3.5">
      <summary className="list-none [&::-webkit-details-marker]:hidden">
        <span
          lang={essayLanguage}
          dir="auto"
          className="line-clamp-2 font-serif text-base/[1.6] wrap-anywhere text-ink-2 group-open:line-clamp-none"
        >
          {text}
        </span>
        <span className="text-[0.8125rem] text-rubric-ink underline-offset-2 group-open:hidden group-hover:underline">
          {t.wholeParagraph}
        </span>
      </summary>
    </details>
  )
}
