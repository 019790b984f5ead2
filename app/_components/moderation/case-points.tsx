import type { DeskCase } from '@/forum/moderation/queries'
import { desk } from '@/messages/desk'
import { type Language, LOCALE } from '@/messages/language'
import { reasonName } from './reason-name'

/** Why a case stands where it stands, as a sum: like reasons together. */
export function CasePoints({ item, language }: { item: DeskCase; language: Language }) {
  const t = desk[language]
  const number = new Intl.NumberFormat(LOCALE[language], { maximumFractionDigits: 2 })
  if (item.reasons.length === 0) return null
  return (
    <div className="mb-2.5 text-sm text-ink-2">
      <p>{t.why(number.format(item.score))}</p>
      <ul className="mt-0.5 flex flex-wrap gap-x-4 gap-y-0.5">
        {alike(item.reasons).map(({ key, source, code, points, times }) => (
          <li key={key}>
            <b className="font-semibold text-ink tabular-nums">{t.points(number.format(points))}</b>{' '}
            {t.named(t.sources[source] ?? source, reasonName({ source, code }, language))}
            {times > 1 ? ` ×${times}` : ''}
          </li>
        ))}
      </ul>
    </div>
  )
}

function alike(reasons: DeskCase['reasons']) {
  const sums = new Map<string, { key: string; source: string; code: string; points: number; times: number }>()
  for (const { source, code, points } of reasons) {
    const key = `${source} ${code}`
    const sum = sums.get(key) ?? { key, source, code, points: 0, times: 0 }
    sums.set(key, { ...sum, points: sum.points + points, times: sum.times + 1 })
  }
  return [...sums.values()]
}
