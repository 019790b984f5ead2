import { inLanguage, threadPath } from '@/app/_web/address'
import type { EssayView, ParagraphView } from '@/forum/essay/queries'
import type { Language } from '@/messages/language'
import { reading } from '@/messages/reading'
import { EssayHeadings } from './essay-headings'
import { EssayWords } from './essay-words'
import { ParagraphFrame } from './paragraph-frame'
import { ThreadOpener } from './thread-opener'

type Props = { essay: EssayView; paragraph: ParagraphView; language: Language }

/** One paragraph: its words, its number in the margin, and the one button that opens its discussion. */
export function ParagraphBlock({ essay, paragraph, language }: Props) {
  const t = reading[language]
  const { ordinal, commentCount } = paragraph
  return (
    <>
      <EssayHeadings headings={paragraph.headings} lang={essay.language} />
      <ParagraphFrame ordinal={ordinal}>
        <a
          href={inLanguage(language, `/p/${paragraph.id}`)}
          title={t.paragraphAddress(ordinal)}
          aria-label={t.paragraphAddress(ordinal)}
          tabIndex={-1}
          data-mark
          className="absolute -start-14 top-[0.3rem] hidden w-9 select-none text-end text-[0.8125rem]/[1.6] tabular-nums text-ink-3 hover:text-rubric group-data-on/paragraph:text-rubric wide:block print:hidden"
        >
          {ordinal}
        </a>
        <EssayWords words={paragraph} lang={essay.language} />
        <p data-mark className="mt-2.5 select-none print:hidden">
          <ThreadOpener
            id={paragraph.id}
            ordinal={ordinal}
            drawn={commentCount}
            href={inLanguage(language, threadPath(essay.slug, ordinal))}
            language={language}
          />
        </p>
      </ParagraphFrame>
    </>
  )
}
