import type { KeptForm } from '@/forum/forms/kept'
import { ABOUT_MAX } from '@/forum/people/input'
import { account } from '@/messages/account'
import type { Language } from '@/messages/language'
import { button } from '@/ui/button'
import { FIELD, Field } from '@/ui/field'
import { AccountForm } from './account-form'
import { Choices } from './choices'
import { fieldProblem } from './problem-sentence'

type Props = {
  language: Language
  displayName: string
  about: string | null
  mails: Language
  kept: KeptForm | undefined
}

export function ProfileForm({ language, displayName, about, mails, kept }: Props) {
  const t = account[language]
  const problem = fieldProblem(kept, 'about', language)
  return (
    <AccountForm action="/do/people/profile" language={language} kept={kept}>
      <Field
        name="displayName"
        label={t.displayName}
        hint={t.displayNameHint}
        autoComplete="name"
        defaultValue={kept?.fields.displayName ?? displayName}
        error={fieldProblem(kept, 'displayName', language)}
        required
      />
      <div className="grid gap-1">
        <label htmlFor="field-about" className="text-sm font-semibold">
          {t.about}
        </label>
        <textarea
          id="field-about"
          name="about"
          rows={4}
          dir="auto"
          maxLength={ABOUT_MAX}
          defaultValue={kept?.fields.about ?? about ?? ''}
          aria-describedby="field-about-hint"
          aria-invalid={problem ? true : undefined}
          className={FIELD}
        />
        <p id="field-about-hint" className="text-[0.8125rem] text-ink-3">
          {t.aboutHint(ABOUT_MAX)}
        </p>
        {problem ? <p className="text-[0.8125rem] text-rubric-ink">{problem}</p> : null}
      </div>
      <Choices
        name="language"
        legend={t.mailLanguage}
        choices={Object.entries(t.languages)}
        chosen={kept?.fields.language ?? mails}
      />
      <button type="submit" className={button('primary', 'min-h-11 justify-self-start px-5')}>
        {t.save}
      </button>
    </AccountForm>
  )
}
