import type { Language } from '@/messages/language'
import { reading } from '@/messages/reading'

type Props = { text: string; essayLanguage: string; language: Language }

/** Where the thread covers the text, the paragraph it is about stands above it, short until asked for. */
export function PinnedParagraph({ text, essayLanguage, language }: Props) {
  return (
    <details className="group border-b border-rule bg-sunk px-5 py-3 mid:px-7 wide:hidden">
      <summary className="list-none font-serif text-[0.9375rem]/[1.5] italic text-ink-2 group-open:not-italic">
        <span lang={essayLanguage} dir="auto" className="line-clamp-3 group-open:line-clamp-none">
          {text}
        </span>
        <span className="font-sans text-[0.8125rem] text-rubric-ink not-italic group-open:hidden">
          {reading[language].showAll}
        </span>
      </summary>
    </details>
  )
}
