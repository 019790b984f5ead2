import { paragraphAnchor } from '@/app/_components/essay/anchors'
import { EssayHeadings } from '@/app/_components/essay/essay-headings'
import { EssayWords } from '@/app/_components/essay/essay-words'
import { inLanguage } from '@/app/_web/address'
import { threadAsOfPath } from '@/app/_web/history-paths'
import { COUNTED_MOST, type readAsOf } from '@/forum/essay/history'
import { history } from '@/messages/history'
import type { Language } from '@/messages/language'

type AsOf = Awaited<ReturnType<typeof readAsOf>>
type Props = { essay: AsOf['essay']; number: number; paragraph: AsOf['paragraphs'][number]; language: Language }

/** One paragraph as it read in a revision, with the number of comments it had then. */
export function ParagraphAsOf({ essay, number, paragraph, language }: Props) {
  const t = history[language]
  const { ordinal, commentCount } = paragraph
  return (
    <section id={paragraphAnchor(ordinal)} className="mb-7 wrap-anywhere">
      <EssayHeadings headings={paragraph.headings} lang={essay.language} />
      <EssayWords words={paragraph} lang={essay.language} />
      {commentCount === 0 ? null : (
        <p className="mt-2.5 select-none print:hidden">
          <a
            href={inLanguage(language, threadAsOfPath(essay.slug, number, ordinal))}
            className="inline-flex min-h-8 items-center rounded-full border border-rule bg-leaf px-3 text-sm leading-none text-ink-2 hover:border-field pointer-coarse:min-h-11 pointer-coarse:px-4"
          >
            <span className="sr-only">
              {t.paragraph(ordinal)}
              {t.comma}
            </span>
            {t.commentsThen(commentCount, COUNTED_MOST)}
          </a>
        </p>
      )}
    </section>
  )
}
