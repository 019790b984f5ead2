import type { KeptForm } from '@/forum/forms/kept'
import { account } from '@/messages/account'
import type { Language } from '@/messages/language'
import { button } from '@/ui/button'
import { Field } from '@/ui/field'
import { AccountForm } from './account-form'
import { fieldProblem } from './problem-sentence'

type Props = { language: Language; displayName: string; kept: KeptForm | undefined }

export function ProfileForm({ language, displayName, kept }: Props) {
  const t = account[language]
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
      <button type="submit" className={button('primary', 'min-h-11 justify-self-start px-5')}>
        {t.save}
      </button>
    </AccountForm>
  )
}
