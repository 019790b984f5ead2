import { inLanguage, personPath } from '@/app/_web/address'
import { isDeletedHandle } from '@/forum/people/limits'
import type { Language } from '@/messages/language'
import { shownName } from './shown-name'

type Props = { person: { handle: string; displayName?: string }; language: Language; className?: string }

/** A name that leads to its person's page; of a deleted account there is none. */
export function PersonName({ person, language, className = '' }: Props) {
  const name = shownName(person.handle, language, person.displayName)
  if (isDeletedHandle(person.handle)) return <span className="text-ink-3">{name}</span>
  return (
    <a href={inLanguage(language, personPath(person.handle))} className={`${className} wrap-anywhere hover:underline`}>
      {name}
    </a>
  )
}
