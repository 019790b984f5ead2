import { inLanguage } from '@/app/_web/address'
import { comparePath } from '@/app/_web/history-paths'
import { history } from '@/messages/history'
import type { Language } from '@/messages/language'
import { button } from '@/ui/button'
import { FIELD } from '@/ui/field'

type Props = { slug: string; latest: number; from: number; to: number; language: Language }

/** Any two revisions; a plain question to the server. */
export function CompareForm({ slug, latest, from, to, language }: Props) {
  const t = history[language]
  const ends = [
    { name: 'from', label: t.from, value: from },
    { name: 'to', label: t.to, value: to },
  ]
  return (
    <form
      action={inLanguage(language, comparePath(slug))}
      method="get"
      aria-label={t.compareTitle}
      className="flex flex-wrap items-end gap-3 rounded-md border border-rule bg-leaf p-4 print:hidden"
    >
      {ends.map(({ name, label, value }) => (
        <div key={name} className="grid min-w-32 flex-1 gap-1">
          <label htmlFor={`compare-${name}`} className="text-sm font-semibold">
            {label}
          </label>
          <select id={`compare-${name}`} name={name} defaultValue={String(value)} className={FIELD}>
            {Array.from({ length: latest }, (_, index) => latest - index).map((number) => (
              <option key={number} value={String(number)}>
                {t.revision(number)}
              </option>
            ))}
          </select>
        </div>
      ))}
      <button type="submit" className={button('plain', 'min-h-11 flex-none')}>
        {t.compare}
      </button>
    </form>
  )
}
