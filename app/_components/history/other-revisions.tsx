import { TextLink } from '@/app/_components/people/text-link'
import { inLanguage } from '@/app/_web/address'
import { comparedPath, revisionPath } from '@/app/_web/history-paths'
import { history } from '@/messages/history'
import type { Language } from '@/messages/language'

type Props = { slug: string; number: number; latest: number; language: Language }

/** From the text of one revision to those around it and to what changed. */
export function OtherRevisions({ slug, number, latest, language }: Props) {
  const t = history[language]
  const links = [
    ...(number > 1
      ? [
          { path: revisionPath(slug, number - 1), words: t.readThen(number - 1) },
          { path: comparedPath(slug, number - 1, number), words: t.compareWith(number - 1) },
        ]
      : []),
    ...(number < latest ? [{ path: revisionPath(slug, number + 1), words: t.readThen(number + 1) }] : []),
  ]
  if (links.length === 0) return null
  return (
    <nav aria-label={t.other} className="border-t border-rule pt-4 print:hidden">
      <ul className="flex flex-wrap gap-x-5 text-sm">
        {links.map(({ path, words }) => (
          <li key={path}>
            <TextLink href={inLanguage(language, path)}>{words}</TextLink>
          </li>
        ))}
      </ul>
    </nav>
  )
}
