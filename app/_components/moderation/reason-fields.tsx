import type { KeptForm } from '@/forum/forms/kept'
import { READY_REASONS, REASON_MAX } from '@/forum/moderation/input'
import type { Language } from '@/messages/language'
import { moderation } from '@/messages/moderation'
import { FIELD } from '@/ui/field'

/** The reason of one act about many cases: a ready one, own words or both. */
export function ReasonFields({ kept, language }: { kept: KeptForm | undefined; language: Language }) {
  const t = moderation[language]
  return (
    <>
      <select name="ready" aria-label={t.reason} defaultValue={kept?.fields.ready ?? ''} className={FIELD}>
        <option value="">{t.ownWords}</option>
        {READY_REASONS.map((key) => (
          <option key={key} value={key}>
            {t.ready[key]}
          </option>
        ))}
      </select>
      <textarea
        name="reason"
        rows={2}
        maxLength={REASON_MAX}
        aria-label={t.words}
        placeholder={t.words}
        defaultValue={kept?.fields.reason}
        className={FIELD}
      />
    </>
  )
}
