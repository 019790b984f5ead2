import { AccountForm } from '@/app/_components/people/account-form'
import type { KeptForm } from '@/forum/forms/kept'
import { REASON_MAX, REASON_MIN } from '@/forum/moderation/input'
import { admission } from '@/messages/admission'
import type { Language } from '@/messages/language'
import { button } from '@/ui/button'
import { Field } from '@/ui/field'

type Props = { handle: string; kept: KeptForm | undefined; language: Language }

/** Folded up until it is wanted, or has to be mended. */
export function RefuseForm({ handle, kept, language }: Props) {
  const t = admission[language]
  return (
    <details className="open:basis-72" open={kept !== undefined}>
      <summary
        aria-label={t.refuseOf(handle)}
        className="flex min-h-11 cursor-pointer items-center text-sm text-ink-2 hover:text-ink"
      >
        {t.refuse}
      </summary>
      <AccountForm
        action="/do/moderation/refuse"
        language={language}
        kept={kept}
        hidden={{ handle }}
        className="mt-1 grid gap-3"
      >
        <Field
          id={`refuse-${handle}`}
          name="reason"
          label={t.refuseReason}
          hint={t.refuseHint}
          required
          minLength={REASON_MIN}
          maxLength={REASON_MAX}
          defaultValue={kept?.fields.reason}
          autoComplete="off"
        />
        <div>
          <button type="submit" className={button('plain', 'min-h-11')}>
            {t.refuseNow}
          </button>
        </div>
      </AccountForm>
    </details>
  )
}
