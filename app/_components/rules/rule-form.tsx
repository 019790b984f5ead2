import { AccountForm } from '@/app/_components/people/account-form'
import { fieldProblem } from '@/app/_components/people/problem-sentence'
import type { KeptForm } from '@/forum/forms/kept'
import { LOOKS_FOR_MAX, NAME_MAX } from '@/forum/rules/input'
import type { RuleView } from '@/forum/rules/queries'
import type { Language } from '@/messages/language'
import { rules } from '@/messages/rules'
import { button } from '@/ui/button'
import { FIELD, Field } from '@/ui/field'

type Props = { rule: RuleView | null; kept: KeptForm | undefined; language: Language }

/** A new rule, or another version of one. */
export function RuleForm({ rule, kept, language }: Props) {
  const t = rules[language]
  const now = rule?.latest
  const value = (name: string, before: string | undefined) => (kept ? (kept.fields[name] ?? '') : (before ?? ''))
  const kind = value('kind', now?.kind) || 'words'
  const act = value('act', now?.act) || 'hold'
  const wrong = fieldProblem(kept, 'looksFor', language)
  return (
    <AccountForm
      action="/do/rules/write"
      language={language}
      kept={kept}
      hidden={{ ruleId: rule?.id ?? '' }}
      className="grid max-w-xl gap-4"
    >
      <Field
        name="name"
        label={t.name}
        hint={t.nameHint}
        error={fieldProblem(kept, 'name', language)}
        defaultValue={value('name', rule?.name)}
        required
        minLength={3}
        maxLength={NAME_MAX}
        autoComplete="off"
      />
      <fieldset className="grid gap-1">
        <legend className="text-sm font-semibold">{t.kind}</legend>
        {(['words', 'pattern'] as const).map((one) => (
          <label key={one} className="flex min-h-9 items-center gap-2.5">
            <input type="radio" name="kind" value={one} defaultChecked={kind === one} className="accent-rubric" />
            {t.kinds[one]}
          </label>
        ))}
      </fieldset>
      <div className="grid gap-1">
        <label htmlFor="looks-for" className="text-sm font-semibold">
          {t.looksFor}
        </label>
        <textarea
          id="looks-for"
          name="looksFor"
          rows={4}
          required
          maxLength={LOOKS_FOR_MAX}
          defaultValue={value('looksFor', now?.looksFor)}
          dir="auto"
          spellCheck={false}
          aria-invalid={wrong ? true : undefined}
          aria-describedby={wrong ? 'looks-for-hint looks-for-error' : 'looks-for-hint'}
          className={`${FIELD} font-mono text-sm`}
        />
        <p id="looks-for-hint" className="text-[0.8125rem] text-ink-3">
          {t.looksForHint}
        </p>
        {wrong ? (
          <p id="looks-for-error" className="text-[0.8125rem] text-rubric-ink">
            {wrong}
          </p>
        ) : null}
      </div>
      <fieldset className="grid gap-1">
        <legend className="text-sm font-semibold">{t.act}</legend>
        {(['hold', 'refuse'] as const).map((one) => (
          <label key={one} className="flex min-h-9 items-center gap-2.5">
            <input type="radio" name="act" value={one} defaultChecked={act === one} className="accent-rubric" />
            {t.acts[one]}
          </label>
        ))}
      </fieldset>
      <Field
        name="reason"
        label={t.reason}
        hint={t.reasonHint}
        error={fieldProblem(kept, 'reason', language)}
        defaultValue={value('reason', now?.reason)}
        required
        minLength={3}
        maxLength={300}
        autoComplete="off"
      />
      <div>
        <button type="submit" className={button('primary', 'min-h-11')}>
          {rule ? t.writeVersion : t.write}
        </button>
      </div>
    </AccountForm>
  )
}
