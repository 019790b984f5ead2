import { inLanguage } from '@/app/_web/address'
import { type FiguresAddress, RANGES } from '@/forum/figures/input'
import { figures } from '@/messages/figures'
import type { Language } from '@/messages/language'
import { button } from '@/ui/button'
import { FIELD } from '@/ui/field'
import { figuresPath } from './paths'

type Props = { asked: FiguresAddress; essays: readonly { slug: string; title: string }[]; language: Language }

/** How far back, and of what: a form of the address, so that a choice can be kept and sent on. */
export function FiguresFilter({ asked, essays, language }: Props) {
  const t = figures[language]
  return (
    <search>
      <form method="get" action={inLanguage(language, figuresPath)} className="flex flex-wrap items-end gap-3">
        <label className="grid gap-1 text-sm font-semibold">
          {t.range}
          <select name="days" defaultValue={asked.days} className={`${FIELD} font-normal`}>
            {RANGES.map((days) => (
              <option key={days} value={days}>
                {t.lastDays(days)}
              </option>
            ))}
          </select>
        </label>
        <label className="grid min-w-0 gap-1 text-sm font-semibold">
          {t.essay}
          <select name="essay" defaultValue={asked.essay ?? ''} className={`${FIELD} max-w-72 font-normal`}>
            <option value="">{t.allEssays}</option>
            {essays.map(({ slug, title }) => (
              <option key={slug} value={slug}>
                {title}
              </option>
            ))}
          </select>
        </label>
        <button type="submit" className={button('plain', 'min-h-11')}>
          {t.show}
        </button>
        <a href={csvPath(asked)} className="py-2.5 text-sm text-rubric-ink hover:underline">
          {t.csv}
        </a>
      </form>
    </search>
  )
}

function csvPath({ days, essay }: FiguresAddress): string {
  const query = new URLSearchParams({ days: String(days), ...(essay ? { essay } : {}), as: 'csv' })
  return `/api/moderation/figures?${query}`
}
