import { WordDiff } from '@/app/_components/essay/word-diff'
import { history } from '@/messages/history'
import type { Language } from '@/messages/language'
import type { Folded } from './fold'

type Changed = Extract<Folded, { changed: unknown }>['changed']
type Props = { row: Changed; lang: string; language: Language }

/** A paragraph that changed: what happened to it, from which place to which, and the words. */
export function ChangedRow({ row, lang, language }: Props) {
  const t = history[language]
  return (
    <section className="grid gap-2">
      <h2 className="flex flex-wrap items-baseline gap-x-2.5 text-sm font-semibold">
        <span className="rounded bg-sunk px-1.5 leading-6">{t.kinds[row.kind]}</span>{' '}
        <Places row={row} language={language} />
      </h2>
      <Words row={row} lang={lang} language={language} />
    </section>
  )
}

function Places({ row: { kind, from, to }, language }: Omit<Props, 'lang'>) {
  const t = history[language]
  const [first, second] = [from?.ordinal, to?.ordinal].filter((ordinal) => ordinal !== undefined)
  const moved = second !== undefined && second !== first
  return (
    <span className="font-normal text-ink-3">
      {first === undefined ? null : t.paragraph(first)}
      {moved ? (
        <>
          {' '}
          <span aria-hidden="true" className="inline-block rtl:-scale-x-100">
            →
          </span>
          <span className="sr-only">{t.arrow(kind)}</span> {t.paragraph(second)}
        </>
      ) : null}
    </span>
  )
}

function Words({ row: { kind, from, to, diff }, lang, language }: Props) {
  const t = history[language]
  if (diff) return <WordDiff parts={diff} lang={lang} language={language} />
  const removed = { kind: 'removed', text: from?.text ?? '' } as const
  const added = { kind: 'added', text: to?.text ?? '' } as const
  if (kind === 'edited')
    return (
      <>
        <p className="text-[0.8125rem] text-ink-3">{t.tooLong}</p>
        <WordDiff parts={[removed]} lang={lang} language={language} />
        <WordDiff parts={[added]} lang={lang} language={language} />
      </>
    )
  if (kind === 'added') return <WordDiff parts={[added]} lang={lang} language={language} />
  if (kind === 'removed') return <WordDiff parts={[removed]} lang={lang} language={language} />
  // Moved as it was; split off, where the piece is what stands there now; merged, where the words went elsewhere.
  const text = kind === 'merged' ? from?.text : to?.text
  return <WordDiff parts={[{ kind: 'same', text: text ?? '' }]} lang={lang} language={language} />
}
