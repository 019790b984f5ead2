import { saysNearly } from '@/lib/near-words'
import type { Language } from '@/messages/language'
import { thread } from '@/messages/thread'
import type { ThreadPlace } from './place'

type Props = {
  quote: string
  /** It was cited from an earlier wording. */
  isOld: boolean
  place: ThreadPlace
  language: Language
}

/** The words of the paragraph that a comment cites; when the paragraph does not say them any more, it says so. */
export function QuotedWords({ quote, isOld, place, language }: Props) {
  const isGone = isOld && !saysNearly(place.text, quote)
  return (
    <blockquote
      dir="auto"
      className="my-1.5 border-s-2 border-rubric py-0.5 ps-3 font-serif text-[0.9375rem]/[1.5] italic text-ink-2 data-gone:border-rule-strong"
      data-gone={isGone || undefined}
      data-quote={isGone ? undefined : true}
    >
      {quote}
      {isGone ? (
        <span className="block font-sans text-[0.8125rem] text-ink-3 not-italic">{thread[language].quoteGone}</span>
      ) : null}
    </blockquote>
  )
}
