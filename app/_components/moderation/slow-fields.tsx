import { SLOW_DAYS, SLOW_SECONDS } from '@/forum/moderation/input'
import { cooling } from '@/messages/cooling'
import type { Language } from '@/messages/language'
import { FIELD } from '@/ui/field'
import { inMinutes } from './when'

type Props = { seconds: string | undefined; days: string | undefined; language: Language }

/** How slow, and for how long. */
export function SlowFields({ seconds = '600', days = '1', language }: Props) {
  const t = cooling[language]
  const options = [
    {
      name: 'slowSeconds',
      label: t.seconds,
      chosen: seconds,
      from: SLOW_SECONDS,
      say: (n: number) => inMinutes(n, language),
    },
    { name: 'slowDays', label: t.days, chosen: days, from: SLOW_DAYS, say: t.dayCount },
  ]
  return options.map(({ name, label, chosen, from, say }) => (
    <select key={name} name={name} aria-label={label} defaultValue={chosen} className={`${FIELD} w-auto!`}>
      {from.map((value) => (
        <option key={value} value={value}>
          {say(value)}
        </option>
      ))}
    </select>
  ))
}
