import type { ReactNode } from 'react'
import { keys } from '@/messages/keys'
import type { Language } from '@/messages/language'

/** Every key and what it does. */
export function KeyList({ language }: { language: Language }) {
  const t = keys[language]
  return (
    <div className="grid gap-x-10 gap-y-5 mid:grid-cols-2">
      <Group title={t.text} rows={{ j: t.j, k: t.k, o: t.o }} />
      <Group title={t.discussion} rows={{ c: t.c, n: t.n, p: t.p, s: t.s, [t.escapeKey]: t.escape }} />
      <Group title={t.everywhere} rows={{ '/': t.search, '?': t.help }} />
    </div>
  )
}

function Group({ title, rows }: { title: string; rows: Record<string, ReactNode> }) {
  return (
    <section>
      <h2 className="mb-1.5 text-sm font-semibold">{title}</h2>
      <dl className="grid grid-cols-[auto_1fr] items-baseline gap-x-3 gap-y-1.5 text-sm text-ink-2">
        {Object.entries(rows).map(([key, does]) => (
          <div key={key} className="col-span-2 grid grid-cols-subgrid items-baseline">
            <dt>
              <kbd className="inline-block min-w-7 rounded border border-rule-strong bg-sunk px-1.5 text-center font-sans text-[0.8125rem] leading-6 text-ink">
                {key}
              </kbd>
            </dt>
            <dd>{does}</dd>
          </div>
        ))}
      </dl>
    </section>
  )
}
