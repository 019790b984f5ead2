import type { Past } from '@/forum/essay/past'
import type { ParagraphView } from '@/forum/essay/queries'
import type { Language } from '@/messages/language'
import { thread } from '@/messages/thread'
import { QuotedComment } from './quoted-comment'
import { TraceLines } from './trace-lines'

type Props = { paragraph: ParagraphView; past: Past; essayLanguage: string; language: Language }

/** What stands above a discussion: what its author wants to know, the comment they point to, where words went. */
export function ThreadOpening({ paragraph, past, essayLanguage, language }: Props) {
  const t = thread[language]
  return (
    <>
      {paragraph.question ? (
        <p
          lang={essayLanguage}
          dir="auto"
          className="mt-4 border-s-3 border-rubric ps-3.5 font-serif text-[1.0625rem]/[1.5]"
        >
          <span lang={language} className="block font-sans text-[0.8125rem] text-ink-3">
            {t.question}
          </span>
          {paragraph.question}
        </p>
      ) : null}
      <TraceLines traces={past.traces} language={language} />
      {past.pinned ? (
        <section aria-label={t.pinned} className="mt-4 grid gap-1">
          <p className="text-[0.8125rem] text-ink-3">{t.pinned}</p>
          <QuotedComment comment={past.pinned} language={language} />
        </section>
      ) : null}
    </>
  )
}
