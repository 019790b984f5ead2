import type { Desk } from '@/forum/moderation/queries'
import { MOST_COUNTED } from '@/forum/moderation/queue'
import { type Language, LOCALE } from '@/messages/language'
import { moderation } from '@/messages/moderation'
import { duration } from './when'

/** How the desk stands, in one line. */
export function DeskFigures({ figures, language }: { figures: Desk['figures']; language: Language }) {
  const t = moderation[language]
  const count = new Intl.NumberFormat(LOCALE[language])
  const counted = (number: number) => count.format(number) + (number >= MOST_COUNTED ? '+' : '')
  const waited = figures.oldest ? (Date.now() - new Date(figures.oldest).getTime()) / 1000 : null
  const shown = [
    { name: t.open, value: counted(figures.open) },
    { name: t.oldest, value: waited === null ? t.none : duration(waited, language) },
    { name: t.median, value: figures.medianSeconds === null ? t.none : duration(figures.medianSeconds, language) },
    { name: t.decisions, value: counted(figures.decisions) },
  ]
  return (
    <section aria-label={t.figures} className="flex-none border-b border-rule">
      <dl className="grid grid-cols-2 gap-x-8 gap-y-2 px-4 py-2.5 mid:flex mid:flex-wrap mid:px-7">
        {shown.map((figure) => (
          <div key={figure.name} className="flex flex-col-reverse justify-end">
            <dt className="text-[0.8125rem]/5 text-ink-3">{figure.name}</dt>
            <dd className="text-lg/6 font-semibold">{figure.value}</dd>
          </div>
        ))}
      </dl>
    </section>
  )
}
