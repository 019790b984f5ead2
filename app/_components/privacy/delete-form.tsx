import { AccountForm } from '@/app/_components/people/account-form'
import { fieldProblem } from '@/app/_components/people/problem-sentence'
import type { KeptForm } from '@/forum/forms/kept'
import type { Language } from '@/messages/language'
import { privacy } from '@/messages/privacy'
import { button } from '@/ui/button'
import { Field } from '@/ui/field'

type Props = { language: Language; hasPassword: boolean; kept: KeptForm | undefined }

/** The end of an account, with what becomes of the comments. Nothing is chosen beforehand. */
export function DeleteForm({ language, hasPassword, kept }: Props) {
  const t = privacy[language]
  const choices = [
    ['stay', t.stay, t.stayHint],
    ['go', t.go, t.goHint],
  ] as const
  return (
    <>
      <p className="text-ink-2">{t.deleteWhat}</p>
      <AccountForm action="/do/privacy/delete" language={language} kept={kept}>
        <fieldset className="grid gap-1">
          <legend className="mb-1 text-sm font-semibold">{t.deleteChoice}</legend>
          {choices.map(([choice, label, hint]) => (
            <label key={choice} className="flex min-h-11 items-start gap-3 py-1.5">
              <input
                type="radio"
                name="choice"
                value={choice}
                defaultChecked={kept?.fields.choice === choice}
                required
                className="mt-1 size-4 flex-none accent-rubric"
              />
              <span>
                {label}
                <span className="block text-[0.8125rem] text-ink-3">{hint}</span>
              </span>
            </label>
          ))}
        </fieldset>
        {hasPassword ? (
          <Field
            name="password"
            type="password"
            label={t.deletePassword}
            autoComplete="current-password"
            error={fieldProblem(kept, 'password', language)}
            required
          />
        ) : (
          <p className="text-[0.8125rem] text-ink-3">{t.deleteRecent}</p>
        )}
        <p className="text-[0.8125rem] text-ink-3">{t.deleteFinal}</p>
        <button type="submit" className={button('plain', 'min-h-11 justify-self-start px-5')}>
          {t.deleteButton}
        </button>
      </AccountForm>
    </>
  )
}
