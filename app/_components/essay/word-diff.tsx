import type { DiffPart } from '@/forum/essay/word-diff'
import { history } from '@/messages/history'
import { isLanguage, type Language, LOCALE } from '@/messages/language'

type Props = {
  parts: DiffPart[]
  /** Of the text, BCP 47. */
  lang: string
  /** Of the words "added" and "removed" that are read out; the text's own when nothing is said. */
  language?: Language
  className?: string
}

/**
 * What changed in a paragraph. Added words are underlined and removed ones struck through, also in print and without
 * colours; read out, each change says what it is. Those words are no part of what is copied.
 */
export function WordDiff({ parts, lang, language = languageOf(lang), className = '' }: Props) {
  const t = history[language]
  const said = (words: string) => (
    <span lang={LOCALE[language]} className="sr-only select-none">
      {words}
    </span>
  )
  return (
    <p
      lang={lang}
      dir="auto"
      className={`whitespace-pre-wrap wrap-anywhere font-serif text-[1.0625rem]/[1.68] ${className}`}
    >
      {parts.map(({ kind, text }, index) => {
        const key = `${index} ${kind}`
        if (kind === 'same') return <span key={key}>{text}</span>
        return kind === 'added' ? (
          <ins
            key={key}
            className="rounded-[2px] bg-ok-wash text-ink underline decoration-ok decoration-2 underline-offset-[0.2em] box-decoration-clone"
          >
            {said(t.added)}
            {text}
          </ins>
        ) : (
          <del
            key={key}
            className="rounded-[2px] bg-rubric-wash text-ink-2 line-through decoration-rubric decoration-2 box-decoration-clone"
          >
            {said(t.removed)}
            {text}
          </del>
        )
      })}
    </p>
  )
}

function languageOf(tag: string): Language {
  const primary = tag.toLowerCase().split('-')[0]
  return isLanguage(primary) ? primary : 'en'
}
