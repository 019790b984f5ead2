import { inLanguage } from '@/app/_web/address'
import { type SearchFields, searchPath } from '@/app/_web/search-fields'
import type { Language } from '@/messages/language'
import { searching } from '@/messages/search'
import { button } from '@/ui/button'

/** That nothing was found, and what to try. */
export function NothingFound({ fields, language }: { fields: SearchFields; language: Language }) {
  const t = searching[language]
  const { q = '', cursor, ...narrowed } = fields
  if (cursor) return <p className="text-ink-2">{t.nothingMore}</p>
  return (
    <div className="grid gap-3 text-ink-2">
      <p dir="auto" className="wrap-anywhere">
        {t.nothing(q)}
      </p>
      <ul className="grid list-disc gap-1 ps-5 text-sm">
        {t.tryThis.map((one) => (
          <li key={one}>{one}</li>
        ))}
      </ul>
      {Object.keys(narrowed).length > 0 ? (
        <a href={inLanguage(language, searchPath({ q }))} className={button('plain', 'min-h-11 justify-self-start')}>
          {t.tryWider}
        </a>
      ) : null}
    </div>
  )
}
