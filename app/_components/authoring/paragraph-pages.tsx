import { settingsPath } from '@/app/_components/authoring/paths'
import { TextLink } from '@/app/_components/people/text-link'
import { inLanguage } from '@/app/_web/address'
import { PARAGRAPHS_AT_ONCE } from '@/forum/essay/settings'
import { authoring } from '@/messages/authoring'
import type { Language } from '@/messages/language'

type Props = { slug: string; page: number; count: number; language: Language }

/** Where the list of paragraphs goes on; an essay may have 2,000. */
export function ParagraphPages({ slug, page, count, language }: Props) {
  const t = authoring[language]
  const pages = Math.ceil(count / PARAGRAPHS_AT_ONCE)
  if (pages < 2) return null
  const to = (number: number) => `${inLanguage(language, settingsPath(slug))}?page=${number}#paragraphs`
  return (
    <nav aria-label={t.paragraphs} className="flex flex-wrap items-center gap-x-4 text-sm tabular-nums">
      {Array.from({ length: pages }, (_, index) => index + 1).map((number) => {
        const range = t.range((number - 1) * PARAGRAPHS_AT_ONCE + 1, Math.min(count, number * PARAGRAPHS_AT_ONCE))
        return number === page ? (
          <span key={number} aria-current="page" className="py-1 font-semibold pointer-coarse:py-2.5">
            {range}
          </span>
        ) : (
          <TextLink key={number} href={to(number)}>
            {range}
          </TextLink>
        )
      })}
    </nav>
  )
}
