import type { ReactNode } from 'react'
import { inLanguage } from '@/app/_web/address'
import { LOG_ACTS } from '@/forum/log/acts'
import type { LogAddress } from '@/forum/log/input'
import type { Language } from '@/messages/language'
import { log } from '@/messages/log'
import { button } from '@/ui/button'
import { FIELD } from '@/ui/field'
import { monthName } from './log-totals'

type Props = {
  filter: Omit<LogAddress, 'before'>
  months: readonly string[]
  essays: readonly { slug: string; title: string }[]
  language: Language
}

/** Which entries of the log are shown: a form of the address, so that a choice can be kept and sent on. */
export function LogFilter({ filter, months, essays, language }: Props) {
  const t = log[language]
  return (
    <search>
      <form
        method="get"
        action={inLanguage(language, '/log')}
        aria-label={t.filter}
        className="mt-4 grid items-end gap-3 mid:grid-cols-[repeat(3,minmax(0,1fr))_auto]"
      >
        <Choice name="act" label={t.act} chosen={filter.act} any={t.any}>
          {LOG_ACTS.map((act) => (
            <option key={act} value={act}>
              {t.acts[act] ?? act}
            </option>
          ))}
        </Choice>
        <Choice name="essay" label={t.essay} chosen={filter.essay} any={t.any}>
          {essays.map(({ slug, title }) => (
            <option key={slug} value={slug}>
              {title}
            </option>
          ))}
        </Choice>
        <Choice name="month" label={t.month} chosen={filter.month} any={t.any}>
          {months.map((month) => (
            <option key={month} value={month}>
              {monthName(month, language)}
            </option>
          ))}
        </Choice>
        <button type="submit" className={button('plain', 'min-h-11')}>
          {t.show}
        </button>
      </form>
    </search>
  )
}

type ChoiceProps = { name: string; label: string; chosen: string | undefined; any: string; children: ReactNode }

function Choice({ name, label, chosen, any, children }: ChoiceProps) {
  return (
    <div className="grid min-w-0 gap-1">
      <label htmlFor={`log-${name}`} className="text-sm font-semibold">
        {label}
      </label>
      <select id={`log-${name}`} name={name} defaultValue={chosen ?? ''} className={FIELD}>
        <option value="">{any}</option>
        {children}
      </select>
    </div>
  )
}
