import { inLanguage } from '@/app/_web/address'
import { type DeskAddress, FLAG_REASONS } from '@/forum/moderation/input'
import { desk } from '@/messages/desk'
import type { Language } from '@/messages/language'
import { moderation } from '@/messages/moderation'
import { button } from '@/ui/button'
import { FIELD, Field } from '@/ui/field'
import { queuePath } from './paths'

/** Order of the list, and what it is narrowed to. */
export function NarrowForm({ address, language }: { address: DeskAddress; language: Language }) {
  const t = desk[language]
  const { state, sort, essay, reason, person } = address
  const narrowed = Boolean(sort || essay || reason || person)
  return (
    <details id="narrow" open={narrowed} className="border-b border-rule px-4.5 text-sm">
      <summary className="py-2 text-ink-2 hover:text-ink pointer-coarse:py-3">{t.narrow}</summary>
      <form method="get" action={inLanguage(language, queuePath())} className="grid gap-2.5 pb-3.5">
        <input type="hidden" name="state" value={state} />
        <label className="grid gap-1 font-semibold">
          {t.order}
          <select name="sort" defaultValue={sort ?? 'age'} className={`${FIELD} font-normal`}>
            <option value="age">{t.byAge}</option>
            <option value="score">{t.byScore}</option>
          </select>
        </label>
        <label className="grid gap-1 font-semibold">
          {t.reason}
          <select name="reason" defaultValue={reason ?? ''} className={`${FIELD} font-normal`}>
            <option value="">{t.anyReason}</option>
            {FLAG_REASONS.map((one) => (
              <option key={one} value={one}>
                {moderation[language].reasons[one]}
              </option>
            ))}
          </select>
        </label>
        <Field id="narrow-person" name="person" label={t.person} defaultValue={person} maxLength={60} />
        <Field id="narrow-essay" name="essay" label={t.essay} defaultValue={essay} maxLength={100} />
        <p className="flex items-center gap-4">
          <button type="submit" className={button('plain')}>
            {t.show}
          </button>
          {narrowed ? (
            <a
              href={inLanguage(language, queuePath({ state }))}
              className="py-1 underline underline-offset-2 pointer-coarse:py-3"
            >
              {t.everything}
            </a>
          ) : null}
        </p>
      </form>
    </details>
  )
}
