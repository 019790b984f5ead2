import { ProblemNotice } from '@/app/_components/people/problem-notice'
import type { KeptForm } from '@/forum/forms/kept'
import { REASON_MAX, REASON_MIN } from '@/forum/moderation/input'
import type { Language } from '@/messages/language'
import { moderation } from '@/messages/moderation'
import { button } from '@/ui/button'
import { Field } from '@/ui/field'

/** Folded up until it is wanted, or has to be mended. */
export function LiftForm({
  handle,
  kept,
  language,
}: {
  handle: string
  kept: KeptForm | undefined
  language: Language
}) {
  const t = moderation[language]
  return (
    <details className="mt-1" open={kept !== undefined}>
      <summary aria-label={t.liftOf(handle)} className="py-1 text-ink-2 hover:text-ink pointer-coarse:py-3">
        {t.lift}
      </summary>
      <form method="post" action="/do/moderation/lift" className="mt-1 grid gap-2">
        <ProblemNotice problem={kept?.problem} language={language} />
        <input type="hidden" name="lang" value={language} />
        <input type="hidden" name="kept" value={kept?.id ?? ''} />
        <input type="hidden" name="handle" value={handle} />
        <Field
          id={`lift-${handle}`}
          name="reason"
          label={t.liftReason}
          hint={t.liftHint}
          required
          minLength={REASON_MIN}
          maxLength={REASON_MAX}
          defaultValue={kept?.fields.reason}
        />
        <div>
          <button type="submit" className={button('plain')}>
            {t.liftNow}
          </button>
        </div>
      </form>
    </details>
  )
}
