'use client'
import { useEffect, useRef, useState } from 'react'
import { shownName } from '@/app/_components/people/shown-name'
import { inLanguage, paragraphPath } from '@/app/_web/address'
import { QUOTE_MAX } from '@/forum/comments/limits'
import { sentencesOf } from '@/lib/sentences'
import type { Language } from '@/messages/language'
import { thread } from '@/messages/thread'
import { writing } from '@/messages/writing'
import { QuoteChoice } from './quote-choice'

/** What can be quoted: the paragraph's words, or those of the comment that is answered. */
export type Quotable = { text: string; lang: string; handle?: string }

type Props = {
  paragraphId: string
  quotable: Quotable | undefined
  quote: string
  onQuote: (words: string) => void
  /** Puts words of a comment into the text. */
  onCite: (words: string) => void
  /** The choice stands open: a page that works without JavaScript. */
  open?: boolean
  /** Only while somebody writes. */
  className: string
  language: Language
}

const OPENER =
  'inline-flex items-center justify-self-start text-[0.8125rem] text-rubric-ink underline underline-offset-2 pointer-coarse:min-h-11'

/** The words a comment cites, and the choice of them. */
export function QuoteField({
  paragraphId,
  quotable,
  quote,
  onQuote,
  onCite,
  open = false,
  className,
  language,
}: Props) {
  const t = writing[language]
  const [choosing, setChoosing] = useState(open)
  const place = useRef<HTMLDivElement>(null)
  useEffect(() => {
    const form = place.current?.closest('form')
    if (!choosing || open || !form) return
    // Whoever goes on writing has chosen.
    const close = ({ target }: FocusEvent) => target instanceof HTMLTextAreaElement && setChoosing(false)
    form.addEventListener('focusin', close)
    return () => form.removeEventListener('focusin', close)
  }, [choosing, open])
  const ofComment = quotable?.handle !== undefined
  const sentences = choosing && quotable ? sentencesOf(quotable.text, quotable.lang || language, QUOTE_MAX) : []
  const choices = quote === '' || sentences.includes(quote) ? sentences : [quote, ...sentences]
  // A quote of a comment goes into the text; of the paragraph there is one beside it.
  const isField = choosing && !ofComment
  return (
    <>
      {isField ? null : <input type="hidden" name="quote" value={quote} />}
      {quote && !isField ? (
        <div className="flex items-start gap-2">
          <blockquote
            dir="auto"
            className="min-w-0 flex-1 border-s-2 border-rubric ps-3 font-serif text-sm italic text-ink-2"
          >
            <span className="sr-only">{thread[language].youQuote}: </span>
            <span data-quote className="line-clamp-4">
              {quote}
            </span>
          </blockquote>
          <button
            type="button"
            aria-label={t.unquote}
            onClick={() => onQuote('')}
            className="inline-grid size-8 flex-none place-items-center rounded-md text-ink-3 hover:bg-sunk hover:text-ink pointer-coarse:size-11"
          >
            <span aria-hidden="true">✕</span>
          </button>
        </div>
      ) : null}
      {quotable ? (
        <div ref={place} className={`grid gap-2 ${className}`}>
          {ofComment ? (
            <button type="button" aria-expanded={choosing} onClick={() => setChoosing(!choosing)} className={OPENER}>
              {t.quoteComment(shownName(quotable.handle ?? '', language))}
            </button>
          ) : open ? (
            <p className="text-[0.8125rem] text-ink-3">{t.quoteParagraph}</p>
          ) : (
            <a
              href={inLanguage(language, `${paragraphPath(paragraphId)}/write`)}
              aria-expanded={choosing || undefined}
              onClick={(event) => {
                event.preventDefault()
                setChoosing(!choosing)
              }}
              className={OPENER}
            >
              {t.quoteParagraph}
            </a>
          )}
          {choosing ? (
            <QuoteChoice
              name={isField ? 'quote' : undefined}
              sentences={choices}
              lang={quotable.lang}
              chosen={ofComment ? undefined : quote}
              onChoose={ofComment ? onCite : onQuote}
              language={language}
            />
          ) : null}
        </div>
      ) : null}
    </>
  )
}
