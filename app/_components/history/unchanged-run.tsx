import type { Compared } from '@/forum/essay/compare'
import { history } from '@/messages/history'
import type { Language } from '@/messages/language'

type Props = { rows: readonly Compared[]; lang: string; language: Language }

/** Paragraphs that did not change, as one line until somebody wants to see them. */
export function UnchangedRun({ rows, lang, language }: Props) {
  const t = history[language]
  return (
    <details className="rounded-md border border-dashed border-rule-strong px-3">
      <summary className="py-2 text-sm text-ink-2 pointer-coarse:py-3">{t.unchanged(rows.length)}</summary>
      {rows.map(({ paragraphId, to }) => (
        <p
          key={paragraphId}
          lang={lang}
          dir="auto"
          className="pb-4 wrap-anywhere whitespace-pre-wrap font-serif text-[1.0625rem]/[1.68] text-ink-2"
        >
          {to?.text}
        </p>
      ))}
    </details>
  )
}
