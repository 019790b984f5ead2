import { AccountForm } from '@/app/_components/people/account-form'
import { fieldProblem } from '@/app/_components/people/problem-sentence'
import type { KeptForm } from '@/forum/forms/kept'
import type { Language } from '@/messages/language'
import { tokens } from '@/messages/tokens'
import { button } from '@/ui/button'
import { FIELD, Field } from '@/ui/field'

const DAYS = [7, 30, 90, 365]

type Props = { language: Language; moderates: boolean; kept: KeptForm | undefined }

export function TokenForm({ language, moderates, kept }: Props) {
  const t = tokens[language]
  const scopes = moderates ? (['read', 'write', 'moderate'] as const) : (['read', 'write'] as const)
  return (
    <AccountForm action="/do/tokens/make" language={language} kept={kept}>
      <Field
        name="name"
        label={t.name}
        hint={t.nameHint}
        defaultValue={kept?.fields.name}
        error={fieldProblem(kept, 'name', language)}
        required
      />
      <fieldset className="grid gap-1">
        <legend className="mb-1 text-sm font-semibold">{t.scope}</legend>
        {scopes.map((scope) => (
          <label key={scope} className="flex min-h-11 items-center gap-3">
            <input
              type="radio"
              name="scope"
              value={scope}
              defaultChecked={(kept?.fields.scope ?? 'read') === scope}
              required
              className="size-4 flex-none accent-rubric"
            />
            {t.scopes[scope]}
          </label>
        ))}
      </fieldset>
      <div className="grid gap-1.5">
        <label htmlFor="field-days" className="text-sm font-semibold">
          {t.days}
        </label>
        <select
          id="field-days"
          name="days"
          defaultValue={kept?.fields.days ?? '30'}
          className={`${FIELD} min-h-11 justify-self-start`}
        >
          {DAYS.map((count) => (
            <option key={count} value={count}>
              {t.dayCount(count)}
            </option>
          ))}
        </select>
      </div>
      <button type="submit" className={button('primary', 'min-h-11 justify-self-start px-5')}>
        {t.make}
      </button>
    </AccountForm>
  )
}
