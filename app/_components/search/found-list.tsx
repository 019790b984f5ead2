/** `language` of the words found, where it is known. */
type Found = { key: string; href: string; about: string; language?: string; parts: [string, string, string] }

/** What a search found in one kind of text; nothing when it found nothing there. */
export function FoundList({ title, found }: { title: string; found: Found[] }) {
  if (found.length === 0) return null
  return (
    <section className="grid gap-2">
      <h2 className="font-semibold">{title}</h2>
      <ul className="divide-y divide-rule border-y border-rule">
        {found.map(({ key, href, about, language, parts: [before, words, after] }) => (
          <li key={key}>
            <a href={href} className="block py-3 hover:bg-sunk">
              <span className="block text-[0.8125rem] text-ink-3">{about}</span>
              <span lang={language} dir="auto" className="block text-ink-2 wrap-anywhere">
                {before}
                <mark className="bg-rubric-wash text-rubric-ink">{words}</mark>
                {after}
              </span>
            </a>
          </li>
        ))}
      </ul>
    </section>
  )
}
