import { commentPath, inLanguage } from '@/app/_web/address'
import type { RevisionFacts } from '@/forum/essay/history'
import { history } from '@/messages/history'
import { type Language, LOCALE } from '@/messages/language'

type Props = { revision: Pick<RevisionFacts, 'credits' | 'moreCredits'>; language: Language }

/** Whose comments a revision thanks for, each name leading to the comment. */
export function CreditsLine({ revision: { credits, moreCredits }, language }: Props) {
  if (credits.length === 0) return null
  const t = history[language]
  const names = [...credits.map(({ handle }) => handle), ...(moreCredits > 0 ? [t.moreCredits(moreCredits)] : [])]
  const parts = new Intl.ListFormat(LOCALE[language], { type: 'conjunction' }).formatToParts(names)
  // Names and what stands between them by turns: the names come in the order they were given.
  const links = credits.values()
  return (
    <p className="text-sm text-ink-2">
      {t.credits.before}
      {parts.map(({ type, value }, index) => {
        const credit = type === 'element' ? links.next().value : undefined
        const key = `${index} ${value}`
        if (!credit) return <span key={key}>{value}</span>
        return (
          <a
            key={key}
            href={inLanguage(language, commentPath(credit.commentId))}
            className="py-1 font-semibold wrap-anywhere text-rubric-ink underline underline-offset-[0.15em]"
          >
            {value}
          </a>
        )
      })}
      {t.credits.after}
    </p>
  )
}
