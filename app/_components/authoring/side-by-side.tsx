import type { Change } from '@/forum/essay/preflight'
import type { DiffPart } from '@/forum/essay/word-diff'
import { authoring } from '@/messages/authoring'
import type { Language } from '@/messages/language'

type Props = { change: Change; essayLanguage: string; language: Language }

/** The old words and the new ones beside each other, below each other on a phone. */
export function SideBySide({ change: { from, to, diff }, essayLanguage, language }: Props) {
  const t = authoring[language]
  const after = to.map(({ text }) => text).join('\n\n')
  const isSame = from !== null && to.length > 0 && from.text === after
  return (
    <div className={`grid gap-3 ${isSame ? '' : 'mid:grid-cols-2'}`}>
      {from ? (
        <Column label={isSame ? t.same : t.old} lang={essayLanguage}>
          {diff ? <Side parts={diff} side="removed" /> : from.text}
        </Column>
      ) : null}
      {isSame ? null : (
        <Column label={t.new} lang={essayLanguage}>
          {diff ? <Side parts={diff} side="added" /> : after || <i className="text-ink-3">{t.nothing}</i>}
        </Column>
      )}
    </div>
  )
}

function Column({ label, lang, children }: { label: string; lang: string; children: React.ReactNode }) {
  return (
    <div className="grid content-start gap-1">
      <p className="text-xs font-semibold text-ink-3">{label}</p>
      <div
        lang={lang}
        dir="auto"
        className="rounded-md border border-rule bg-leaf px-3 py-2 font-serif text-[1rem]/[1.6] whitespace-pre-line wrap-anywhere"
      >
        {children}
      </div>
    </div>
  )
}

/** One half of a diff: what the two wordings share, and what only this one has. */
function Side({ parts, side }: { parts: readonly DiffPart[]; side: 'added' | 'removed' }) {
  const Changed = side === 'added' ? 'ins' : 'del'
  const look = side === 'added' ? 'bg-ok-wash text-ok underline' : 'bg-rubric-wash text-rubric-ink line-through'
  return parts
    .filter(({ kind }) => kind === 'same' || kind === side)
    .map(({ kind, text }, index) =>
      kind === 'same' ? (
        text
      ) : (
        // biome-ignore lint/suspicious/noArrayIndexKey: drawn once, never reordered
        <Changed key={index} className={`decoration-1 underline-offset-2 ${look}`}>
          {text}
        </Changed>
      ),
    )
}
