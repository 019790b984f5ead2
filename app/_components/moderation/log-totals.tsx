import type { readMonth } from '@/forum/log/queries'
import { type Language, LOCALE } from '@/messages/language'
import { log } from '@/messages/log'

type Props = { month: string; totals: Awaited<ReturnType<typeof readMonth>>; language: Language }

/** How often each act happened in a month. */
export function LogTotals({ month, totals, language }: Props) {
  const t = log[language]
  const number = new Intl.NumberFormat(LOCALE[language])
  const title = t.totals(monthName(month, language))
  return (
    <section aria-label={title} className="mt-8 text-sm">
      <h2 className="font-semibold">{title}</h2>
      {totals.length === 0 ? (
        <p className="mt-1 text-ink-2">{t.noTotals}</p>
      ) : (
        <table className="mt-1 w-full">
          <thead>
            <tr className="border-b border-rule text-[0.8125rem] text-ink-3">
              <th scope="col" className="py-1.5 text-start font-normal">
                {t.act}
              </th>
              <th scope="col" className="py-1.5 text-end font-normal">
                {t.times}
              </th>
            </tr>
          </thead>
          <tbody>
            {totals.map(({ act, count }) => (
              <tr key={act} className="border-b border-rule">
                <th scope="row" className="py-1.5 pe-4 text-start font-normal">
                  {t.acts[act] ?? act}
                </th>
                <td className="py-1.5 text-end tabular-nums">{number.format(count)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </section>
  )
}

/** "November 2026". @param month "2026-11" */
export function monthName(month: string, language: Language): string {
  return new Intl.DateTimeFormat(LOCALE[language], { year: 'numeric', month: 'long', timeZone: 'UTC' }).format(
    new Date(`${month}-01T00:00:00Z`),
  )
}
