import { inLanguage, paragraphPath } from '@/app/_web/address'
import type { Trace, Traces } from '@/forum/essay/traces'
import type { Language } from '@/messages/language'
import { reading } from '@/messages/reading'

/** Where words of the paragraph went, and where words of it came from: one line each, above its discussion. */
export function TraceLines({ traces, language }: { traces: Traces; language: Language }) {
  const t = reading[language]
  const lines = [
    ...traces.went.map((trace) => ({ trace, sentence: t.went(trace.ordinal, trace.revision) })),
    // Whoever is not interested in what was said there need not know of it.
    ...traces.came
      .filter(({ commentCount }) => commentCount > 0)
      .map((trace) => ({ trace, sentence: t.came(trace.ordinal, trace.revision, trace.commentCount) })),
  ]
  if (lines.length === 0) return null
  return (
    <ul className="grid gap-1 pt-4 text-[0.8125rem] text-ink-2">
      {lines.map(({ trace, sentence }) => (
        <li key={key(trace)}>
          <a
            href={inLanguage(language, paragraphPath(trace.paragraphId))}
            className="underline underline-offset-2 hover:text-ink"
          >
            {sentence}
          </a>
        </li>
      ))}
    </ul>
  )
}

const key = ({ paragraphId, kind }: Trace) => `${kind} ${paragraphId}`
