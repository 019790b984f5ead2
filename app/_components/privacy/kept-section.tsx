import { KEPT, type Section } from '@/forum/privacy/inventory'
import type { Language } from '@/messages/language'
import { privacy } from '@/messages/privacy'

/** One kind of thing that is kept: what, why, until when, and for those who want to check, where. */
export function KeptSection({ section, language }: { section: Section; language: Language }) {
  const t = privacy[language]
  const kept = t.sections[section]
  const tables = Object.entries(KEPT).filter(([, one]) => one.section === section)
  const rows = [
    [t.what, kept.what],
    [t.why, kept.why],
    [t.until, kept.until],
  ]
  return (
    <section aria-labelledby={section} className="grid gap-3 border-t border-rule pt-6">
      <h2 id={section} className="text-lg font-semibold">
        {kept.title}
      </h2>
      <dl className="grid gap-x-5 gap-y-1.5 mid:grid-cols-[4rem_minmax(0,1fr)]">
        {rows.map(([name, words]) => (
          <div key={name} className="contents">
            <dt className="text-ink-3">{name}</dt>
            <dd className="mb-1.5 mid:mb-0">{words}</dd>
          </div>
        ))}
      </dl>
      <details className="text-[0.8125rem] text-ink-3">
        <summary className="py-1 hover:text-ink pointer-coarse:py-3">{t.columns}</summary>
        <ul className="grid gap-1 pt-1">
          {tables.map(([table, { columns }]) => (
            <li key={table} className="wrap-anywhere">
              <b className="font-semibold">{table}</b> {columns.join(', ')}
            </li>
          ))}
        </ul>
      </details>
    </section>
  )
}
