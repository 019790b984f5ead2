import { AccountForm } from '@/app/_components/people/account-form'
import { fieldProblem } from '@/app/_components/people/problem-sentence'
import type { KeptForm } from '@/forum/forms/kept'
import { REASON_MAX, REASON_MIN } from '@/forum/moderation/input'
import type { Language } from '@/messages/language'
import { moderation } from '@/messages/moderation'
import { button } from '@/ui/button'
import { Field } from '@/ui/field'

type Props = { commentId: string; kept: KeptForm | undefined; language: Language }

/** For the essay's author, beside the report that everybody can make. */
export function HideForm({ commentId, kept, language }: Props) {
  const t = moderation[language]
  return (
    <section aria-labelledby="hide" className="mt-8 rounded-md border border-rule bg-leaf p-4">
      <h2 id="hide" className="font-semibold">
        {t.hideTitle}
      </h2>
      <p className="mt-1 mb-3 text-sm text-ink-2">{t.hideWhat}</p>
      <AccountForm
        action="/do/comments/hide"
        language={language}
        kept={kept}
        hidden={{ commentId }}
        className="grid gap-3"
      >
        <Field
          id="hide-reason"
          name="reason"
          label={t.liftReason}
          hint={t.hideReasonHint}
          error={fieldProblem(kept, 'reason', language)}
          required
          minLength={REASON_MIN}
          maxLength={REASON_MAX}
          defaultValue={kept?.fields.reason}
          autoComplete="off"
        />
        <div>
          <button type="submit" className={button('plain', 'min-h-11')}>
            {t.hideNow}
          </button>
        </div>
      </AccountForm>
    </section>
  )
}
