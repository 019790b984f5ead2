import { ProblemNotice } from '@/app/_components/people/problem-notice'
import type { KeptForm } from '@/forum/forms/kept'
import { REASON_MAX, REASON_MIN, SUSPENSION_DAYS } from '@/forum/moderation/input'
import type { DeskCase } from '@/forum/moderation/queries'
import type { Language } from '@/messages/language'
import { moderation } from '@/messages/moderation'
import { button } from '@/ui/button'
import { FIELD, Field } from '@/ui/field'

type Props = { item: DeskCase; kept: KeptForm | undefined; language: Language }

/** Folded up until it is wanted, or has to be mended. */
export function SuspendForm({ item, kept: given, language }: Props) {
  const t = moderation[language]
  const kept = given?.form === 'suspend-person' ? given : undefined
  return (
    <details className="mt-4 text-sm" open={kept !== undefined}>
      <summary className="py-1.5 text-ink-2 hover:text-ink pointer-coarse:py-3">{t.suspend}</summary>
      <form method="post" action="/do/moderation/suspend" className="mt-2 grid gap-3">
        <ProblemNotice problem={kept?.problem} language={language} />
        <input type="hidden" name="lang" value={language} />
        <input type="hidden" name="kept" value={kept?.id ?? ''} />
        <input type="hidden" name="caseId" value={item.id} />
        <input type="hidden" name="handle" value={item.person.handle} />
        <div className="grid gap-1">
          <label htmlFor="suspend-days" className="font-semibold">
            {t.days}
          </label>
          <select id="suspend-days" name="days" defaultValue={kept?.fields.days ?? '7'} className={FIELD}>
            {SUSPENSION_DAYS.map((days) => (
              <option key={days} value={days}>
                {t.dayCount(days)}
              </option>
            ))}
          </select>
        </div>
        <Field
          id="suspend-reason"
          name="reason"
          label={t.suspendReason}
          hint={t.suspendHint}
          required
          minLength={REASON_MIN}
          maxLength={REASON_MAX}
          defaultValue={kept?.fields.reason}
        />
        <div>
          <button type="submit" className={button('plain')}>
            {t.suspendNow}
          </button>
        </div>
      </form>
    </details>
  )
}
