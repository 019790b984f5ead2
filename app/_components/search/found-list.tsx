import type { ReactNode } from 'react'
import type { Part } from '@/forum/search/excerpt'
import { Marked } from './marked'

/** `language` of the words found, where it is known. */
type Found = { key: string; href: string; about: ReactNode; language?: string; parts: Part[] }

/** What a search found in one kind of text, and the way to more of it; nothing when it found nothing there. */
export function FoundList({ title, found, children }: { title: string; found: Found[]; children?: ReactNode }) {
  if (found.length === 0) return null
  return (
    <section className="grid gap-2">
      <h2 className="font-semibold">{title}</h2>
      <ul className="divide-y divide-rule border-y border-rule">
        {found.map(({ key, href, about, language, parts }) => (
          <li key={key}>
            <a href={href} className="block py-3 hover:bg-sunk">
              {about ? <span className="block text-[0.8125rem] text-ink-3">{about}</span> : null}
              <Marked parts={parts} language={language} />
            </a>
          </li>
        ))}
      </ul>
      {children}
    </section>
  )
}
