import { SUSPENSION_DAYS } from '@/forum/moderation/input'
import type { Language } from '@/messages/language'
import { moderation } from '@/messages/moderation'
import { FIELD } from '@/ui/field'

type Props = { id: string; chosen: string | undefined; language: Language }

/** For how long something holds against a person. */
export function DaysField({ id, chosen, language }: Props) {
  const t = moderation[language]
  return (
    <div className="grid content-start gap-1">
      <label htmlFor={id} className="text-sm font-semibold">
        {t.days}
      </label>
      <select id={id} name="days" defaultValue={chosen ?? '7'} className={FIELD}>
        {SUSPENSION_DAYS.map((days) => (
          <option key={days} value={days}>
            {t.dayCount(days)}
          </option>
        ))}
      </select>
    </div>
  )
}
