import type { KeptForm } from '@/forum/forms/kept'
import { type DecisionAct, SUSPENSION_DAYS } from '@/forum/moderation/input'
import { desk } from '@/messages/desk'
import type { Language } from '@/messages/language'
import { moderation } from '@/messages/moderation'
import { button } from '@/ui/button'
import { FIELD } from '@/ui/field'
import { SlowFields } from './slow-fields'

/** `everywhere`: what shuts a person out of the whole forum, and is not for a moderator of certain essays. */
const ACTS: readonly { act: DecisionAct; key?: string; everywhere?: true }[] = [
  { act: 'noAction', key: 'n' },
  { act: 'askEdit' },
  { act: 'removeAndClose' },
  { act: 'warn', key: 'w' },
  { act: 'lock' },
  { act: 'ban', everywhere: true },
]

type Props = { suspend: boolean; kept: KeptForm | undefined; language: Language }

/** What is decided more seldom: part of the decision's form, with the same reason. @param suspend whether its person may be shut out */
export function OtherActs({ suspend, kept, language }: Props) {
  const t = desk[language]
  return (
    <details className="mt-1.5 text-sm">
      <summary className="py-1.5 text-ink-2 hover:text-ink pointer-coarse:py-3">{t.more}</summary>
      <p className="mb-2 text-[0.8125rem] text-ink-3">{t.fillBlank}</p>
      <div className="flex flex-wrap items-center gap-2">
        {ACTS.filter(({ everywhere }) => suspend || !everywhere).map(({ act, key }) => (
          <button key={act} type="submit" name="act" value={act} className={button('plain')} data-key={key}>
            {t.doIt[act]}
          </button>
        ))}
        {suspend ? (
          <span className="flex items-center gap-2">
            <button type="submit" name="act" value="suspend" className={button('plain')} data-key="s">
              {t.doIt.suspend}
            </button>
            <select
              name="days"
              aria-label={moderation[language].days}
              defaultValue={kept?.fields.days ?? '7'}
              className={`${FIELD} w-auto!`}
            >
              {SUSPENSION_DAYS.map((days) => (
                <option key={days} value={days}>
                  {moderation[language].dayCount(days)}
                </option>
              ))}
            </select>
          </span>
        ) : null}
        <span className="flex flex-wrap items-center gap-2">
          <button type="submit" name="act" value="slow" className={button('plain')}>
            {t.doIt.slow}
          </button>
          <SlowFields seconds={kept?.fields.slowSeconds} days={kept?.fields.slowDays} language={language} />
        </span>
      </div>
    </details>
  )
}
