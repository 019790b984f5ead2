import Link from 'next/link'
import { inLanguage, threadPath } from '@/app/_web/address'
import type { EssayView, ParagraphView } from '@/forum/essay/queries'
import type { Language } from '@/messages/language'
import { reading } from '@/messages/reading'
import { OPENER } from './anchors'
import { EssayHeadings } from './essay-headings'
import { EssayWords } from './essay-words'
import { OpeningSign } from './opening-sign'
import { ParagraphFrame } from './paragraph-frame'

type Props = { essay: EssayView; paragraph: ParagraphView; language: Language }

/** One paragraph: its words, its number in the margin, and the one button that opens its discussion. */
export function ParagraphBlock({ essay, paragraph, language }: Props) {
  const t = reading[language]
  const { ordinal, commentCount } = paragraph
  const counted = commentCount > 0
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
          <Link
            href={inLanguage(language, threadPath(essay.slug, ordinal))}
            prefetch={false}
            scroll={false}
            aria-label={t.paragraphButton(ordinal, commentCount)}
            data-counted={counted || undefined}
            {...{ [OPENER]: '' }}
            className="relative inline-flex min-h-8 items-center rounded-full border border-rule bg-leaf px-3 text-sm leading-none text-ink-2 hover:border-field group-data-on/paragraph:border-rubric group-data-on/paragraph:text-rubric-ink not-data-counted:border-dashed not-data-counted:bg-transparent not-data-counted:text-ink-3 pointer-coarse:min-h-11 pointer-coarse:px-4 pointer-fine:not-data-counted:opacity-0 pointer-fine:not-data-counted:group-focus-within/paragraph:opacity-100 pointer-fine:not-data-counted:group-hover/paragraph:opacity-100 pointer-fine:not-data-counted:group-data-on/paragraph:opacity-100"
          >
            {counted ? t.comments(commentCount) : t.discuss}
            <OpeningSign language={language} />
          </Link>
        </p>
      </ParagraphFrame>
    </>
  )
}
