import { AccountForm } from '@/app/_components/people/account-form'
import { fieldProblem } from '@/app/_components/people/problem-sentence'
import { DAYS_MAX, PLACES_MAX } from '@/forum/admission/input'
import type { KeptForm } from '@/forum/forms/kept'
import { admission } from '@/messages/admission'
import type { Language } from '@/messages/language'
import { button } from '@/ui/button'
import { Field } from '@/ui/field'

/** A new link for newcomers. */
export function InvitationForm({ kept, language }: { kept: KeptForm | undefined; language: Language }) {
  const t = admission[language]
  const number = (name: string, label: string, most: number, before: string) => (
    <Field
      name={name}
      type="number"
      min={1}
      max={most}
      inputMode="numeric"
      label={label}
      defaultValue={kept?.fields[name] ?? before}
      error={fieldProblem(kept, name, language)}
      required
      autoComplete="off"
    />
  )
  return (
    <AccountForm
      action="/do/moderation/invite"
      language={language}
      kept={kept}
      className="grid max-w-xl gap-4 mid:grid-cols-2"
    >
      {number('places', t.places, PLACES_MAX, '1')}
      {number('days', t.days, DAYS_MAX, '14')}
      <div className="mid:col-span-2">
        <Field
          name="note"
          label={t.note}
          hint={t.noteHint}
          maxLength={100}
          defaultValue={kept?.fields.note}
          error={fieldProblem(kept, 'note', language)}
          autoComplete="off"
        />
      </div>
      <div className="mid:col-span-2">
        <button type="submit" className={button('primary', 'min-h-11')}>
          {t.make}
        </button>
      </div>
    </AccountForm>
  )
}
